"""The text for a meeting's minutes: how each decision was taken, in both languages."""

from datetime import date

import pytest

from app.compose.minutes import minutes_of
from app.compose.telling import Telling
from app.model.base import Id, Lang, text
from app.model.project import Outcome, OutcomeKind, Project
from app.project.edits import put
from app.services.copying import minutes_copied
from tests.sample import DIRECTION, FUNDS, KF, KS, TASK, TODAY, sample_project

BOARD_DAY = date(2027, 6, 15)


def decided(kind: OutcomeKind, note: str = "") -> Project:
    outcome = Outcome(kind=kind, on=BOARD_DAY, minutes="§ 112", note=text(note))
    return put(sample_project(), f"decisions/{TASK}/outcome", outcome)


def lines(project: Project, meeting: Id, lang: Lang = "sv") -> list[str]:
    told = minutes_of(Telling(project, lang, TODAY, meeting=meeting))
    return [f"{line.marker} {line.plain}".strip().replace("\N{NO-BREAK SPACE}", " ") for line in told]


def test_before_the_meeting_it_says_what_is_proposed_to_it_and_by_it() -> None:
    told = lines(sample_project(), KS)
    heads = [line for line in told if not line[0].isdigit()]
    assert heads == [
        "Kommunstyrelsen föreslår kommunfullmäktige besluta att",
        "Kommunstyrelsen beslutar för egen del att",
    ]
    assert [line.partition(" ")[0] for line in told if line[0].isdigit()] == ["1.", "2.", "3."]


def test_after_it_says_where_and_when_it_was_decided() -> None:
    told = lines(decided("approved"), KS)
    assert told[3:5] == ["§ 112, 15 juni 2027", "Kommunstyrelsen beslutar för egen del att"]
    assert told[5].startswith("3. uppdra åt kommundirektören")


@pytest.mark.parametrize(
    ("kind", "sv", "en"),
    [
        ("rejected", "beslutar att avslå förslaget att", "decides to reject the proposal to"),
        (
            "other-motion",
            "beslutar enligt annat yrkande i stället för förslaget att",
            "decides on another motion instead of the proposal to",
        ),
        ("tabled", "beslutar att bordlägga förslaget att", "decides to table the proposal to"),
        ("referred-back", "beslutar att återremittera förslaget att", "decides to refer back the proposal to"),
    ],
)
def test_each_way_of_deciding_has_its_words(kind: OutcomeKind, sv: str, en: str) -> None:
    assert f"Kommunstyrelsen {sv}" in lines(decided(kind), KS)
    assert f"The Municipal Executive Board {en}" in lines(decided(kind), KS, "en")


def test_reservations_are_noted_after_their_decision() -> None:
    told = lines(decided("approved", "Anna Ek (S) reserverar sig."), KS)
    assert told[-1] == "Antecknat till protokollet: Anna Ek (S) reserverar sig."


def test_what_a_later_body_decided_stands_as_proposed_by_the_one_before() -> None:
    project = sample_project()
    for decision in (DIRECTION, FUNDS):
        outcome = Outcome(kind="rejected", on=date(2027, 6, 28), minutes="§ 80")
        project = put(project, f"decisions/{decision}/outcome", outcome)
    assert lines(project, KS)[0] == "Kommunstyrelsen föreslår kommunfullmäktige besluta att"
    council = lines(project, KF)
    assert council[:2] == ["§ 80, 28 juni 2027", "Kommunfullmäktige beslutar att avslå förslaget att"]
    assert not any("uppdra" in line for line in council)


def test_as_plain_text_each_decision_stands_apart_under_its_place() -> None:
    plain = minutes_copied(decided("approved", "En reservation."), "sv", TODAY, KS).plain.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "\n\n§ 112, 15 juni 2027\nKommunstyrelsen beslutar för egen del att\n3. uppdra" in plain
    assert plain.endswith("\n\nAntecknat till protokollet: En reservation.")
