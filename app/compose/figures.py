"""Amounts beside each other: so many decimals that parts and sums agree as shown, where that is possible."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.language.format import SHIFT, USUAL_DECIMALS, rounded
from app.model.project import Scale
from app.model.totals import ZERO, Totals

#: How many decimals beyond the usual may be shown to make sums agree.
_MORE: Final = 2


@dataclass(frozen=True, slots=True)
class Places:
    """How many decimals a set of amounts is shown with, and whether some sum differs from its parts as shown."""

    decimals: int
    differs: bool


def places(scale: Scale, sums: Iterable[tuple[Sequence[Decimal], Decimal]]) -> Places:
    """The fewest decimals with which every part is seen and every sum agrees with its parts, else the usual ones.

    `sums` are pairs of parts and their sum, in the project's currency."""
    shift = -SHIFT[scale]
    found = [([part.scaleb(shift) for part in parts], total.scaleb(shift)) for parts, total in sums]
    usual = USUAL_DECIMALS[scale]
    for decimals in range(usual, usual + _MORE + 1):
        if all(_agrees(parts, total, decimals) for parts, total in found):
            return Places(decimals, differs=False)
    return Places(usual, differs=True)


def places_of(scale: Scale, sums: Totals) -> Places:
    """Decimals with which every row and every column of a calculation agrees with its sum."""
    years = sums.years
    costs, net = sums.costs, sums.net
    rows = [
        ([row.get(year, ZERO) for year in years], sum(row.values(), ZERO))
        for row in (sums.running, sums.investment, costs, sums.effects, net)
    ]
    columns = [
        pair
        for year in years
        for pair in (
            ([sums.running.get(year, ZERO), sums.investment.get(year, ZERO)], costs[year]),
            ([sums.effects.get(year, ZERO), -costs[year]], net[year]),
        )
    ]
    return places(scale, (*rows, *columns))


def _agrees(parts: Sequence[Decimal], total: Decimal, decimals: int) -> bool:
    shown = [rounded(part, decimals) for part in parts]
    if any(part and not seen for part, seen in zip(parts, shown, strict=True)):
        return False
    return sum(shown, Decimal(0)) == rounded(total, decimals)
