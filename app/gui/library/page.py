"""The library's page: the shelf with its search at the left, the reading view at the right."""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.fields.choices import Segments
from app.gui.interface import Interface
from app.gui.library.gathered import OccasionBar
from app.gui.library.narrowing import NarrowBox
from app.gui.library.picking import Entry, pick, picked_in
from app.gui.library.reading import ReadingView
from app.gui.library.shelf import Head, Row, ShelfView
from app.gui.page import Page, touches
from app.gui.search_line import SearchLine
from app.library import Index, load_packs
from app.model.base import FieldPath
from app.model.pattern import Pack

LoadPacks = Callable[[], Sequence[Pack]]
#: Milliseconds without a key after which the pattern that a search puts first is shown.
_PAUSE: Final = 120


class LibraryPage(Page):
    """Patterns to search, read and pick."""

    wide = True

    def __init__(self, document: Document, interface: Interface, packs: LoadPacks = load_packs) -> None:
        super().__init__(document, interface)
        self._packs = tuple(packs())
        self._entries = tuple(Entry(pack, pattern) for pack in self._packs for pattern in pack.patterns)
        self._index = Index(self._packs)
        self._search, self._found = SearchLine(interface), QLabel()
        self._which, self._narrow = Segments(2), NarrowBox(interface, self._packs)
        self._gathered = OccasionBar(document, interface, self._packs)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.view = ShelfView(document, interface)
        self.reading = ReadingView(document, interface, self._entries)
        #: The place of the pattern in the reading view.
        self._reads: FieldPath = ""
        self._empty = QLabel()
        self._lay_out()
        self._search.textChanged.connect(self._searched)
        self._search.goes_down.connect(self._go_down)
        self._which.group.idClicked.connect(self._fill)
        self._narrow.activated.connect(self._fill)
        self._pause.timeout.connect(self._read_current)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.activated.connect(self._open)
        self.reading.annotate.connect(self.goes_to)
        self.reading.reads_on.connect(self._read_on)
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
            self._gathered.refresh()
            self._count()

    def retranslate(self) -> None:
        super().retranslate()
        say = self.interface
        self._narrow.retranslate()
        self._search.setPlaceholderText(say("library.search"))
        self._search.setAccessibleName(say("library.search"))
        self.view.setAccessibleName(say("library.patterns"))
        self._fill()
        self.reading.retranslate()

    def take_focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_here(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def pick(self) -> None:
        self.view.pick_current()

    def take_in(self, place: FieldPath) -> None:
        entry = next((entry for entry in self._entries if entry.path == place), None)
        if entry is not None:
            pick(self.document, entry)

    def search(self, query: str) -> None:
        """Shows what a search finds, as when it is typed."""
        self._search.setText(query)

    def _go_down(self) -> None:
        self._read_current()
        self.take_focus()

    def _searched(self) -> None:
        """Letters may come faster than a pattern is laid out for reading: that waits for a pause."""
        self._pause.start()
        self._fill()

    def _fill(self, *_: object) -> None:
        kept = self._current()
        query = self._search.text().strip()
        rows = self._hits(query) if query else self._groups()
        self._gathered.show_occasion(self._narrow.occasion)
        self.view.shelf.put(rows)
        self._count()
        self._empty.setVisible(not rows)
        self._empty.setText(self.interface("library.no-hits" if query else "library.none-here"))
        self._found.setVisible(bool(query))
        count = sum(isinstance(row, Entry) for row in rows)
        self._found.setText(self.interface("library.hits", n=count))
        index = self.view.shelf.index_of(kept.path) if kept else QModelIndex()
        self.view.setCurrentIndex(index if index.isValid() else self.view.shelf.first())
        if not self._pause.isActive():
            self._read_current()

    def _groups(self) -> list[Row]:
        rows: list[Row] = []
        occasion = self._narrow.occasion
        if occasion is not None:
            shown = self._wanted(Entry(pack, pattern) for pack, pattern in occasion.among(self._packs))
            return [Head(occasion.name.said(self.interface.lang).text, len(shown)), *shown] if shown else []
        wanted = self._wanted(self._entries)
        for pack, entries in groupby(wanted, key=lambda entry: entry.pack):
            shown = list(entries)
            rows += [Head(pack.name.said(self.interface.lang).text, len(shown)), *shown]
        return rows

    def _hits(self, query: str) -> list[Row]:
        return [*self._wanted(Entry(hit.pack, hit.pattern) for hit in self._index.search(query))]

    def _wanted(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those that are picked, where only these are asked for, and of the theme or pack that is."""
        wanted = [entry for entry in entries if self._narrow.lets_in(entry)]
        if self._which.group.checkedId() != 1:
            return wanted
        picked = picked_in(self.document.project)
        return [entry for entry in wanted if entry.is_picked(picked)]

    def _current(self) -> Entry | None:
        return self.view.shelf.entry(self.view.currentIndex())

    def _count(self) -> None:
        has = picked_in(self.document.project)
        picked = sum(entry.is_picked(has) for entry in self._entries)
        counts = (self.interface("library.all", n=len(self._entries)), self.interface("library.chosen", n=picked))
        for button, words in zip(self._which.buttons, counts, strict=True):
            button.setText(words)

    def _moved(self, _current: QModelIndex, before: QModelIndex) -> None:
        """The user went on to another pattern; where the shelf was filled anew there is none before."""
        if before.isValid():
            self._read_current()

    def _read_current(self) -> None:
        """Shows the current pattern beside the shelf."""
        self._pause.stop()
        entry = self._current()
        if (entry.path if entry else "") != self._reads:
            self._reads = entry.path if entry else ""
            self.reading.show_entry(entry)
        if entry is not None:
            self.place = entry.path

    def _read_on(self, place: FieldPath) -> None:
        """On to another pattern, among all where the shelf does not show it now."""
        if not self.view.shelf.index_of(place).isValid():
            self._search.clear()
            self._narrow.setCurrentIndex(0)
            self._which.pick(0)
            self._fill()
        self.show_place(place)
        self._read_current()

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
        head.addWidget(self._narrow)
        head.addWidget(self._gathered)
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
