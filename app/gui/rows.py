"""Rows of the sidebar: icon, name, and how far one has come, with a bar and a tint where one is."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.gui.interface import Interface

#: What a row carries: where it leads, what stands at its right, and its icon with the icon's colour.
PATH: Final = Qt.ItemDataRole.UserRole
ASIDE: Final = Qt.ItemDataRole.UserRole + 1
ICON: Final = Qt.ItemDataRole.UserRole + 2
HEIGHT: Final = 29
_LEFT, _RIGHT = 8, 8
#: From an icon to the text that follows it; what lies under a row stands twice as far in.
_TEXT: Final = 25
_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Draws the rows of a tree by the look."""

    def __init__(self, interface: Interface, parent: QObject) -> None:
        super().__init__(parent)
        self._interface = interface

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(80, max(HEIGHT, option.fontMetrics.height() + 11))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRect(_LEFT, option.rect.top() + 1, option.rect.right() - _LEFT - _RIGHT, option.rect.height() - 2)
        self._ground(painter, option, whole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        within = option.rect.adjusted(12, 0, -2 * _RIGHT, 0)
        self._words(painter, within, index, chosen)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        color, state = self._interface.color, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(color("selection" if chosen else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        if chosen:
            painter.fillRect(box.left(), box.top() + 6, 3, box.height() - 12, color("accent"))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(color("accent"), 2))
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _words(self, painter: QPainter, box: QRect, index: _Index, chosen: bool) -> None:
        left = box.left()
        icon = index.data(ICON)
        if index.parent().isValid():
            left += 2 * _TEXT - 12
        elif icon:
            self._interface.icon(*icon).paint(painter, QRect(left, box.center().y() - 7, 16, 16))
            left += _TEXT
        aside = str(index.data(ASIDE) or "")
        painter.setPen(self._interface.color("on-selection" if chosen else "secondary"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        room = QRect(box)
        room.setLeft(left)
        room.setRight(box.right() - (painter.fontMetrics().horizontalAdvance(aside) + 8 if aside else 0))
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self._interface.color("on-selection" if chosen else "text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
