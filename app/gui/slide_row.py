"""How a slide looks in the storyline's list: a mark, its picture, number and title, and what is special about it."""

from typing import Final, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.gui.interface import Interface
from app.gui.look import font
from app.gui.thumbnails import SIZE, Thumbnails

#: What a row carries: its slide's id, its number, and its standing.
SLIDE: Final = Qt.ItemDataRole.UserRole
NUMBER: Final = Qt.ItemDataRole.UserRole + 1
BACKUP: Final = Qt.ItemDataRole.UserRole + 2
OWN_TITLE: Final = Qt.ItemDataRole.UserRole + 3
NEWS: Final = Qt.ItemDataRole.UserRole + 4
_HEIGHT, _LINES = 68, 2
_MARK: Final = 16
_PALE: Final = 0.4
_Index = QModelIndex | QPersistentModelIndex


class _Parts(NamedTuple):
    """Where the parts of a row stand."""

    mark: QRect
    picture: QRect
    number: QRect
    title: QRect
    note: QRect


class SlideRow(QStyledItemDelegate):
    """Draws rows. A click on the mark switches; only the title is edited."""

    def __init__(self, interface: Interface, thumbnails: Thumbnails, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._interface, self._thumbnails, self._view = interface, thumbnails, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        return QSize(200, max(_HEIGHT, _LINES * option.fontMetrics.height() + 20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, state = self._interface.color, option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        parts = self._parts(option.rect, option.fontMetrics, self._note(index))
        self._ground(painter, option, current=current)
        self._mark(painter, parts.mark, on=on)
        self._picture(painter, index, parts.picture, on=on)
        ink = color("on-selection" if current else "text" if on and not index.data(BACKUP) else "secondary")
        painter.setPen(color("on-selection" if current else "secondary"))
        painter.setFont(option.font)
        aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(parts.number, aligned, str(index.data(NUMBER) or "–"))
        painter.drawText(parts.note, aligned, self._note(index))
        painter.setPen(ink)
        title_font = font("body", option.font, strong=current)
        painter.setFont(title_font)
        _draw_lines(painter, parts.title, index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            mark = self._parts(option.rect, option.fontMetrics, "").mark.adjusted(-8, -8, 8, 8)
            if mark.contains(event.position().toPoint()):
                on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
                state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
                return model.setData(model.index(index.row(), 0), state.value, Qt.ItemDataRole.CheckStateRole)
        return False

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        title = self._parts(option.rect, option.fontMetrics, self._note(index)).title
        height = editor.sizeHint().height()
        editor.setGeometry(QRect(title.left() - 10, title.center().y() - height // 2, title.width() + 10, height))

    def _note(self, index: _Index) -> str:
        """What is special about a slide: that it is off, in the backup, new or changed since an edition, or under a title of its own."""
        say = self._interface
        if not index.data(NUMBER):
            return say("storyline.is-off")
        if index.data(BACKUP):
            return say("storyline.is-backup")
        if index.data(NEWS):
            return say(f"storyline.is-{index.data(NEWS)}")
        return say("storyline.own-title") if index.data(OWN_TITLE) else ""

    def _parts(self, row: QRect, metrics: QFontMetrics, note: str) -> _Parts:
        middle = row.center().y()
        mark = QRect(row.left() + 20, middle - _MARK // 2, _MARK, _MARK)
        picture = QRect(mark.right() + 14, middle - SIZE.height() // 2, SIZE.width(), SIZE.height())
        number = QRect(picture.right() + 8, row.top(), metrics.horizontalAdvance("000"), row.height())
        width = metrics.horizontalAdvance(note) + 4 if note else 0
        room = QRect(row.right() - 16 - width, row.top(), width, row.height())
        left = number.right() + 14
        title = QRect(left, row.top() + 6, max(room.left() - 12 - left, 40), row.height() - 12)
        return _Parts(mark, picture, number, title, room)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, current: bool) -> None:
        color, state = self._interface.color, option.state
        box = option.rect.adjusted(8, 1, -8, -1)
        if current or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            if current and state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(color("selection" if current else "hover"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        if current:
            painter.fillRect(box.left() + 1, box.top() + 8, 3, box.height() - 16, color("accent"))

    def _mark(self, painter: QPainter, box: QRect, *, on: bool) -> None:
        color = self._interface.color
        painter.setPen(QPen(color("accent" if on else "field"), 1))
        painter.setBrush(color("accent" if on else "base"))
        painter.drawRoundedRect(box, 3, 3)
        if on:
            self._interface.icon("check", "on-accent").paint(painter, box.adjusted(1, 1, -1, -1))

    def _picture(self, painter: QPainter, index: _Index, box: QRect, *, on: bool) -> None:
        image = self._thumbnails.picture(str(index.data(SLIDE)), self._view.devicePixelRatioF())
        painter.setOpacity(1.0 if on else _PALE)
        painter.fillRect(box, Qt.GlobalColor.white if image is not None else self._interface.color("canvas"))
        if image is not None:
            painter.drawImage(box.topLeft(), image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._interface.color("line"), 1))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))
        painter.setOpacity(1.0)


def _draw_lines(painter: QPainter, box: QRect, text: str) -> None:
    """A title on two lines at the most, centred upright, what is left over cut with an ellipsis."""
    layout = QTextLayout(text, painter.font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    metrics = painter.fontMetrics()
    layout.beginLayout()
    lines: list[str] = []
    for number in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        start = line.textStart()
        rest = text[start:] if number == _LINES - 1 else text[start : start + line.textLength()]
        lines.append(metrics.elidedText(rest.strip(), Qt.TextElideMode.ElideRight, box.width()))
    layout.endLayout()
    top = box.center().y() - len(lines) * metrics.height() / 2 + metrics.ascent()
    for number, line_text in enumerate(lines):
        painter.drawText(box.left(), round(top + number * metrics.height()), line_text)
