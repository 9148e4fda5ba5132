"""How parts of a page are outlined: marked for the field in use, dashed with the field's name under the pointer."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.gui.interface import Interface

#: How far an outline stands off what it surrounds, in pixels.
_OFF: Final = 4.0
_HALO: Final = QColor(255, 255, 255)


class Marks:
    """Draws outlines with a painter, in the colours of the look."""

    def __init__(self, painter: QPainter, interface: Interface, label: QFont) -> None:
        self._painter, self._interface, self._label = painter, interface, label
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def solid(self, box: QRectF) -> None:
        """The mark of the field in use."""
        self._around(box, Qt.PenStyle.SolidLine)

    def dashed(self, box: QRectF, name: str, room: QRect) -> None:
        """A part that leads to a field, with the field's name above it, within the room there is."""
        self._around(box, Qt.PenStyle.DashLine)
        if not name:
            return
        size = QFontMetricsF(self._label)
        width, height = size.horizontalAdvance(name) + 16, size.height() + 6
        left = min(max(box.left() - _OFF, 0.0), max(room.width() - width, 0.0))
        top = (
            box.top() - _OFF - height
            if box.top() - _OFF >= height
            else min(box.bottom() + _OFF, room.height() - height)
        )
        tag = QRectF(left, top, width, height)
        self._painter.setPen(QPen(_HALO, 1))
        self._painter.setBrush(self._interface.look.color("mark"))
        self._painter.drawRoundedRect(tag, 4, 4)
        self._painter.setPen(self._interface.color("base"))
        self._painter.setFont(self._label)
        self._painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, name)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def focus(self, room: QRect) -> None:
        """The ring of what has the keyboard."""
        self._painter.setPen(QPen(self._interface.color("accent"), 2))
        self._painter.drawRect(QRectF(room).adjusted(2, 2, -2, -2))

    def _around(self, box: QRectF, style: Qt.PenStyle) -> None:
        """A line with a white halo, so that it shows on dark slides too."""
        box = box.adjusted(-_OFF, -_OFF, _OFF, _OFF)
        for color, width, line in ((_HALO, 4, Qt.PenStyle.SolidLine), (self._interface.color("mark"), 2, style)):
            self._painter.setPen(QPen(color, width, line))
            self._painter.drawRoundedRect(box, 4, 4)
