"""Papers that are due within days, that ought to have been sent out, and that were."""

from datetime import date, timedelta

from app.checks.rules.competence.papers_due import RULE
from app.model.editions import EditionKind
from app.model.project import Project
from app.model.route import DeadlineHabits
from app.project.editions import Occasion, keep
from app.project.edits import put
from app.project.ids import new_id
from app.services.checks import check
from app.services.export import Choices
from tests.sample import KS, sample_project

#: Handed in on 1 June, sent out on 8 June, for the board of 15 June.
HABITS = DeadlineHabits(handing_in=14, sending_out=7)


def found(today: date, project: Project) -> list[str]:
    """What is found of the board's papers."""
    findings = check(project, {}, Choices("sv", today))
    return [
        each.told("sv").replace("\N{NO-BREAK SPACE}", " ")
        for each in findings
        if each.rule.id == RULE.id and f"route/{KS}/" in each.at
    ]


def with_habits() -> Project:
    return put(sample_project(), "organisation/deadlines", HABITS)


def kept(kind: EditionKind) -> Project:
    project = with_habits()
    board = project.matter.route[0]
    return keep(project, Occasion(kind, board, "sv", "memo"), date(2027, 6, 8), "1", new_id).project


def test_what_is_due_soon_is_told_from_five_days_before() -> None:
    assert found(date(2027, 5, 26), with_habits()) == []
    assert found(date(2027, 5, 27), with_habits()) == [
        "Handlingarna till Kommunstyrelsen ska lämnas in senast 1 juni 2027."
    ]
    assert found(date(2027, 6, 3), with_habits()) == ["Handlingarna till Kommunstyrelsen ska skickas ut 8 juni 2027."]


def test_what_was_not_sent_out_in_time_is_told_until_the_meeting() -> None:
    (told,) = found(date(2027, 6, 9), with_habits())
    assert told == "Handlingarna till Kommunstyrelsen är inte sparade som utsända, fast utskicket var 8 juni 2027."
    assert found(date(2027, 6, 15) + timedelta(days=1), with_habits()) == []


def test_what_is_kept_as_sent_out_is_done() -> None:
    assert found(date(2027, 6, 9), kept("sent")) == []
    assert found(date(2027, 6, 9), kept("presented")) != []
