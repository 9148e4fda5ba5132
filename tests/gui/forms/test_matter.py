"""The matter's page: its answer, its route, its paper, and the organisation whose matter it is."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QTabBar

from app.gui.document import Document
from app.gui.forms.page import RecordPage
from app.gui.interface import Interface
from tests.gui.forms.conftest import Open
from tests.gui.forms.reading import editor, field, told, tools, written
from tests.gui.hands import button, click, press, the, write
from tests.sample import KF, KS

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(open_page: Open) -> RecordPage:
    return open_page("matter", "matter")


def test_the_title_and_the_answer_are_written(document: Document, page: RecordPage) -> None:
    write(editor(page, "matter/title"), "!")
    write(editor(page, "matter/answer"), "!")
    assert document.project.matter.title.root["sv"].endswith("!")
    assert document.project.matter.answer.root["sv"].endswith("!")
    assert page.title().endswith("!")
    document.stack.undo()
    assert not written(page, "matter/answer").endswith("!")


def test_statements_are_reordered_with_the_buttons(document: Document, page: RecordPage) -> None:
    before = [each.id for each in document.project.matter.statements]
    click(tools(page, "Flytta ner")[0])
    assert [each.id for each in document.project.matter.statements] == [before[1], before[0], *before[2:]]
    document.stack.undo()
    assert [each.id for each in document.project.matter.statements] == before


def test_a_meeting_before_the_one_above_is_a_warning(document: Document, page: RecordPage) -> None:
    assert page.focus_field(f"matter/route/{KF}/on")
    line = editor(page, f"matter/route/{KF}/on")
    press(line, Qt.Key.Key_A, CTRL)
    write(line, "2027-06-01")
    assert document.project.matter.route[1].on == date(2027, 6, 1)
    assert any("Före sammanträdet ovanför" in said for said in told(field(page, f"matter/route/{KF}/on")))
    press(line, Qt.Key.Key_Up, ALT)
    assert [meeting.id for meeting in document.project.matter.route] == [KF, KS]
    assert not any("Före sammanträdet ovanför" in said for said in told(page))


def test_a_body_prepares_or_decides(document: Document, page: RecordPage) -> None:
    page.focus_field(f"matter/route/{KS}/body")
    click(button(field(page, f"matter/route/{KS}/decides"), "Bereder"))
    assert document.project.matter.route[0].decides is False


def test_an_empty_route_is_begun_where_one_is_sent(document: Document, page: RecordPage) -> None:
    document.put("matter/route", (), lambda _lang: "")
    assert page.focus_field("matter/route")
    assert button(page, "Lägg till organ").hasFocus()
    click(button(page, "Lägg till organ"))
    write(page.focusWidget(), "KS")
    assert document.project.matter.route[0].body.root == {"sv": "KS"}


def test_the_usual_sections_are_added_once(document: Document, page: RecordPage) -> None:
    click_tab(page, 2)
    click(button(page, "Lägg till de vanliga avsnitten"))
    headings = [section.heading.root["sv"] for section in document.project.matter.sections]
    assert headings[-6:] == [
        "Beslutsunderlag",
        "Ärendebeskrivning",
        "Bedömning",
        "Ekonomiska konsekvenser",
        "Konsekvenser för barn",
        "Uppföljning",
    ]
    assert len(headings) == len(set(headings))
    document.stack.undo()
    assert "Uppföljning" not in [section.heading.root["sv"] for section in document.project.matter.sections]


def test_an_appendix_is_named(document: Document, page: RecordPage) -> None:
    click_tab(page, 2)
    click(button(page, "Ny bilaga"))
    write(page.focusWidget(), "Riskanalys")
    assert document.project.matter.appendices[-1].title.root == {"sv": "Riskanalys"}


def test_the_organisation_has_its_habits(document: Document, page: RecordPage) -> None:
    assert page.focus_field("organisation/name")
    write(page.focusWidget(), "!")
    click(button(field(page, "organisation/kind"), "Region"))
    click(button(field(page, "organisation/scale"), "Tusental"))
    box = the(QComboBox, field(page, "organisation/fiscal_year_starts"))
    press(box, Qt.Key.Key_Down)
    press(the(QComboBox, field(page, "organisation/currency")), Qt.Key.Key_Down)
    click(button(field(page, "language"), "Engelska"))
    organisation = document.project.organisation
    assert organisation.name.endswith("!")
    assert (organisation.kind, organisation.scale, organisation.fiscal_year_starts) == ("region", "thousand", 2)
    assert (organisation.currency, document.project.language) == ("EUR", "en")


def test_the_organisation_states_what_it_reckons_with_and_how_it_writes_amounts(
    document: Document, page: RecordPage
) -> None:
    assert page.focus_field("organisation/money/unit")
    click(button(field(page, "organisation/money/unit"), "MSEK, TSEK"))
    click(button(field(page, "organisation/money/negative"), "(6,3)"))
    write(editor(page, "organisation/rates/discount"), "3,5")
    write(editor(page, "organisation/rates/depreciation_years"), "5")
    organisation = document.project.organisation
    assert (organisation.money.unit, organisation.money.negative) == ("code", "parentheses")
    assert (organisation.rates.discount, organisation.rates.depreciation_years) == (Decimal("3.5"), 5)


def test_the_organisation_words_its_decisions_itself(document: Document, page: RecordPage) -> None:
    assert page.focus_field("organisation/wording/proposes/sv")
    write(editor(page, "organisation/wording/proposes"), "[organ] tillstyrker hos [nästa] att")
    assert document.project.organisation.wording.proposes.root == {"sv": "[organ] tillstyrker hos [nästa] att"}


def test_a_meetings_deadlines_are_reckoned_until_they_are_typed(document: Document, page: RecordPage) -> None:
    assert page.focus_field("organisation/deadlines/handing_in")
    write(editor(page, "organisation/deadlines/handing_in"), "14")
    path = f"matter/route/{KF}/deadlines/handing_in"
    assert page.focus_field(path)
    line = the(QLineEdit, field(page, path))
    assert line.placeholderText().replace("\N{NO-BREAK SPACE}", " ") == "Räknat: 14 juni 2027"
    write(line, "2027-06-11")
    assert document.project.matter.route[1].deadlines.handing_in == date(2027, 6, 11)


def test_tabs_follow_the_language(page: RecordPage, interface: Interface) -> None:
    interface.speak("en")
    bar = the(QTabBar, page)
    assert [bar.tabText(at) for at in range(4)] == ["The matter", "Meetings", "Sections and appendices", "Organisation"]


def click_tab(page: RecordPage, at: int) -> None:
    bar = the(QTabBar, page)
    bar.setFocus()
    for _ in range(at - bar.currentIndex()):
        press(bar, Qt.Key.Key_Right)
