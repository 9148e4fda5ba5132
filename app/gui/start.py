"""The start page: recent projects, starters, open, and the tour for whoever is here for the first time."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.gui.card import Card
from app.gui.covers import Glimpse
from app.gui.fields.choices import Segments
from app.gui.interface import Interface
from app.gui.look import font
from app.gui.recent import Recent
from app.model.base import LANGS

#: Starters as offered, each with its icon.
STARTERS: Final = (("municipality", "landmark"), ("company", "factory"), ("empty", "file"))


class StartPage(QWidget):
    """Where one begins. `opens`, `forgets` and `seeks` carry a path, `begins` a starter's name; `asks` wants a file chosen, `returns`
    the open project, `sets_up` the settings; `tours` and `declines_tour` answer the offer of the tour."""

    opens = Signal(str)
    forgets = Signal(str)
    seeks = Signal(str)
    begins = Signal(str)
    asks = Signal()
    returns = Signal()
    sets_up = Signal()
    tours = Signal()
    declines_tour = Signal()

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._say = interface
        self._paths: tuple[Path, ...] = ()
        self._name, self._motto = QLabel(), QLabel()
        self._back, self._open = QPushButton(), QPushButton()
        self._lang, self._settings = Segments(len(LANGS)), QToolButton()
        self._recent_head, self._hint, self._new_head = QLabel(), QLabel(), QLabel()
        self._recent = Recent(interface)
        self._cards = {name: StarterCard(interface, name, icon) for name, icon in STARTERS}
        self._tour = _TourOffer(interface)
        self._local = QLabel()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_recent(self, recent: Sequence[str], *, can_return: bool, offers_tour: bool) -> None:
        """Shows which projects were open last, the latest first, whether there is one to go back to, and the offer of the tour."""
        self._back.setVisible(can_return)
        self._tour.setVisible(offers_tour)
        self._paths = tuple(Path(name) for name in recent)
        self._fill()

    def show_glimpse(self, glimpse: Glimpse) -> None:
        """Shows what was seen of a recent project."""
        self._recent.show_glimpse(glimpse)

    def take_focus(self) -> None:
        """Puts the focus on what one most likely does first."""
        if self._paths:
            self._recent.take_focus()
        else:
            self._cards["municipality"].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Sets the texts in the interface's language."""
        say = self._say
        self._name.setText(say("app.name"))
        self._motto.setText(say("app.motto"))
        self._back.setText(say("start.back"))
        self._back.setIcon(say.icon("arrow-left"))
        self._open.setText(say("start.open"))
        self._open.setIcon(say.icon("folder-open"))
        self._settings.setIcon(say.icon("settings"))
        self._settings.setToolTip(say("settings.title"))
        self._settings.setAccessibleName(say("settings.title"))
        self._recent_head.setText(say("start.recent"))
        self._hint.setText(say("start.hint"))
        self._new_head.setText(say("start.new"))
        self._recent.setAccessibleName(say("start.recent"))
        self._local.setText(say("app.local"))
        for button, lang in zip(self._lang.buttons, LANGS, strict=True):
            button.setText(say(f"start.lang-{lang}"))
        self._lang.pick(LANGS.index(say.lang))
        for part in (*self._cards.values(), self._tour):
            part.retranslate()
        self._fill()

    def _fill(self) -> None:
        self._recent.show_paths(self._paths)
        for widget in (self._recent_head, self._recent):
            widget.setVisible(bool(self._paths))

    def _connect(self) -> None:
        self._open.clicked.connect(self.asks)
        self._back.clicked.connect(self.returns)
        self._settings.clicked.connect(self.sets_up)
        self._recent.opens.connect(self.opens)
        self._recent.forgets.connect(self.forgets)
        self._recent.seeks.connect(self.seeks)
        self._tour.taken.connect(self.tours)
        self._tour.declined.connect(self.declines_tour)
        self._lang.group.idClicked.connect(self._speak)
        for name, card in self._cards.items():
            card.clicked.connect(lambda _checked=False, starter=name: self.begins.emit(starter))
        self._say.language_changed.connect(self.retranslate)
        self._say.look_changed.connect(self.retranslate)

    def _speak(self, at: int) -> None:
        self._say.speak(LANGS[at])

    def _lay_out(self) -> None:
        self._name.setFont(font("display", self.font(), strong=True))
        for label in (self._motto, self._local, self._hint):
            label.setProperty("tone", "secondary")
        for head in (self._recent_head, self._new_head):
            head.setFont(font("head", self.font(), strong=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(self._main(), 1)

    def _side(self) -> QWidget:
        side = QFrame()
        side.setObjectName("sidebar")
        side.setFixedWidth(288)
        column = QVBoxLayout(side)
        column.setContentsMargins(28, 36, 28, 24)
        column.setSpacing(6)
        column.addWidget(self._name)
        column.addWidget(self._motto)
        column.addSpacing(24)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(18)
        column.addWidget(self._tour)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self._lang, 1)
        foot.addWidget(self._settings)
        column.addLayout(foot)
        column.addSpacing(8)
        column.addWidget(self._local)
        return side

    def _main(self) -> QWidget:
        inner = QFrame()
        inner.setObjectName("page-body")
        column = QVBoxLayout(inner)
        column.setContentsMargins(36, 36, 36, 36)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self._recent_head)
        head.addStretch(1)
        head.addWidget(self._hint)
        column.addLayout(head)
        column.addWidget(self._recent)
        column.addSpacing(16)
        column.addWidget(self._new_head)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for card in self._cards.values():
            cards.addWidget(card, 1)
        column.addLayout(cards)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll


class StarterCard(Card):
    """A starter: what it is called, and what one gets."""

    def __init__(self, interface: Interface, name: str, icon: str) -> None:
        super().__init__("starter", QHBoxLayout())
        self._say, self._key, self._icon_name = interface, name, icon
        self._icon, self._title, self._more = QLabel(), QLabel(), QLabel()
        self._title.setFont(font("body", self.font(), strong=True))
        self._more.setFont(font("help", self.font()))
        self._more.setProperty("tone", "secondary")
        self._title.setWordWrap(True)
        self._more.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._more)
        words.addStretch(1)
        self.inner.setContentsMargins(16, 14, 16, 14)
        self.inner.setSpacing(14)
        self.inner.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.inner.addLayout(words, 1)
        self.hold(self._icon, self._title, self._more)

    def retranslate(self) -> None:
        """Sets the texts in the interface's language."""
        self._title.setText(self._say(f"start.{self._key}"))
        self._more.setText(self._say(f"start.{self._key}-more"))
        self._icon.setPixmap(self._say.icon(self._icon_name, "accent").pixmap(20, 20))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._more.text())


class _TourOffer(QFrame):
    """Offers the tour, until it is taken or declined."""

    taken = Signal()
    declined = Signal()

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self.setObjectName("card")
        self._say = interface
        self._title, self._words = QLabel(), QLabel()
        self._begin, self._close = QPushButton(), QToolButton()
        self._title.setFont(font("body", self.font(), strong=True))
        self._words.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._begin.clicked.connect(self.taken)
        self._close.clicked.connect(self.declined)

    def retranslate(self) -> None:
        """Sets the texts in the interface's language."""
        say = self._say
        self._title.setText(say("tour.offer"))
        self._words.setText(say("tour.offer-more"))
        self._begin.setText(say("tour.begin"))
        self._close.setIcon(say.icon("x"))
        self._close.setAccessibleName(say("tour.decline"))
        self._close.setToolTip(say("tour.decline"))
