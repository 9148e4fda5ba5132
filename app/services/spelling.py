"""Spelling, for a process of its own: a dictionary takes seconds to load, and loading must slow down nobody's typing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, cast

from app.model.base import Lang

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

#: How many suggestions are given at most.
MOST: Final = 6


@dataclass(frozen=True)
class Check:
    """Asks which of some words are spelt right. Answered by Checked."""

    lang: Lang
    words: tuple[str, ...]


@dataclass(frozen=True)
class Checked:
    """Which words are spelt right."""

    lang: Lang
    right: Mapping[str, bool]


@dataclass(frozen=True)
class Suggest:
    """Asks what a word may have been meant to be. Answered by Suggested."""

    lang: Lang
    word: str


@dataclass(frozen=True)
class Suggested:
    """What a word may have been meant to be, the likeliest first."""

    lang: Lang
    word: str
    words: tuple[str, ...]


class Speller:
    """The dictionaries by language, each loaded when it is first asked. A language without one has no wrong words."""

    def __init__(self, dictionaries: Mapping[Lang, str]) -> None:
        self._paths = dictionaries
        self._loaded: dict[Lang, Any] = {}

    def answer(self, asked: Check | Suggest) -> Checked | Suggested:
        """Answers a question."""
        dictionary = self._dictionary(asked.lang)
        if isinstance(asked, Check):
            right = {word: dictionary is None or _is_right(dictionary.lookup, word) for word in asked.words}
            return Checked(asked.lang, right)
        found = islice(dictionary.suggest(asked.word), MOST) if dictionary is not None else ()
        return Suggested(asked.lang, asked.word, tuple(cast("str", word) for word in found))

    def _dictionary(self, lang: Lang) -> Any:
        """spylls has no types of its own."""
        if lang not in self._loaded:
            from spylls.hunspell import Dictionary  # pyright: ignore[reportMissingTypeStubs]

            path = self._paths.get(lang)
            try:
                self._loaded[lang] = cast("Any", Dictionary).from_files(path) if path else None
            except Exception:  # a damaged dictionary fails in many ways, and is then as none
                self._loaded[lang] = None
        return self._loaded[lang]


def _is_right(lookup: Callable[[str], bool], word: str) -> bool:
    """Whether a word is right, or each part of one with hyphens is."""
    return lookup(word) or ("-" in word and all(lookup(part) for part in word.split("-") if part))


def serve(line: "Connection", dictionaries: Mapping[Lang, str]) -> None:
    """Answers what comes along the line, until its other end is closed."""
    speller = Speller(dictionaries)
    try:
        while True:
            line.send(speller.answer(line.recv()))
    except (EOFError, OSError):
        return
