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


def wordings(tree: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The two wordings of each message and of each of its numbers."""
    if "sv" in tree and "en" in tree:
        swedish, english = tree["sv"], tree["en"]
        if isinstance(swedish, str):
            yield swedish, english
        else:
            yield from ((swedish[number], english[number]) for number in ("one", "other"))
    else:
        for inner in tree.values():
            yield from wordings(cast("Mapping[str, Any]", inner))


def fields(wording: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(wording) if name is not None}


@pytest.mark.parametrize("room", ROOMS)
def test_both_wordings_are_there_and_ask_for_the_same(room: str) -> None:
    tree = tomllib.loads(asset("translations", f"{room}.toml").read_text("utf-8"))
    pairs = list(wordings(tree))
    assert len(keys(room)) <= len(pairs)
    for swedish, english in pairs:
        assert fields(swedish) - {"n"} == fields(english) - {"n"}, swedish


def test_a_message_that_a_room_does_not_have_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        Words("errors", "sv")("no.such")


def test_what_is_told_is_told_in_the_language_asked_for() -> None:
    told = Told("file.empty", file="plan.boardwright")
    assert told.told("sv") == "”plan.boardwright” är tom. Öppna en säkerhetskopia om du har någon."
    assert str(told) == "“plan.boardwright” is empty. Open a backup if you have one."
