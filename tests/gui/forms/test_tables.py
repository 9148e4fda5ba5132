"""Pages with a table: cells are edited in place, rows move and go, the current member has its form below, sums are computed."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.gui.document import Document
from app.gui.forms.table_page import TablePage
from app.gui.interface import Interface
from app.model.base import text
from app.project import edits
from tests.gui.forms.conftest import Open
from tests.gui.forms.reading import cell, column, editor, field, told, tools
from tests.gui.hands import button, click, press, the, write
from tests.sample import RISKS
from tests.sample_actions import EXPAND, INVENTORY

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
STATUS, TITLE, OWNER, DUE = range(4)


def table_page(open_page: Open, kind: str) -> TablePage:
    page = open_page(kind, kind)
    assert isinstance(page, TablePage)
    return page


def test_an_owner_is_written_in_its_cell_key_by_key(document: Document, open_page: Open) -> None:
    table = table_page(open_page, "actions").table
    cell(table, 0, OWNER)
    press(table, Qt.Key.Key_F2)
    write(the(QLineEdit, table.viewport()), "!")
    assert document.project.actions[0].owner == "!"
    document.stack.undo()
    assert column(table, OWNER)[0] == "CIO"


def test_a_due_date_that_cannot_be_read_is_said_and_kept(document: Document, open_page: Open) -> None:
    page = table_page(open_page, "actions")
    cell(page.table, 0, DUE)
    write(page.table, "2")
    line = the(QLineEdit, page.table.viewport())
    write(line, "027-02-30")
    assert document.project.drafts == {f"actions/{INVENTORY}/due": "2027-02-30"}
    assert any("2027-02-30" in said for said in told(page))
    press(line, Qt.Key.Key_Backspace)
    press(line, Qt.Key.Key_Backspace)
    write(line, "28")
    press(line, Qt.Key.Key_Return)
    assert document.project.actions[0].due == date(2027, 2, 28)
    assert document.project.drafts == {}
    assert column(page.table, DUE)[0] == "28\N{NO-BREAK SPACE}feb.\N{NO-BREAK SPACE}2027"


def test_a_status_is_picked_in_its_cell(document: Document, open_page: Open) -> None:
    table = table_page(open_page, "actions").table
    cell(table, 0, STATUS)
    press(table, Qt.Key.Key_F2)
    press(the(QComboBox, table.viewport()), Qt.Key.Key_Down)
    assert document.project.actions[0].status == "ongoing"
    assert column(table, STATUS)[0] == "Pågår"


def test_the_totals_leave_out_what_is_stopped(document: Document, open_page: Open) -> None:
    table = table_page(open_page, "actions").table
    total = table.model().columnCount() - 1
    row = len(document.project.actions)
    before = column(table, total)[row]
    document.put(f"actions/{EXPAND}/status", "stopped", lambda _lang: "")
    assert (before, column(table, total)[row]) == ("23,5", "18,3")
    assert column(table, TITLE)[row] == "5 åtgärder, kostnad"
    assert not table.model().flags(table.model().index(row, total)) & Qt.ItemFlag.ItemIsEditable


def test_an_action_moves_with_the_keys_and_back(document: Document, open_page: Open) -> None:
    table = table_page(open_page, "actions").table
    cell(table, 0, TITLE)
    press(table, Qt.Key.Key_Down, ALT)
    assert [action.id for action in document.project.actions[:2]] == [EXPAND, INVENTORY]
    assert table.currentIndex().row() == 1
    document.stack.undo()
    assert document.project.actions[0].id == INVENTORY


def test_a_new_action_opens_on_its_title(document: Document, open_page: Open) -> None:
    page = table_page(open_page, "actions")
    heard: list[str] = []
    page.goes_to.connect(heard.append)
    click(button(page, "Ny åtgärd"))
    assert heard == [f"actions/{document.project.actions[1].id}/title"]
    assert document.project.actions[1].chosen is None


def test_headings_follow_the_language(open_page: Open, interface: Interface) -> None:
    table = table_page(open_page, "actions").table
    interface.speak("en")
    headings = [table.model().headerData(at, Qt.Orientation.Horizontal) for at in range(4)]
    assert headings == ["Status", "Action", "Owner", "Due"]


def test_a_risks_value_is_computed(document: Document, open_page: Open) -> None:
    page = table_page(open_page, "risks")
    click(button(field(page, f"risks/{RISKS[0]}/likelihood"), "1"))
    assert document.project.risks[0].likelihood == 1
    assert column(page.table, 2)[0] == "Låg 5"
    assert any("Riskvärde 5 av 25: låg" in said for said in told(page))


def test_the_form_follows_the_row(document: Document, open_page: Open) -> None:
    page = table_page(open_page, "risks")
    cell(page.table, 2, 0)
    write(editor(page, f"risks/{RISKS[2]}/treatment"), " X")
    assert document.project.risks[2].treatment.root["sv"].endswith(" X")


def test_a_risk_without_owner_is_asked_about(open_page: Open) -> None:
    page = table_page(open_page, "risks")
    line = editor(page, f"risks/{RISKS[0]}/owner")
    press(line, Qt.Key.Key_A, CTRL)
    press(line, Qt.Key.Key_Delete)
    assert any("Ingen ägare" in said for said in told(page))


def test_a_risk_comes_and_goes(document: Document, open_page: Open) -> None:
    page = table_page(open_page, "risks")
    click(button(page, "Ny risk"))
    new = document.project.risks[1]
    write(editor(page, f"risks/{new.id}/title"), "Nytt")
    assert column(page.table, 0)[1] == "Nytt"
    click(tools(page, "Ta bort risken")[0])
    assert new.id not in [risk.id for risk in document.project.risks]
    document.stack.undo()
    assert column(page.table, 0)[1] == "Nytt"


def test_when_the_last_risk_is_gone_the_page_says_so(document: Document, interface: Interface, open_page: Open) -> None:
    page = table_page(open_page, "risks")
    document.put("risks", (), lambda _lang: "")
    assert page.fields == []
    assert any(said.startswith("Inga risker än") for said in told(page))
    interface.speak("en")
    click(button(page, "New risk"))
    assert len(page.fields) > 3


def test_a_click_on_the_slide_finds_the_risks_field(open_page: Open) -> None:
    page = table_page(open_page, "risks")
    assert page.focus_field(f"risks/{RISKS[3]}/owner")
    assert field(page, f"risks/{RISKS[3]}/owner").editor().hasFocus()


def test_a_hidden_page_survives_what_is_removed_elsewhere(
    document: Document, interface: Interface, open_page: Open
) -> None:
    page = table_page(open_page, "risks")
    page.hide()
    document.apply(lambda project: edits.remove(project, f"risks/{RISKS[0]}"), lambda _lang: "")
    interface.speak("en")
    page.show_place("risks")
    assert field(page, f"risks/{RISKS[1]}/title")


def test_a_figure_without_source_is_asked_about(document: Document, open_page: Open) -> None:
    page = table_page(open_page, "figures")
    click(button(page, "Skriv en siffra"))
    path = f"figures/{document.project.figures[0].id}"
    write(editor(page, f"{path}/label"), "Samtal")
    write(editor(page, f"{path}/value"), "4 100,5")
    write(editor(page, f"{path}/year"), "2026")
    found = document.project.figures[0]
    assert (found.label, found.value, found.year) == (text("Samtal"), Decimal("4100.5"), 2026)
    assert any("Källa saknas" in said for said in told(page))
    write(editor(page, f"{path}/source"), "Kontaktcenter")
    assert not any("Källa saknas" in said for said in told(page))


@pytest.mark.parametrize("kind", ["actions", "figures", "risks"])
def test_a_table_does_not_scroll_sideways_where_the_window_is_narrow(open_page: Open, kind: str) -> None:
    page = table_page(open_page, kind)
    page.resize(580, 600)
    assert page.table.horizontalHeader().length() <= page.table.viewport().width()


def test_the_years_show_where_they_have_room(open_page: Open) -> None:
    page = table_page(open_page, "actions")
    page.resize(1100, 600)
    assert not page.table.isColumnHidden(4)
    page.resize(580, 600)
    assert page.table.isColumnHidden(4)
