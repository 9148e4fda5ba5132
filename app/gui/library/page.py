"""The library's page: the shelf with its search at the left, the reading view at the right."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.fields.choices import Segments
from app.gui.fields.plain_edit import SearchLine
from app.gui.interface import Interface
from app.gui.library.picking import Entry
from app.gui.library.reading import ReadingView
from app.gui.library.shelf import Head, Row, ShelfView
from app.gui.page import Page, touches
from app.library import Index, load_packs
from app.model.base import FieldPath
from app.model.pattern import Pack

LoadPacks = Callable[[], Sequence[Pack]]


class LibraryPage(Page):
    """Patterns to search, read and pick."""

    wide = True

    def __init__(self, document: Document, interface: Interface, packs: LoadPacks = load_packs) -> None:
        super().__init__(document, interface)
        self._packs = tuple(packs())
        self._index = Index(self._packs)
        self._search, self._found = SearchLine(interface), QLabel()
        self._which = Segments(2)
        self.view = ShelfView(document, interface)
        self.reading = ReadingView(document, interface)
        self._empty = QLabel()
        self._lay_out()
        self._search.textChanged.connect(self._fill)
        self._which.group.idClicked.connect(self._fill)
        self.view.selectionModel().currentChanged.connect(self._read)
        self.view.activated.connect(self._open)
        self.reading.annotate.connect(self.goes_to)
        self._which.pick(0)
        self._fill()

    def title(self) -> str:
        return self.interface("place.library")

    def show_place(self, place: FieldPath) -> None:
        super().show_place(place)
        index = self.view.shelf.index_of(place)
        if index.isValid():
            self.view.setCurrentIndex(index)

    def refresh(self, paths: Collection[FieldPath]) -> None:
        if touches(paths, "patterns") or touches(paths, "actions"):
            self.view.shelf.picks_changed()
            self.reading.refresh()
            self._count()

    def retranslate(self) -> None:
        super().retranslate()
        say = self.interface
        self._search.setPlaceholderText(say("library.search"))
        self._search.setAccessibleName(say("library.search"))
        self.view.setAccessibleName(say("library.patterns"))
        self._empty.setText(say("library.no-hits"))
        self._fill()
        self.reading.retranslate()

    def take_focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_here(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def pick(self) -> None:
        self.view.pick_current()

    def _fill(self, *_: object) -> None:
        kept = self._current()
        query = self._search.text().strip()
        rows = self._hits(query) if query else self._groups()
        self.view.shelf.put(rows)
        self._count()
        self._empty.setVisible(not rows)
        self._found.setVisible(bool(query))
        count = sum(isinstance(row, Entry) for row in rows)
        self._found.setText(self.interface("library.hits", n=count))
        index = self.view.shelf.index_of(kept.path) if kept else QModelIndex()
        self.view.setCurrentIndex(index if index.isValid() else self.view.shelf.first())

    def _groups(self) -> list[Row]:
        rows: list[Row] = []
        for pack in self._packs:
            entries = [Entry(pack, pattern) for pattern in pack.patterns]
            shown = [entry for entry in entries if self._wanted(entry)]
            if shown:
                rows += [Head(pack.name.said(self.interface.lang).text, len(shown)), *shown]
        return rows

    def _hits(self, query: str) -> list[Row]:
        found = [Entry(hit.pack, hit.pattern) for hit in self._index.search(query)]
        return [entry for entry in found if self._wanted(entry)]

    def _wanted(self, entry: Entry) -> bool:
        return self._which.group.checkedId() != 1 or entry.chosen(self.document.project) is not None

    def _current(self) -> Entry | None:
        return self.view.shelf.entry(self.view.currentIndex())

    def _count(self) -> None:
        entries = [Entry(pack, pattern) for pack in self._packs for pattern in pack.patterns]
        picked = sum(entry.chosen(self.document.project) is not None for entry in entries)
        counts = (self.interface("library.all", n=len(entries)), self.interface("library.chosen", n=picked))
        for button, words in zip(self._which.buttons, counts, strict=True):
            button.setText(words)

    def _read(self, index: QModelIndex) -> None:
        entry = self.view.shelf.entry(index)
        self.reading.show_entry(entry)
        if entry is not None:
            self.place = entry.path

    def _open(self, index: QModelIndex) -> None:
        """Enter: on to our analysis of a pattern that is picked."""
        entry = self.view.shelf.entry(index)
        chosen = entry.chosen(self.document.project) if entry else None
        if chosen is not None:
            self.goes_to.emit(f"patterns/{chosen.id}/meaning")

    def _lay_out(self) -> None:
        self._found.setProperty("tone", "secondary")
        self._empty.setProperty("tone", "secondary")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(16, 16, 16, 0)
        tools = QHBoxLayout()
        tools.addWidget(self._which, 1)
        tools.addWidget(self._found)
        head = QVBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.setSpacing(8)
        head.addWidget(self._search)
        head.addLayout(tools)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)
        split = QSplitter()
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.reading)
        left.setMinimumWidth(300)
        self.reading.setMinimumWidth(360)
        split.setStretchFactor(1, 1)
        split.setSizes([448, 760])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
