"""The page of figures: what each is worth, where it comes from, its standing, and which texts use it."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from app.gui.document import Document
from app.gui.forms.table_page import TablePage
from app.gui.interface import Interface
from app.model.base import text
from app.model.figure import Figure
from app.model.mentions import mention
from app.model.money import Origin
from app.project import edits
from tests.gui.forms.conftest import Open
from tests.gui.forms.reading import cell, column, told
from tests.gui.hands import button, click, press, the, write
from tests.sample_actions import EXCHANGE, key

CALLS, FREE = key(0xF1), key(0xF2)
LABEL, VALUE, YEAR, KIND, FROM, STATUS, USES = range(7)
TIP = Qt.ItemDataRole.ToolTipRole
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def page(document: Document, open_page: Open) -> TablePage:
    """The page, with a figure that was typed and used in two texts, and one that was read from a workbook."""
    project = document.project
    typed = Figure(
        id=CALLS, label=text("Samtal"), value=Decimal(4100), unit=text("samtal"), source=text("Kontaktcenter"),
        dated=date(2026, 8, 26),
    )  # fmt: skip
    origin = Origin(file="Kalkyl.xlsx", sheet="Lås", place="D14", read=date(2026, 11, 12), sha256="a" * 64)
    for figure in (typed, Figure(id=FREE, label=text("Obokade timmar"), value=Decimal(38), origin=origin)):
        project = edits.add(project, "figures", figure)
    project = edits.put(project, "matter/answer", text(f"Vi får {{{{{CALLS}}}}} och {{{{{CALLS}}}}}"))
    document.become(edits.put(project, f"patterns/{EXCHANGE}/meaning", text(f"{{{{{CALLS}}}}} om året")))
    made = open_page("figures", "figures")
    assert isinstance(made, TablePage)
    return made


def test_a_value_stands_with_its_unit_and_is_written_without(page: TablePage, document: Document) -> None:
    assert column(page.table, VALUE) == [f"4{NBSP}100{NBSP}samtal", "38"]
    cell(page.table, 0, VALUE)
    write(page.table, "5")
    press(page.table.viewport().focusWidget() or page.table, Qt.Key.Key_Return)
    assert document.get(f"figures/{CALLS}/value") == Decimal(5)
    assert column(page.table, VALUE)[0] == f"5{NBSP}samtal"


def test_it_says_where_each_comes_from(page: TablePage) -> None:
    assert column(page.table, FROM) == [f"Kontaktcenter, 26{NBSP}aug.{NBSP}2026", "Lås!D14 · Kalkyl.xlsx"]
    tip = str(page.table.model().index(1, FROM).data(TIP))
    assert tip.endswith(f"Kalkyl.xlsx · Lås!D14, hämtad 12{NBSP}nov.{NBSP}2026")


def test_it_counts_the_texts_that_use_each_and_leads_there(
    page: TablePage, document: Document, interface: Interface
) -> None:
    assert column(page.table, USES) == ["2", ""]
    assert "Svaret först" in str(page.table.model().index(0, USES).data(TIP))
    assert "Används på 2 ställen" in told(page)
    heard: list[str] = []
    page.goes_to.connect(heard.append)
    click(button(page, "Ärende: Svaret först"))
    assert heard == ["matter/answer"]
    document.put("matter/answer", text("Inget"), lambda _lang: "")
    assert column(page.table, USES) == ["1", ""]
    assert "Används på ett ställe" in told(page)
    cell(page.table, 1, LABEL)
    interface.speak("en")
    assert "Not used in any text yet" in told(page)


def question(page: TablePage) -> QMessageBox:
    return the(QMessageBox, page.window())


def test_a_figure_that_texts_use_can_leave_its_value_in_them(page: TablePage, document: Document) -> None:
    before = document.project
    page.remove_row(0)
    asked = question(page)
    assert asked.text() == "Siffran används på 2 ställen"
    assert f"4{NBSP}100{NBSP}samtal" in asked.informativeText()
    click(button(asked, "Skriv in värdet och ta bort"))
    assert [figure.id for figure in document.project.figures] == [FREE]
    assert document.project.matter.answer == text(f"Vi får 4{NBSP}100{NBSP}samtal och 4{NBSP}100{NBSP}samtal")
    document.stack.undo()
    assert document.project == before


def test_a_figure_that_texts_use_can_go_alone_and_one_that_none_uses_goes_at_once(
    page: TablePage, document: Document
) -> None:
    page.remove_row(0)
    click(button(question(page), "Ta bort siffran"))
    assert mention(CALLS) in document.project.matter.answer.said("sv").text
    page.remove_row(0)
    assert document.project.figures == ()
