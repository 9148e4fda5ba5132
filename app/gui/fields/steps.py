"""The field for a step from 1 to 5, with what the step means beside it."""

from collections.abc import Callable
from typing import Final, cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider

from app.gui.document import Document
from app.gui.fields.base import Asking, Field, set_property
from app.gui.interface import Interface, Wording, term
from app.gui.look import font
from app.model.base import FieldPath, Step

STEPS: Final = 5
_TRACK, _KNOB, _LABEL_Y = 14, 8, 36
#: What a step means: the library's words for it.
Meaning = Callable[[Step], Wording]


class StepSlider(QSlider):
    """A slider of five steps; 0 says that none is set. Digits set it, Delete clears it; the wheel passes over it, so that a page
    that is scrolled changes no value. `pointed` carries the step under the pointer, 0 when it has gone."""

    set_by_user = Signal(int)
    pointed = Signal(int)

    def __init__(self, interface: Interface) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._interface = interface
        self.setRange(0, STEPS)
        self.setPageStep(1)
        self.setMouseTracking(True)
        self.setFixedHeight(44)
        self.setMinimumWidth(160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.actionTriggered.connect(self._moved)

    def sizeHint(self) -> QSize:
        return QSize(184, 44)

    def _moved(self, _action: int) -> None:
        self.set_by_user.emit(self.sliderPosition())

    def _x(self, step: int) -> float:
        left, right = _KNOB + 5.0, self.width() - _KNOB - 5.0
        return left + (right - left) * (step - 1) / (STEPS - 1)

    def _step_at(self, x: float) -> int:
        return min(range(1, STEPS + 1), key=lambda step: abs(self._x(step) - x))

    def _set(self, step: int) -> None:
        if step != self.value():
            self.setValue(step)
            self.set_by_user.emit(step)

    def mousePressEvent(self, ev: QMouseEvent) -> None:
        self._set(self._step_at(ev.position().x()))

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        step = self._step_at(ev.position().x())
        if ev.buttons() & Qt.MouseButton.LeftButton:
            self._set(step)
        self.pointed.emit(step)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(0)

    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        if ev.text() in tuple("12345"):
            self._set(int(ev.text()))
        elif ev.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set(0)
        else:
            super().keyPressEvent(ev)

    def paintEvent(self, _ev: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, value = self._interface.color, self.value()
        painter.setPen(QPen(color("line"), 3, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(self._x(1), _TRACK), QPointF(self._x(STEPS), _TRACK))
        if value:
            painter.setPen(QPen(color("accent"), 3, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(self._x(1), _TRACK), QPointF(self._x(value), _TRACK))
            painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(color("base"))
            painter.drawEllipse(QPointF(self._x(value), _TRACK), _KNOB, _KNOB)
        if self.hasFocus():
            painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if value:
                painter.drawEllipse(QPointF(self._x(value), _TRACK), _KNOB + 3, _KNOB + 3)
            else:
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        self._number(painter)
        painter.end()

    def _number(self, painter: QPainter) -> None:
        for step in range(1, STEPS + 1):
            chosen = step == self.value()
            painter.setFont(font("help", self.font(), strong=chosen))
            painter.setPen(self._interface.color("text" if chosen else "secondary"))
            where = QRectF(self._x(step) - 10, _LABEL_Y - 10, 20, 16)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(step))


class StepField(Field):
    """A step from 1 to 5. Beside it stands what the step means; nothing is set until the writer sets it."""

    def __init__(
        self,
        document: Document,
        interface: Interface,
        path: FieldPath,
        asking: Asking,
        meaning: Meaning | None = None,
    ) -> None:
        super().__init__(document, interface, path, asking)
        self._meaning = meaning
        self._pointed = 0
        self._slider = StepSlider(interface)
        self._slider.set_by_user.connect(self._picked)
        self._slider.pointed.connect(self._point)
        self._says = QLabel()
        self._says.setWordWrap(True)
        self._says.setMinimumWidth(180)
        self._lay_beside()
        self.watch(self._slider)
        self._label.setBuddy(self._slider)
        self.retranslate()
        self.refresh()

    def ask_about(self, meaning: Meaning | None) -> None:
        """Takes the words of another pattern."""
        self._meaning = meaning
        self._tell_step()

    def refresh(self) -> None:
        value = cast("int | None", self.document.get(self.path))
        self._slider.setValue(value or 0)
        self._tell_step()

    def retranslate(self) -> None:
        super().retranslate()
        self._tell_step()

    def _picked(self, step: int) -> None:
        self.write(step or None)

    def _point(self, step: int) -> None:
        """Shows what the step under the pointer means, before it is set."""
        if step != self._pointed and self._meaning is not None:
            self._pointed = step
            self._tell_step()

    def _lay_beside(self) -> None:
        """The label before, the words after the slider, in one row."""
        self._label.setFont(self.font())
        self._label.setFixedWidth(116)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._slider, 2)
        row.addWidget(self._says, 3)
        self.head.insertLayout(1, row, 1)
        self.head.setStretch(self.head.count() - 1, 0)

    def _tell_step(self) -> None:
        step = self._pointed or self._slider.value()
        lang = self.interface.lang
        unset = not step or self._meaning is None
        words = "" if self._meaning is None or not step else self._meaning(step)(lang)
        self._says.setText(
            words or (self.interface("field.step", step=step) if step else self.interface("field.no-step"))
        )
        set_property(self._says, "tone", "secondary" if unset or step != self._slider.value() else "plain")
        self._says.setFont(font("body", self.font()) if unset else font("reading-small", self.font(), "library"))
        label = term("window", "field.step", step=step)(lang) if step else self.interface("field.no-step")
        self._slider.setAccessibleDescription(f"{label} {words}".strip())
