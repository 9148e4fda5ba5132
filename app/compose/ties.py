"""Holds together what must not be parted at a line's end, by no-break spaces: "16,6 mkr", "den 31 mars 2028", "etapp 1"."""

import re
from typing import Final

from app.language.format import NBSP

_UNIT: Final = r"(?:mkr|mnkr|tkr|kr|mdkr|[MTk]?(?:SEK|EUR|NOK|DKK|USD|GBP)|procent|per cent|km|kg|kWh|GB|TB)\b|%"
_MONTH: Final = (
    "(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    "|January|February|March|April|May|June|July|August|September|October|November|December)"
)
_NUMBERED: Final = (
    r"\b(?:[Ee]tapp|[Pp]unkt|[Bb]eslut|[Bb]ild|[Kk]v|[Pp]hase|[Ss]lide|[Dd]ecision|[Dd]ag|[Dd]ay|SEK|EUR|GBP|USD)"
)
_TIES: Final = (
    re.compile(rf"(\d) (?={_UNIT})"),
    re.compile(rf"({_NUMBERED}) (?=\d)"),
    re.compile(r"(§|\bden) (?=\d)"),
    re.compile(rf"(\d) (?={_MONTH}\b)"),
    re.compile(rf"(\b{_MONTH}) (?=\d{{4}}\b)"),
    re.compile(r"(\d) (?=\d{3}(?!\d))"),
)


def tied(text: str) -> str:
    """The text with no-break spaces where a number would lose its unit, its month or what it counts."""
    if not any(char.isdigit() for char in text):
        return text
    for tie in _TIES:
        text = tie.sub(rf"\g<1>{NBSP}", text)
    return text
