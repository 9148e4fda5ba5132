"""How a pattern looks on the shelf: its mark, its name, and its shift from one logic to another."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.gui.interface import Interface
from app.gui.look import font
from app.model.pattern import Pattern

#: What a row carries: itself, and whether it is picked.
ROW: Final = Qt.ItemDataRole.UserRole
PICKED: Final = Qt.ItemDataRole.UserRole + 1
_HEIGHT, _HEAD, _BOX = 52, 34, 16
_TEXT_LEFT: Final = 46
_Index = QModelIndex | QPersistentModelIndex


class SpineDelegate(QStyledItemDelegate):
    """Draws heads and patterns; `mark_clicked` carries the index whose mark was clicked."""

    mark_clicked = Signal(QModelIndex)

    def __init__(self, interface: Interface, parent: QObject) -> None:
        super().__init__(parent)
        self._interface = interface

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = option.fontMetrics.height()
        return QSize(120, max(_HEIGHT, 2 * line + 20) if _pattern(index) else max(_HEAD, line + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pattern = _pattern(index)
        if pattern is None:
            self._head(painter, option, index)
        else:
            self._spine(painter, option, index, pattern)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        released = event.type() == QEvent.Type.MouseButtonRelease
        if released and isinstance(event, QMouseEvent) and _pattern(index) and _near_mark(option.rect, event):
            self.mark_clicked.emit(index)
            return True
        return super().editorEvent(event, model, option, index)

    def _head(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        box = option.rect.adjusted(16, 8, -20, 0)
        head = index.data(ROW)
        painter.setFont(font("help", option.font, strong=True))
        painter.setPen(self._interface.color("secondary"))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, head.name)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(head.count))

    def _spine(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, pattern: Pattern) -> None:
        color, state, lang = self._interface.color, option.state, self._interface.lang
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        box = option.rect.adjusted(8, 1, -8, -1)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            if chosen and state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(color("selection" if chosen else "hover"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        if chosen:
            painter.fillRect(box.left() + 1, box.top() + 8, 3, box.height() - 16, color("accent"))
        self._draw_mark(painter, _mark(option.rect), picked=bool(index.data(PICKED)))
        upper = QRect(_TEXT_LEFT, box.top() + 6, box.right() - _TEXT_LEFT - 8, (box.height() - 10) // 2)
        lower = upper.translated(0, upper.height())
        painter.setFont(font("body", option.font, strong=True))
        painter.setPen(color("on-selection" if chosen else "text"))
        self._line(painter, upper, pattern.name.said(lang).text)
        painter.setFont(font("help", option.font))
        painter.setPen(color("on-selection" if chosen else "secondary"))
        self._line(painter, lower, f"{pattern.from_.said(lang).text} → {pattern.to.said(lang).text}")

    def _line(self, painter: QPainter, box: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_mark(self, painter: QPainter, box: QRect, *, picked: bool) -> None:
        color = self._interface.color
        painter.setPen(QPen(color("accent" if picked else "field"), 1))
        painter.setBrush(color("accent" if picked else "base"))
        painter.drawRoundedRect(box, 3, 3)
        if picked:
            self._interface.icon("check", "on-accent").paint(painter, box.adjusted(1, 1, -1, -1))


def _pattern(index: _Index) -> Pattern | None:
    return getattr(index.data(ROW), "pattern", None)


def _near_mark(row: QRect, event: QMouseEvent) -> bool:
    return _mark(row).adjusted(-6, -6, 6, 6).contains(event.position().toPoint())


def _mark(row: QRect) -> QRect:
    return QRect(row.left() + 20, row.top() + 10, _BOX, _BOX)
