"""Sums that are computed and never typed, from exact values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from app.model.money import CostKind, CostLine, Sign
from app.model.project import Action, Project

ZERO = Decimal(0)


def sum_by_year(lines: Iterable[CostLine], sign: Sign, kind: CostKind | None = None) -> Mapping[int, Decimal]:
    """The amounts of one sign (and kind), summed per fiscal year, in order of years."""
    sums: dict[int, Decimal] = {}
    for line in lines:
        if line.sign == sign and kind in (None, line.kind):
            for year, amount in line.worth.items():
                sums[year] = sums.get(year, ZERO) + amount
    return dict(sorted(sums.items()))


@dataclass(frozen=True)
class Totals:
    """A calculation's sums, in the project's currency. Costs and effects are both positive; `net` is effects less costs."""

    years: tuple[int, ...]
    running: Mapping[int, Decimal]
    investment: Mapping[int, Decimal]
    effects: Mapping[int, Decimal]

    @property
    def costs(self) -> Mapping[int, Decimal]:
        """Running cost and investment together, per year."""
        return {year: self.running.get(year, ZERO) + self.investment.get(year, ZERO) for year in self.years}

    @property
    def net(self) -> Mapping[int, Decimal]:
        """Effects less costs, per year."""
        return {year: self.effects.get(year, ZERO) - cost for year, cost in self.costs.items()}

    @cached_property
    def cost(self) -> Decimal:
        """All costs of all years."""
        return sum(self.costs.values(), ZERO)

    @cached_property
    def effect(self) -> Decimal:
        """All effects of all years."""
        return sum(self.effects.values(), ZERO)

    @property
    def net_total(self) -> Decimal:
        """All effects less all costs."""
        return self.effect - self.cost

    @property
    def payback_year(self) -> int | None:
        """The first year by whose end effects have covered costs, and stay so; None when they do not, or nothing costs."""
        if not self.cost:
            return None
        running, found = ZERO, None
        for year, gain in self.net.items():
            running += gain
            found = (found or year) if running >= 0 else None
        return found


def totals(lines: Iterable[CostLine]) -> Totals:
    """The sums of a set of cost lines, over every year from the first to the last that has an amount."""
    kept = tuple(lines)
    named = [year for line in kept for year in line.amounts]
    years = tuple(range(min(named), max(named) + 1)) if named else ()
    return Totals(
        years=years,
        running=sum_by_year(kept, "cost", "running"),
        investment=sum_by_year(kept, "cost", "investment"),
        effects=sum_by_year(kept, "effect"),
    )


def live_actions(project: Project) -> tuple[Action, ...]:
    """The actions that count: all but the stopped."""
    return tuple(action for action in project.actions if action.status != "stopped")


def project_totals(project: Project) -> Totals:
    """The sums of all live actions."""
    return totals(line for action in live_actions(project) for line in action.lines)
