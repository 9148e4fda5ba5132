"""Running text in sentences and words.

A word is what stands between blanks and signs and holds a letter or digit; a hyphen or apostrophe inside belongs to it."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from app.compose.prose import rich
from app.model.base import Lang

_WORD: Final = re.compile(r"[^\W_]+(?:[-–’'./:][^\W_]+)*")
#: Where a sentence may end: its sign, what closes around it, a blank, and the beginning of another.
_END: Final = re.compile(r"(?<=[.!?…])[”’\"')\]]*\s+(?=[“”‘’\"'(\[–-]*\s*[A-ZÅÄÖÉÜ0-9§])")
_LAST_WORD: Final = re.compile(r"(\S+?)[”’\"')\]]*$")
#: Abbreviations that a sentence goes on after; what has a stop inside ("t.ex.") is told by that.
_GOES_ON: Final[Mapping[Lang, frozenset[str]]] = {
    "sv": frozenset(
        [
            "ang",
            "art",
            "avd",
            "bil",
            "ca",
            "dir",
            "dvs",
            "div",
            "etc",
            "ev",
            "exkl",
            "fig",
            "forts",
            "förf",
            "gm",
            "inkl",
            "jfr",
            "kap",
            "kl",
            "lic",
            "max",
            "min",
            "milj",
            "mom",
            "nr",
            "obs",
            "p",
            "par",
            "prof",
            "proc",
            "red",
            "ref",
            "resp",
            "s",
            "sid",
            "sign",
            "st",
            "tab",
            "tel",
            "tfn",
            "tr",
            "uppl",
            "utg",
            "vol",
            "äv",
        ]
    ),
    "en": frozenset(
        [
            "approx",
            "art",
            "ca",
            "cf",
            "ch",
            "dept",
            "dr",
            "ed",
            "eds",
            "est",
            "fig",
            "figs",
            "gen",
            "gov",
            "inc",
            "incl",
            "ltd",
            "max",
            "min",
            "mr",
            "mrs",
            "ms",
            "no",
            "nos",
            "p",
            "para",
            "pp",
            "prof",
            "ref",
            "resp",
            "sec",
            "st",
            "vol",
            "vs",
        ]
    ),
}
#: What as a rule ends a sentence when a capital follows, though it has a stop inside.
_ENDS: Final = frozenset(("m.m.", "osv.", "etc.", "m.fl.", "o.d.", "f.kr.", "e.kr.", "a.m.", "p.m."))


@lru_cache(maxsize=4096)
def running(text: str, lang: Lang) -> tuple[str, ...]:
    """The paragraphs of a Markdown text that are told in sentences: no points of a list, no headings, nothing without a full stop."""
    paragraphs = (one for one in rich(text, lang) if not one.marker and not all(span.bold for span in one.spans))
    return tuple(plain for one in paragraphs if (plain := one.plain.strip()) and plain.rstrip("”’\"')]")[-1:] in ".!?…")


@lru_cache(maxsize=4096)
def sentences(paragraph: str, lang: Lang) -> tuple[str, ...]:
    """The sentences of a paragraph. One goes on after an abbreviation and an initial."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(paragraph):
        sentence = paragraph[start : end.start()]
        if not _goes_on(sentence, lang):
            found.append(paragraph[start : end.end()].strip())
            start = end.end()
    rest = paragraph[start:].strip()
    return (*found, rest) if rest else tuple(found)


def words(text: str) -> list[str]:
    """The words of a text, numbers among them."""
    return _WORD.findall(text)


def letters(word: str) -> int:
    """How many letters and digits a word has, without what joins its parts."""
    return sum(char.isalnum() for char in word)


def _goes_on(sentence: str, lang: Lang) -> bool:
    last = _LAST_WORD.search(sentence)
    if last is None or not last[1].endswith("."):
        return False
    word = last[1].lstrip("“”‘’\"'([").casefold()
    bare = word[:-1]
    if word in _ENDS:
        return False
    shortened = "." in bare and all(part.isalpha() for part in bare.split("."))
    return shortened or (len(bare) == 1 and bare.isalpha()) or bare in _GOES_ON[lang]
