"""What became of a project is found by meaning, and nothing else with it."""

from datetime import date
from decimal import Decimal
from random import Random

import pytest

from app.model.base import text
from app.model.project import DatedValue, Outcome, Project
from app.project import edits
from app.project.compare import Change, compare, fallen_late
from app.project.compared import Comparison, Told
from tests.project.edited import drawn
from tests.sample import sample_project

SAMPLE = sample_project()
ACTION = f"actions/{SAMPLE.actions[0].id}"


def told(after: Project) -> Told:
    """The one change there is, in Swedish."""
    (one,) = Comparison(SAMPLE, after, "sv").told(compare(SAMPLE, after))
    return one


def test_nothing_is_told_of_what_stayed() -> None:
    assert compare(SAMPLE, sample_project()) == ()


@pytest.mark.parametrize("seed", range(8))
def test_each_of_many_edits_is_found_and_no_other(seed: int) -> None:
    after, paths = drawn(SAMPLE, Random(seed), 20)
    covered = [path for change in compare(SAMPLE, after) for path in change.paths]
    assert sorted(covered) == sorted(paths)


def test_an_action_done_is_better_and_one_put_off_is_worse() -> None:
    done = edits.put(SAMPLE, f"{ACTION}/status", "done")
    assert (told(done).after, told(done).change.course) == ("Klar", "better")
    put_off = edits.put(SAMPLE, f"{ACTION}/due", date(2031, 1, 1))
    assert told(put_off).change.course == "worse"


def test_cost_is_told_as_a_sum_and_by_how_much_it_moved() -> None:
    line = SAMPLE.actions[0].lines[0]
    (year,) = list(line.amounts)[:1]
    dearer = edits.put(SAMPLE, f"{ACTION}/lines/{line.id}/amounts/{year}", line.amounts[year] + 1_500_000)
    found = told(dearer)
    assert (found.change.topic, found.change.course, found.movement) == ("cost", "worse", "+1,5\N{NO-BREAK SPACE}mkr")


def test_a_risk_moves_as_one_though_both_its_steps_did() -> None:
    risk = SAMPLE.risks[1]
    graver = edits.put(edits.put(SAMPLE, f"risks/{risk.id}/likelihood", 5), f"risks/{risk.id}/consequence", 5)
    found = told(graver)
    assert (found.after, found.change.course) == ("25", "worse")


def test_a_kpi_moves_towards_its_target_or_away() -> None:
    action = next(each for each in SAMPLE.actions for kpi in each.kpis if kpi.target is not None)
    kpi = next(each for each in action.kpis if each.target is not None)
    values = (*kpi.values, DatedValue(on=date(2030, 1, 1), value=kpi.target or Decimal(0)))
    with_first = (DatedValue(on=date(2027, 1, 1), value=kpi.baseline or Decimal(0)),)
    before = edits.put(SAMPLE, f"actions/{action.id}/kpis/{kpi.id}/values", with_first)
    (change,) = compare(before, edits.put(before, f"actions/{action.id}/kpis/{kpi.id}/values", (*with_first, *values)))
    assert (change.topic, change.course) == ("kpi", "better")


def test_what_a_body_decided_is_told_with_day_and_paragraph() -> None:
    outcome = Outcome(kind="tabled", on=date(2026, 9, 15), minutes="§ 143")
    found = told(edits.put(SAMPLE, f"decisions/{SAMPLE.decisions[0].id}/outcome", outcome))
    assert found.after == "Bordlagt 15\N{NO-BREAK SPACE}sep.\N{NO-BREAK SPACE}2026, § 143"


def test_members_that_came_while_others_changed_places_are_both_told() -> None:
    after = edits.move(SAMPLE, "risks", SAMPLE.risks[-1].id, 0)
    after = edits.add(after, "risks", SAMPLE.risks[0].model_copy(update={"id": "f" * 32, "title": text("Ny")}))
    assert {(change.kind, change.path) for change in compare(SAMPLE, after)} == {
        ("moved", "risks"),
        ("added", f"risks/{'f' * 32}"),
    }


def test_an_action_whose_day_passed_is_late_until_it_is_done() -> None:
    due = SAMPLE.actions[0].due
    assert due is not None
    day = due.replace(year=due.year + 1)
    assert Change(f"{ACTION}/due", "late", "action", "worse") in fallen_late(SAMPLE, date(2026, 1, 1), day)
    done = edits.put(SAMPLE, f"{ACTION}/status", "done")
    assert f"{ACTION}/due" not in {change.path for change in fallen_late(done, date(2026, 1, 1), day)}
