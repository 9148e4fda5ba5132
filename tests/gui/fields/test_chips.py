"""Figures in a sentence: chosen from a list, shown as what they say, kept as their mention, and following when they change."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.gui.document import Document
from app.gui.fields.chips import OBJECT
from app.gui.fields.kinds import Asking, MarkdownField
from app.gui.fields.rich_edit import RichEdit
from app.gui.interface import Interface, said
from app.gui.palette import Palette
from app.model.base import text
from app.model.project import Figure
from app.project import edits
from tests.gui.hands import press, the, write

CALLS = "c" * 32
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def field(document: Document, interface: Interface, qtbot: QtBot) -> Iterator[MarkdownField]:
    """The answer's field, in a project with a figure."""
    figure = Figure(id=CALLS, label=text("Samtal"), value=Decimal("1200"), unit=text("samtal"))
    document.apply(lambda project: edits.add(project, "figures", figure), said(text("Ny siffra")))
    made = MarkdownField(document, interface, "matter/answer", Asking(said(text("Svaret", "Answer"))))
    qtbot.addWidget(made)
    document.changed.connect(made.refresh)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.focus()
    yield made
    document.changed.disconnect(made.refresh)


def kept(document: Document) -> str:
    return document.project.matter.answer.root.get("sv", "")


def test_a_mention_that_is_typed_becomes_a_chip_and_is_kept(field: MarkdownField, document: Document) -> None:
    edit = the(RichEdit, field)
    write(edit, f"Vi får {{{{{CALLS}}}}} om året")
    assert edit.toPlainText() == f"Vi får {OBJECT} om året"
    assert kept(document) == f"Vi får {{{{{CALLS}}}}} om året"
    document.stack.undo()
    document.stack.redo()
    assert kept(document).startswith("Vi får {{")


def test_a_figure_is_chosen_from_a_list(field: MarkdownField, document: Document, qtbot: QtBot) -> None:
    edit = the(RichEdit, field)
    write(edit, "Vi får ")
    press(edit, Qt.Key.Key_F, CTRL | SHIFT)
    palettes = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Palette)]
    palettes += field.window().findChildren(Palette)
    search = the(QLineEdit, palettes[0])
    write(search, "Samtal")
    press(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kept(document) == f"Vi får {{{{{CALLS}}}}}")


def test_a_chip_says_what_its_figure_says_now(field: MarkdownField, document: Document) -> None:
    edit = the(RichEdit, field)
    write(edit, f"{{{{{CALLS}}}}}")
    wide = edit.document().idealWidth()
    document.put(f"figures/{CALLS}/value", Decimal(1_200_000_000), said(text("Ändra siffra")))
    assert edit.document().idealWidth() > wide
    assert kept(document) == f"{{{{{CALLS}}}}}"
