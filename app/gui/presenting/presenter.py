"""The presenter's view: the slide that is on, the one that comes next, the notes to be read at a distance, and the time."""

from time import monotonic
from typing import Final

from PySide6.QtCore import QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.gui.interface import Interface
from app.gui.look import font
from app.gui.markdown import html
from app.gui.presenting.clock import Clock, told
from app.gui.presenting.plain_page import PlainPage
from app.gui.presenting.show import Show
from app.gui.result import notes_markdown
from app.language.catalogue import Words

#: Sizes of the notes in points, and where they begin: legible from where one stands.
_SIZES: Final = (14.0, 16.0, 18.0, 21.0, 24.0, 28.0, 32.0, 36.0)
_FIRST_SIZE: Final = 3
#: How often the clocks are set, in milliseconds.
_TICK: Final = 500


class Presenter(QWidget):
    """A window for the presenter alone. `ends`, `swaps` and `alone` say which button was pressed."""

    ends = Signal()
    swaps = Signal()
    alone = Signal()
    closing = Signal()

    def __init__(self, show: Show, interface: Interface) -> None:
        super().__init__()
        self._show, self._interface = show, interface
        self._clock = Clock(monotonic)
        self._size = _FIRST_SIZE
        ground = interface.color("window")
        self._now, self._next = PlainPage(ground), PlainPage(ground)
        self._which, self._coming, self._hint = QLabel(), QLabel(), QLabel()
        self._time, self._whole, self._on_slide = _Dial(), _Dial(), _Dial()
        self._notes = QLabel()
        self._hold, self._again, self._black = QPushButton(), QPushButton(), QPushButton()
        self._swap, self._alone, self._end = QPushButton(), QPushButton(), QPushButton()
        self._less, self._more = QToolButton(), QToolButton()
        self._tick = QTimer(self, interval=_TICK)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._connect()
        self._clock.go()
        self._name()
        self._follow()
        self._tick.start()
        self._set_clocks()

    def tell_screens(self, count: int) -> None:
        """Says what can be done with the screens there are."""
        words = Words("preview", self._interface.lang)
        self._swap.setVisible(count > 1)
        self._alone.setVisible(count == 1)
        self._hint.setText(words("present.hint") if count > 1 else words("present.one-screen"))

    def hold(self) -> None:
        """Holds the time, or lets it go on."""
        (self._clock.pause if self._clock.running else self._clock.go)()
        self._name()
        self._set_clocks()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._tick.stop()
        super().closeEvent(event)
        self.closing.emit()

    def _follow(self) -> None:
        """Shows the slide that is on."""
        now, coming = self._show.now, self._show.next
        words = Words("preview", self._interface.lang)
        self._now.show_page(now)
        self._next.show_page(coming)
        self._which.setText(self._told_number())
        self._coming.setText(f"{words('present.next')}: {coming.title}" if coming else words("present.last"))
        self._now.setAccessibleName(f"{words('present.current')}: {now.title}" if now else words("present.current"))
        self._next.setAccessibleName(self._coming.text())
        self._clock.turn(now.key if now else "")
        self._write_notes()
        self._set_clocks()

    def _told_number(self) -> str:
        now = self._show.now
        if now is None:
            return ""
        number = self._interface("result.slide", number=now.number, count=now.count)
        backup = now.slide is not None and now.slide.hidden
        return f"{number}, {Words('preview', self._interface.lang)('present.backup')}" if backup else number

    def _write_notes(self) -> None:
        now = self._show.now
        words = Words("preview", self._interface.lang)
        size = _SIZES[self._size]
        colors = self._interface.look.colors
        if now is not None and now.notes:
            text = html(
                notes_markdown(now.notes), size=size, line=115, color=colors["text"], link=colors["accent"],
                family=self.font().family(),
            )  # fmt: skip
        else:
            text = f'<p style="font-size:{size}pt">{words("present.no-notes")}</p>'
        self._notes.setText(text)

    def _resize_notes(self, by: int) -> None:
        self._size = min(max(self._size + by, 0), len(_SIZES) - 1)
        self._write_notes()

    def _restart(self) -> None:
        self._clock.again()
        self._set_clocks()

    def _set_clocks(self) -> None:
        self._time.show_value(QTime.currentTime().toString("HH:mm"))
        self._whole.show_value(told(self._clock.whole))
        planned = self._show.minutes * 60
        self._on_slide.show_value(f"{told(self._clock.on_slide)} / {told(planned)}")
        self._on_slide.warn(self._clock.on_slide > planned)

    def _name(self) -> None:
        """Sets the texts in the interface's language."""
        words = Words("preview", self._interface.lang)
        self.setWindowTitle(words("present.title"))
        for dial, key in ((self._time, "clock"), (self._whole, "elapsed"), (self._on_slide, "on-slide")):
            dial.name(words(f"present.{key}"))
        buttons = (
            (self._hold, "pause" if self._clock.running else "start"),
            (self._again, "again"),
            (self._black, "black"),
            (self._swap, "swap"),
            (self._alone, "alone"),
            (self._end, "end"),
        )
        for button, key in buttons:
            button.setText(words(f"present.{key}"))
        for button, key, icon in ((self._less, "smaller", "minus"), (self._more, "larger", "plus")):
            button.setToolTip(words(f"present.{key}"))
            button.setAccessibleName(words(f"present.{key}"))
            button.setIcon(self._interface.icon(icon))
            button.setIconSize(QSize(16, 16))
        self._notes.setAccessibleName(words("present.notes"))

    def _connect(self) -> None:
        self._show.changed.connect(self._follow)
        self._tick.timeout.connect(self._set_clocks)
        self._hold.clicked.connect(self.hold)
        self._again.clicked.connect(self._restart)
        self._black.clicked.connect(self._show.darken)
        self._swap.clicked.connect(self.swaps)
        self._alone.clicked.connect(self.alone)
        self._end.clicked.connect(self.ends)
        self._less.clicked.connect(lambda: self._resize_notes(-1))
        self._more.clicked.connect(lambda: self._resize_notes(1))

    def _lay_out(self) -> None:
        self._which.setFont(font("title", self.font(), strong=True))
        self._coming.setFont(font("head", self.font(), strong=True))
        self._coming.setWordWrap(True)
        self._hint.setProperty("tone", "secondary")
        self._hint.setWordWrap(True)
        self._notes.setWordWrap(True)
        self._notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._notes.setContentsMargins(20, 16, 20, 16)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._notes)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._which)
        left.addWidget(self._now, 3)
        left.addLayout(_row(self._time, self._whole, self._on_slide))
        left.addLayout(_row(self._hold, self._again, self._black, self._swap, self._alone, None, self._end))
        left.addWidget(self._hint)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._coming)
        right.addWidget(self._next, 2)
        right.addWidget(scroll, 3)
        right.addLayout(_row(None, self._less, self._more))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.setSpacing(24)
        whole.addLayout(left, 3)
        whole.addLayout(right, 2)


class _Dial(QWidget):
    """A time with what it is below."""

    def __init__(self) -> None:
        super().__init__()
        self._value, self._label = QLabel(), QLabel()
        large = QFont(font("display", self.font(), strong=True))
        self._value.setFont(large)
        self._label.setProperty("tone", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._value)
        column.addWidget(self._label)

    def show_value(self, value: str) -> None:
        """Sets the time."""
        if value != self._value.text():
            self._value.setText(value)

    def name(self, label: str) -> None:
        """Says what the time is."""
        self._label.setText(label)
        self._value.setAccessibleName(label)

    def warn(self, late: bool) -> None:
        """Colours a time that is longer than planned."""
        tone = "warning" if late else ""
        if self._value.property("tone") != tone:
            self._value.setProperty("tone", tone)
            self._value.style().unpolish(self._value)
            self._value.style().polish(self._value)


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None is the room between them."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row
