"""The finder: any place, pattern or command by a few letters of its name."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from app.gui.actions import COMMANDS, Actions
from app.gui.document import Document
from app.gui.interface import Interface
from app.gui.places import PLACES, short_name

_GOES = Qt.ItemDataRole.UserRole


class Found(NamedTuple):
    """Something that can be found: what it is called, its icon, and the place or command it leads to."""

    name: str
    icon: str
    place: str = ""
    command: str = ""


class Finder(QLineEdit):
    """A field that finds. `goes_to` carries a place; commands are carried out."""

    goes_to = Signal(str)

    def __init__(self, document: Document, interface: Interface, actions: Actions) -> None:
        super().__init__()
        self._document, self._say, self._actions = document, interface, actions
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(12)
        self._completer.activated.connect(self._go)
        self.setCompleter(self._completer)
        self._glass = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.setMaximumWidth(420)
        self.setMinimumWidth(220)
        interface.language_changed.connect(self.retranslate)
        interface.look_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets the texts in the interface's language."""
        self.setPlaceholderText(self._say("finder.hint"))
        self.setAccessibleName(self._say("finder.hint"))
        self._glass.setIcon(self._say.icon("search", "secondary"))

    def begin(self) -> None:
        """Takes the cursor, ready to find what is there now."""
        self._fill()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def sizeHint(self) -> QSize:
        return QSize(380, super().sizeHint().height())

    def _fill(self) -> None:
        self._model.clear()
        for found in self._findable():
            item = QStandardItem(self._say.icon(found.icon, "secondary") if found.icon else QIcon(), found.name)
            item.setData(found, _GOES)
            self._model.appendRow(item)

    def _findable(self) -> Iterator[Found]:
        project, say = self._document.project, self._say
        for place in PLACES:
            yield Found(say(f"place.{place.path}"), place.icon, place.path)
        for chosen in project.patterns:
            yield Found(short_name(chosen, say.lang), "library", f"patterns/{chosen.id}")
        for action in project.actions:
            yield Found(action.title.said(say.lang).text, "list-checks", f"actions/{action.id}")
        for command in COMMANDS:
            if self._actions[command.id].isEnabled() and not command.id.startswith("place/"):
                yield Found(self._actions.name_of(command.id).replace("&", ""), command.icon, command=command.id)

    def _go(self, _name: str) -> None:
        list_ = self._completer.popup()
        found = list_.currentIndex().data(_GOES) if list_ else None
        # The completer writes the name into the field after this; it is cleared when that is done.
        QTimer.singleShot(0, self.clear)
        if isinstance(found, Found):
            if found.place:
                self.goes_to.emit(found.place)
            else:
                self._actions[found.command].trigger()
