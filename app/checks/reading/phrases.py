"""Phrases that a text is better without: those with a plainer word for them, those that say nothing, and those of the trade.

The lists are short on purpose: only what can be replaced or struck out wherever it stands. The Swedish ones rest on Statsrådsberedningen,
Svarta listan (PM 2011:1), the English ones on the Plain Language Guide of digital.gov and the style guide of GOV.UK."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from app.model.base import Lang

#: What is stiff, and the plain wording that may stand in its place whatever stands around it.
PLAINER: Final[Mapping[Lang, Mapping[str, str]]] = {
    "sv": {
        "i syfte att": "för att",
        "i enlighet med": "enligt",
        "i det fall att": "om",
        "därest": "om",
        "huruvida": "om",
        "emedan": "eftersom",
        "enär": "eftersom",
        "på grund av det faktum att": "eftersom",
        "med hänsyn tagen till": "med hänsyn till",
        "erforderlig": "nödvändig",
        "erforderliga": "nödvändiga",
        "erforderligt": "nödvändigt",
        "erfordras": "behövs",
        "erfordrar": "kräver",
        "tillse att": "se till att",
        "jämväl": "också",
        "ehuru": "även om",
        "städse": "alltid",
        "i dagsläget": "i dag",
        "på årsbasis": "per år",
        "i händelse av": "vid",
        "avseende å": "om",
        "medelst": "med",
        "för närvarande": "nu",
        "ett stort antal": "många",
    },
    "en": {
        "in order to": "to",
        "prior to": "before",
        "subsequent to": "after",
        "due to the fact that": "because",
        "in view of the fact that": "because",
        "despite the fact that": "although",
        "in the event that": "if",
        "at this point in time": "now",
        "at the present time": "now",
        "until such time as": "until",
        "in excess of": "more than",
        "a large number of": "many",
        "with the exception of": "except for",
        "in close proximity to": "near",
        "utilise": "use",
        "utilises": "uses",
        "utilised": "used",
        "utilising": "using",
        "utilize": "use",
        "utilizes": "uses",
        "utilized": "used",
        "utilizing": "using",
        "make reference to": "refer to",
        "take into consideration": "consider",
        "is able to": "can",
        "are able to": "can",
        "on an annual basis": "every year",
        "on a regular basis": "regularly",
    },
}
#: What says nothing: the sentence means the same without it.
_EMPTY: Final[Mapping[Lang, tuple[str, ...]]] = {
    "sv": (
        "det kan konstateras att", "vi kan konstatera att", "det är viktigt att notera att", "det bör noteras att",
        "det ska framhållas att", "i sammanhanget kan nämnas att", "som bekant", "så att säga", "helt enkelt",
        "naturligtvis", "givetvis", "i stort sett", "på något sätt", "i någon mån",
    ),
    "en": (
        "it should be noted that", "it is important to note that", "it goes without saying", "needless to say", "as a matter of fact",
        "to all intents and purposes", "of course", "obviously", "basically", "essentially", "actually", "literally", "in actual fact",
        "as it were", "for all practical purposes",
    ),
}  # fmt: skip
#: Words of the trade and of fashion that a board member may read in as many ways as there are members.
_FASHION: Final[Mapping[Lang, tuple[str, ...]]] = {
    "sv": (
        "quick win", "quick wins", "lågt hängande frukt", "lågt hängande frukter", "lågthängande frukt", "lågthängande frukter",
        "game changer", "gamechanger", "best practice", "win-win", "paradigmskifte", "boosta", "spjutspets", "i framkant",
        "världsledande", "sömlös", "sömlöst", "sömlösa", "silotänk", "helikopterperspektiv",
        "tänka utanför boxen", "mindset", "synergieffekter", "holistisk", "holistiskt", "holistiska", "deep dive",
        "stakeholders", "gå all in", "leverage",
    ),
    "en": (
        "quick win", "quick wins", "low-hanging fruit", "game changer", "game-changer", "game-changing", "best-in-class",
        "world-class", "cutting-edge", "bleeding-edge", "win-win", "paradigm shift", "seamless", "seamlessly",
        "synergies", "synergy", "holistic", "holistically", "leverage", "leveraging", "going forward", "deep dive", "move the needle",
        "think outside the box", "blue-sky thinking", "boil the ocean", "circle back", "mindset", "next-generation", "360-degree",
        "north star", "turnkey", "ecosystem play",
    ),
}  # fmt: skip


class Found(NamedTuple):
    """A phrase as it stands in a text: from where to where, and what may stand in its place."""

    start: int
    end: int
    instead: str


@lru_cache(maxsize=8192)
def stiff(text: str, lang: Lang) -> tuple[Found, ...]:
    """The stiff phrases of a text with what is plainer, beginning with a capital where they do."""
    return tuple(
        Found(found.start(), found.end(), _as(found[0], PLAINER[lang][_key(found[0])]))
        for found in _pattern("stiff", lang).finditer(text)
    )


@lru_cache(maxsize=8192)
def empty(text: str, lang: Lang) -> tuple[str, ...]:
    """The phrases of a text that say nothing, as they stand in it."""
    return tuple(found[0] for found in _pattern("empty", lang).finditer(text))


@lru_cache(maxsize=8192)
def fashionable(text: str, lang: Lang) -> tuple[str, ...]:
    """The words of the trade in a text, as they stand in it."""
    return tuple(found[0] for found in _pattern("fashion", lang).finditer(text))


def plainer(text: str, lang: Lang) -> str:
    """A text with its stiff phrases put plainly."""
    for found in reversed(stiff(text, lang)):
        text = f"{text[: found.start]}{found.instead}{text[found.end :]}"
    return text


@cache
def _pattern(which: Literal["stiff", "empty", "fashion"], lang: Lang) -> re.Pattern[str]:
    phrases: Iterable[str] = {"stiff": PLAINER[lang], "empty": _EMPTY[lang], "fashion": _FASHION[lang]}[which]
    longest_first = sorted(phrases, key=len, reverse=True)
    told = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{told})(?![\w-])", re.IGNORECASE)


def _key(found: str) -> str:
    return " ".join(found.casefold().split())


def _as(found: str, instead: str) -> str:
    return instead[0].upper() + instead[1:] if found[0].isupper() else instead
