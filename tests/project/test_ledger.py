"""The ledger tells what was asked of whom, what the body had before it, what it decided, and what became of that."""

from datetime import date

from app.model.project import Outcome, Project
from app.project import edits
from app.project.editions import Kept, Occasion
from app.project.ids import new_id
from app.project.ledger import ledger
from app.project.references import mended
from app.services.editions import keep_edition, next_round
from tests.sample import KS, TODAY, sample_project
from tests.sample_actions import LAYER


def kept(project: Project, kind: str, day: date) -> Kept:
    """The project with an edition for the executive board."""
    meeting = next(one for one in project.matter.route if one.id == KS)
    return keep_edition(
        project, Occasion("sent" if kind == "sent" else "presented", meeting, "sv", "memo"), day, new_id
    )


def decided(project: Project, number: int, on: date) -> Project:
    """The project with one of its decisions taken by the executive board, and carried out by an action."""
    path = f"decisions/{project.decisions[number].id}"
    project = edits.put(project, f"{path}/meeting", KS)
    project = edits.put(project, f"{path}/actions", (LAYER,))
    return edits.put(project, f"{path}/outcome", Outcome(kind="approved", on=on, minutes="§ 142"))


def test_a_decision_is_told_with_what_the_body_had_before_it_and_what_became_of_it() -> None:
    sent = kept(sample_project(), "sent", TODAY)
    shown = kept(sent.project, "presented", TODAY)
    late = kept(shown.project, "sent", TODAY)
    project = decided(late.project, 0, date(2027, 6, 15))
    entry, *rest = ledger(project, late.contents)
    assert (entry.meeting.id if entry.meeting else "", entry.day) == (KS, date(2027, 6, 15))
    assert entry.before == project.editions[1]
    assert [action.status for action in entry.actions] == ["ongoing"]
    assert all(one.before is None for one in rest)


def test_an_edition_kept_for_a_later_day_was_not_before_the_body() -> None:
    shown = kept(sample_project(), "presented", TODAY)
    project = decided(shown.project, 0, date(2027, 6, 14))
    assert ledger(project, shown.contents)[0].before is None


def test_what_was_decided_last_quarter_is_told_in_the_next_with_actions_as_they_stand_now() -> None:
    last = decided(sample_project(), 0, date(2027, 6, 15))
    began = next_round(last, TODAY, new_id)
    project = edits.put(began.project, f"actions/{LAYER}/status", "done")
    entry = ledger(project, began.contents)[-1]
    assert entry.decision.id == last.decisions[0].id
    assert [action.status for action in entry.actions] == ["done"]
    assert len(ledger(project, began.contents)) == len(sample_project().decisions)
    assert len(ledger(project, {})) == len(project.decisions)


def test_how_a_decision_was_put_off_before_it_was_taken_is_told_too() -> None:
    tabled = decided(sample_project(), 0, TODAY)
    path = f"decisions/{tabled.decisions[0].id}/outcome"
    tabled = edits.put(tabled, path, Outcome(kind="tabled", on=TODAY))
    shown = kept(tabled, "presented", TODAY)
    project = edits.put(shown.project, path, Outcome(kind="approved", on=date(2027, 9, 1)))
    found = [entry.decision.outcome for entry in ledger(project, shown.contents)]
    assert [outcome.kind for outcome in found if outcome] == ["approved", "tabled"]


def test_an_action_that_is_gone_is_no_longer_tied_to_a_decision() -> None:
    project = decided(sample_project(), 0, TODAY)
    without = project.model_copy(update={"actions": tuple(one for one in project.actions if one.id != LAYER)})
    assert mended(without).decisions[0].actions == ()
