"""Every message stands in both languages and asks for the same fields."""

import tomllib
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any, cast

import pytest

from app.language.catalogue import Words, keys
from app.language.told import Told
from app.resources import asset

ROOMS = sorted(file.stem for file in asset("translations").glob("*.toml"))


def messages(tree: Mapping[str, Any]) -> Iterator[tuple[Any, Any]]:
    """The two sides of each message."""
    if "sv" in tree and "en" in tree:
        yield tree["sv"], tree["en"]
    else:
        for inner in tree.values():
            yield from messages(cast("Mapping[str, Any]", inner))


def fields(side: str | Mapping[str, str]) -> set[str]:
    """The fields that a side asks for, in any of its numbers; the number itself may be left unsaid."""
    wordings = [side] if isinstance(side, str) else [side["one"], side["other"]]
    return {name for wording in wordings for _, name, _, _ in Formatter().parse(wording) if name is not None} - {"n"}


@pytest.mark.parametrize("room", ROOMS)
def test_both_wordings_are_there_and_ask_for_the_same(room: str) -> None:
    found = list(messages(tomllib.loads(asset("translations", f"{room}.toml").read_text("utf-8"))))
    assert len(keys(room)) == len(found)
    for swedish, english in found:
        assert fields(swedish) == fields(english), swedish


def test_a_message_that_a_room_does_not_have_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        Words("errors", "sv")("no.such")


def test_what_is_told_is_told_in_the_language_asked_for() -> None:
    told = Told("file.empty", file="plan.boardwright")
    assert told.told("sv") == "”plan.boardwright” är tom. Öppna en säkerhetskopia om du har någon."
    assert str(told) == "“plan.boardwright” is empty. Open a backup if you have one."
