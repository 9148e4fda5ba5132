"""The figures of a whole project that are computed and never typed, each with the terms that it is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from app.model.mentions import Mentioned, mention_of
from app.model.project import Project
from app.model.reckoning import Reckoning, Sensitivity, as_today, project_reckoning
from app.model.terms import Term, row_term, sum_term

#: What can be computed of a project; sentences mention it by these names, what hangs on a row by that of the row.
ComputedKey = Literal[
    "cost",
    "running",
    "investment",
    "effect",
    "net",
    "payback",
    "present-value",
    "capital-cost",
    "as-today",
    "sensitivity",
]


@dataclass(frozen=True, slots=True)
class ComputedFigure:
    """A computed figure: an amount in the organisation's currency, or with the payback a fiscal year, None where there is none."""

    key: ComputedKey
    value: Decimal | int | None
    #: What it is made of, down to the fields that were typed or imported.
    term: Term
    #: The years that it is computed over.
    years: tuple[int, ...]
    #: Which row turns out worse, where that is what the figure is about.
    sensitivity: Sensitivity | None = None

    @property
    def mentioned(self) -> Mentioned:
        """The name by which sentences mention it."""
        return mention_of(self.sensitivity.entry.line.id, "worse") if self.sensitivity else self.key

    @property
    def rows(self) -> int:
        """How many rows it rests on."""
        return len({term.line.id for _, term in self.term.walk() if term.line})


def computed_figures(project: Project) -> tuple[ComputedFigure, ...]:
    """All that is computed of a project; what there are no rows or rates for is not among them."""
    reckoning = project_reckoning(project)
    return (*_sums(reckoning), *_by_rates(reckoning), *_of_today(project), *_sensitive(reckoning))


def _sums(reckoning: Reckoning) -> Iterator[ComputedFigure]:
    """The sums that there are rows for, their difference, and the year in which it turns."""
    years, sums = reckoning.totals.years, reckoning.totals
    found: tuple[tuple[ComputedKey, Term], ...] = (
        ("cost", reckoning.cost()),
        ("running", reckoning.running()),
        ("investment", reckoning.investment()),
        ("effect", reckoning.effect()),
    )
    for key, term in found:
        if term.amount:
            yield ComputedFigure(key, term.amount, term, years)
    if sums.cost and sums.effect:
        yield ComputedFigure("net", sums.net_total, reckoning.net(), years)
        by_year = sum_term("net", (reckoning.net(year) for year in years))
        yield ComputedFigure("payback", sums.payback_year, by_year, years)


def _by_rates(reckoning: Reckoning) -> Iterator[ComputedFigure]:
    """What the organisation's rates make of the rows."""
    years, present, capital = reckoning.totals.years, reckoning.present_value, reckoning.capital
    if present is not None:
        yield ComputedFigure("present-value", present.amount, present, years)
    if capital is not None and capital.total.amount:
        yield ComputedFigure("capital-cost", capital.total.amount, capital.total, years)


def _of_today(project: Project) -> Iterator[ComputedFigure]:
    term = as_today(project)
    if term is not None:
        years = sorted({each.year for _, each in term.walk() if each.part == "amount" and each.year is not None})
        yield ComputedFigure("as-today", term.amount, term, tuple(years))


def _sensitive(reckoning: Reckoning) -> Iterator[ComputedFigure]:
    for one in reckoning.sensitivity:
        yield ComputedFigure("sensitivity", -one.worse, row_term(one.entry), reckoning.totals.years, one)
