"""What a project's computed figures are shown as: decided once, so that every table, key figure, title and sentence says the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from app.language.places import Places, fewest_places, unit_of
from app.model.base import Id
from app.model.money import Certainty, CostLine
from app.model.project import Action, Project, Scale
from app.model.rounding import apportioned, shown_totals, to_unit
from app.model.terms import certainties
from app.model.totals import ZERO, Totals, live_actions, project_totals, totals


@dataclass(frozen=True, slots=True)
class ShownSums:
    """What a calculation comes to as it is shown, in the project's currency. Its parts add up to its sums, but for one so small that it
    would not be seen: that stands as it is."""

    cost: Decimal
    running: Decimal
    investment: Decimal
    effect: Decimal
    by_certainty: Mapping[Certainty, Decimal]
    #: The difference of the effect and the cost that are shown.
    net: Decimal


class ShownFigures:
    """The sums of all live actions, of each, and what else is reckoned, in as many decimals.

    The decimals are the fewest with which the years, the kinds, the certainties and the actions all agree with their sums; where there
    are none such, the usual ones, and parts are adjusted to their sums. `each` holds the exact sums of the live actions."""

    def __init__(self, live: Sequence[Action], scale: Scale, each: Sequence[Totals], exact: Totals) -> None:
        self._live = live
        self._scale: Scale = scale
        self._each = each
        #: The sums of all live actions, before rounding.
        self.exact = exact

    @cached_property
    def places(self) -> Places:
        """How many decimals everything is shown with, and whether parts were adjusted."""
        return fewest_places(self._scale, self._sets())

    @property
    def decimals(self) -> int:
        """How many decimals everything has."""
        return self.places.decimals

    @cached_property
    def unit(self) -> Decimal:
        """What the last decimal is worth, in the project's currency."""
        return unit_of(self._scale, self.decimals)

    @cached_property
    def totals(self) -> Totals:
        """The calculation of all live actions by year; every row and column adds up."""
        return shown_totals(self.exact, self.unit)

    @cached_property
    def whole(self) -> ShownSums:
        """What all live actions come to."""
        kinds = [sum(row.values(), ZERO) for row in (self.totals.running, self.totals.investment)]
        return self._sums(self._split, self.exact, kinds, self.totals.effect)

    @cached_property
    def by_action(self) -> Mapping[Id, ShownSums]:
        """What each live action comes to; they add up to the whole."""
        shown = zip(
            self._live,
            self._each,
            self._apportioned([one.cost for one in self._each]),
            self._apportioned([one.effect for one in self._each]),
            strict=True,
        )
        return {action.id: self._parted(action.lines, one, cost, effect) for action, one, cost, effect in shown}

    @cached_property
    def exact_by_action(self) -> Mapping[Id, Totals]:
        """The sums of each live action, before rounding."""
        return {action.id: sums for action, sums in zip(self._live, self._each, strict=True)}

    def alone(self, lines: Sequence[CostLine]) -> ShownSums:
        """What a calculation comes to that is no part of the whole: an alternative's, a stopped action's."""
        sums = totals(lines)
        return self._parted(lines, sums, self.rounded(sums.cost), self.rounded(sums.effect))

    def parts(self, exact: Sequence[Decimal], total: Decimal) -> tuple[Decimal, ...]:
        """The exact parts of a shown sum as they are shown beside it; of a sum that stands as it is, as they are."""
        return tuple(exact) if total % self.unit else apportioned(exact, total, self.unit)

    def rounded(self, amount: Decimal) -> Decimal:
        """An amount that is part of no sum."""
        return to_unit(amount, self.unit)

    def decimals_of(self, amount: Decimal) -> int | None:
        """With how many decimals a shown amount is written; None for one that stands as it is, since it would not be seen."""
        return None if amount % self.unit else self.decimals

    @cached_property
    def _split(self) -> Mapping[Certainty, Decimal]:
        return _by_certainty(line for action in self._live for line in action.lines)

    def _sets(self) -> Iterator[tuple[Sequence[Decimal], Decimal]]:
        """The parts that stand beside each other, each set with its sum."""
        sums, years = self.exact, self.exact.years
        for row in (sums.running, sums.investment, sums.costs, sums.effects, sums.net):
            yield [row.get(year, ZERO) for year in years], sum(row.values(), ZERO)
        costs, net = sums.costs, sums.net
        for year in years:
            yield [sums.running.get(year, ZERO), sums.investment.get(year, ZERO)], costs[year]
            yield [sums.effects.get(year, ZERO), -costs[year]], net[year]
        yield [one.cost for one in self._each], sums.cost
        yield [one.effect for one in self._each], sums.effect
        yield tuple(self._split.values()), sums.effect

    def _parted(self, lines: Sequence[CostLine], exact: Totals, cost: Decimal, effect: Decimal) -> ShownSums:
        """A calculation whose cost and effect are shown so, the parts apportioned to them."""
        kinds = apportioned(_kinds(exact), cost, self.unit)
        return self._sums(_by_certainty(lines), exact, kinds, effect)

    def _sums(
        self, split: Mapping[Certainty, Decimal], exact: Totals, kinds: Sequence[Decimal], effect: Decimal
    ) -> ShownSums:
        cost = sum(kinds, ZERO)
        running, investment = (shown or as_is for shown, as_is in zip(kinds, _kinds(exact), strict=True))
        parts = apportioned(tuple(split.values()), effect, self.unit)
        return ShownSums(
            cost=cost or exact.cost,
            running=running,
            investment=investment,
            effect=effect or exact.effect,
            by_certainty={one: part or split[one] for one, part in zip(split, parts, strict=True)},
            net=effect - cost if effect or cost else exact.net_total,
        )

    def _apportioned(self, parts: Sequence[Decimal]) -> tuple[Decimal, ...]:
        return apportioned(parts, self.rounded(sum(parts, ZERO)), self.unit)


def shown_figures(project: Project) -> ShownFigures:
    """What a project's computed figures are shown as."""
    live = live_actions(project)
    return ShownFigures(
        live, project.organisation.scale, tuple(totals(action.lines) for action in live), project_totals(project)
    )


def _kinds(sums: Totals) -> tuple[Decimal, Decimal]:
    """Running cost and investment of all years."""
    return sum(sums.running.values(), ZERO), sum(sums.investment.values(), ZERO)


def _by_certainty(lines: Iterable[CostLine]) -> Mapping[Certainty, Decimal]:
    """The effects by how sure they are, the surest first."""
    sums: dict[Certainty, Decimal] = dict.fromkeys(certainties(), ZERO)
    for line in lines:
        if line.sign == "effect":
            sums[line.certainty] += line.total
    return sums
