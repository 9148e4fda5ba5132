"""How slides and layouts look in the dialog's lists: a picture with its name, what it stands for, and whose choice it is."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.gui.interface import Interface
from app.gui.look import font

#: What an item carries beside its name: its key, what stands below the name, whose choice it is, its picture.
KEY: Final = Qt.ItemDataRole.UserRole
NOTE: Final = Qt.ItemDataRole.UserRole + 1
MARK: Final = Qt.ItemDataRole.UserRole + 2
PICTURE: Final = Qt.ItemDataRole.UserRole + 3
#: Pictures' size in pixels at 100 %.
SLIDE: Final = QSize(206, 116)
LAYOUT: Final = QSize(112, 63)
_EDGE: Final = 8
_Index = QModelIndex | QPersistentModelIndex


class Card(QStyledItemDelegate):
    """Draws a picture with words: below it for a slide, beside it for a layout."""

    def __init__(self, interface: Interface, picture: QSize, parent: QWidget) -> None:
        super().__init__(parent)
        self._say, self._size = interface, picture

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, current=current)
        picture, words = self.parts(option.rect)
        self._picture(painter, picture, index.data(PICTURE))
        self._words(painter, words, option, index, current=current)
        painter.restore()

    def parts(self, item: QRect) -> tuple[QRect, QRect]:
        """Where the picture and the words stand in an item."""
        raise NotImplementedError

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, current: bool) -> None:
        if not current and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        color = self._say.color
        focused = current and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(color("accent"), 2) if focused else QPen(color("selection" if current else "hover")))
        painter.setBrush(color("selection" if current else "hover"))
        painter.drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), 6, 6)

    def _picture(self, painter: QPainter, box: QRect, image: QImage | None) -> None:
        painter.fillRect(box, self._say.color("canvas"))
        if image is not None:
            shown = image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(box.topLeft(), shown)
            place.moveCenter(box.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        painter.setPen(QPen(self._say.color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-1, -1, 0, 0))

    def _words(
        self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, index: _Index, *, current: bool
    ) -> None:
        color, line = self._say.color, option.fontMetrics.height() + 2
        ink = color("on-selection" if current else "text")
        mark = str(index.data(MARK) or "")
        painter.setPen(ink)
        painter.setFont(font("body", option.font, strong=True))
        name = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QRect(box.left(), box.top(), box.width(), line), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(option.font)
        second = QRect(box.left(), box.top() + line, box.width(), line)
        painter.setPen(ink if current else color("secondary"))
        room = second.width() - (painter.fontMetrics().horizontalAdvance(mark) + 12 if mark else 0)
        note = painter.fontMetrics().elidedText(str(index.data(NOTE) or ""), Qt.TextElideMode.ElideRight, room)
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, note)
        painter.setPen(ink if current else color("accent"))
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, mark)


class SlideCard(Card):
    """A slide above its words."""

    def __init__(self, interface: Interface, parent: QWidget) -> None:
        super().__init__(interface, SLIDE, parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        words = 2 * (option.fontMetrics.height() + 2)
        return QSize(SLIDE.width() + 2 * _EDGE + 4, SLIDE.height() + words + 3 * _EDGE)

    def parts(self, item: QRect) -> tuple[QRect, QRect]:
        picture = QRect(item.topLeft(), SLIDE).translated(_EDGE + 2, _EDGE)
        top = picture.bottom() + _EDGE
        return picture, QRect(picture.left(), top, picture.width(), item.bottom() - top)


class LayoutCard(Card):
    """A layout's picture before its words."""

    def __init__(self, interface: Interface, parent: QWidget) -> None:
        super().__init__(interface, LAYOUT, parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        return QSize(200, LAYOUT.height() + 2 * _EDGE)

    def parts(self, item: QRect) -> tuple[QRect, QRect]:
        picture = QRect(item.topLeft(), LAYOUT).translated(_EDGE, _EDGE)
        left = picture.right() + 12
        return picture, QRect(left, picture.top() + 8, item.right() - _EDGE - left, picture.height() - 8)
