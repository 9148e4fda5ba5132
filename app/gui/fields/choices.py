"""Fields where one picks: from a list, from a few buttons side by side, yes or no."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QHBoxLayout, QPushButton, QWidget

from app.gui.document import Document
from app.gui.fields.base import Asking, Field
from app.gui.interface import Interface, Wording
from app.model.base import FieldPath

#: What may be picked: the value that is stored, and what it is called.
Options = Sequence[tuple[object, Wording]]


class StillBox(QComboBox):
    """A list that opens, which the wheel passes over: a page that is scrolled must change no value."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()


class ChoiceField(Field):
    """One of several, from a list that opens."""

    def __init__(
        self, document: Document, interface: Interface, path: FieldPath, asking: Asking, options: Options
    ) -> None:
        super().__init__(document, interface, path, asking)
        self._options = list(options)
        self._box = StillBox()
        self._box.activated.connect(self._picked)
        self.install(self._box)
        self.retranslate()

    def offer(self, options: Options) -> None:
        """Sets what may be picked anew: meetings, actions."""
        self._options = list(options)
        self.retranslate()

    def refresh(self) -> None:
        value = self.document.get(self.path)
        self._box.setCurrentIndex(next((at for at, (option, _) in enumerate(self._options) if option == value), -1))

    def retranslate(self) -> None:
        super().retranslate()
        self._box.clear()
        self._box.addItems([self.interface.say(wording) for _, wording in self._options])
        self.refresh()

    def _picked(self, index: int) -> None:
        self.write(self._options[index][0])


class SegmentField(Field):
    """One of a few, as buttons side by side: a status, a kind."""

    def __init__(
        self, document: Document, interface: Interface, path: FieldPath, asking: Asking, options: Options
    ) -> None:
        super().__init__(document, interface, path, asking)
        self._options = list(options)
        self._segments = Segments(len(self._options))
        self._segments.group.idClicked.connect(self._picked)
        self.install(self._segments)
        for button in self._segments.buttons:
            button.installEventFilter(self)
        self._segments.setFocusProxy(self._segments.buttons[0])
        self.retranslate()
        self.refresh()

    def refresh(self) -> None:
        value = self.document.get(self.path)
        self._segments.pick(next((at for at, (option, _) in enumerate(self._options) if option == value), None))

    def retranslate(self) -> None:
        super().retranslate()
        for button, (_, wording) in zip(self._segments.buttons, self._options, strict=True):
            button.setText(self.interface.say(wording))
            button.setAccessibleName(f"{self.interface.say(self.asking.label)}: {button.text()}")

    def _picked(self, index: int) -> None:
        self.write(self._options[index][0])


class _Segment(QPushButton):
    """A button with room for its words in bold, as they are when it is down."""

    def sizeHint(self) -> QSize:
        hint, strong = super().sizeHint(), QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        bold = QFontMetrics(strong).horizontalAdvance(self.text())
        return QSize(hint.width() + max(0, bold - self.fontMetrics().horizontalAdvance(self.text())), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Segments(QWidget):
    """Buttons side by side of which one is down."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        self.buttons = [_Segment() for _ in range(count)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setProperty("segment", _place(index, count))
            self.group.addButton(button, index)
            row.addWidget(button)
        row.addStretch(1)

    def pick(self, index: int | None) -> None:
        """Puts one button down, or none."""
        self.group.setExclusive(index is not None)
        for at, button in enumerate(self.buttons):
            button.setChecked(at == index)
        self.group.setExclusive(True)


def _place(index: int, count: int) -> str:
    """Where a button stands, for its round corners."""
    if index == 0:
        return "first"
    return "last" if index == count - 1 else "middle"


class CheckField(Field):
    """Yes or no."""

    def __init__(self, document: Document, interface: Interface, path: FieldPath, asking: Asking) -> None:
        super().__init__(document, interface, path, asking)
        self._box = QCheckBox()
        self._box.clicked.connect(self.write)
        self._label.hide()
        self.install(self._box)
        self.retranslate()
        self.refresh()

    def refresh(self) -> None:
        self._box.setChecked(bool(self.document.get(self.path)))

    def retranslate(self) -> None:
        super().retranslate()
        self._box.setText(self.interface.say(self.asking.label))
