"""A figure is put into a line: by its key, by the line's menu, and by the window's."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from app.gui.document import Document
from app.gui.fields.kinds import Asking, TextField
from app.gui.fields.mention_line import MentionLine
from app.gui.interface import Interface, said
from app.gui.palette import Palette
from app.gui.window import MainWindow
from app.model.base import text
from app.model.figure import Figure
from app.project import edits
from tests.gui.hands import press, the, write

CALLS = "c" * 32
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIGURE = Figure(id=CALLS, label=text("Samtal"), value=Decimal("1200"), unit=text("samtal"))


@pytest.fixture
def field(document: Document, interface: Interface, qtbot: QtBot) -> TextField:
    """The title's field, in a project with a figure."""
    document.apply(lambda project: edits.add(project, "figures", FIGURE), said(text("Ny siffra")))
    field = TextField(document, interface, "matter/title", Asking(said(text("Titel", "Title"))))
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.focus()
    return field


@pytest.fixture
def line(field: TextField) -> MentionLine:
    """Its line."""
    return the(MentionLine, field)


def choose(within: MentionLine, name: str) -> None:
    search = the(QLineEdit, the(Palette, within.window()))
    write(search, name)
    press(search, Qt.Key.Key_Return)


def title(document: Document) -> str:
    return document.project.matter.title.root.get("sv", "")


def test_its_key_puts_a_figure_where_the_cursor_is(line: MentionLine, document: Document) -> None:
    press(line, Qt.Key.Key_A, CTRL)
    write(line, "Vi får ")
    press(line, Qt.Key.Key_F, CTRL | SHIFT)
    choose(line, "Samtal")
    assert title(document) == f"Vi får {{{{{CALLS}}}}}"
    assert line.text() == "Vi får {{Samtal}}"


def test_the_lines_menu_says_the_key_and_does_the_same(line: MentionLine, document: Document) -> None:
    press(line, Qt.Key.Key_A, CTRL)
    line.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu = the(QMenu, line)
    offered = next(action for action in menu.actions() if action.text() == "Infoga siffra…")
    assert offered.shortcut() == QKeySequence("Ctrl+Shift+F")
    assert not [act for act in menu.actions() if act.objectName() == "edit-undo" and act.isVisible()]
    offered.trigger()
    menu.close()
    choose(line, "Samtal")
    assert title(document) == f"{{{{{CALLS}}}}}"


def test_the_windows_menu_asks_in_the_text_in_use(empty: MainWindow) -> None:
    empty.document.apply(lambda project: edits.add(project, "figures", FIGURE), said(text("Ny siffra")))
    empty.bench.go("matter/title")
    line = QApplication.focusWidget()
    assert isinstance(line, MentionLine)
    empty.commands["insert-figure"].trigger()
    choose(line, "Samtal")
    assert title(empty.document) == f"{{{{{CALLS}}}}}"


def test_where_nothing_is_written_the_window_says_what_to_do(empty: MainWindow) -> None:
    empty.bench.sidebar.take_focus()
    empty.commands["insert-figure"].trigger()
    box = the(QMessageBox, empty)
    assert box.text().startswith("Ställ markören där siffran ska stå")
    box.done(0)
