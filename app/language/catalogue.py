"""The program's own words in Swedish and English, side by side in `assets/translations/<room>.toml`.

A message is a key with both wordings. `{name}` fields are filled in by `str.format`. A message that counts has `one` and `other`
and is chosen by `n`; Swedish and English share the rule that only 1 is singular (CLDR)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import cast

from app.model.base import Lang
from app.resources import asset

_Wording = str | Mapping[str, str]


@cache
def _messages(room: str) -> Mapping[str, Mapping[Lang, _Wording]]:
    tree = tomllib.loads(asset("translations", f"{room}.toml").read_text("utf-8"))
    return dict(_flat(tree, ""))


def _flat(tree: Mapping[str, object], prefix: str) -> list[tuple[str, Mapping[Lang, _Wording]]]:
    found: list[tuple[str, Mapping[Lang, _Wording]]] = []
    for key, value in tree.items():
        inner = cast(Mapping[str, object], value)
        if "sv" in inner and "en" in inner:
            found.append((prefix + key, cast(Mapping[Lang, _Wording], value)))
        else:
            found += _flat(inner, f"{prefix}{key}.")
    return found


class Words:
    """One room's words in one language: `words("decisions.title", n=3)`."""

    def __init__(self, room: str, lang: Lang) -> None:
        self.lang: Lang = lang
        self._messages = _messages(room)

    def __call__(self, key: str, **values: object) -> str:
        """The wording of a message, with its fields filled in. Raises KeyError for a message that the room does not have."""
        wording = self._messages[key][self.lang]
        if not isinstance(wording, str):
            wording = wording["one" if values.get("n") == 1 else "other"]
        return wording.format(**values) if values else wording


def keys(room: str) -> frozenset[str]:
    """All messages of a room."""
    return frozenset(_messages(room))
