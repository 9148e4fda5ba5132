"""Values are understood as people write them, and the field says at once how."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.gui.document import Document
from app.gui.fields.kinds import Asking, DateField, Field, MeasureField, MoneyField, StartField
from app.gui.interface import Interface, said
from app.model.base import text
from app.model.money import CostLine
from app.model.project import Figure
from app.project import edits
from tests.gui.hands import press, the, write

FIGURE, LINE = f"{9:032x}", f"{4:032x}"
ACTION = f"actions/{3:032x}"
Kind = Callable[[Document, Interface, str, Asking], Field]
Show = Callable[[Kind, str], QLineEdit]


@pytest.fixture
def show(document: Document, interface: Interface, qtbot: QtBot) -> Show:
    """Shows a field of a kind at a path, and gives its line with the cursor in it."""
    document.apply(lambda project: edits.add(project, "figures", Figure(id=FIGURE, label=text("Andel"))), lambda _: "")
    document.apply(lambda project: edits.add(project, f"{ACTION}/lines", CostLine(id=LINE, sign="cost")), lambda _: "")
    shown: list[Field] = []  # a field that nobody holds is gone

    def show_field(kind: Kind, path: str) -> QLineEdit:
        field = kind(document, interface, path, Asking(said(text("Värde"))))
        shown.append(field)
        qtbot.addWidget(field)
        with qtbot.waitActive(field):
            field.show()
            field.activateWindow()
        field.focus()
        return the(QLineEdit, field)

    return show_field


def understood(line: QLineEdit) -> str:
    """What stands below the line while one types."""
    found = next(label for label in line.window().findChildren(QLabel) if label.objectName() == "understood")
    return found.text().replace("\N{NO-BREAK SPACE}", " ") if found.isVisible() else ""


@pytest.mark.parametrize(
    ("kind", "path", "typed", "words"),
    [
        (DateField, f"{ACTION}/due", "kvartal 3 2027", "30 september 2027"),
        (StartField, f"{ACTION}/start", "Q3 2027", "1 juli 2027"),
        (DateField, f"{ACTION}/due", "1 sep 2027", "1 september 2027"),
        (DateField, f"{ACTION}/due", "2027-09-01", "1 september 2027"),
        (MoneyField, f"{ACTION}/lines/{LINE}/amounts/2027", "1,5 mkr", "1 500 000 kr"),
        (MoneyField, f"{ACTION}/lines/{LINE}/amounts/2027", "2 MSEK", "2 000 000 kr"),
        (MoneyField, f"{ACTION}/lines/{LINE}/amounts/2027", "250 000 kr", ""),
        (MoneyField, f"{ACTION}/lines/{LINE}/amounts/2027", "1,5 mk", ""),
    ],
)
def test_a_field_says_how_it_understands_what_is_typed(
    show: Show, kind: Kind, path: str, typed: str, words: str
) -> None:
    line = show(kind, path)
    write(line, typed)
    assert understood(line) == words


def test_what_was_understood_stays_below_a_field_that_moves(show: Show) -> None:
    line = show(DateField, f"{ACTION}/due")
    write(line, "1 sep 2027")
    label = next(label for label in line.window().findChildren(QLabel) if label.objectName() == "understood")
    line.move(line.x(), line.y() + 40)
    assert label.y() == line.mapTo(line.window(), line.rect().bottomLeft()).y() + 3


def test_a_unit_typed_after_a_number_goes_to_its_field(show: Show, document: Document) -> None:
    line = show(MeasureField, f"figures/{FIGURE}/value")
    write(line, "15 %")
    assert (document.project.figures[0].value, document.project.figures[0].unit) == (Decimal(15), text("%"))
    assert understood(line) == ""
    for _ in range(2):
        press(line, Qt.Key.Key_Backspace)
    write(line, ",5 tim")
    assert (document.project.figures[0].value, document.project.figures[0].unit) == (Decimal("15.5"), text("tim"))
    for _ in range(4):
        press(line, Qt.Key.Key_Backspace)
    assert (document.project.figures[0].value, document.project.figures[0].unit) == (Decimal("15.5"), text())
    document.stack.undo()
    assert document.project.figures[0].value is None
