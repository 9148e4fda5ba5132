"""What a calculation comes to equals an independent reckoning, explains itself down to its fields, and adds up as it is shown."""

from collections.abc import Iterable
from decimal import Decimal
from random import Random

import pytest

from app.model.base import text
from app.model.money import CostLine, Origin, RateHabits
from app.model.reckoning import Reckoning, as_today, project_reckoning
from app.model.rounding import apportioned, shown_totals, to_unit
from app.model.terms import Entry, Term
from app.model.totals import Totals
from app.project.paths import value_at
from tests.model.reckoned import random_rates, random_rows, reckoned
from tests.sample import sample_project

RATES = RateHabits(discount=Decimal(4), internal=Decimal("2.5"), depreciation_years=5)


def reckoning(rows: Iterable[CostLine], rates: RateHabits = RATES) -> Reckoning:
    return Reckoning(tuple(Entry(f"actions/{'a' * 32}/lines/{row.id}", row) for row in rows), rates)


def row(number: int, sign: str, kind: str = "running", **amounts: int) -> CostLine:
    return CostLine.model_validate(
        {
            "id": f"{number:032x}",
            "sign": sign,
            "kind": kind,
            "amounts": {int(year[1:]): amount for year, amount in amounts.items()},
        }
    )


def hold(seed: int) -> None:
    draw = Random(seed)
    rows, rates = random_rows(draw), random_rates(draw)
    ours, theirs = reckoning(rows, rates), reckoned(rows, rates)
    sums = ours.totals
    assert {
        year: (sums.running.get(year, 0), sums.investment.get(year, 0), sums.effects.get(year, 0))
        for year in sums.years
    } == dict(theirs.by_year)
    for certainty in ("direct", "indirect", "hard-to-value"):
        assert ours.effects_of(certainty).amount == theirs.by_certainty[certainty]
    assert (ours.net().amount, sums.payback_year) == (theirs.net, theirs.payback)
    assert (ours.present_value.amount if ours.present_value else None) == theirs.present_value
    if ours.capital:
        for year in sums.years:
            depreciation, interest = ours.capital.in_year(year).terms
            assert (depreciation.amount, interest.amount) == (theirs.depreciation[year], theirs.interest[year])
        assert ours.capital.remaining == theirs.remaining
    for term in (ours.net(), ours.cost(), ours.effect()):
        assert_sums(term)
    for unit in (1, 1_000, 100_000, 1_000_000):
        assert_shown(sums, Decimal(unit))


def assert_sums(term: Term) -> None:
    for _, part in term.walk():
        if part.terms:
            assert sum(-each.amount if each.taken_away else each.amount for each in part.terms) == part.amount


def assert_shown(exact: Totals, unit: Decimal) -> None:
    shown = shown_totals(exact, unit)
    assert (shown.cost, shown.effect) == (to_unit(exact.cost, unit), to_unit(exact.effect, unit))
    for ours, theirs in (
        (shown.costs, exact.costs),
        (shown.running, exact.running),
        (shown.investment, exact.investment),
        (shown.effects, exact.effects),
    ):
        for year in exact.years:
            seen, true = ours.get(year, Decimal(0)), theirs.get(year, Decimal(0))
            assert seen % unit == 0
            assert abs(seen - true) < unit
        assert abs(sum(ours.values()) - sum(theirs.values())) < unit


@pytest.mark.parametrize("seed", range(30))
def test_a_random_calculation_equals_an_independent_reckoning_and_adds_up_as_shown(seed: int) -> None:
    hold(seed)


@pytest.mark.soak
def test_a_thousand_random_calculations_equal_an_independent_reckoning_and_add_up_as_shown() -> None:
    for seed in range(1_000):
        hold(seed)


def test_an_investment_costs_depreciation_and_interest_on_what_is_left_from_the_year_after() -> None:
    found = reckoning([row(1, "cost", "investment", y2027=6_000_000), row(2, "cost", y2030=1)]).capital
    assert found
    assert [found.in_year(year).amount for year in (2027, 2028, 2029, 2030)] == [0, 1_350_000, 1_320_000, 1_290_000]
    assert found.remaining == 2_400_000
    assert [term.amount for term in found.total.terms] == [3_600_000, 360_000]


def test_a_present_value_brings_later_years_back_to_the_first() -> None:
    found = reckoning([row(1, "cost", y2027=100), row(2, "effect", y2028=104, y2029=1_000)]).present_value
    assert found
    assert found.amount == Decimal("924.56")


def test_what_the_organisation_states_no_rate_for_is_not_reckoned() -> None:
    found = reckoning([row(1, "cost", "investment", y2027=6)], RateHabits())
    assert found.present_value is None
    assert found.capital is None


def test_the_two_largest_rows_say_what_becomes_of_the_net_when_they_turn_out_worse() -> None:
    rows = [row(1, "cost", y2027=100), row(2, "effect", y2028=150), row(3, "effect", y2028=10)]
    effect, cost = reckoning(rows).sensitivity
    assert (effect.worse, effect.better, effect.margin) == (30, 90, Decimal(-40))
    assert (cost.entry.line.id, cost.worse, cost.margin) == (rows[0].id, 40, 60)
    assert reckoning([row(1, "cost", y2027=100), row(2, "effect", y2028=110)]).sensitivity[0].payback_worse is None


def test_a_sum_leads_down_to_the_fields_and_cells_that_it_comes_from() -> None:
    project = sample_project()
    for _, term in project_reckoning(project).net().walk():
        if term.part == "amount":
            assert value_at(project, term.path) == term.amount
    cell = Origin(file="Kalkyl.xlsx", sheet="Lås", place="D14", read=project.created, sha256="0" * 64)
    imported = CostLine(
        id="0" * 32, sign="cost", what=text("Service"), amounts={2027: Decimal(5)}, origins={2027: cell}
    )
    leaves = [term for _, term in reckoning([imported]).running().walk() if not term.terms]
    assert [leaf.origin for leaf in leaves] == [cell]


def test_going_on_as_today_costs_what_its_alternative_costs_less_what_it_gives() -> None:
    project = sample_project()
    found = as_today(project)
    lines = [line for each in project.alternatives if each.as_today for line in each.lines]
    assert found
    assert found.amount == sum(line.total if line.sign == "cost" else -line.total for line in lines)


def test_what_is_missing_goes_to_the_parts_that_lost_most_the_earlier_first() -> None:
    parts = [Decimal(part) for part in ("1.4", "1.4", "1.4", "2")]
    assert apportioned(parts, Decimal(6), Decimal(1)) == (2, 1, 1, 2)
    assert apportioned([Decimal("-1.4"), Decimal("2.8")], Decimal(1), Decimal(1)) == (-2, 3)
