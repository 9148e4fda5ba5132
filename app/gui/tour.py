"""The tour: a few stops over the real window, each a part of it in the light and a few words. It can be left at any time."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui.interface import Interface
from app.gui.look import font

_BUBBLE: Final = 340
_GAP: Final = 14
_SHADE: Final = QColor(10, 18, 20, 130)


class Stop(NamedTuple):
    """A stop: its key in the catalogue, the part of the window it is about, and what brings that part into view."""

    key: str
    part: Callable[[], QWidget | None]
    show: Callable[[], object]


class Tour(QWidget):
    """Lies over the whole window. `left` says that it is over, or was left."""

    left = Signal()

    def __init__(self, window: QWidget, interface: Interface, stops: Sequence[Stop]) -> None:
        super().__init__(window)
        self._window, self._say, self._stops = window, interface, tuple(stops)
        self._at = 0
        self._light = QRect()
        self._bubble = QFrame(self)
        self._title, self._words, self._count = QLabel(), QLabel(), QLabel()
        self._leave, self._back, self._next = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        window.installEventFilter(self)
        interface.language_changed.connect(self._show_stop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGeometry(window.rect())
        self.show()
        self._show_stop()

    @property
    def stop(self) -> str:
        """Which stop it is at."""
        return self._stops[self._at].key

    @property
    def light(self) -> QRect:
        """The part of the window that lies in the light."""
        return self._light

    def leave(self) -> None:
        """Ends the tour, wherever it is."""
        self._window.removeEventFilter(self)
        self.hide()
        self.left.emit()
        self.deleteLater()

    def _go(self, by: int) -> None:
        if self._at + by >= len(self._stops):
            self.leave()
            return
        self._at = max(self._at + by, 0)
        self._show_stop()

    def _show_stop(self) -> None:
        stop, say = self._stops[self._at], self._say
        stop.show()
        self._title.setText(say(f"tour.{stop.key}"))
        self._words.setText(say(f"tour.{stop.key}-more"))
        self._count.setText(say("tour.step", number=self._at + 1, n=len(self._stops)))
        self._leave.setText(say("tour.leave"))
        self._back.setText(say("tour.back"))
        self._back.setVisible(self._at > 0)
        self._next.setText(say("tour.done" if self._at + 1 == len(self._stops) else "tour.next"))
        self._bubble.setAccessibleName(self._title.text())
        self._bubble.setAccessibleDescription(self._words.text())
        part = stop.part()
        if part is not None:
            part.installEventFilter(self)
        self._place()
        self.raise_()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        """Puts the light on the part, and the bubble where there is most room beside it."""
        self.setGeometry(self._window.rect())
        part = self._stops[self._at].part()
        self._light = QRect()
        if part is not None and part.isVisible():
            corner = part.mapTo(self._window, QPoint(0, 0))
            self._light = QRect(corner, part.size()).intersected(self.rect())
        column = self._bubble.layout()
        if column is not None:
            column.activate()
            self._bubble.resize(_BUBBLE, column.totalHeightForWidth(_BUBBLE))
        self._bubble.move(self._beside(self._light))
        self.update()

    def _beside(self, light: QRect) -> QPoint:
        size, room = self._bubble.size(), self.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        places = (
            QPoint(light.right() + _GAP, light.top() + _GAP),
            QPoint(light.left() - _GAP - size.width(), light.top() + _GAP),
            QPoint(light.right() - size.width(), light.bottom() + _GAP),
            QPoint(light.left(), light.top() - _GAP - size.height()),
        )
        fitting = [place for place in places if room.contains(QRect(place, size))]
        return fitting[0] if fitting else room.bottomRight() - QPoint(size.width(), size.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A page that was only now brought into view is laid out later.
        if event.type() == QEvent.Type.Resize and watched in (self._window, self._stops[self._at].part()):
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_Right:
            self._go(1)
        elif event.key() == Qt.Key.Key_Left:
            self._go(-1)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        buttons = [each for each in (self._leave, self._back, self._next) if each.isVisible()]
        if not buttons:
            return super().focusNextPrevChild(next)
        buttons[next_at(buttons, next)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QPainterPath()
        shade.addRect(self.rect())
        light = QPainterPath()
        light.addRoundedRect(self._light.adjusted(-2, -2, 2, 2), 6, 6)
        painter.fillPath(shade.subtracted(light), _SHADE)
        painter.setPen(QPen(self._say.color("mark"), 2))
        painter.drawPath(light)
        painter.end()

    def _lay_out(self) -> None:
        self._bubble.setObjectName("bubble")
        self._title.setFont(font("head", self.font(), strong=True))
        self._words.setWordWrap(True)
        self._count.setProperty("tone", "secondary")
        self._leave.setProperty("link", True)
        self._next.setProperty("primary", True)
        self._leave.clicked.connect(self.leave)
        self._back.clicked.connect(lambda: self._go(-1))
        self._next.clicked.connect(lambda: self._go(1))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        foot = QHBoxLayout()
        foot.addWidget(self._leave)
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self._next)
        column = QVBoxLayout(self._bubble)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addLayout(foot)


def next_at(buttons: Sequence[QPushButton], forward: bool) -> int:
    """Which button the focus goes to from where it is, round and round."""
    at = next((index for index, each in enumerate(buttons) if each.hasFocus()), len(buttons) - 1)
    return (at + (1 if forward else -1)) % len(buttons)
