"""The shelf: patterns grouped by pack, or as found by a search, with a mark on those that are picked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.gui.document import Document
from app.gui.interface import Interface
from app.gui.library.dragging import dragged
from app.gui.library.picking import Entry, picked_in, toggle
from app.gui.library.spine import PICKED, ROW, SpineDelegate
from app.model.base import Lang

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True)
class Head:
    """The head of a group: its name, and how many stand under it."""

    name: str
    count: int


Row = Entry | Head


class Shelf(QAbstractListModel):
    """Rows of heads and patterns, in the interface's language."""

    def __init__(self, document: Document, interface: Interface, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._interface = document, interface
        self._rows: tuple[Row, ...] = ()
        self._picked = picked_in(document.project)

    def put(self, rows: Sequence[Row]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._picked = picked_in(self._document.project)
        self.endResetModel()

    def entry(self, index: _Index) -> Entry | None:
        """The pattern at an index; None for a head."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Entry) else None

    def index_of(self, path: str) -> QModelIndex:
        """The index of a pattern by its place; an invalid one when it is not on the shelf."""
        for at, row in enumerate(self._rows):
            if isinstance(row, Entry) and row.path == path:
                return self.index(at)
        return _NOWHERE

    def first(self) -> QModelIndex:
        """The index of the first pattern."""
        return next((self.index(at) for at, row in enumerate(self._rows) if isinstance(row, Entry)), _NOWHERE)

    def picks_changed(self) -> None:
        """Draws the marks anew."""
        self._picked = picked_in(self._document.project)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.entry(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """What is carried while a pattern is dragged: its place, and its name for other programs."""
        entry = next(filter(None, map(self.entry, indexes)), None)
        return dragged(entry.path, entry.pattern.name.said(self._lang).text) if entry else QMimeData()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if isinstance(row, Head):
            return row.name if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.pattern.name.said(self._lang).text
        picked = row.is_picked(self._picked)
        if role == PICKED:
            return picked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = row.pattern.name.said(self._lang).text
            return self._interface("library.picked-name", name=name) if picked else name
        return None

    @property
    def _lang(self) -> Lang:
        return self._interface.lang


class ShelfView(QListView):
    """The shelf on screen: Space picks, Enter opens, a click on the mark picks, and so does dragging to the sidebar."""

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__()
        self._document = document
        self.shelf = Shelf(document, interface, self)
        self.setModel(self.shelf)
        self._delegate = SpineDelegate(interface, self)
        self.setItemDelegate(self._delegate)
        self._delegate.mark_clicked.connect(self._toggle)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(self._toggle)
        interface.look_changed.connect(self.viewport().update)

    def pick_current(self) -> None:
        """Picks the current pattern, or lays it back."""
        self._toggle(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.pick_current()
        else:
            super().keyPressEvent(event)

    def _toggle(self, index: _Index) -> None:
        entry = self.shelf.entry(index)
        if entry is not None:
            toggle(self._document, entry)
