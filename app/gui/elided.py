"""One line of text in whatever room there is."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

#: Pixels between a link's words and its edge.
_EDGE: Final = 5


class Elided(QLabel):
    """A line that ends in an ellipsis where it is longer than its room. It asks for no width, and is as high empty as full, so that nothing
    beside or below it moves while its text is written."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""

    def say(self, text: str) -> None:
        """Shows a text; the tooltip and a screen reader have it whole."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing() + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class NextButton(QPushButton):
    """A link that leads on, with an arrow behind it that is always seen; its words end in an ellipsis where there is no more room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("link", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = ""

    def say(self, text: str) -> None:
        """Shows the words; the tooltip and a screen reader have them whole."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        arrow = "  →"
        metrics = self.fontMetrics()
        room = self.width() - metrics.horizontalAdvance(arrow) - 2 * _EDGE
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown + arrow)
        self.setToolTip(self._whole if shown != self._whole else "")
