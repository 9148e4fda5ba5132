"""Amounts beside each other, rounded once: shown parts add up to shown sums.

So many decimals are shown that parts and sums agree as they are, where that is possible; else the parts are adjusted to their sums."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.language.format import SHIFT, USUAL_DECIMALS, rounded
from app.model.project import Scale
from app.model.rounding import apportioned, to_unit
from app.model.totals import ZERO

#: How many decimals beyond the usual may be shown to make sums agree.
_MORE: Final = 2


@dataclass(frozen=True, slots=True)
class Places:
    """How many decimals a set of amounts is shown with, and whether parts were adjusted to agree with their sums."""

    decimals: int
    adjusted: bool


@dataclass(frozen=True, slots=True)
class ShownParts:
    """Parts as they are shown, in the project's currency, set by set; those of a set add up to its sum as it is shown."""

    places: Places
    parts: tuple[tuple[Decimal, ...], ...]

    @property
    def decimals(self) -> int:
        """How many decimals all of them have."""
        return self.places.decimals


def unit_of(scale: Scale, decimals: int) -> Decimal:
    """What the last decimal that is shown is worth, in the project's currency."""
    return Decimal(1).scaleb(SHIFT[scale] - decimals)


def shown_parts(scale: Scale, *sets: Sequence[Decimal]) -> ShownParts:
    """Sets of parts that stand in one table, each with its sum."""
    places = fewest_places(scale, ((parts, sum(parts, ZERO)) for parts in sets))
    unit = unit_of(scale, places.decimals)
    return ShownParts(places, tuple(apportioned(parts, to_unit(sum(parts, ZERO), unit), unit) for parts in sets))


def fewest_places(scale: Scale, sums: Iterable[tuple[Sequence[Decimal], Decimal]]) -> Places:
    """The fewest decimals with which every part is seen and every sum agrees with its parts, else the usual ones.

    `sums` are pairs of parts and their sum, in the project's currency."""
    shift = -SHIFT[scale]
    found = [([part.scaleb(shift) for part in parts], total.scaleb(shift)) for parts, total in sums]
    usual = USUAL_DECIMALS[scale]
    for decimals in range(usual, usual + _MORE + 1):
        if all(_agrees(parts, total, decimals) for parts, total in found):
            return Places(decimals, adjusted=False)
    return Places(usual, adjusted=True)


def _agrees(parts: Sequence[Decimal], total: Decimal, decimals: int) -> bool:
    shown = [rounded(part, decimals) for part in parts]
    if any(part and not seen for part, seen in zip(parts, shown, strict=True)):
        return False
    return sum(shown, Decimal(0)) == rounded(total, decimals)
