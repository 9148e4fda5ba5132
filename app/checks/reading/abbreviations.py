"""Abbreviations in capitals, and which of them a text explains."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

#: From two to six capitals, digits perhaps among them; what a hyphen joins counts by itself ("IT-stöd").
_ABBREVIATION: Final = re.compile(
    r"(?<![\w@#/.])(?=\w*[A-ZÅÄÖ]\w*[A-ZÅÄÖ])[A-ZÅÄÖ0-9]{2,6}(?:s|:s|:er|:n|:et)?(?![\w@/]|\.\w)"
)
_INFLECTION: Final = re.compile(r":?(?:s|er|n|et)$")
_ROMAN: Final = re.compile(r"[IVXLCDM]+")
_CAPITALS: Final = re.compile(r"[A-ZÅÄÖ]{3,}")
_INSIDE: Final = re.compile(r"\(([^()]{2,80})\)")
_WORD: Final = re.compile(r"[^\W\d_]+")
#: What every board member reads without a thought: money, places, law, and what the news write so.
KNOWN: Final = frozenset(
    [
        "AB",
        "ABC",
        "AI",
        "BNP",
        "CEO",
        "CFO",
        "CIO",
        "COO",
        "CTO",
        "DKK",
        "EES",
        "EU",
        "EUR",
        "FAQ",
        "FN",
        "GBP",
        "GDPR",
        "HR",
        "HTML",
        "IT",
        "KF",
        "KPI",
        "KS",
        "LED",
        "MBL",
        "MSEK",
        "NATO",
        "NOK",
        "OECD",
        "OK",
        "OSL",
        "PC",
        "PDF",
        "PR",
        "SEK",
        "SFS",
        "SKR",
        "SMS",
        "SOU",
        "SR",
        "SVT",
        "TF",
        "TSEK",
        "TV",
        "UK",
        "UN",
        "US",
        "USA",
        "USB",
        "USD",
        "VAT",
        "VD",
        "WHO",
        "AU",
        "KSAU",
        "KL",
        "LOU",
        "RSS",
        "URL",
        "WC",
        "ISO",
        "EEA",
        "EEC",
        "NGO",
        "PIN",
        "ID",
        "VAB",
        "BRP",
        "CV",
        "A4",
        "A3",
        "PIN-KOD",
        "Q1",
        "Q2",
        "Q3",
        "Q4",
        "TKR",
        "MKR",
        "MNKR",
        "SEKM",
        "SEKK",
        "ÅÄÖ",
    ]
)


@lru_cache(maxsize=8192)
def abbreviations(text: str) -> tuple[str, ...]:
    """The abbreviations of a text, each once, in their order. A line all in capitals has none, and roman numerals are none."""
    found: dict[str, None] = {}
    for line in text.splitlines():
        spelt = _WORD.findall(line)
        loud = sum(bool(_CAPITALS.fullmatch(word)) for word in spelt)
        if len(spelt) > 1 and loud * 2 > len(spelt):
            continue
        for one in _ABBREVIATION.findall(line):
            bare = _INFLECTION.sub("", one)
            if len(bare) > 1 and not _ROMAN.fullmatch(bare):
                found[bare] = None
    return tuple(found)


def explained(texts: Iterable[str]) -> frozenset[str]:
    """What texts explain: an abbreviation in brackets after its words ("fiktiv myndighet (FM)"), or with words in brackets after it."""
    return frozenset(one for text in texts for one in _explained(text))


@lru_cache(maxsize=8192)
def _explained(text: str) -> tuple[str, ...]:
    return tuple(_explanations(text))


def _explanations(text: str) -> Iterator[str]:
    for found in _INSIDE.finditer(text):
        inside = found[1]
        yield from abbreviations(inside) if len(_WORD.findall(inside)) <= 2 else ()
        before = _WORD.findall(text[: found.start()])[-1:]
        yield from abbreviations(" ".join(before)) if len(_WORD.findall(inside)) > 1 else ()


def initials(name: str) -> frozenset[str]:
    """How a name may be abbreviated: by the first letters of its words, or of its compound's parts as they are written ("KS")."""
    spelt = _WORD.findall(name)
    letters = "".join(word[0] for word in spelt).upper()
    return frozenset((letters,)) if len(letters) > 1 else frozenset()
