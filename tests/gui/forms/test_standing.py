"""A figure and a row of a calculation are marked as reconciled, by whom and on which day, and made preliminary again."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.gui.document import Document
from app.gui.forms.table_page import TablePage
from app.gui.forms.table_view import FullTable, MemberTable
from app.gui.interface import Interface
from app.model.base import text
from app.model.figure import Figure
from app.model.money import Reconciled
from app.project import edits
from tests.gui.forms.conftest import Open
from tests.gui.forms.reading import cell, column, editor, field, told
from tests.gui.hands import button, click, press, the, write
from tests.sample_actions import EXPAND, key

CALLS = key(0xF1)
FIGURE, ROW = f"figures/{CALLS}", f"actions/{EXPAND}/lines/{key(0x83)}"
STATUS = 5
TIP = Qt.ItemDataRole.ToolTipRole


def with_figure(document: Document) -> None:
    document.become(edits.put(document.project, "matter/author", "L. Borg"))
    document.become(edits.add(document.project, "figures", Figure(id=CALLS, label=text("Samtal"))))


def test_a_figure_is_reconciled_today_by_who_writes_the_matter(document: Document, open_page: Open) -> None:
    with_figure(document)
    page = open_page("figures", "figures")
    assert isinstance(page, TablePage)
    assert column(page.table, STATUS)[:1] == ["Preliminär"]
    click(button(page, "Märk som avstämd"))
    assert document.get(f"{FIGURE}/reconciled") == Reconciled(by="L. Borg", on=date.today())
    assert column(page.table, STATUS)[:1] == ["Avstämd"]
    assert any(said.startswith("Avstämd av L. Borg ") for said in told(page))
    document.stack.undo()
    assert column(page.table, STATUS)[:1] == ["Preliminär"]
    assert any(said == "Preliminär" for said in told(page))


def test_another_name_and_day_are_written(document: Document, interface: Interface, open_page: Open) -> None:
    with_figure(document)
    page = open_page("figures", "figures")
    click(button(page, "Märk som avstämd"))
    line = the(QLineEdit, field(page, f"{FIGURE}/reconciled/by"))
    assert line.hasFocus()
    press(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(line, "J. Ek")
    day = editor(page, f"{FIGURE}/reconciled/on")
    press(day, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(day, "2026-11-12")
    assert document.get(f"{FIGURE}/reconciled") == Reconciled(by="J. Ek", on=date(2026, 11, 12))
    interface.speak("en")
    assert "Reconciled by J. Ek on 12\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}2026" in told(page)


def test_who_reconciled_is_asked_for(document: Document, open_page: Open) -> None:
    with_figure(document)
    page = open_page("figures", "figures")
    click(button(page, "Märk som avstämd"))
    line = editor(page, f"{FIGURE}/reconciled/by")
    press(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(line, Qt.Key.Key_Delete)
    assert any("Vem har stämt av" in said for said in told(page))


def test_it_is_taken_back_with_what_was_half_written(document: Document, open_page: Open) -> None:
    with_figure(document)
    page = open_page("figures", "figures")
    click(button(page, "Märk som avstämd"))
    write(editor(page, f"{FIGURE}/reconciled/on"), "x")
    assert document.project.drafts
    click(button(page, "Gör preliminär igen"))
    assert document.get(f"{FIGURE}/reconciled") is None
    assert document.project.drafts == {}
    assert button(page, "Märk som avstämd").hasFocus()
    document.stack.undo()
    assert document.get(f"{FIGURE}/reconciled") is not None


def test_a_row_of_the_calculation_says_its_standing(document: Document, open_page: Open) -> None:
    page = open_page("action", f"actions/{EXPAND}")
    table: MemberTable = the(FullTable, page)
    cell(table, 1, 0)
    assert "Utveckling" in told(page)
    click(button(page, "Märk som avstämd"))
    assert document.get(f"{ROW}/reconciled") is not None
    assert str(table.model().index(1, 0).data(TIP)).startswith("Utveckling\nAvstämd ")
    assert str(table.model().index(0, 0).data(TIP)) == "Drift och licenser\nPreliminär"
    cell(table, 0, 0)
    assert "Drift och licenser" in told(page)
    assert button(page, "Märk som avstämd").isVisible()


def test_a_row_that_is_removed_takes_its_fields_along(document: Document, open_page: Open) -> None:
    page = open_page("action", f"actions/{EXPAND}")
    table: MemberTable = the(FullTable, page)
    cell(table, 1, 0)
    click(button(page, "Märk som avstämd"))
    document.apply(lambda project: edits.remove(project, ROW), lambda _lang: "")
    assert not [found for found in page.fields if "/reconciled/" in found.path]
    document.apply(lambda project: edits.put(project, f"actions/{EXPAND}/lines", ()), lambda _lang: "")
    assert not any(said == "Preliminär" for said in told(page))
    document.stack.undo()
    assert any(said == "Preliminär" for said in told(page))


def test_what_names_the_standing_finds_it(open_page: Open) -> None:
    page = open_page("action", f"actions/{EXPAND}")
    assert page.focus_field(f"{ROW}/reconciled")
    assert button(page, "Märk som avstämd").hasFocus()
    assert "Utveckling" in told(page)
