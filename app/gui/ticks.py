"""A list of things that could be taken in, each with a mark: what is marked is taken."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

#: Where a row keeps what it stands for.
_HELD: Final = Qt.ItemDataRole.UserRole


class TickList(QTreeWidget):
    """Rows of words under heads; `itemChanged` says that a mark was set or taken away."""

    def __init__(self, name: str, heads: Sequence[str]) -> None:
        super().__init__()
        self.setHeaderLabels(list(heads))
        self.setRootIsDecorated(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(name)

    def add(self, words: Sequence[str], held: object, *, ticked: bool) -> None:
        """A further row, at the end."""
        row = QTreeWidgetItem(list(words))
        for column, said in enumerate(words):
            row.setToolTip(column, said)
        row.setData(0, _HELD, held)
        row.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.addTopLevelItem(row)

    def tick(self, which: Callable[[object], bool]) -> None:
        """Marks the rows that stand for certain things."""
        for at in range(self.topLevelItemCount()):
            row = self.topLevelItem(at)
            if row is not None and which(row.data(0, _HELD)):
                row.setCheckState(0, Qt.CheckState.Checked)

    def pick(self, at: int) -> None:
        """Picks a row and brings it into view; none where there is no such row."""
        row = self.topLevelItem(at)
        if row is not None:
            self.setCurrentItem(row)

    def ticked(self) -> list[object]:
        """What the marked rows stand for, in their order."""
        rows = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [row.data(0, _HELD) for row in rows if row and row.checkState(0) == Qt.CheckState.Checked]
