"""A notice above the pages: what happened, what is safe, what to do. It never takes the keyboard from who is writing."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from app.gui.fields.base import set_property
from app.gui.interface import Interface, Wording
from app.language.told import Told


class Offer(NamedTuple):
    """A button of a notice: its words, and what it does."""

    words: Wording
    do: Callable[[], object]


class Notice(QFrame):
    """Hidden until there is something to tell; stays until it is closed or nothing is wrong any more. What is asked stands until it
    is answered, though something that went wrong may stand before it for a while."""

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._interface = interface
        self._told: Told | None = None
        self._asked: tuple[Told, Sequence[Offer]] | None = None
        self.setObjectName("wrong")
        self._icon, self._words, self._close = QLabel(), QLabel(), QToolButton()
        self._buttons: list[QPushButton] = []
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close.clicked.connect(self.clear)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._close)
        interface.language_changed.connect(self._write)
        interface.look_changed.connect(self._write)
        self.hide()

    @property
    def text(self) -> str:
        """What stands there; nothing while it is hidden."""
        return self._words.text() if self._shown else ""

    @property
    def is_asking(self) -> bool:
        """Whether a question has not been answered yet."""
        return self._asked is not None

    def tell(self, told: Told) -> None:
        """Shows what the user is to be told."""
        self._told = told
        self._write()

    def ask(self, told: Told, offers: Sequence[Offer]) -> None:
        """Shows what happened, with buttons for what can be done about it."""
        self._told, self._asked = None, (told, offers)
        self._write()

    def answered(self) -> None:
        """Takes the question away: it is settled."""
        self._asked = None
        self._write()

    def clear(self) -> None:
        """Takes away what is told; a second time, or when nothing is told, the question too."""
        if self._told is None:
            self._asked = None
        self._told = None
        self._write()

    @property
    def _shown(self) -> Told | None:
        return self._told or (self._asked[0] if self._asked else None)

    def _write(self) -> None:
        say, told = self._interface, self._shown
        self._words.setText(told.told(say.lang) if told else "")
        asking = self._told is None and self._asked is not None
        set_property(self, "tone", "asking" if asking else "wrong")
        icon, colour = ("triangle-alert", "warning") if asking else ("circle-alert", "error")
        self._icon.setPixmap(say.icon(icon, colour).pixmap(16, 16))
        self._close.setIcon(say.icon("x"))
        self._close.setAccessibleName(say("notice.close"))
        self._close.setToolTip(say("notice.close"))
        self.setAccessibleName(say("notice.asking" if asking else "notice.wrong"))
        self.setAccessibleDescription(self._words.text())
        self._offer(self._asked[1] if asking and self._asked else ())
        self.setVisible(told is not None)

    def _offer(self, offers: Sequence[Offer]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(offer) for offer in offers]
        for at, button in enumerate(self._buttons):
            self._row.insertWidget(2 + at, button)

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(self._interface.say(offer.words))

        def pressed() -> None:
            offer.do()

        button.clicked.connect(pressed)
        return button
