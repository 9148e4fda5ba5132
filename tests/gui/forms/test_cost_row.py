"""A row of a calculation in depth: what has no column in the table is written below it, for the row that is current."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.gui.document import Document
from app.gui.forms.page import RecordPage
from app.gui.forms.table_view import FullTable
from app.model.base import text
from app.model.money import CostLine, Origin
from tests.gui.forms.conftest import Open
from tests.gui.forms.reading import cell, column, editor, field, told
from tests.gui.hands import button, click, press, the, write
from tests.sample_actions import EXPAND, key

PAGE = f"actions/{EXPAND}"
RUNNING, INVESTMENT = f"{PAGE}/lines/{key(0x82)}", f"{PAGE}/lines/{key(0x83)}"
NO_RATE = "Kurs saknas. Raden räknas inte med förrän ni skriver vad 1 EUR är värd."


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


def test_another_currency_asks_for_its_rate_and_counts_by_it(document: Document, open_page: Open) -> None:
    page = unfolded(open_page, 1)
    assert not field(page, f"{INVESTMENT}/rate").isVisible()
    press(the(QComboBox, field(page, f"{INVESTMENT}/currency")), Qt.Key.Key_Down)
    assert line_at(document, INVESTMENT).currency == "EUR"
    rate = field(page, f"{INVESTMENT}/rate")
    assert rate.editor().hasFocus()
    assert {"1 EUR är värd så många SEK", NO_RATE} <= set(told(rate))
    table = the(FullTable, page)
    assert str(table.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)) == f"Utveckling\n{NO_RATE}"
    total = table.model().columnCount() - 1
    assert column(table, total)[1] == ""
    write(rate.editor(), "11,5")
    assert line_at(document, INVESTMENT).rate == Decimal("11.5")
    assert NO_RATE not in told(rate)
    assert (column(table, 2)[1], column(table, total)[1]) == ("1,0\N{NO-BREAK SPACE}MEUR", "11,5")


def test_amounts_are_written_in_the_rows_currency(document: Document, open_page: Open) -> None:
    page = unfolded(open_page, 1)
    press(the(QComboBox, field(page, f"{INVESTMENT}/currency")), Qt.Key.Key_Down)
    table = the(FullTable, page)
    cell(table, 1, 2)
    write(table, "2")
    write(the(QLineEdit, table.viewport()), " MEUR")
    assert line_at(document, INVESTMENT).amounts[2028] == Decimal(2_000_000)
    press(the(QLineEdit, table.viewport()), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(the(QLineEdit, table.viewport()), "2 mkr")
    assert any("Här räknas i EUR" in said for said in told(page))


def test_a_rate_that_cannot_be_is_said_where_it_stands(document: Document, open_page: Open) -> None:
    page = unfolded(open_page, 1)
    press(the(QComboBox, field(page, f"{INVESTMENT}/currency")), Qt.Key.Key_Down)
    rate = field(page, f"{INVESTMENT}/rate")
    write(rate.editor(), "0")
    assert "Kursen ska vara större än noll." in told(rate)
    write(rate.editor(), ",1234567")
    assert "Skriv högst 6 decimaler." in told(rate)
    assert line_at(document, INVESTMENT).rate is None
    assert document.project.drafts == {f"{INVESTMENT}/rate": "0,1234567"}


def test_back_in_the_organisations_currency_no_rate_is_left(document: Document, open_page: Open) -> None:
    page = unfolded(open_page, 1)
    box = the(QComboBox, field(page, f"{INVESTMENT}/currency"))
    press(box, Qt.Key.Key_Down)
    write(field(page, f"{INVESTMENT}/rate").editor(), "11")
    press(box, Qt.Key.Key_Up)
    line = line_at(document, INVESTMENT)
    assert (line.currency, line.rate) == (None, None)
    document.stack.undo()
    assert (line_at(document, INVESTMENT).currency, line_at(document, INVESTMENT).rate) == ("EUR", Decimal(11))


def test_a_row_says_from_which_cells_its_amounts_were_read_until_one_types_over_them(
    document: Document, open_page: Open
) -> None:
    for year, place in ((2027, "B4"), (2028, "C4"), (2029, "D4")):
        cell_of_year = Origin(file="Kalkyl.xlsx", sheet="Drift", place=place, read=date(2027, 6, 1), sha256="0" * 64)
        document.put(f"{RUNNING}/amounts/{year}", Decimal(year), lambda _lang: "belopp")
        document.put(f"{RUNNING}/origins/{year}", cell_of_year, lambda _lang: "cell")
    page = open_page("action", PAGE)
    assert "Kalkyl.xlsx · Drift!B4–D4, hämtad 1\u00a0juni\u00a02027" in told(page)
    document.put(f"{RUNNING}/amounts/2029", Decimal(5), lambda _lang: "belopp")
    assert "Kalkyl.xlsx · Drift!B4–C4, hämtad 1\u00a0juni\u00a02027" in told(page)
