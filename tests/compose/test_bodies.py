"""How the decisions of a body begin, at each meeting on the way."""

from datetime import date

import pytest

from app.compose.asked import asked
from app.compose.bodies import within
from app.compose.telling import Telling
from app.library.decision_wordings import usual_wordings
from app.model.base import Id, Lang, Text, text
from app.model.project import Meeting, OrganisationKind, Outcome, Project
from app.model.route import BodyWords
from app.project.edits import put
from tests.sample import KF, KS, TASK, TODAY, sample_project
from tests.sample_actions import key

AU = key(0x03)


def unworded(kind: OrganisationKind = "municipality", words: BodyWords | None = None) -> Project:
    """The sample whose meetings say nothing of how their decisions begin."""
    project = sample_project()
    route = tuple(meeting.model_copy(update={"wording": Text()}) for meeting in project.matter.route)
    project = put(put(project, "matter/route", route), "organisation/kind", kind)
    return put(project, "organisation/wording", words or BodyWords())


def with_committee(*, board_decides: bool = True) -> Project:
    """A committee prepares before the board and the council."""
    project = unworded()
    committee = Meeting(id=AU, body=text("Arbetsutskottet", "Working Committee"), on=date(2027, 6, 8), decides=False)
    board, council = project.matter.route
    return put(project, "matter/route", (committee, board.model_copy(update={"decides": board_decides}), council))


def heads(project: Project, lang: Lang = "sv", meeting: Id | None = None) -> list[str]:
    return [group.head.plain for group in asked(Telling(project, lang, TODAY, meeting=meeting))]


def test_a_board_proposes_to_the_council_and_decides_its_own_part() -> None:
    assert heads(unworded()) == [
        "Kommunstyrelsen föreslår kommunfullmäktige besluta att",
        "Kommunstyrelsen beslutar för egen del att",
    ]
    assert heads(unworded(), "en") == [
        "The Municipal Executive Board proposes that the Municipal Council",
        "The Municipal Executive Board decides for its own part to",
    ]


def test_a_company_resolves_and_an_agency_decides() -> None:
    assert heads(unworded("company"), "en")[1] == "The Municipal Executive Board resolves to"
    assert heads(unworded("agency"))[1] == "Kommunstyrelsen beslutar att"


def test_the_organisations_own_wording_stands_before_the_usual_in_its_own_language() -> None:
    words = BodyWords(proposes=text("Därför föreslår [organ] att [nästa] beslutar att"))
    project = unworded(words=words)
    assert heads(project)[0] == "Därför föreslår kommunstyrelsen att kommunfullmäktige beslutar att"
    assert heads(project, "en")[0] == "The Municipal Executive Board proposes that the Municipal Council"


def test_a_meetings_own_wording_stands_where_it_says_what_is_meant() -> None:
    project = put(unworded(), f"matter/route/{KS}/wording", text("Styrelsen beslutar för sin del att"))
    assert heads(project)[1] == "Styrelsen beslutar för sin del att"
    decided = put(project, f"matter/route/{KF}/wording", text("Fullmäktige beslutar att"))
    assert heads(decided)[0] == "Kommunstyrelsen föreslår kommunfullmäktige besluta att"
    proposed = put(project, f"matter/route/{KF}/wording", text("Styrelsen föreslår fullmäktige besluta att"))
    assert heads(proposed)[0] == "Styrelsen föreslår fullmäktige besluta att"


def test_each_body_on_the_way_proposes_to_the_next() -> None:
    assert heads(with_committee(), meeting=AU) == [
        "Kommunstyrelsen föreslår kommunfullmäktige besluta att",
        "Arbetsutskottet föreslår kommunstyrelsen besluta att",
    ]
    assert heads(with_committee(board_decides=False), meeting=KS)[0] == (
        "Kommunstyrelsen föreslår kommunfullmäktige besluta att"
    )


def test_a_body_that_only_considers_proposes_nothing_for_those_before_it() -> None:
    project = with_committee()
    wording = text("Samverkansgruppen behandlar förslaget att", "The Joint Council considers the proposal to")
    council = Meeting(id=key(0x04), body=text("Samverkansgruppen"), decides=False, wording=wording)
    first, *rest = project.matter.route
    project = put(project, "matter/route", (first, council, *rest))
    assert heads(project, meeting=AU)[1] == "Arbetsutskottet föreslår kommunstyrelsen besluta att"
    assert heads(project, meeting=council.id)[1] == "Samverkansgruppen behandlar förslaget att"


def test_a_body_that_only_prepares_speaks_in_its_own_words() -> None:
    project = put(with_committee(), f"matter/route/{AU}/wording", text("Till beredning: kommunstyrelsen beslutar att"))
    assert heads(project, meeting=AU)[1] == "Till beredning: kommunstyrelsen beslutar att"
    worded = text("Styrelsen föreslår fullmäktige besluta att")
    prepared = put(with_committee(board_decides=False), f"matter/route/{KS}/wording", worded)
    assert heads(prepared, meeting=AU)[0] == "Styrelsen föreslår fullmäktige besluta att"


def test_the_council_decides_what_is_asked_of_it_and_nothing_that_the_board_had_to() -> None:
    assert heads(unworded(), meeting=KF) == ["Kommunfullmäktige beslutar att"]
    assert heads(unworded(), "en", KF) == ["The Municipal Council decides to"]
    proposed = sample_project()  # whose council is worded as the board's proposal
    assert heads(proposed, meeting=KF) == ["Kommunfullmäktige beslutar att"]


def test_what_the_board_put_off_comes_back_at_the_council() -> None:
    project = put(unworded(), f"decisions/{TASK}/outcome", Outcome(kind="tabled"))
    assert heads(project, meeting=KF) == ["Kommunfullmäktige beslutar att", "Kommunstyrelsen beslutar för egen del att"]


def test_a_decision_without_a_body_is_asked_of_the_one_that_the_export_is_for() -> None:
    project = put(with_committee(), f"decisions/{TASK}/meeting", None)
    told = Telling(project, "sv", TODAY, meeting=KF)
    assert [group.meeting.id for group in asked(told) if group.meeting] == [KF]
    assert len(told.decisions) == 3
    assert heads(project, meeting=AU)[1] == "Arbetsutskottet föreslår kommunstyrelsen besluta att"


def test_without_a_body_decisions_are_only_proposed() -> None:
    assert heads(put(sample_project(), "matter/route", ())) == ["Förslag till beslut"]


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Kommunstyrelsen", "kommunstyrelsen"),
        ("Tekniska nämnden", "tekniska nämnden"),
        ("Barn- och utbildningsnämnden", "barn- och utbildningsnämnden"),
        ("KS", "KS"),
        ("Vinnovas styrelse", "Vinnovas styrelse"),
        ("Styrelsen för Tyrsfors Pump", "Styrelsen för Tyrsfors Pump"),
    ],
)
def test_only_proper_names_keep_their_capital_inside_a_sentence(name: str, inside: str) -> None:
    assert within(name, "sv") == inside


def test_every_kind_of_organisation_has_its_wordings_in_both_languages() -> None:
    for words in usual_wordings().values():
        for wording in (words.decides, words.own_part, words.proposes):
            assert "[organ]" in wording.root["sv"]
            assert "[body]" in wording.root["en"]
        assert "[nästa]" in words.proposes.root["sv"]
        assert "[next]" in words.proposes.root["en"]
