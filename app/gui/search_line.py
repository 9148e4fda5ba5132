"""A line to search in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from app.gui.interface import Interface, term


class SearchLine(QLineEdit):
    """A line in which one searches: a glass before it, and behind it, once something is typed, the way to clear it; Esc clears it too.

    `goes_down` says that an arrow asks for what was found."""

    goes_down = Signal()

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._interface = interface
        self.setClearButtonEnabled(True)
        self._glass = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        interface.language_changed.connect(self._speak)
        interface.look_changed.connect(self._draw)
        self._speak()
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.goes_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _speak(self) -> None:
        self._glass.setText(self._interface.say(term("fields", "search.here")))
        for button in self.findChildren(QToolButton):
            glass = button.defaultAction() is self._glass
            button.setAccessibleName(self._interface.say(term("fields", "search.here" if glass else "search.clear")))

    def _draw(self) -> None:
        self._glass.setIcon(self._interface.icon("search", "secondary"))
