"""A pattern's page writes what one makes of the pattern, and adopts what it recommends."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton

from app.gui.document import Document
from app.gui.interface import Interface
from app.model.base import text
from tests.gui.forms.conftest import Open
from tests.gui.forms.reading import editor, field, told, tools, written
from tests.gui.hands import button, click, press, the, write
from tests.sample import key
from tests.sample_actions import EXCHANGE, PLATFORM

PLACE = f"patterns/{EXCHANGE}"


def test_the_analysis_is_written_as_it_is_typed(document: Document, open_page: Open) -> None:
    page = open_page("pattern", PLACE)
    before = document.project.patterns[0].meaning.root["sv"]
    write(editor(page, f"{PLACE}/meaning"), "!")
    assert document.project.patterns[0].meaning.root["sv"] == before + "!"
    document.stack.undo()
    assert written(page, f"{PLACE}/meaning") == before


def test_the_suggested_message_is_the_patterns_headline(document: Document, open_page: Open) -> None:
    page = open_page("pattern", PLACE)
    click(button(page, "Använd förslaget"))
    assert document.project.patterns[0].message == document.project.patterns[0].pattern.headline
    assert not button(page, "Använd förslaget").isEnabled()


def test_evidence_comes_and_goes(document: Document, open_page: Open) -> None:
    page = open_page("pattern", PLACE)
    click(button(page, "Lägg till underlag"))
    write(editor(page, f"{PLACE}/evidence/{document.project.patterns[0].evidence[1].id}/statement"), "av timmarna")
    assert document.project.patterns[0].evidence[1].statement == text("av timmarna")
    click(tools(page, "Ta bort underlaget")[0])
    assert [each.statement.root["sv"] for each in document.project.patterns[0].evidence] == ["av timmarna"]
    document.stack.undo()
    assert len(document.project.patterns[0].evidence) == 2
    assert len(tools(page, "Ta bort underlaget")) == 2


def test_an_impossible_date_of_evidence_is_said_and_kept(document: Document, open_page: Open) -> None:
    page = open_page("pattern", PLACE)
    path = f"{PLACE}/evidence/{key(0x71)}/dated"
    line = editor(page, path)
    press(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(line, "2027-02-30")
    assert document.project.drafts == {path: "2027-02-30"}
    assert any("2027-02-30" in said for said in told(field(page, path)))


def test_a_step_shows_the_patterns_own_words(document: Document, open_page: Open) -> None:
    page = open_page("pattern", PLACE)
    write(editor(page, f"{PLACE}/assessment/readiness/step"), "3")
    chosen = document.project.patterns[0]
    assert chosen.assessment.readiness.step == 3
    assert chosen.pattern.indicators.readiness[2].root["sv"] in told(page)


def test_a_target_below_today_is_asked_about(document: Document, open_page: Open) -> None:
    page = open_page("pattern", PLACE)
    write(editor(page, f"{PLACE}/assessment/readiness/step"), "5")
    assert any("lägre än mognaden" in said for said in told(field(page, f"{PLACE}/assessment/target/step")))


def test_a_recommendation_is_laid_back_and_adopted(document: Document, open_page: Open) -> None:
    page = open_page("pattern", PLACE)
    mark = the(QCheckBox, page, "Anta: Inventera stödet för tjänstebyte")
    count = len(document.project.actions)
    click(mark)
    assert len(document.project.actions) == count - 1
    click(mark)
    assert document.project.actions[-1].recommendation == "inventory"


def test_the_page_leads_to_the_action(document: Document, open_page: Open) -> None:
    page = open_page("pattern", PLACE)
    heard: list[str] = []
    page.goes_to.connect(heard.append)
    links = [link for link in page.findChildren(QPushButton) if link.text() == "Öppna åtgärden" and link.isVisible()]
    click(links[0])
    assert heard == [f"actions/{document.project.actions[0].id}"]


def test_one_page_serves_every_pattern(document: Document, interface: Interface, open_page: Open) -> None:
    page = open_page("pattern", PLACE)
    page.show_place(f"patterns/{PLATFORM}")
    assert page.title() == document.project.patterns[1].pattern.name.root["sv"]
    interface.speak("en")
    assert page.title() == document.project.patterns[1].pattern.name.root["en"]
    write(editor(page, f"patterns/{PLATFORM}/message"), "Vi äger gränssnitten")
    assert document.project.patterns[1].message == text("Vi äger gränssnitten")


def test_a_page_lets_go_of_a_pattern_that_is_dropped(document: Document, interface: Interface, open_page: Open) -> None:
    from app.project.choices import drop_pattern

    page = open_page("pattern", PLACE)
    document.apply(lambda project: drop_pattern(project, EXCHANGE), lambda _lang: "")
    assert page.fields == []
    interface.speak("en")
    document.stack.undo()
    page.show_place(PLACE)
    assert page.fields
