"""What an investment costs by the year: depreciation and internal interest, as municipalities and regions reckon it.

The convention: straight-line depreciation of the whole amount (RKR R4, *Materiella anläggningstillgångar*: linear unless something
else shows the use better), and internal interest on the remaining book value at the beginning of each year (SKR's recommendation on
internränta, the nominal method). An investment is taken into use at the end of the fiscal year in which it is paid, so that the first
year of depreciation is the year after. It is reckoned in fractions, so that nothing is
rounded on the way."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, get_args

from app.model.money import RateHabits
from app.model.terms import Entry, Term, amount_term, sum_term, to_hundredth

_CapitalPart = Literal["depreciation", "interest"]
_PARTS: Final[tuple[_CapitalPart, ...]] = get_args(_CapitalPart)


@dataclass(frozen=True, slots=True)
class CapitalYear:
    """A fiscal year of an investment: the book value at its beginning, and what the year costs."""

    year: int
    opening: Fraction
    depreciation: Fraction
    interest: Fraction


def capital_years(amount: Decimal, paid: int, years: int, internal: Decimal) -> Iterator[CapitalYear]:
    """The years of an amount paid in one fiscal year, written off over `years` at `internal` per cent a year."""
    yearly = Fraction(amount) / years
    for passed in range(years):
        opening = yearly * (years - passed)
        yield CapitalYear(paid + 1 + passed, opening, yearly, opening * Fraction(internal) / 100)


@dataclass(frozen=True, slots=True)
class CapitalCost:
    """Depreciation and interest of a set of investments in each year of the calculation, and the book value left at its end."""

    years: tuple[int, ...]
    entries: tuple[Entry, ...]
    internal: Decimal
    usual_years: int | None

    def in_year(self, year: int) -> Term:
        """A year's capital cost: its depreciation and its interest, each from the investments it comes of."""
        return sum_term("capital-cost", (self._part(part, (year,), year) for part in _PARTS), year)

    @property
    def total(self) -> Term:
        """The capital cost of all years of the calculation: depreciation and interest, each from the investments it comes of."""
        return sum_term("capital-cost", (self._part(part, self.years) for part in _PARTS))

    @property
    def remaining(self) -> Decimal:
        """The book value left when the calculation's last year has ended, to the hundredth."""
        last = self.years[-1]
        left = (
            Fraction(source.amount) - sum((each.depreciation for each in found if each.year <= last), Fraction())
            for source, found in self._investments()
        )
        return to_hundredth(sum(left, Fraction()))

    def _part(self, part: _CapitalPart, years: Collection[int], year: int | None = None) -> Term:
        """Depreciation or interest of some years, one term an investment; the sum is rounded, not its terms."""
        exact, terms = Fraction(), list[Term]()
        for source, found in self._investments():
            of_years = [each for each in found if each.year in years]
            amount = sum(
                (each.depreciation if part == "depreciation" else each.interest for each in of_years), Fraction()
            )
            if amount:
                exact += amount
                terms.append(Term(part, to_hundredth(amount), (source,), year=year))
        return Term(part, to_hundredth(exact), tuple(terms), year=year)

    def _investments(self) -> Iterator[tuple[Term, tuple[CapitalYear, ...]]]:
        for entry in self.entries:
            written_off = entry.line.depreciation_years or self.usual_years
            for paid, amount in sorted(entry.line.worth.items()):
                if amount and written_off:
                    yield amount_term(entry, paid), tuple(capital_years(amount, paid, written_off, self.internal))


def capital_cost(entries: Sequence[Entry], years: tuple[int, ...], rates: RateHabits) -> CapitalCost | None:
    """The capital cost of what is invested, over the calculation's years. None when nothing is invested, or when the internal rate or
    some investment's time of depreciation is not stated."""
    invested = tuple(
        entry
        for entry in entries
        if entry.line.sign == "cost" and entry.line.kind == "investment" and any(entry.line.amounts.values())
    )
    stated = all(entry.line.depreciation_years or rates.depreciation_years for entry in invested)
    if not invested or not stated or rates.internal is None:
        return None
    return CapitalCost(years, invested, rates.internal, rates.depreciation_years)
