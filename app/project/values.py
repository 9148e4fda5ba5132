"""The rule of one field: what may stand in it, and what the user is told of what may not."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Annotated, Any, Final, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from app.files.errors import UserError
from app.model.base import FieldPath, Plain, Record

#: The sentence for each of pydantic's kinds of refusal; their limits fill it in.
_SENTENCES: Final[Mapping[str, str]] = {
    "greater_than_equal": "field.too-low",
    "less_than_equal": "field.too-high",
    "less_than": "field.too-high",
    "decimal_max_places": "field.too-many-decimals",
    "literal_error": "field.choice",
    "date_type": "field.date",
    "date_parsing": "field.date",
    "date_from_datetime_parsing": "field.date",
    "date_from_datetime_inexact": "field.date",
    "decimal_type": "field.number",
    "decimal_parsing": "field.number",
    "int_type": "field.number",
    "int_parsing": "field.number",
    "int_from_float": "field.whole-number",
}


class InvalidValue(UserError, ValueError):
    """A value that its field does not take. `told(lang)` says why; `path` is the field."""

    def __init__(self, path: FieldPath, key: str, **values: object) -> None:
        super().__init__(key, field=path, **values)
        self.path = path


@dataclass(frozen=True, slots=True)
class Rule:
    """What may stand in a place."""

    adapter: TypeAdapter[Any]
    may_be_empty: bool

    def checked(self, value: object, path: FieldPath) -> object:
        """The value as the place holds it. Raises InvalidValue."""
        try:
            return self.adapter.validate_python(value)
        except ValidationError as refused:
            key, values = sentence_of(refused.errors(include_url=False, include_input=False)[0])
            raise InvalidValue(path, key, **values) from None


#: The rule of one language of a text.
WORDING: Final = Rule(TypeAdapter(Plain), may_be_empty=False)


@cache
def field_rule(record: type[Record], name: str) -> Rule:
    """The rule of a record's field."""
    field = record.model_fields[name]
    kind: Any = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    return Rule(TypeAdapter(kind), NoneType in get_args(field.annotation))


@cache
def entry_rule(record: type[Record], name: str) -> Rule:
    """The rule of an entry of a record's mapping, which is taken away by None, or of a member of its collection."""
    *key, entry = _parts(record, name)
    return Rule(TypeAdapter(entry | None if key else entry), may_be_empty=bool(key))


@cache
def key_rule(record: type[Record], name: str) -> Rule:
    """The rule of the keys of a record's mapping."""
    return Rule(TypeAdapter(_parts(record, name)[0]), may_be_empty=False)


@cache
def empty_entry(record: type[Record], name: str) -> Record | None:
    """What stands for an entry that is not there yet: an empty record, or None where entries are plain values or cannot be empty."""
    entry = _parts(record, name)[-1]
    if not (isinstance(entry, type) and issubclass(entry, Record)):
        return None
    return None if any(field.is_required() for field in entry.model_fields.values()) else entry()


def sentence_of(refusal: ErrorDetails) -> tuple[str, dict[str, object]]:
    """The message key and the values for one of pydantic's refusals."""
    limits = refusal.get("ctx", {})
    key = _SENTENCES.get(refusal["type"], "field.wrong")
    if key == "field.too-low" and limits.get("ge") == 0:
        return "field.negative", {}
    limit = limits.get("ge", limits.get("le", limits.get("lt", limits.get("decimal_places"))))
    return key, {"limit": limit}


def _parts(record: type[Record], name: str) -> tuple[Any, ...]:
    """The types that a mapping or collection is made of: (key, value), or (member,)."""
    return tuple(part for part in get_args(record.model_fields[name].annotation) if part is not Ellipsis)
