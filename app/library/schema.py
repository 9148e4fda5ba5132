"""The JSON Schemas of packs and patterns, published beside the built-in packs for those who write their own."""

import json
from typing import Final

from app.model.pattern import Pack, Pattern

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def pattern_schema() -> str:
    """The schema of a pattern's file, as JSON text."""
    return _published(Pattern.model_json_schema(by_alias=True), "Boardwright pattern")


def pack_schema() -> str:
    """The schema of `pack.yaml`, as JSON text: there the patterns are named, and stand in files of their own."""
    schema = Pack.model_json_schema(by_alias=True)
    schema["properties"]["patterns"] = {
        "type": "array",
        "minItems": 1,
        "uniqueItems": True,
        "items": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "description": "The patterns in reading order; each is the file patterns/<id>.yaml beside.",
    }
    schema["$defs"] = {"Text": schema["$defs"]["Text"]}
    return _published(schema, "Boardwright pack")


def _published(schema: dict[str, object], title: str) -> str:
    return json.dumps({"$schema": _DIALECT, **schema, "title": title}, ensure_ascii=False, indent=2) + "\n"
