"""Sums, net and payback are computed from exact values."""

from collections.abc import Mapping
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.model.money import CostKind, CostLine, Sign
from app.model.totals import live_actions, project_totals, totals
from tests.sample import sample_project

YEARS = st.dictionaries(st.integers(2025, 2035), st.decimals(0, 10**9, places=2), max_size=5)


def line(sign: Sign, kind: CostKind = "running", **amounts: int) -> CostLine:
    return CostLine(
        id="0" * 32, sign=sign, kind=kind, amounts={int(year[1:]): Decimal(sum_) for year, sum_ in amounts.items()}
    )


def test_years_run_without_gaps_from_the_first_amount_to_the_last() -> None:
    found = totals([line("cost", y2027=5, y2030=5)])
    assert found.years == (2027, 2028, 2029, 2030)
    assert found.costs[2028] == 0


def test_running_cost_and_investment_stand_apart_and_make_up_the_cost() -> None:
    found = totals([line("cost", y2027=3), line("cost", "investment", y2027=4), line("effect", y2027=10)])
    assert (found.running[2027], found.investment[2027], found.costs[2027]) == (3, 4, 7)
    assert (found.net[2027], found.net_total, found.effect) == (3, 3, 10)


def test_payback_is_the_year_from_which_effects_have_covered_costs_for_good() -> None:
    assert totals([line("cost", y2027=10), line("effect", y2028=6, y2029=6)]).payback_year == 2029
    back_and_forth = [line("cost", y2027=5, y2029=10), line("effect", y2027=5, y2028=5, y2030=5)]
    assert totals(back_and_forth).payback_year == 2030
    assert totals([line("cost", y2027=10), line("effect", y2028=6)]).payback_year is None


def test_nothing_pays_back_when_nothing_costs() -> None:
    assert totals([]).payback_year is None
    assert totals([]).years == ()
    assert totals([line("effect", y2027=6)]).payback_year is None


@given(YEARS, YEARS)
def test_the_sum_of_the_years_is_the_sum_of_the_lines(
    costs: Mapping[int, Decimal], effects: Mapping[int, Decimal]
) -> None:
    lines = (
        CostLine(id="0" * 32, sign="cost", amounts=costs),
        CostLine(id="1" * 32, sign="effect", amounts=effects),
    )
    found = totals(lines)
    assert found.cost == sum(costs.values())
    assert found.net_total == sum(effects.values()) - sum(costs.values())
    if found.payback_year is not None:
        assert sum(found.net[year] for year in found.years if year <= found.payback_year) >= 0


def test_a_stopped_action_counts_no_more() -> None:
    project = sample_project()
    first = project.actions[0]
    stopped = project.model_copy(
        update={"actions": (first.model_copy(update={"status": "stopped"}), *project.actions[1:])}
    )
    assert first not in live_actions(stopped)
    own = totals(first.lines)
    assert project_totals(project).cost - project_totals(stopped).cost == own.cost


def test_amounts_in_another_currency_are_counted_by_the_stated_rate_to_the_hundredth() -> None:
    licence = CostLine(id="0" * 32, sign="cost", amounts={2027: Decimal("10.05")}, currency="EUR", rate=Decimal("11.3"))
    assert totals([licence, line("cost", y2027=5)]).cost == Decimal("118.57")
    assert licence.total == Decimal("113.57")
