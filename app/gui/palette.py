"""The palette: a field, and below it what fits what is typed there, best first. Enter chooses."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from app.gui.interface import Interface
from app.gui.look import Token
from app.gui.rows import ASIDE, HEIGHT, ICON, RowDelegate
from app.gui.search_line import SearchLine

_FOUND: Final = Qt.ItemDataRole.UserRole + 10
#: How many rows are seen at once, how many are kept at most, and how wide they are in pixels.
_ROWS, _MOST, _WIDTH = 12, 100, 560
_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Found(NamedTuple):
    """Something that can be found: what it is called, what stands beside it, its icon, and the place or command it leads to.
    `also` holds other names by which it is found."""

    name: str
    aside: str
    icon: str
    place: str = ""
    command: str = ""
    also: str = ""


def matching(all_found: Iterable[Found], typed: str) -> list[Found]:
    """What fits all words that are typed, the best first: names that begin so, then words that do, then all that hold them."""
    words = _folded(typed).split()
    scored = ((found, _score(found, words)) for found in all_found)
    fitting = [(score, found) for found, score in scored if score]
    return [found for _, found in sorted(fitting, key=lambda one: -one[0])][:_MOST]


def _score(found: Found, words: Sequence[str]) -> float:
    """How well something fits, 0 for not at all; every word must be found in its name or its other names."""
    if not words:
        return 1
    name, also = _folded(found.name), _folded(found.also)
    total = 0.0
    for word in words:
        begins = re.search(rf"(?:^|\W){re.escape(word)}", name)
        score = 8 if name.startswith(word) else 5 if begins else 2 if word in name else 1 if word in also else 0
        if not score:
            return 0
        total += score
    return total / len(words) + len(words[0]) / (len(name) + 1)


def _folded(text: str) -> str:
    """A text as it is compared: without case and accents, å ä ö kept, since they are letters of their own."""
    kept = re.sub(r"[åäö]", lambda found: {"å": "\ue000", "ä": "\ue001", "ö": "\ue002"}[found[0]], text.casefold())
    return "".join(letter for letter in unicodedata.normalize("NFD", kept) if not unicodedata.combining(letter))


class Palette(QFrame):
    """Finds among what it is given. `chosen` carries the Found."""

    chosen = Signal(object)

    def __init__(self, interface: Interface, owner: QWidget, found: Sequence[Found]) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        self._say, self.all = interface, found
        self.field, self.list, self._none = SearchLine(interface), QListView(), QLabel(interface("finder.none"))
        self._model = QStandardItemModel(self)
        self._lay_out()
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self._fill()

    def open_at(self, where: QPoint) -> None:
        """Opens at a place of the screen, with the cursor in the field."""
        self.move(where)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self._model.clear()
        found = matching(self.all, self.field.text())
        for one in found:
            item = QStandardItem(one.name)
            item.setData(one.aside, ASIDE)
            icon: tuple[str, Token] | None = (one.icon, "secondary") if one.icon else None
            item.setData(icon, ICON)
            item.setData(one, _FOUND)
            item.setData(f"{one.name}, {one.aside}" if one.aside else one.name, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(one.name)
            self._model.appendRow(item)
        row = max(HEIGHT, self.fontMetrics().height() + 11)
        self.list.setFixedHeight(min(_ROWS, len(found)) * row + 4)
        self._none.setVisible(not found)
        self.list.setVisible(bool(found))
        self.list.setCurrentIndex(self._model.index(0, 0))
        self.adjustSize()

    def _choose(self, *_: object) -> None:
        found = self.list.currentIndex().data(_FOUND)
        if isinstance(found, Found):
            self.close()
            self.chosen.emit(found)

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH)
        self.field.setPlaceholderText(self._say("finder.hint"))
        self.field.setAccessibleName(self._say("finder.hint"))
        self.list.setAccessibleName(self._say("finder.found"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(RowDelegate(self._say, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._none.setProperty("tone", "secondary")
        self._none.setContentsMargins(12, 12, 12, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self._none)
        column.addWidget(self.list)
