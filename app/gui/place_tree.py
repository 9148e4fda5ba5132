"""A part of the sidebar: a tree of places without heads. Arrow keys go on into the neighbouring part."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTreeWidget, QTreeWidgetItem

from app.gui.interface import Interface
from app.gui.look import Token
from app.gui.rows import ASIDE, HEIGHT, ICON, PATH, RowDelegate
from app.model.base import FieldPath


class PlaceTree(QTreeWidget):
    """Shows places; `chosen` carries the path of the one that the user went to, `left_by` the direction of an arrow past the end."""

    chosen = Signal(str)
    left_by = Signal(int)

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(RowDelegate(interface, self))
        self.currentItemChanged.connect(self._went)
        interface.look_changed.connect(self.viewport().update)

    def place(
        self,
        path: FieldPath,
        name: str,
        aside: str,
        icon: tuple[str, Token] | None,
        under: QTreeWidgetItem | None = None,
    ) -> QTreeWidgetItem:
        """Adds a row."""
        item = QTreeWidgetItem([name])
        item.setData(0, PATH, path)
        item.setData(0, ASIDE, aside)
        item.setData(0, ICON, icon)
        item.setToolTip(0, name)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{name}, {aside}" if aside else name)
        if under is None:
            self.addTopLevelItem(item)
        else:
            under.addChild(item)
        return item

    def show_at(self, path: FieldPath) -> bool:
        """Marks the row of a place without going there; none when it is not here."""
        self.blockSignals(True)
        found = self._item(path)
        if found is None:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentItem(found)
            self.scrollToItem(found)
        self.blockSignals(False)
        self.viewport().update()
        return found is not None

    def fit(self) -> None:
        """Makes the tree as high as its rows."""
        rows = self.topLevelItemCount()
        height = max(HEIGHT, self.fontMetrics().height() + 11)
        self.setFixedHeight(rows * height)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 2 * HEIGHT)

    def enter(self, by: int) -> None:
        """Takes the focus at the end that one comes from."""
        count = self.topLevelItemCount()
        if not count:
            self.left_by.emit(by)
            return
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.setCurrentIndex(self.model().index(0 if by > 0 else count - 1, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, key = self.currentIndex(), event.key()
        beyond = {Qt.Key.Key_Down: self.indexBelow(here), Qt.Key.Key_Up: self.indexAbove(here)}.get(Qt.Key(key))
        if beyond is not None and not beyond.isValid():
            self.left_by.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _went(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(0, PATH)))

    def _item(self, path: FieldPath) -> QTreeWidgetItem | None:
        waiting = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop()
            if item is not None and item.data(0, PATH) == path:
                return item
            if item is not None:
                waiting += [item.child(row) for row in range(item.childCount())]
        return None
