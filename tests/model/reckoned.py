"""An independent reckoning of a calculation, in fractions: what the program's own is held against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Final

from app.model.money import CostLine, RateHabits

_FIRST: Final = 2027
_CENTS: Final = (1, 5, 100, 1_000, 100_000, 1_000_000)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What the rows come to. Money to the hundredth; `by_year` holds running cost, investment and effects."""

    by_year: Mapping[int, tuple[Decimal, Decimal, Decimal]]
    by_certainty: Mapping[str, Decimal]
    net: Decimal
    payback: int | None
    present_value: Decimal | None
    depreciation: Mapping[int, Decimal]
    interest: Mapping[int, Decimal]
    remaining: Decimal


def random_rows(draw: Random) -> tuple[CostLine, ...]:
    """Rows as an organisation could have them: some empty, some in another currency, some tiny beside others."""
    rows: list[CostLine] = []
    for number in range(draw.choice((0, 1, 2, 3, 5, 9, 14))):
        step = draw.choice(_CENTS)
        years = draw.sample(range(_FIRST, _FIRST + 7), draw.randint(0, 5))
        foreign = draw.random() < 0.2
        rows.append(
            CostLine(
                id=f"{number:032x}",
                sign=draw.choice(("cost", "effect")),
                kind=draw.choice(("running", "investment")),
                certainty=draw.choice(("direct", "indirect", "hard-to-value")),
                amounts={year: Decimal(draw.randint(0, 50_000) * step) / 100 for year in years},
                currency="EUR" if foreign else None,
                rate=Decimal(draw.randint(1, 2_000_000)) / 100_000 if foreign and draw.random() < 0.9 else None,
                depreciation_years=draw.choice((None, None, 1, 3, 7)),
            )
        )
    return tuple(rows)


def random_rates(draw: Random) -> RateHabits:
    """Rates as organisations have them, and none at all."""
    return RateHabits(
        discount=draw.choice((None, Decimal(0), Decimal("3.5"), Decimal(4), Decimal("8.25"))),
        internal=draw.choice((Decimal(0), Decimal("1.75"), Decimal("2.5"))),
        depreciation_years=draw.choice((3, 5, 10)),
    )


def reckoned(rows: Sequence[CostLine], rates: RateHabits) -> Reckoned:
    """The rows reckoned anew, one amount at a time."""
    cells = [(row, year, _worth(row, amount)) for row in rows for year, amount in row.amounts.items()]
    named = sorted(year for _, year, _ in cells)
    years = range(named[0], named[-1] + 1) if named else range(0)
    by_year = {
        year: (
            _sum(cells, year, "cost", "running"), _sum(cells, year, "cost", "investment"),
            _sum(cells, year, "effect", None),
        )
        for year in years
    }  # fmt: skip
    certain = {
        certainty: _settled(
            sum((amount for row, _, amount in cells if row.sign == "effect" and row.certainty == certainty), Fraction())
        )
        for certainty in ("direct", "indirect", "hard-to-value")
    }
    gains = {
        year: Fraction(effect) - Fraction(run) - Fraction(invest) for year, (run, invest, effect) in by_year.items()
    }
    has_cost = any(run or invest for run, invest, _ in by_year.values())
    worn, charged, left = _capital(cells, years, rates)
    return Reckoned(
        by_year, certain, _settled(sum(gains.values(), Fraction())), _payback(gains) if has_cost else None,
        _present(gains, rates.discount), worn, charged, left,
    )  # fmt: skip


def _worth(row: CostLine, amount: Decimal) -> Fraction:
    rate = Decimal(1) if row.currency is None else row.rate or Decimal(0)
    return Fraction(_settled(Fraction(amount) * Fraction(rate)))


def _settled(amount: Fraction) -> Decimal:
    """To the hundredth, halves away from zero."""
    cents = abs(amount) * 100
    whole = (2 * cents.numerator + cents.denominator) // (2 * cents.denominator)
    return Decimal(whole if amount >= 0 else -whole) / 100


def _sum(cells: Sequence[tuple[CostLine, int, Fraction]], year: int, sign: str, kind: str | None) -> Decimal:
    found = (amount for row, its, amount in cells if its == year and row.sign == sign and kind in (None, row.kind))
    return _settled(sum(found, Fraction()))


def _payback(gains: Mapping[int, Fraction]) -> int | None:
    years = list(gains)
    so_far = [sum(list(gains.values())[: index + 1], Fraction()) for index in range(len(years))]
    return next((year for index, year in enumerate(years) if min(so_far[index:]) >= 0), None)


def _present(gains: Mapping[int, Fraction], rate: Decimal | None) -> Decimal | None:
    if rate is None or not gains:
        return None
    base = 1 + Fraction(rate) / 100
    return _settled(sum((gain / base**index for index, gain in enumerate(gains.values())), Fraction()))


def _capital(
    cells: Sequence[tuple[CostLine, int, Fraction]], years: range, rates: RateHabits
) -> tuple[Mapping[int, Decimal], Mapping[int, Decimal], Decimal]:
    worn, charged = ({year: Fraction() for year in years} for _ in range(2))
    left = Fraction()
    for row, paid, amount in cells:
        if (row.sign, row.kind) != ("cost", "investment"):
            continue
        value, yearly = amount, amount / Fraction(row.depreciation_years or rates.depreciation_years or 1)
        for year in (each for each in years if each > paid):
            if value <= 0:
                break
            charged[year] += value * Fraction(rates.internal or 0) / 100
            worn[year] += yearly
            value -= yearly
        left += value
    settled = tuple({year: _settled(amount) for year, amount in found.items()} for found in (worn, charged))
    return settled[0], settled[1], _settled(left)
