"""The amounts of money that a sentence says: "7,7 mkr", "SEK 13.4m", "2 500 kr". Each is as exact as it is written."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from app.model.base import Lang

_GAP: Final = r"[ \u00a0\u202f]"
_SWEDISH: Final = re.compile(
    rf"(?<![\d,.])(\d{{1,3}}(?:{_GAP}\d{{3}})+|\d+)(?:,(\d+))?{_GAP}?"
    r"(mdkr|miljarder|mkr|mnkr|miljoner|msek|tkr|ksek|kronor|kr|sek)\b",
    re.IGNORECASE,
)
_ENGLISH: Final = re.compile(
    rf"(?:\b(?:SEK|EUR|NOK|DKK|GBP|USD|MSEK)|€|£|\$){_GAP}?(\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.(\d+))?"
    rf"(?:{_GAP}?(bn|billion|m|million|k|thousand)\b)?",
)
#: The power of ten of each unit; those that are missing count single kronor, euros.
_POWERS: Final[Mapping[str, int]] = {
    "mdkr": 9, "miljarder": 9, "bn": 9, "billion": 9,
    "mkr": 6, "mnkr": 6, "miljoner": 6, "msek": 6, "m": 6, "million": 6,
    "tkr": 3, "ksek": 3, "k": 3, "thousand": 3,
}  # fmt: skip


class Said(NamedTuple):
    """An amount as a sentence says it, and by how much the exact one may differ from it."""

    amount: Decimal
    slack: Decimal


def amounts_in(text: str, lang: Lang) -> tuple[Said, ...]:
    """The amounts that a sentence says, in order."""
    found = (_SWEDISH if lang == "sv" else _ENGLISH).finditer(text)
    return tuple(_said(match[1], match[2] or "", (match[3] or "").lower()) for match in found)


def _said(whole: str, decimals: str, unit: str) -> Said:
    power = _POWERS.get(unit, 0)
    digits = re.sub(r"\D", "", whole)
    amount = Decimal(f"{digits}.{decimals or 0}").scaleb(power)
    return Said(amount, Decimal(5).scaleb(power - len(decimals) - 1))


def near(said: Said, amounts: Iterable[Decimal]) -> bool:
    """Whether a sentence may mean one of the amounts."""
    return any(abs(abs(amount) - said.amount) <= said.slack for amount in amounts)
