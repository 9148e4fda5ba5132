"""The start page: recent projects, starters, open."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.gui.fields.choices import Segments
from app.gui.interface import Interface
from app.gui.look import font
from app.model.base import LANGS

#: Starters as offered, each with its icon.
STARTERS: Final = (("municipality", "landmark"), ("company", "factory"), ("empty", "file"))


class StartPage(QWidget):
    """Where one begins. `opens` carries a path, `begins` a starter's name; `asks` wants a file chosen, `returns` the open project."""

    opens = Signal(str)
    begins = Signal(str)
    asks = Signal()
    returns = Signal()

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._say = interface
        self._recent: tuple[Path, ...] = ()
        self._name, self._motto = QLabel(), QLabel()
        self._back, self._open, self._lang = QPushButton(), QPushButton(), Segments(len(LANGS))
        self._recent_head, self._new_head = QLabel(), QLabel()
        self._list = QListWidget()
        self._cards = {name: StarterCard(interface, name, icon) for name, icon in STARTERS}
        self._local = QLabel()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_recent(self, recent: Sequence[str], *, can_return: bool) -> None:
        """Shows which projects were open last, the latest first, and whether there is one to go back to."""
        self._back.setVisible(can_return)
        self._recent = tuple(Path(name) for name in recent)
        self._fill()

    def take_focus(self) -> None:
        """Puts the focus on what one most likely does first."""
        if self._recent:
            self._list.setCurrentRow(0)
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
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
        self._recent_head.setText(say("start.recent"))
        self._new_head.setText(say("start.new"))
        self._list.setAccessibleName(say("start.recent"))
        self._local.setText(say("app.local"))
        for button, lang in zip(self._lang.buttons, LANGS, strict=True):
            button.setText(say(f"start.lang-{lang}"))
        self._lang.pick(LANGS.index(say.lang))
        for card in self._cards.values():
            card.retranslate()
        self._fill()

    def _fill(self) -> None:
        self._list.clear()
        for path in self._recent:
            there = path.is_file()
            aside = str(path.parent) if there else self._say("start.gone")
            item = QListWidgetItem(f"{path.stem}\n{aside}")
            item.setIcon(self._say.icon("file-text") if there else self._say.icon("triangle-alert", "warning"))
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            item.setToolTip(str(path))
            self._list.addItem(item)
        for widget in (self._recent_head, self._list):
            widget.setVisible(bool(self._recent))
        self._list.setFixedHeight(min(len(self._recent), 6) * 52 + 4)

    def _connect(self) -> None:
        self._open.clicked.connect(self.asks)
        self._back.clicked.connect(self.returns)
        self._list.itemActivated.connect(self._chosen)
        self._lang.group.idClicked.connect(self._speak)
        for name, card in self._cards.items():
            card.clicked.connect(lambda _checked=False, starter=name: self.begins.emit(starter))
        self._say.language_changed.connect(self.retranslate)
        self._say.look_changed.connect(self.retranslate)

    def _chosen(self, item: QListWidgetItem) -> None:
        self.opens.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def _speak(self, at: int) -> None:
        self._say.speak(LANGS[at])

    def _lay_out(self) -> None:
        self._name.setFont(font("display", self.font(), strong=True))
        self._motto.setProperty("tone", "secondary")
        self._local.setProperty("tone", "secondary")
        for head in (self._recent_head, self._new_head):
            head.setFont(font("head", self.font(), strong=True))
        side = QFrame()
        side.setObjectName("sidebar")
        side.setFixedWidth(288)
        left = QVBoxLayout(side)
        left.setContentsMargins(28, 36, 28, 24)
        left.setSpacing(6)
        left.addWidget(self._name)
        left.addWidget(self._motto)
        left.addSpacing(24)
        left.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        left.addWidget(self._lang)
        left.addSpacing(8)
        left.addWidget(self._local)
        main = QFrame()
        main.setObjectName("page-body")
        right = QVBoxLayout(main)
        right.setContentsMargins(36, 36, 36, 36)
        right.setSpacing(12)
        right.addWidget(self._recent_head)
        right.addWidget(self._list)
        right.addSpacing(20)
        right.addWidget(self._new_head)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for card in self._cards.values():
            cards.addWidget(card, 1)
        right.addLayout(cards)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(main, 1)


class StarterCard(QPushButton):
    """A starter: what it is called, and what one gets."""

    def __init__(self, interface: Interface, name: str, icon: str) -> None:
        super().__init__()
        self.setObjectName("starter")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for label in (self._icon, self._title, self._more):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, arg__1: int) -> int:
        return self._row.heightForWidth(arg__1)

    def retranslate(self) -> None:
        """Sets the texts in the interface's language."""
        self._title.setText(self._say(f"start.{self._key}"))
        self._more.setText(self._say(f"start.{self._key}-more"))
        self._icon.setPixmap(self._say.icon(self._icon_name, "accent").pixmap(20, 20))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._more.text())
