"""The interface's language and look: one object that every widget asks, and that says when either changes."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QIcon

from app.gui.icons import Icons
from app.gui.look import Look, Token
from app.gui.spelling import Spelling
from app.language.catalogue import Words
from app.model.base import Lang, Text

#: Something said in whichever language is asked for: a label, the name of an edit.
Wording = Callable[[Lang], str]
ROOM: Final = "window"


def term(room: str, key: str, **values: object) -> Wording:
    """A wording from a room's catalogue."""

    def wording(lang: Lang) -> str:
        return Words(room, lang)(key, **values)

    return wording


def said(text: Text) -> Wording:
    """A wording from a text of the library or of the user."""

    def wording(lang: Lang) -> str:
        return text.said(lang).text

    return wording


class Interface(QObject):
    """What the window looks and sounds like just now."""

    language_changed = Signal()
    look_changed = Signal()

    def __init__(self, lang: Lang, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lang: Lang = lang
        self._look = look
        self._icons = Icons(look)
        #: Looks at how words are spelt; None where nothing does.
        self.spelling: Spelling | None = None

    @property
    def lang(self) -> Lang:
        """The language of menus, labels and the library."""
        return self._lang

    @property
    def look(self) -> Look:
        """The colours in force."""
        return self._look

    def speak(self, lang: Lang) -> None:
        """Switches the language at once; widgets set their texts anew."""
        if lang != self._lang:
            self._lang = lang
            self.language_changed.emit()

    def wear(self, look: Look) -> None:
        """Switches the colours at once; widgets draw themselves anew."""
        if look != self._look:
            self._look = look
            self._icons = Icons(look)
            self.look_changed.emit()

    def __call__(self, key: str, **values: object) -> str:
        """A message of the window's own catalogue."""
        return Words(ROOM, self._lang)(key, **values)

    def say(self, wording: Wording) -> str:
        """A wording in the language in force."""
        return wording(self._lang)

    def icon(self, name: str, token: Token = "text") -> QIcon:
        """A Lucide icon in a colour of the look."""
        return self._icons.icon(name, token)

    def color(self, token: Token) -> QColor:
        """A colour of the look."""
        return self._look.color(token)
