"""Finding what was written before: a search across the projects that were open lately and those that lie beside them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.files.errors import Cancelled, UserError
from app.gui.background import Background
from app.gui.interface import Interface
from app.gui.search_line import SearchLine
from app.language.catalogue import Words
from app.model.base import FieldPath
from app.project.store import SUFFIX
from app.services.past import Found, search, update

#: How many finds are shown, and where a row keeps its project.
_MOST: Final = 50
_HELD: Final = Qt.ItemDataRole.UserRole


class PastDialog(QDialog):
    """A line to search in, and what was found: its project is opened, or taken from into the one that is open (`takes`).

    The index is only that: it is made anew when it is gone. None stands for one that is switched off."""

    _came = Signal(int, int)

    def __init__(
        self,
        interface: Interface,
        index: Path | None,
        recent: tuple[Path, ...],
        opens: Callable[[Path], object],
        takes: Callable[[Path, FieldPath], object] | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._index, self._opens, self._takes = index, opens, takes
        self._say = Words("past", interface.lang)
        self._background = Background(self)
        self.line, self.rows, self._told = SearchLine(interface), QListWidget(), QLabel(self._say("looking"))
        self.go, self.take = QPushButton(self._say("open")), QPushButton(self._say("take"))
        self.progress, self.cancel = QProgressBar(), QPushButton(self._say("cancel"))
        self._stopped = Event()
        self._lay_out()
        self._came.connect(self._show_progress)
        self.cancel.clicked.connect(self._stopped.set)
        self.rows.currentRowChanged.connect(self._offer)
        self.go.clicked.connect(self._open)
        self.take.clicked.connect(self._take)
        self._offer()
        self.line.textChanged.connect(self._search)
        self.line.goes_down.connect(self.rows.setFocus)
        self.rows.itemActivated.connect(self._open)
        if index is None:
            self._told.setText(self._say("off"))
            self.line.setEnabled(False)
            self._show_ended()
        else:
            self._background.run(partial(self._read, index, _known(recent)), self._taken_in, self._not_taken_in)

    def done(self, result: int) -> None:
        """Breaks off what is under way before the dialog goes: what was read by then stays in the index."""
        self._stopped.set()
        self._background.finish()
        super().done(result)

    def _read(self, index: Path, projects: tuple[Path, ...]) -> tuple[Path, ...] | None:
        """Takes the projects into the index, beside the window; None when that was broken off."""

        def progress(done: int, of: int) -> None:
            self._came.emit(done, of)
            if self._stopped.is_set():
                raise Cancelled

        try:
            return update(index, projects, progress)
        except Cancelled:
            return None

    def _show_progress(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)
        if self._background.is_busy:
            self._told.setText(self._say("progress", done=done, of=of))

    def _show_ended(self) -> None:
        for widget in (self.progress, self.cancel):
            widget.hide()

    def _taken_in(self, unread: tuple[Path, ...] | None) -> None:
        self._show_ended()
        self._told.setText("")
        self._search()
        if unread is None:
            self._told.setText(self._say("cancelled"))
        elif unread:
            self._told.setText(self._say("unread", names=", ".join(path.name for path in unread)))

    def _not_taken_in(self, error: UserError) -> None:
        self._show_ended()
        self._told.setText(error.told(self._say.lang))

    def _search(self) -> None:
        self.rows.clear()
        query = self.line.text().strip()
        found = self._found(query) if query else ()
        for each in found or ():
            row = QListWidgetItem(f"{each.title or each.project.stem}\n{each.snippet}")
            row.setData(_HELD, each)
            row.setToolTip(str(each.project))
            self.rows.addItem(row)
        if found == () and query and not self._background.is_busy:
            self._told.setText(self._say("nothing"))
        elif found and not self._background.is_busy:
            self._told.setText("")

    def _found(self, query: str) -> tuple[Found, ...] | None:
        """What is found; None where the index cannot be used, which is told."""
        try:
            return search(self._index, query, _MOST) if self._index else ()
        except UserError as error:
            self._told.setText(error.told(self._say.lang))
            return None

    def _offer(self) -> None:
        """What can be done with the find that is picked."""
        for button in (self.go, self.take):
            button.setEnabled(self._current is not None)

    @property
    def _current(self) -> Found | None:
        row = self.rows.currentItem()
        held = row.data(_HELD) if row else None
        return held if isinstance(held, Found) else None

    def _open(self) -> None:
        found = self._current
        if found is not None:
            self.accept()
            self._opens(found.project)

    def _take(self) -> None:
        found = self._current
        if found is not None and self._takes is not None:
            self.accept()
            self._takes(found.project, found.field)

    def _lay_out(self) -> None:
        self.setWindowTitle(self._say("title"))
        self.setMinimumSize(560, 420)
        self._told.setWordWrap(True)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self._say("looking"))
        self._told.setProperty("tone", "secondary")
        self.rows.setWordWrap(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setAccessibleName(self._say("found"))
        self.line.setPlaceholderText(self._say("line"))
        self.line.setAccessibleName(self._say("line"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.line)
        column.addWidget(self._told)
        reading = QHBoxLayout()
        reading.addWidget(self.progress, 1)
        reading.addWidget(self.cancel)
        column.addLayout(reading)
        column.addWidget(self.rows, 1)
        self.go.setProperty("primary", True)
        self.take.setVisible(self._takes is not None)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.take)
        below.addWidget(self.go)
        column.addLayout(below)


def _known(recent: tuple[Path, ...]) -> tuple[Path, ...]:
    """The projects that were open lately, and those in the same folders."""
    beside = (
        found for folder in dict.fromkeys(path.parent for path in recent) for found in sorted(folder.glob(f"*{SUFFIX}"))
    )
    return tuple(dict.fromkeys(path for path in (*recent, *beside) if not path.name.startswith(".")))
