"""The projects that were open last: the first few as cards with their covers, the others as rows."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.gui.card import Card
from app.gui.covers import Glimpse
from app.gui.elided import Elided
from app.gui.fields.base import set_property
from app.gui.interface import Interface
from app.gui.look import font
from app.gui.times import moment

#: So many projects are shown with their covers.
CARDS: Final = 3
_SHAPE: Final = (16, 9)


class Recent(QWidget):
    """`opens`, `forgets` and `seeks` carry a path."""

    opens = Signal(str)
    forgets = Signal(str)
    seeks = Signal(str)

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._say = interface
        self._cards = QHBoxLayout()
        self._rows = QVBoxLayout()
        self._shown: list[_Card | _Row] = []
        self._seen: dict[Path, Glimpse] = {}
        self._cards.setSpacing(16)
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._cards)
        column.addLayout(self._rows)

    def show_paths(self, paths: Sequence[Path]) -> None:
        """Shows these projects, with what was seen of them before."""
        for widget in self._shown:
            widget.setParent(None)
            widget.deleteLater()
        while self._cards.takeAt(0) is not None:
            continue
        self._shown = [self._card(path) for path in paths[:CARDS]]
        for card in self._shown:
            self._cards.addWidget(card, 1)
        for _ in range(CARDS - len(self._shown) if self._shown else 0):
            self._cards.addStretch(1)
        for path in paths[CARDS:]:
            row = _Row(self._say, path)
            row.opens.connect(self.opens)
            row.forgets.connect(self.forgets)
            row.seeks.connect(self.seeks)
            self._rows.addWidget(row)
            self._shown.append(row)
        for path in paths:
            if path in self._seen:
                self.show_glimpse(self._seen[path])

    def show_glimpse(self, glimpse: Glimpse) -> None:
        """Shows what was seen of a file."""
        self._seen[glimpse.path] = glimpse
        for widget in self._shown:
            if widget.path == glimpse.path:
                widget.show_glimpse(glimpse)

    def take_focus(self) -> None:
        """Puts the focus on the latest project."""
        self._shown[0].take_focus()

    def _card(self, path: Path) -> "_Card":
        card = _Card(self._say, path)
        card.opens.connect(self.opens)
        card.forgets.connect(self.forgets)
        card.seeks.connect(self.seeks)
        return card


class _Missing(QWidget):
    """What can be done about a file that is not in its place."""

    def __init__(self, interface: Interface, name: str) -> None:
        super().__init__()
        self.seek, self.forget = QPushButton(interface("start.seek")), QPushButton(interface("start.forget"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.seek, self.forget):
            button.setProperty("link", True)
            button.setAccessibleName(f"{button.text()}: {name}")
            row.addWidget(button)
        row.addStretch(1)


class _Card(QFrame):
    """A project as a card: its cover with title below, a button that opens it."""

    opens = Signal(str)
    forgets = Signal(str)
    seeks = Signal(str)

    def __init__(self, interface: Interface, path: Path) -> None:
        super().__init__()
        self.path, self._say = path, interface
        self._open = Card("recent", QVBoxLayout())
        self._cover, self._title, self._aside = _Cover(interface), Elided(), Elided()
        self._title.setFont(font("body", self.font(), strong=True))
        self._aside.setFont(font("help", self.font()))
        self._aside.setProperty("tone", "secondary")
        self._open.hold(self._cover, self._title, self._aside)
        self._open.inner.setContentsMargins(10, 10, 10, 8)
        self._open.inner.setSpacing(2)
        self._cover.setMinimumWidth(1)
        for label in (self._cover, self._title, self._aside):
            self._open.inner.addWidget(label)
        self._missing = _Missing(interface, path.stem)
        self._missing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._open)
        column.addWidget(self._missing)
        column.addStretch(1)
        self.setToolTip(str(path))
        self._open.clicked.connect(lambda: self.opens.emit(str(path)))
        self._missing.seek.clicked.connect(lambda: self.seeks.emit(str(path)))
        self._missing.forget.clicked.connect(lambda: self.forgets.emit(str(path)))
        self._name(path.stem, str(path.parent))

    def take_focus(self) -> None:
        """Takes the focus."""
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_glimpse(self, glimpse: Glimpse) -> None:
        """Shows what was seen of the file."""
        there = glimpse.changed is not None
        self._open.setEnabled(there)
        self._missing.setVisible(not there)
        title = glimpse.facts.title if glimpse.facts and glimpse.facts.title else self.path.stem
        set_property(self._title, "tone", "" if there else "secondary")
        self._cover.show_picture(glimpse.cover, there)
        self._name(title, _aside(self._say, glimpse))

    def _name(self, title: str, aside: str) -> None:
        self._title.say(title)
        self._aside.say(aside)
        self._open.setAccessibleName(title)
        self._open.setAccessibleDescription(f"{aside}. {self.path}")


class _Row(QFrame):
    """A project as a row."""

    opens = Signal(str)
    forgets = Signal(str)
    seeks = Signal(str)

    def __init__(self, interface: Interface, path: Path) -> None:
        super().__init__()
        self.path, self._say = path, interface
        self.setObjectName("recent-row")
        self._icon, self._open, self._aside = QLabel(), QPushButton(path.stem), QLabel(str(path.parent))
        self._open.setProperty("link", True)
        self._aside.setProperty("tone", "secondary")
        self._aside.setMinimumWidth(1)
        self._missing = _Missing(interface, path.stem)
        self._missing.hide()
        keeping = self._missing.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self._missing.setSizePolicy(keeping)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._open, 2)
        row.addWidget(self._aside, 3)
        row.addWidget(self._missing)
        self.setToolTip(str(path))
        self._icon.setPixmap(interface.icon("file-text").pixmap(16, 16))
        self._open.clicked.connect(lambda: self.opens.emit(str(path)))
        self._missing.seek.clicked.connect(lambda: self.seeks.emit(str(path)))
        self._missing.forget.clicked.connect(lambda: self.forgets.emit(str(path)))

    def take_focus(self) -> None:
        """Takes the focus."""
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_glimpse(self, glimpse: Glimpse) -> None:
        """Shows what was seen of the file."""
        there = glimpse.changed is not None
        self._open.setEnabled(there)
        self._missing.setVisible(not there)
        icon = self._say.icon("file-text") if there else self._say.icon("triangle-alert", "warning")
        self._icon.setPixmap(icon.pixmap(16, 16))
        if glimpse.facts and glimpse.facts.title:
            self._open.setText(glimpse.facts.title)
        self._aside.setText(_aside(self._say, glimpse))


class _Cover(QWidget):
    """A cover's picture, or its empty frame, as wide as there is room."""

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._say = interface
        self._picture: QImage | None = None
        self._is_there = True
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: QImage | None, is_there: bool) -> None:
        """Shows another picture."""
        self._picture, self._is_there = picture, is_there
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, arg__1: int) -> int:
        return arg__1 * _SHAPE[1] // _SHAPE[0]

    def sizeHint(self) -> QSize:
        return QSize(_SHAPE[0] * 16, _SHAPE[1] * 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture is not None:
            painter.drawImage(QRectF(self.rect()), self._picture)
        else:
            painter.fillRect(self.rect(), self._say.color("canvas"))
            name = "file-text" if self._is_there else "triangle-alert"
            icon = self._say.icon(name, "secondary")
            middle = self.rect().center()
            icon.paint(painter, middle.x() - 12, middle.y() - 12, 24, 24)
        painter.setPen(self._say.color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


def _aside(say: Interface, glimpse: Glimpse) -> str:
    """Whose project it is and when it was changed; where it was, when it is gone."""
    if glimpse.changed is None:
        return say("start.gone")
    when = moment(glimpse.changed, say.lang)
    whose = glimpse.facts.organisation if glimpse.facts and glimpse.facts.organisation else str(glimpse.path.parent)
    return f"{whose} · {when}"
