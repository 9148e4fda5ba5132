"""How a computed amount explains itself: a tree of what it is made of, down to the fields that were typed or imported."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from app.model.base import FieldPath
from app.model.money import Certainty, CostLine, Origin

#: What a term is; the words for it stand in the catalogue "calculation".
Part = Literal[
    "cost",
    "running",
    "investment",
    "effect",
    "direct",
    "indirect",
    "hard-to-value",
    "net",
    "present-value",
    "discounted",
    "capital-cost",
    "depreciation",
    "interest",
    "as-today",
    "row",
    "amount",
]


def to_hundredth(amount: Decimal | Fraction) -> Decimal:
    """An amount to the hundredth, halves away from zero; never a negative zero."""
    cents = abs(Fraction(amount)) * 100
    whole = (2 * cents.numerator + cents.denominator) // (2 * cents.denominator)
    return Decimal(whole if amount >= 0 else -whole).scaleb(-2)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a calculation and where it stands: `actions/<id>/lines/<id>`."""

    path: FieldPath
    line: CostLine


@dataclass(frozen=True, slots=True)
class Term:
    """An amount in the organisation's currency, and the terms it comes from.

    A sum adds its terms, those that are `taken_away` with the sign turned. `discounted`, `depreciation` and `interest` are reckoned
    from their one term by a rate or a time; a sum of those is rounded to the hundredth on its own."""

    part: Part
    amount: Decimal
    terms: tuple["Term", ...] = ()
    taken_away: bool = False
    year: int | None = None
    #: The field of an amount or a row; empty for what is computed.
    path: FieldPath = ""
    line: CostLine | None = None

    @property
    def origin(self) -> Origin | None:
        """Where an amount was read; None for what was typed or is computed."""
        return self.line.origins.get(self.year) if self.line and self.year is not None else None

    def walk(self, depth: int = 0) -> Iterator[tuple[int, "Term"]]:
        """The term and all below it with their depth, in order."""
        yield depth, self
        for term in self.terms:
            yield from term.walk(depth + 1)


def amount_term(entry: Entry, year: int, part: Part = "amount") -> Term:
    """One year's amount of a row."""
    return Term(part, entry.line.worth[year], year=year, path=f"{entry.path}/amounts/{year}", line=entry.line)


def row_term(entry: Entry, year: int | None = None) -> Term:
    """A row: all its years, or one."""
    years = sorted(entry.line.worth) if year is None else [year] if year in entry.line.worth else []
    terms = tuple(amount_term(entry, each) for each in years)
    total = sum((term.amount for term in terms), Decimal(0))
    return Term("row", total, terms, year=year, path=entry.path, line=entry.line)


def rows_term(part: Part, entries: Iterable[Entry], year: int | None = None) -> Term:
    """The sum of rows, over all years or in one; rows that have nothing there are no part of it."""
    rows = (row_term(entry, year) for entry in entries)
    return sum_term(part, (row for row in rows if row.terms), year)


def sum_term(part: Part, terms: Iterable[Term], year: int | None = None) -> Term:
    """A sum of terms with their signs."""
    kept = tuple(terms)
    total = sum((-term.amount if term.taken_away else term.amount for term in kept), Decimal(0))
    return Term(part, total, kept, year=year)


def certainties() -> tuple[Certainty, ...]:
    """How sure an effect can be, the surest first."""
    return ("direct", "indirect", "hard-to-value")
