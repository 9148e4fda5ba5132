"""What the settings' pages are made of: a row with its label, and editors that keep each change at once."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLayout, QLineEdit, QVBoxLayout, QWidget

from app.gui.fields.choices import Segments
from app.gui.interface import Interface
from app.gui.look import font

T = TypeVar("T")


class Sheet(QWidget):
    """A page of rows under a heading."""

    def __init__(self, interface: Interface, key: str) -> None:
        super().__init__()
        self._say = interface
        self._form, self._cell = QFormLayout(), QVBoxLayout()
        self._form.setHorizontalSpacing(28)
        self._form.setVerticalSpacing(18)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        title = QLabel(interface(f"settings.{key}"))
        title.setFont(font("title", self.font(), strong=True))
        about = QLabel(interface(f"settings.{key}-about"))
        about.setProperty("tone", "secondary")
        about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(about)
        column.addSpacing(12)
        column.addLayout(self._form)
        column.addStretch(1)

    def add(self, key: str, editor: QWidget | QLayout, named: QWidget | None = None) -> None:
        """Adds a row; `named` is the widget that takes the focus, where the editor is not itself."""
        label = QLabel(self._say(f"settings.{key}"))
        label.setFont(font("body", self.font(), strong=True))
        self._cell = QVBoxLayout()
        self._cell.setSpacing(4)
        if isinstance(editor, QLayout):
            self._cell.addLayout(editor)
        else:
            self._cell.addWidget(editor)
        self._form.addRow(label, self._cell)
        target = named or (editor if isinstance(editor, QWidget) else None)
        if target is not None:
            target.setAccessibleName(label.text())
            label.setBuddy(target)

    def tell(self, words: str) -> QLabel:
        """Adds a line below the editor that was added last."""
        label = QLabel(words)
        label.setProperty("tone", "secondary")
        label.setFont(font("help", self.font()))
        label.setWordWrap(True)
        self._cell.addWidget(label)
        return label


def segments(options: Sequence[tuple[T, str]], value: T, keep: Callable[[T], object]) -> Segments:
    """A few buttons side by side."""
    made = Segments(len(options))
    for button, (_, words) in zip(made.buttons, options, strict=True):
        button.setText(words)
    made.pick(next((at for at, (option, _) in enumerate(options) if option == value), None))
    made.setFocusProxy(made.buttons[0])

    def picked(at: int) -> None:
        keep(options[at][0])

    made.group.idClicked.connect(picked)
    return made


def choice(options: Sequence[tuple[T, str]], value: T, keep: Callable[[T], object]) -> QComboBox:
    """A list that opens."""
    made = QComboBox()
    for _, words in options:
        made.addItem(words)
    made.setCurrentIndex(next((at for at, (option, _) in enumerate(options) if option == value), -1))

    def picked(at: int) -> None:
        keep(options[at][0])

    made.activated.connect(picked)
    return made


def line(value: str, keep: Callable[[str], object]) -> QLineEdit:
    """A line of text, kept at every keystroke."""
    made = QLineEdit(value)
    made.textEdited.connect(keep)
    return made
