"""Finding what was written before: a search across the projects that were open lately and those that lie beside them."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.gui.background import Background
from app.gui.interface import Interface
from app.gui.search_line import SearchLine
from app.language.catalogue import Words
from app.project.store import SUFFIX
from app.services.past import Found, search, update

#: How many finds are shown, and where a row keeps its project.
_MOST: Final = 50
_HELD: Final = Qt.ItemDataRole.UserRole


class PastDialog(QDialog):
    """A line to search in, and what was found; choosing one opens its project. The index is only that: it is made anew when it is gone."""

    def __init__(
        self,
        interface: Interface,
        index: Path,
        recent: tuple[Path, ...],
        opens: Callable[[Path], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._index, self._opens = index, opens
        self._say = Words("past", interface.lang)
        self._background = Background(self)
        self.line, self.rows, self._told = SearchLine(interface), QListWidget(), QLabel(self._say("looking"))
        self._lay_out()
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

    def _open(self, row: QListWidgetItem) -> None:
        held = row.data(_HELD)
        if isinstance(held, Found):
            self.accept()
            self._opens(held.project)

    def _lay_out(self) -> None:
        self.setWindowTitle(self._say("title"))
        self.setMinimumSize(560, 420)
        self._told.setWordWrap(True)
        self._told.setProperty("tone", "secondary")
        self.rows.setWordWrap(True)
        self.rows.setAccessibleName(self._say("found"))
        self.line.setPlaceholderText(self._say("line"))
        self.line.setAccessibleName(self._say("line"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.line)
        column.addWidget(self._told)
        column.addWidget(self.rows, 1)


def _known(recent: tuple[Path, ...]) -> tuple[Path, ...]:
    """The projects that were open lately, and those in the same folders."""
    beside = (
        found for folder in dict.fromkeys(path.parent for path in recent) for found in sorted(folder.glob(f"*{SUFFIX}"))
    )
    return tuple(dict.fromkeys(path for path in (*recent, *beside) if not path.name.startswith(".")))
