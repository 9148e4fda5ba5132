"""Finding what was written before: a search across the projects that were open lately and those that lie beside them."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

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

    The index is only that: it is made anew when it is gone."""

    def __init__(
        self,
        interface: Interface,
        index: Path,
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
        self._lay_out()
        self.rows.currentRowChanged.connect(self._offer)
        self.go.clicked.connect(self._open)
        self.take.clicked.connect(self._take)
        self._offer()
        self.line.textChanged.connect(self._search)
        self.line.goes_down.connect(self.rows.setFocus)
        self.rows.itemActivated.connect(self._open)
        self._background.run(lambda: update(index, _known(recent), lambda _done, _of: None), self._taken_in)

    def done(self, result: int) -> None:
        """Waits for what is under way before the dialog goes."""
        self._background.finish()
        super().done(result)

    def _taken_in(self, unread: tuple[Path, ...]) -> None:
        self._told.setText(self._say("unread", names=", ".join(path.name for path in unread)) if unread else "")
        self._search()

    def _search(self) -> None:
        self.rows.clear()
        query = self.line.text().strip()
        found = search(self._index, query, _MOST) if query else ()
        for each in found:
            row = QListWidgetItem(f"{each.title or each.project.stem}\n{each.snippet}")
            row.setData(_HELD, each)
            row.setToolTip(str(each.project))
            self.rows.addItem(row)
        if query and not self._background.is_busy:
            self._told.setText("" if found else self._say("nothing"))

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
