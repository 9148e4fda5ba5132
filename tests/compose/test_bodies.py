"""How the decisions of a body begin, at each meeting on the way."""

from datetime import date

import pytest

from app.compose.asked import asked
from app.compose.bodies import within
from app.compose.telling import Telling
from app.library.decision_wordings import usual_wordings
from app.model.base import Lang, Text, text
from app.model.project import Meeting, OrganisationKind, Project
from app.model.route import BodyWords
from app.project.edits import put
from tests.sample import KF, KS, TODAY, sample_project


def unworded(kind: OrganisationKind = "municipality", words: BodyWords | None = None) -> Project:
    """The sample whose meetings say nothing of how their decisions begin."""
    project = sample_project()
    route = tuple(meeting.model_copy(update={"wording": Text()}) for meeting in project.matter.route)
    project = put(put(project, "matter/route", route), "organisation/kind", kind)
    return put(project, "organisation/wording", words or BodyWords())


def heads(project: Project, lang: Lang = "sv") -> list[str]:
    return [group.head.plain for group in asked(Telling(project, lang, TODAY))]


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


def test_a_body_that_only_prepares_speaks_in_its_own_words() -> None:
    committee = Meeting(id="a" * 32, body=text("Arbetsutskottet"), on=date(2027, 6, 8), decides=False)
    project = unworded()
    route = (committee, *(one.model_copy(update={"decides": one.id == KF}) for one in project.matter.route))
    project = put(project, "matter/route", route)
    project = put(project, "decisions", project.decisions[:2])
    assert heads(project) == ["Kommunfullmäktige beslutar att"]


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
