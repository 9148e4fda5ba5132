"""Amounts as they are shown: rounded so that shown parts add up to their shown sum.

A sum is rounded on its own, halves away from zero; its parts are rounded down, and what is then missing goes to the parts that lost
most (the method of the largest remainder), the earlier of equals first. So a part is never further than one unit from its exact value,
and a part that needs no rounding stays as it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import product

from app.model.totals import ZERO, Totals


def to_unit(amount: Decimal, unit: Decimal) -> Decimal:
    """An amount as a whole number of units, halves away from zero; never a negative zero."""
    return (amount / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit or ZERO


def apportioned(parts: Sequence[Decimal], total: Decimal, unit: Decimal) -> tuple[Decimal, ...]:
    """The parts as whole numbers of units whose sum is `total`, itself the sum of the parts rounded to units."""
    around = [_around(part, unit) for part in parts]
    missing = int((total - sum((low for low, *_ in around), ZERO)) / unit)
    uneven = [index for index, found in enumerate(around) if len(found) > 1]
    raised = set(sorted(uneven, key=lambda index: around[index][0] - parts[index])[:missing])
    return tuple(found[-1] if index in raised else found[0] for index, found in enumerate(around))


def shown_totals(exact: Totals, unit: Decimal) -> Totals:
    """A calculation in whole units: every row and column adds up, and the sums of all costs and of all effects are rounded on their own.

    The net is the difference of what is shown. No amount, yearly sum or sum of a kind is a unit or more from its exact value."""
    years = exact.years
    running, investment, effects = (_row(each, years) for each in (exact.running, exact.investment, exact.effects))
    cells = _two_rows(running, investment, to_unit(exact.cost, unit), unit)
    return Totals(
        years=years,
        running=_by_year(years, [run for run, _ in cells]),
        investment=_by_year(years, [invest for _, invest in cells]),
        effects=_by_year(years, apportioned(effects, to_unit(exact.effect, unit), unit)),
    )


def _two_rows(
    first: Sequence[Decimal], second: Sequence[Decimal], total: Decimal, unit: Decimal
) -> tuple[tuple[Decimal, Decimal], ...]:
    """Two rows and the sums of their columns, rounded at once to a table whose sum is `total`.

    Column by column, every way is followed that keeps both rows and their sum, in the column and up to it, at one of the two whole
    numbers of units around the exact value. These sets lie within each other, so there always is such a way (controlled rounding,
    Cox 1987: the table is a network, whose corners are whole); of several, the one nearest the exact values is taken."""
    ways: dict[tuple[Decimal, Decimal], _Way] = {(ZERO, ZERO): _Way(ZERO, ())}
    so_far = (ZERO, ZERO)
    for cell in zip(first, second, strict=True):
        so_far = (so_far[0] + cell[0], so_far[1] + cell[1])
        found: dict[tuple[Decimal, Decimal], _Way] = {}
        for reached, way in ways.items():
            for one, other in product(_around(cell[0], unit), _around(cell[1], unit)):
                now = (reached[0] + one, reached[1] + other)
                if _near((one, other), cell, unit) and _near(now, so_far, unit):
                    off = way.off + (one - cell[0]) ** 2 + (other - cell[1]) ** 2 + (one + other - sum(cell, ZERO)) ** 2
                    if now not in found or off < found[now].off:
                        found[now] = _Way(off, (*way.cells, (one, other)))
        ways = found
    return min((way for reached, way in ways.items() if sum(reached, ZERO) == total), key=lambda way: way.off).cells


@dataclass(frozen=True, slots=True)
class _Way:
    """The rounded cells up to a column, and how far they lie from the exact ones in all."""

    off: Decimal
    cells: tuple[tuple[Decimal, Decimal], ...]


def _near(shown: tuple[Decimal, Decimal], exact: tuple[Decimal, Decimal], unit: Decimal) -> bool:
    """Whether both amounts and their sum are less than a unit from the exact ones."""
    pairs = (*zip(shown, exact, strict=True), (sum(shown, ZERO), sum(exact, ZERO)))
    return all(abs(one - other) < unit for one, other in pairs)


def _around(amount: Decimal, unit: Decimal) -> tuple[Decimal, ...]:
    """The whole numbers of units around an amount: one where it is whole itself."""
    low = (amount / unit).quantize(Decimal(1), ROUND_FLOOR) * unit
    return (low,) if low == amount else (low, low + unit)


def _row(amounts: Mapping[int, Decimal], years: Sequence[int]) -> tuple[Decimal, ...]:
    return tuple(amounts.get(year, ZERO) for year in years)


def _by_year(years: Sequence[int], amounts: Sequence[Decimal]) -> Mapping[int, Decimal]:
    return {year: amount for year, amount in zip(years, amounts, strict=True) if amount}
