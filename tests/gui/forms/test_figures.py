"""The page of figures: what each is worth, where it comes from, its standing, and which texts use it."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from app.gui.document import Document
from app.gui.forms.explained import TermTree
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
from tests.sample_actions import EXCHANGE, EXPAND, key

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
    assert column(page.table, VALUE)[:2] == [f"4{NBSP}100{NBSP}samtal", "38"]
    cell(page.table, 0, VALUE)
    write(page.table, "5")
    press(page.table.viewport().focusWidget() or page.table, Qt.Key.Key_Return)
    assert document.get(f"figures/{CALLS}/value") == Decimal(5)
    assert column(page.table, VALUE)[0] == f"5{NBSP}samtal"


def test_it_says_where_each_comes_from(page: TablePage) -> None:
    assert column(page.table, FROM)[:2] == [f"Kontaktcenter, 26{NBSP}aug.{NBSP}2026", "Lås!D14 · Kalkyl.xlsx"]
    tip = str(page.table.model().index(1, FROM).data(TIP))
    assert tip.endswith(f"Kalkyl.xlsx · Lås!D14, hämtad 12{NBSP}nov.{NBSP}2026")


def test_it_counts_the_texts_that_use_each_and_leads_there(
    page: TablePage, document: Document, interface: Interface
) -> None:
    assert column(page.table, USES)[:2] == ["2", ""]
    assert "Svaret först" in str(page.table.model().index(0, USES).data(TIP))
    assert "Används på 2 ställen" in told(page)
    heard: list[str] = []
    page.goes_to.connect(heard.append)
    click(button(page, "Ärende: Svaret först"))
    assert heard == ["matter/answer"]
    document.put("matter/answer", text("Inget"), lambda _lang: "")
    assert column(page.table, USES)[:2] == ["1", ""]
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


def computed_row(page: TablePage, name: str) -> int:
    return column(page.table, LABEL).index(name)


def test_computed_figures_are_listed_and_cannot_be_typed(page: TablePage, document: Document) -> None:
    row = computed_row(page, "Hela kostnaden")
    assert column(page.table, VALUE)[row] == f"23,5{NBSP}mkr"
    assert column(page.table, STATUS)[row] == "Räknas fram"
    assert str(page.table.model().index(row, STATUS).data(TIP)).startswith("Räknas fram och skrivs aldrig in")
    before = document.project
    cell(page.table, row, VALUE)
    write(page.table, "7")
    press(page.table, Qt.Key.Key_Delete)
    assert document.project is before


def test_a_computed_figure_explains_itself_down_to_the_field(page: TablePage) -> None:
    row = computed_row(page, "Netto för allt")
    cell(page.table, row, LABEL)
    assert "Effekt minus kostnad, alla år." in told(page)
    assert not any(said == "Källa" for said in told(page))
    press(page.table, Qt.Key.Key_Return)
    tree = the(TermTree, page)
    assert tree.hasFocus()
    assert [shown(tree, at) for at in range(2)] == ["Effekt", "minus kostnad"]
    assert not button(page, "Gå till fältet").isEnabled()
    press(tree, Qt.Key.Key_End)
    tree.expandAll()
    press(tree, Qt.Key.Key_End)
    heard: list[str] = []
    page.goes_to.connect(heard.append)
    press(tree, Qt.Key.Key_Return)
    click(button(page, "Gå till fältet"))
    assert heard == [tree.path] * 2
    assert tree.path.startswith("actions/")
    assert "/amounts/" in tree.path


def test_an_explanation_follows_what_changes(page: TablePage, document: Document, interface: Interface) -> None:
    row = computed_row(page, "Hela kostnaden")
    cell(page.table, row, LABEL)
    assert f"23,5{NBSP}mkr" in told(page)
    path = f"actions/{EXPAND}/lines/{key(0x83)}/amounts/2028"
    document.put(path, Decimal(2_000_000), lambda _lang: "")
    assert page.table.currentIndex().row() == row
    assert f"24,5{NBSP}mkr" in told(page)
    interface.speak("en")
    assert "Whole cost" in told(page)
    cell(page.table, 0, LABEL)
    assert "Whole cost" not in told(page)
    assert "Figure" in told(page)


def test_a_sentence_counts_as_a_use_of_what_is_computed(page: TablePage, document: Document) -> None:
    document.put("matter/answer", text("Det kostar {{cost}}"), lambda _lang: "")
    row = computed_row(page, "Hela kostnaden")
    assert column(page.table, USES)[row] == "1"
    cell(page.table, row, LABEL)
    assert button(page, "Ärende: Svaret först").isVisible()


def test_without_figures_what_is_computed_is_listed_all_the_same(page: TablePage, document: Document) -> None:
    document.put("figures", (), lambda _lang: "")
    assert "Hela kostnaden" in column(page.table, LABEL)
    assert page.table.isVisible()
    document.put("actions", (), lambda _lang: "")
    document.put("alternatives", (), lambda _lang: "")
    assert not page.table.isVisible()


def shown(tree: TermTree, at: int) -> str:
    item = tree.topLevelItem(at)
    return item.text(0) if item else ""
