"""Amounts beside each other: so many decimals that parts and sums agree as shown, where that is possible."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.compose.telling import Telling
from app.language.format import USUAL_DECIMALS, rounded

#: How many decimals beyond the usual may be shown to make sums agree.
_MORE: Final = 2


@dataclass(frozen=True, slots=True)
class Places:
    """How many decimals a set of amounts is shown with, and whether some sum differs from its parts as shown."""

    decimals: int
    differs: bool


def places(telling: Telling, sums: Iterable[tuple[Sequence[Decimal], Decimal]]) -> Places:
    """The fewest decimals with which every part is seen and every sum agrees with its parts, else the usual ones.

    `sums` are pairs of parts and their sum, in the project's currency."""
    scale = telling.project.organisation.scale
    found = [([telling.scaled(part) for part in parts], telling.scaled(total)) for parts, total in sums]
    usual = USUAL_DECIMALS[scale]
    for decimals in range(usual, usual + _MORE + 1):
        if all(_agrees(parts, total, decimals) for parts, total in found):
            return Places(decimals, differs=False)
    return Places(usual, differs=True)


def _agrees(parts: Sequence[Decimal], total: Decimal, decimals: int) -> bool:
    shown = [rounded(part, decimals) for part in parts]
    if any(part and not seen for part, seen in zip(parts, shown, strict=True)):
        return False
    return sum(shown, Decimal(0)) == rounded(total, decimals)
