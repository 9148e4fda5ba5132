"""A row of a calculation in depth: what has no column in the table is written below it, for the row that is current."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from app.gui.document import Document
from app.gui.forms.page import RecordPage
from app.gui.forms.table_view import FullTable
from app.model.base import text
from app.model.money import CostLine
from tests.gui.forms.conftest import Open
from tests.gui.forms.reading import cell, editor, field, told
from tests.gui.hands import button, click, press, the, write
from tests.sample_actions import EXPAND, key

PAGE = f"actions/{EXPAND}"
RUNNING, INVESTMENT = f"{PAGE}/lines/{key(0x82)}", f"{PAGE}/lines/{key(0x83)}"


def unfolded(open_page: Open, row: int) -> RecordPage:
    page = open_page("action", PAGE)
    cell(the(FullTable, page), row, 0)
    click(button(page, "Mer om raden"))
    return page


def line_at(document: Document, path: str) -> CostLine:
    found = document.get(path)
    assert isinstance(found, CostLine)
    return found


def test_what_stands_behind_a_row_is_written_below_the_table(document: Document, open_page: Open) -> None:
    page = unfolded(open_page, 1)
    assert field(page, f"{INVESTMENT}/funding").editor().hasFocus()
    write(editor(page, f"{INVESTMENT}/funding"), "Investeringsramen")
    write(editor(page, f"{INVESTMENT}/budget_owner"), "It-chefen")
    write(editor(page, f"{INVESTMENT}/price_level"), "2027")
    write(editor(page, f"{INVESTMENT}/depreciation_years"), "5")
    press(the(QComboBox, field(page, f"{INVESTMENT}/recurrence")), Qt.Key.Key_Down)
    line = line_at(document, INVESTMENT)
    assert (line.funding, line.budget_owner) == (text("Investeringsramen"), "It-chefen")
    assert (line.price_level, line.depreciation_years, line.recurrence) == (2027, 5, "one-off")
    click(button(page, "Mindre om raden"))
    short = "Engångsbelopp · 2027 års priser · skrivs av på 5 år · Investeringsramen · It-chefen"
    assert short in told(page)
    document.stack.undo()
    assert short not in told(page)


def test_the_fields_follow_the_row(document: Document, open_page: Open) -> None:
    page = unfolded(open_page, 1)
    assert field(page, f"{INVESTMENT}/depreciation_years").isVisible()
    cell(the(FullTable, page), 0, 0)
    assert not field(page, f"{RUNNING}/depreciation_years").isVisible()
    write(editor(page, f"{RUNNING}/funding"), "Ramen")
    assert line_at(document, RUNNING).funding == text("Ramen")
    assert not line_at(document, INVESTMENT).funding


def test_a_price_level_that_cannot_be_is_said_where_it_stands_and_kept(document: Document, open_page: Open) -> None:
    page = unfolded(open_page, 0)
    write(editor(page, f"{RUNNING}/price_level"), "207")
    assert any("inte vara lägre än 1990" in said for said in told(field(page, f"{RUNNING}/price_level")))
    click(button(page, "Mindre om raden"))
    cell(the(FullTable, page), 1, 0)
    cell(the(FullTable, page), 0, 0)
    assert any("inte vara lägre än 1990" in said for said in told(field(page, f"{RUNNING}/price_level")))
    assert document.project.drafts == {f"{RUNNING}/price_level": "207"}


def test_what_names_a_field_in_depth_finds_it(open_page: Open) -> None:
    page = open_page("action", PAGE)
    assert page.focus_field(f"{INVESTMENT}/budget_owner")
    assert field(page, f"{INVESTMENT}/budget_owner").editor().hasFocus()
