"""The sums that a project's calculations give, so that sentences about money can be held against them."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import accumulate, combinations

from app.model.money import CostLine
from app.model.project import Project
from app.model.totals import Totals, live_actions, totals


def sums_of(project: Project) -> frozenset[Decimal]:
    """Every sum that a sentence may say without contradicting the calculations: of the whole, of each part and kind, of each run of
    years, what is asked for, the differences between alternatives, and the figures."""
    return frozenset(abs(amount) for amount in _sums(project))


def nets_of(project: Project) -> frozenset[Decimal]:
    """What is left of effects when costs are drawn: of the whole, and of each action and alternative, for each run of years."""
    calculations = (totals(lines) for lines in _calculations(project))
    return frozenset(abs(net) for sums in calculations for net in _runs(sums.net))


def _calculations(project: Project) -> Iterator[tuple[CostLine, ...]]:
    live = live_actions(project)
    yield tuple(line for action in live for line in action.lines)
    yield from (action.lines for action in live)
    yield from (way.lines for way in project.alternatives)


def _sums(project: Project) -> Iterator[Decimal]:
    ways = [totals(way.lines) for way in project.alternatives]
    for lines in _calculations(project):
        yield from _of(totals(lines))
        yield from _of_lines(lines)
    for one, other in combinations([*ways, totals(line for act in live_actions(project) for line in act.lines)], 2):
        yield from (one.cost - other.cost, one.effect - other.effect, one.net_total - other.net_total)
    asked = [decision.amount for decision in project.decisions if decision.amount is not None]
    yield from (*asked, sum(asked, Decimal(0)))
    for kind in ("running", "investment"):
        yield sum((each.amount or Decimal(0) for each in project.decisions if each.amount_kind == kind), Decimal(0))
    yield from (figure.value for figure in project.figures if figure.value is not None)


def _of(sums: Totals) -> Iterator[Decimal]:
    for by_year in (sums.running, sums.investment, sums.effects, sums.costs, sums.net):
        yield from _runs(by_year)


def _of_lines(lines: Iterable[CostLine]) -> Iterator[Decimal]:
    """The sums of a calculation's rows, and of its effects by how sure they are."""
    kept = tuple(lines)
    yield from (amount for line in kept for amount in _runs(line.worth))
    for certainty in ("direct", "indirect", "hard-to-value"):
        yield sum((line.total for line in kept if line.sign == "effect" and line.certainty == certainty), Decimal(0))


def _runs(by_year: Mapping[int, Decimal]) -> Iterator[Decimal]:
    """The sums of every run of years that follow on each other in the mapping."""
    amounts = [by_year[year] for year in sorted(by_year)]
    for first in range(len(amounts)):
        yield from accumulate(amounts[first:])
