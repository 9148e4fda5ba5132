"""An action's page: the dates, the calculation, the key figures, the first steps, and what it waits for."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.gui.document import Document
from app.gui.forms.costs import Costs
from app.gui.forms.page import RecordPage
from app.model.base import text
from app.model.project import Action
from tests.gui.forms.conftest import Open
from tests.gui.forms.reading import cell, column, editor, field, told, tools, written
from tests.gui.hands import button, click, press, the, write
from tests.sample_actions import EXPAND, INVENTORY

PLACE = f"actions/{INVENTORY}"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(open_page: Open) -> RecordPage:
    return open_page("action", PLACE)


def action(document: Document) -> Action:
    return document.project.actions[0]


def anew(page: RecordPage, path: str, typed: str) -> None:
    line = editor(page, path)
    press(line, Qt.Key.Key_A, CTRL)
    write(line, typed)


def test_due_before_start_is_a_warning_and_is_kept(document: Document, page: RecordPage) -> None:
    anew(page, f"{PLACE}/due", "2027-08-01")
    assert action(document).due == date(2027, 8, 1)
    assert "Klar före start. Stämmer datumen?" in told(field(page, f"{PLACE}/due"))
    anew(page, f"{PLACE}/due", "2027-12-01")
    assert "Klar före start. Stämmer datumen?" not in told(field(page, f"{PLACE}/due"))


def test_the_title_stands_above_at_once(page: RecordPage) -> None:
    anew(page, f"{PLACE}/title", "Börja")
    assert "Börja" in told(page)


def test_amounts_are_written_in_the_cells_and_summed(document: Document, page: RecordPage) -> None:
    table = the(Costs, page).table
    cell(table, 0, 3)
    write(table, "1")
    line = the(QLineEdit, table.viewport())
    write(line, ",5 mkr")
    assert action(document).lines[0].amounts == {2027: Decimal(240000), 2028: Decimal(1500000)}
    press(line, Qt.Key.Key_Return)
    assert column(table, 3)[0] == "1,5"
    assert column(table, 5) == ["1,74"] * 2
    document.stack.undo()
    assert action(document).lines[0].amounts == {2027: Decimal(240000)}
    assert column(table, 3)[0] == ""


def test_a_negative_cost_is_said_and_kept(document: Document, page: RecordPage) -> None:
    table = the(Costs, page).table
    index = cell(table, 0, 3)
    write(table, "-")
    write(the(QLineEdit, table.viewport()), "300")
    assert list(document.project.drafts.values()) == ["-300"]
    assert str(index.data(Qt.ItemDataRole.ToolTipRole)).startswith("Skriv ett värde som inte är mindre än noll")
    assert any("utan minus" in line for line in told(the(Costs, page)))


def test_an_effect_brings_net_and_payback(document: Document, page: RecordPage) -> None:
    costs = the(Costs, page)
    click(button(costs, "Effekt"))
    write(costs.table, "5")
    write(the(QLineEdit, costs.table.viewport()), "00 tkr")
    press(the(QLineEdit, costs.table.viewport()), Qt.Key.Key_Return)
    assert action(document).lines[1].sign == "effect"
    assert column(costs.table, 0)[-3:] == ["Kostnad", "Effekt", "Netto"]
    assert column(costs.table, 2)[-1] == "0,26"
    assert any("Intjänat vid utgången av 2027" in line for line in told(costs))


def test_computed_cells_cannot_be_edited(page: RecordPage) -> None:
    table = the(Costs, page).table
    model = table.model()
    editable = Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, model.columnCount() - 1)) & editable
    assert not any(model.flags(model.index(1, at)) & editable for at in range(model.columnCount()))


def test_a_lines_kind_is_picked(document: Document, page: RecordPage) -> None:
    table = the(Costs, page).table
    cell(table, 0, 1)
    press(table, Qt.Key.Key_F2)
    box = the(QComboBox, table.viewport())
    press(box, Qt.Key.Key_Down)
    assert action(document).lines[0].kind == "investment"
    press(box, Qt.Key.Key_Down)
    press(box, Qt.Key.Key_Return)
    assert action(document).lines[0].sign == "effect"
    assert column(table, 1)[0] == "Effekt"


def test_a_line_is_taken_away(document: Document, page: RecordPage) -> None:
    costs = the(Costs, page)
    cell(costs.table, 0, 0)
    click(tools(costs, "Ta bort raden")[0])
    assert action(document).lines == ()
    document.stack.undo()
    assert len(action(document).lines) == 1


def test_a_key_figure_has_dated_values(document: Document, page: RecordPage) -> None:
    click(button(page, "Nytt nyckeltal"))
    kpi = action(document).kpis[0].id
    write(editor(page, f"{PLACE}/kpis/{kpi}/baseline"), "38")
    click(button(page, "Uppmätt värde"))
    on = action(document).kpis[0].values[0].on
    anew(page, f"{PLACE}/kpis/{kpi}/values/{on}/on", "2027-09-01")
    anew(page, f"{PLACE}/kpis/{kpi}/values/2027-09-01/value", "35,5")
    found = action(document).kpis[0]
    assert found.baseline == 38
    assert [(each.on, each.value) for each in found.values] == [(date(2027, 9, 1), Decimal("35.5"))]


def test_a_first_step_moves_with_the_keys(document: Document, page: RecordPage) -> None:
    line = editor(page, f"{PLACE}/first_steps/30/text")
    press(line, Qt.Key.Key_Up, ALT)
    assert [step.day for step in action(document).first_steps] == [30, 1, 60]
    assert field(page, f"{PLACE}/first_steps/30/text").editor().hasFocus()
    document.stack.undo()
    assert [step.day for step in action(document).first_steps] == [1, 30, 60]


def test_a_day_that_is_taken_is_said_and_kept(document: Document, page: RecordPage) -> None:
    anew(page, f"{PLACE}/first_steps/60/day", "30")
    (path,) = document.project.drafts
    assert document.project.drafts[path] == written(page, path) == "30"
    assert any("finns redan i listan" in line for line in told(page))
    write(editor(page, path), "0")
    assert [step.day for step in action(document).first_steps] == [1, 30, 300]
    assert document.project.drafts == {}


def test_what_it_waits_for_is_picked_and_taken_away(document: Document, page: RecordPage) -> None:
    boxes = [box for box in page.findChildren(QComboBox) if box.accessibleName() == "Lägg till en åtgärd…"]
    boxes[0].setFocus()
    boxes[0].activated.emit(1)
    assert action(document).depends_on == (EXPAND,)
    click(tools(page, "Ta bort beroendet")[0])
    assert action(document).depends_on == ()


def test_an_action_is_taken_away_and_comes_back(document: Document, page: RecordPage) -> None:
    click(tools(page, "Ta bort åtgärden")[0])
    assert document.project.action(INVENTORY) is None
    assert page.fields == []
    document.stack.undo()
    page.show_place(PLACE)
    assert written(page, f"{PLACE}/owner") == "CIO"


def test_tab_goes_down_the_page(document: Document, page: RecordPage) -> None:
    press(editor(page, f"{PLACE}/owner"), Qt.Key.Key_Tab)
    assert field(page, f"{PLACE}/start").editor().hasFocus()
    click(button(page, "Nytt steg"))
    press(editor(page, f"{PLACE}/first_steps/90/day"), Qt.Key.Key_Tab)
    assert field(page, f"{PLACE}/first_steps/90/text").editor().hasFocus()
    assert action(document).first_steps[-1].text == text()
