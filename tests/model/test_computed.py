"""The figures that are computed of a project: each equals what its terms add up to, and leads down to fields."""

from decimal import Decimal

from app.model.computed import ComputedFigure, computed_figures
from app.model.money import RateHabits
from app.model.project import Project
from app.model.reckoning import as_today, project_reckoning
from app.project import edits
from tests.sample import sample_project
from tests.sample_actions import EXPAND, key


def with_rates() -> Project:
    rates = RateHabits(discount=Decimal(4), internal=Decimal("2.5"), depreciation_years=5)
    return edits.put(sample_project(), "organisation/rates", rates)


def found(project: Project, name: str) -> ComputedFigure | None:
    return next((figure for figure in computed_figures(project) if figure.key == name), None)


def test_each_figure_is_what_the_calculation_comes_to() -> None:
    project = with_rates()
    reckoning, today = project_reckoning(project), as_today(project)
    values = {figure.key: figure.value for figure in computed_figures(project) if figure.key != "sensitivity"}
    assert reckoning.present_value
    assert reckoning.capital
    assert values == {
        "cost": reckoning.totals.cost,
        "running": reckoning.running().amount,
        "investment": reckoning.investment().amount,
        "effect": reckoning.totals.effect,
        "net": reckoning.totals.net_total,
        "payback": reckoning.totals.payback_year,
        "present-value": reckoning.present_value.amount,
        "capital-cost": reckoning.capital.total.amount,
        **({"as-today": today.amount} if today else {}),
    }


def test_every_figure_leads_down_to_fields_of_the_project() -> None:
    project = with_rates()
    for figure in computed_figures(project):
        amounts = [part for _, part in figure.term.walk() if part.part == "amount"]
        assert amounts, figure.key
        for part in amounts:
            assert edits.get(project, part.path) == part.amount
        assert 0 < figure.rows <= len(amounts)


def test_what_there_are_no_rates_or_rows_for_is_left_out() -> None:
    names = {figure.key for figure in computed_figures(sample_project())}
    assert not names & {"present-value", "capital-cost"}
    bare = sample_project().model_copy(update={"actions": (), "alternatives": ()})
    assert computed_figures(bare) == ()


def test_a_row_without_a_rate_counts_for_nothing() -> None:
    project = edits.put(sample_project(), f"actions/{EXPAND}/lines/{key(0x83)}/currency", "EUR")
    before, after = found(sample_project(), "investment"), found(project, "investment")
    assert before
    assert after
    assert before.value == Decimal(str(after.value)) + Decimal(1_000_000)
