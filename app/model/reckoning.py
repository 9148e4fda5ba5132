"""What a calculation comes to: computed from its rows and never typed. Amounts in the organisation's currency; see docs/figures.md."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final

from app.model.capital import CapitalCost, capital_cost
from app.model.money import Certainty, RateHabits
from app.model.project import Action, Alternative, Project
from app.model.terms import Entry, Part, Term, certainties, rows_term, sum_term, to_hundredth
from app.model.totals import Totals, live_actions, totals

#: By how much the figures that matter most are turned for the worse and the better, in per cent.
SWING: Final = 20
#: How many figures' sensitivity is shown.
_MOST: Final = 2


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What becomes of the net when a row turns out otherwise: an effect smaller, or a cost larger."""

    entry: Entry
    total: Decimal
    #: Effects less costs when the row is `SWING` per cent worse, and as much better.
    worse: Decimal
    better: Decimal
    #: The first year in which effects have covered costs for good when the row is worse; None when none has.
    payback_worse: int | None
    #: How many per cent the row can change before effects no longer cover costs, below zero a fall; None when they do not as it is.
    margin: Decimal | None


@dataclass(frozen=True)
class Reckoning:
    """A set of rows, reckoned with the organisation's rates."""

    entries: tuple[Entry, ...]
    rates: RateHabits

    @cached_property
    def totals(self) -> Totals:
        """The sums per year and kind."""
        return totals(entry.line for entry in self.entries)

    def running(self, year: int | None = None) -> Term:
        """Running cost, of all years or one."""
        return self._costs("running", year)

    def investment(self, year: int | None = None) -> Term:
        """Investment, of all years or one."""
        return self._costs("investment", year)

    def cost(self, year: int | None = None) -> Term:
        """Running cost and investment together."""
        return sum_term("cost", (self.running(year), self.investment(year)), year)

    def effects_of(self, certainty: Certainty, year: int | None = None) -> Term:
        """The effects that are as sure as that."""
        found = (entry for entry in self.entries if entry.line.sign == "effect" and entry.line.certainty == certainty)
        return rows_term(certainty, found, year)

    def effect(self, year: int | None = None) -> Term:
        """The effects, by how sure they are: what shows the sum shows the split too."""
        parts = (self.effects_of(certainty, year) for certainty in certainties())
        return sum_term("effect", (part for part in parts if part.terms), year)

    def net(self, year: int | None = None) -> Term:
        """Effects less costs."""
        return sum_term("net", (self.effect(year), _against(self.cost(year))), year)

    @cached_property
    def present_value(self) -> Term | None:
        """Net present value: each year's effects less costs, divided by (1 + rate) once for each year after the first.

        The first fiscal year is not discounted. None when the organisation states no rate, or nothing is reckoned."""
        if self.rates.discount is None or not self.totals.years:
            return None
        first, base = self.totals.years[0], 1 + Fraction(self.rates.discount) / 100
        factors = {year: 1 / base ** (year - first) for year in self.totals.years}
        exact = sum((Fraction(self.net(year).amount) * factor for year, factor in factors.items()), Fraction())
        terms = tuple(self._discounted(year, factor) for year, factor in factors.items())
        return Term("present-value", to_hundredth(exact), terms)

    @cached_property
    def capital(self) -> CapitalCost | None:
        """Depreciation and internal interest; None when there is none, or the organisation does not state what it takes."""
        return capital_cost(self.entries, self.totals.years, self.rates)

    @cached_property
    def sensitivity(self) -> tuple[Sensitivity, ...]:
        """The two rows whose change changes the net most, the largest first; the earlier of equals first."""
        weighed = sorted(self.entries, key=lambda entry: -entry.line.total)
        return tuple(self.sensitivity_to(entry) for entry in weighed[:_MOST] if entry.line.total)

    def sensitivity_to(self, entry: Entry) -> Sensitivity:
        """What becomes of the net when a row that has amounts turns out otherwise."""
        total, net = entry.line.total, self.totals.net_total
        is_effect = entry.line.sign == "effect"
        swing = to_hundredth(total * SWING / 100)
        margin = net * 100 / total if net >= 0 else None
        return Sensitivity(
            entry, total, net - swing, net + swing,
            self._payback_when(entry, 100 - SWING if is_effect else 100 + SWING),
            -margin if margin is not None and is_effect else margin,
        )  # fmt: skip

    def _costs(self, part: Part, year: int | None) -> Term:
        found = (entry for entry in self.entries if entry.line.sign == "cost" and entry.line.kind == part)
        return rows_term(part, found, year)

    def _discounted(self, year: int, factor: Fraction) -> Term:
        net = self.net(year)
        return Term("discounted", to_hundredth(Fraction(net.amount) * factor), (net,), year=year)

    def _payback_when(self, entry: Entry, per_cent: int) -> int | None:
        amounts = {year: amount * per_cent / 100 for year, amount in entry.line.amounts.items()}
        changed = entry.line.model_copy(update={"amounts": amounts})
        return totals(changed if other is entry else other.line for other in self.entries).payback_year


def _against(term: Term) -> Term:
    return Term(term.part, term.amount, term.terms, taken_away=True, year=term.year)


def entries_of(owners: Iterable[Action | Alternative], collection: str) -> tuple[Entry, ...]:
    """The rows of actions ("actions") or alternatives ("alternatives") with their paths."""
    return tuple(
        Entry(f"{collection}/{owner.id}/lines/{line.id}", line)
        for owner in owners
        for line in owner.lines
        if line.amounts
    )


def project_reckoning(project: Project) -> Reckoning:
    """The calculation of all live actions."""
    return Reckoning(entries_of(live_actions(project), "actions"), project.organisation.rates)


def way_as_today(project: Project) -> Alternative | None:
    """The alternative that is to go on as today; None when it is not among them."""
    return next((alternative for alternative in project.alternatives if alternative.as_today), None)


def as_today(project: Project) -> Term | None:
    """What it costs to go on as today: the costs of that alternative less its effects. None when it is not among the alternatives, or has
    no amounts."""
    found = way_as_today(project)
    reckoning = Reckoning(entries_of((found,) if found else (), "alternatives"), project.organisation.rates)
    if not reckoning.entries:
        return None
    return sum_term("as-today", (reckoning.cost(), _against(reckoning.effect())))
