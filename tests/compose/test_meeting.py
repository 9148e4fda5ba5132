"""A deck and its reports for one of the meetings on the way."""

from datetime import date, timedelta

from app.compose import Composer, compose_report
from app.compose.storyline import Slide
from app.model.base import FieldPath, Id, Lang, text
from app.model.blocks import CoverBlock, Passage, Steps
from app.model.project import Meeting, Outcome, Project
from app.model.route import DeadlineHabits
from app.project.edits import put
from tests.sample import KF, KS, TASK, TODAY, sample_project
from tests.sample_actions import key

AU = key(0x03)
BOARD_DAY, COUNCIL_DAY = date(2027, 6, 15), date(2027, 6, 28)


def slide(kind: str, project: Project, meeting: Id | None = None, today: date = TODAY, lang: Lang = "sv") -> Slide:
    return Composer(project, lang=lang, today=today, meeting=meeting).slide(kind)


def occasion(project: Project, today: date = TODAY, meeting: Id | None = None) -> str:
    (cover,) = (block for block in slide("cover", project, meeting, today).blocks if isinstance(block, CoverBlock))
    return cover.occasion.plain


def stations(project: Project, meeting: Id, today: date = COUNCIL_DAY) -> list[tuple[str, str]]:
    (steps,) = (block for block in slide("next-steps", project, meeting, today).blocks if isinstance(block, Steps))
    return [(mark.state, mark.text.plain) for mark in steps.steps]


def with_outcome(project: Project) -> Project:
    return put(project, f"decisions/{TASK}/outcome", Outcome(kind="approved", on=BOARD_DAY, minutes="§ 112"))


def paper(project: Project, meeting: Id | None = None, today: date = TODAY) -> dict[FieldPath, str]:
    """The paper's sections with what their passages say."""
    report = compose_report(project, lang="sv", today=today, kind="tjansteskrivelse", meeting=meeting)
    return {
        part.heading.plain: "\n".join(
            line.plain for block in part.blocks if isinstance(block, Passage) for line in block.text
        )
        for part in report.sections
    }


def with_committee() -> Project:
    """A committee prepares before the board and the council."""
    project = sample_project()
    committee = Meeting(id=AU, body=text("Arbetsutskottet", "Working Committee"), on=date(2027, 6, 8), decides=False)
    return put(project, "matter/route", (committee, *project.matter.route))


def test_it_is_for_the_next_meeting_that_decides_unless_another_is_chosen() -> None:
    project = with_committee()
    assert occasion(project).startswith("Kommunstyrelsen")
    assert occasion(project, BOARD_DAY).startswith("Kommunstyrelsen")
    assert occasion(project, BOARD_DAY + timedelta(days=1)).startswith("Kommunfullmäktige")
    assert occasion(project, meeting=KF).startswith("Kommunfullmäktige")
    assert occasion(project, COUNCIL_DAY + timedelta(days=1)).startswith("Kommunstyrelsen")


def test_the_paper_goes_to_the_body_that_is_chosen() -> None:
    report = compose_report(sample_project(), lang="sv", today=TODAY, kind="tjansteskrivelse", meeting=KF)
    assert any("Kommunfullmäktige" in value.plain for _, value in report.header)


def test_a_committee_prepares_what_others_decide() -> None:
    project = with_committee()
    assert slide("decisions", project, AU).title.plain.startswith("Arbetsutskottet bereder tre förslag till beslut")
    assert slide("decisions", project, AU, lang="en").title.plain.startswith(
        "The Working Committee considers three proposed decisions"
    )


def test_the_way_tells_what_the_bodies_before_did() -> None:
    project = sample_project()
    assert stations(project, KS) == [("now", "beslut"), ("goal", "beslut")]
    assert stations(project, KF) == [("passed", "beslut inte noterat"), ("now", "beslut")]
    assert stations(with_outcome(project), KF) == [("passed", "bifall"), ("now", "beslut")]
    assert stations(put(project, "decisions", project.decisions[:2]), KF)[0] == ("passed", "har föreslagit")
    assert stations(project, KF, TODAY)[0] == ("passed", "beslut")


def test_the_paper_tells_what_was_decided_before() -> None:
    head = "Tidigare beslut i ärendet"
    assert head not in paper(sample_project())
    told = paper(with_outcome(sample_project()), KF)[head].replace("\N{NO-BREAK SPACE}", " ")
    assert told.startswith("Kommunstyrelsen 15 juni 2027, § 112, bifall: uppdra åt kommundirektören")
    assert "beslutas då: uppdra" in paper(sample_project(), KF)[head]
    assert "beslut inte noterat: uppdra" in paper(sample_project(), KF, COUNCIL_DAY)[head]


def test_what_comes_after_is_reckoned_from_the_decision_that_is_awaited() -> None:
    route = sample_project().matter.route
    committee = Meeting(id=AU, body=text("Arbetsutskottet"), on=TODAY, decides=False)
    project = put(sample_project(), "matter/route", (committee, *route))
    assert slide("next-steps", project, AU).blocks[1] == slide("next-steps", project, KS).blocks[1]


def test_the_way_and_the_notes_tell_when_papers_go_out() -> None:
    project = put(sample_project(), "organisation/deadlines", DeadlineHabits(handing_in=10, sending_out=7))
    shown = [(state, text.replace("\N{NO-BREAK SPACE}", " ")) for state, text in stations(project, KS, TODAY)]
    assert shown == [("now", "beslut, utskick 8 juni"), ("goal", "beslut, utskick 21 juni")]
    assert stations(project, KS, date(2027, 6, 9))[0] == ("now", "beslut")
    told = slide("next-steps", project, KF).notes
    assert told is not None
    notes = [line.plain.replace("\N{NO-BREAK SPACE}", " ") for line in told.say]
    assert "Handlingar lämnas in senast 18 juni 2027: Kommunfullmäktige." in notes
