"""Help: which keys do what, and what this program is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app import __version__
from app.gui.actions import COMMANDS, Actions
from app.gui.interface import Interface
from app.gui.look import font


def show_shortcuts(parent: QWidget, actions: Actions, interface: Interface) -> None:
    """Lists the commands that have keys."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(36)
    grid.setVerticalSpacing(6)
    for row, command in enumerate(command for command in COMMANDS if not actions[command.id].shortcut().isEmpty()):
        keys = actions[command.id].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(QLabel(actions.name_of(command.id).replace("&", "")), row, 0)
        grid.addWidget(QLabel(keys), row, 1)
    inner = QWidget()
    inner.setObjectName("page-body")
    inner.setLayout(grid)
    scroll = QScrollArea()
    scroll.setWidget(inner)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    _show(parent, interface("command.shortcuts").replace("&", ""), scroll, interface)


def show_about(parent: QWidget, interface: Interface) -> None:
    """Says what this program is, and under which terms it and its parts are given."""
    words = QWidget()
    column = QVBoxLayout(words)
    name = QLabel(interface("app.name"))
    name.setFont(font("title", words.font(), "library", strong=True))
    column.addWidget(name)
    for text in (interface("app.motto"), interface("app.version", version=__version__), interface("app.terms")):
        label = QLabel(text)
        label.setWordWrap(True)
        column.addWidget(label)
    _show(parent, interface("command.about").replace("&", ""), words, interface)


def _show(parent: QWidget, title: str, content: QWidget, interface: Interface) -> None:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setMinimumSize(420, 320)
    buttons = QDialogButtonBox()
    buttons.addButton(interface("notice.close"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 24, 24, 16)
    column.addWidget(content, 1)
    column.addWidget(buttons)
    dialog.open()
