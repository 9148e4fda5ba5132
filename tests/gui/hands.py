"""A user's hands: keys and clicks on real widgets, and the finding of them by what they are called."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QCheckBox, QWidget

Kind = TypeVar("Kind", bound=QWidget)
_PLAIN = Qt.KeyboardModifier.NoModifier


def write(widget: QWidget, text: str) -> None:
    """Types a text, letters beyond ASCII too, which QTest has no keys for."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(widget, letter)
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, 0, _PLAIN, letter))


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = _PLAIN) -> None:
    """Presses a key, with another held down or not."""
    QTest.keyClick(widget, key, held)


def click(widget: QWidget) -> None:
    """Clicks the middle of a widget; of a check box, its mark."""
    where = widget.rect().center()
    if isinstance(widget, QCheckBox):
        where.setX(10)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _PLAIN, where)


def click_row(view: QAbstractItemView, index: QModelIndex, *, double: bool = False) -> None:
    """Clicks a row of a list or tree."""
    view.scrollTo(index)
    where: QPoint = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, _PLAIN, where)
    if double:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, _PLAIN, where)


def the(kind: type[Kind], within: QWidget, name: str = "") -> Kind:
    """The widget of a kind inside another, by its accessible name where there are several."""
    found = [widget for widget in within.findChildren(kind) if not name or widget.accessibleName() == name]
    assert len(found) == 1, f"{len(found)} {kind.__name__} called {name!r}: {[w.accessibleName() for w in found]}"
    return found[0]


def only(kind: type[Kind]) -> Kind:
    """The one window of its kind."""
    (found,) = [window for window in QApplication.topLevelWidgets() if isinstance(window, kind)]
    return found


def button(within: QWidget, text: str) -> QAbstractButton:
    """The button that is shown and says a text."""
    found = [b for b in within.findChildren(QAbstractButton) if b.isVisible() and b.text().replace("&", "") == text]
    assert len(found) == 1, f"{len(found)} buttons say {text!r}"
    return found[0]
