"""The list of slides on the storyline's page."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QDropEvent, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.compose.storyline import SlideId
from app.gui.interface import Interface

_ID: Final = Qt.ItemDataRole.UserRole
_NUMBER: Final = Qt.ItemDataRole.UserRole + 1
_BACKUP: Final = Qt.ItemDataRole.UserRole + 2
_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole


class Standing(NamedTuple):
    """Where a slide stands: its number, None while it is switched off, and whether it is in the backup."""

    number: int | None
    backup: bool


class _Numbered(QStyledItemDelegate):
    """Shows a slide's number before its title, and that it is in the backup after it; only the title is edited."""

    def __init__(self, interface: Interface, parent: QListWidget) -> None:
        super().__init__(parent)
        self._interface = interface

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        number = index.data(_NUMBER)
        title = f"{number or '–':>2}   {option.text}"
        if index.data(_BACKUP):
            title = self._interface("storyline.in-backup", title=title)
            option.palette.setColor(QPalette.ColorRole.Text, self._interface.color("secondary"))
        option.text = title


class SlideList(QListWidget):
    """Slides with a mark for those that are shown. Space switches, Alt with an arrow moves, F2 retitles, B puts into the backup or
    back; dragging moves, and the menu of a slide does what B does."""

    switched = Signal(str, bool)
    retitled = Signal(str, str)
    #: The new order, and the slide that was moved.
    moved = Signal(object, str)
    set_aside = Signal(str, bool)
    looked_at = Signal(str)

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._interface = interface
        self._titles: Mapping[SlideId, str] = {}
        self._standings: Mapping[SlideId, Standing] = {}
        self._filling = False
        self._aside = QAction(self)
        self._aside.setShortcut(QKeySequence(Qt.Key.Key_B))
        self._aside.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._aside.triggered.connect(self._put_aside)
        self.addAction(self._aside)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setItemDelegate(_Numbered(interface, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(360)
        self.itemChanged.connect(self._item_changed)
        self.currentItemChanged.connect(self._went)

    def show_slides(
        self, titles: Mapping[SlideId, str], order: tuple[SlideId, ...], standings: Mapping[SlideId, Standing]
    ) -> None:
        """Shows the slides as they are now; the current one stays current."""
        on = tuple(slide for slide in order if standings[slide].number)
        if (titles, order, on, standings) == (*self._state(), self._standings):
            return
        kept = self._slide(self.currentItem())
        self._filling, self._titles, self._standings = True, titles, standings
        self.clear()
        for slide in order:
            self.addItem(self._item(slide, standings[slide]))
        self._filling = False
        self.look_at(kept)

    def retranslate(self) -> None:
        """Shows the words of the interface's language."""
        self.setAccessibleName(self._interface("storyline.slides"))
        self._name_action()
        self.viewport().update()

    def look_at(self, slide: SlideId) -> bool:
        """Makes a slide the current one. False when it is not here."""
        for row in range(self.count()):
            if self._slide(self.item(row)) == slide:
                self.setCurrentRow(row)
                return True
        return False

    def switch_current(self) -> None:
        """Switches the current slide on or off."""
        if self.currentRow() >= 0:
            item = self.currentItem()
            checked = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(by)
        elif event.key() == Qt.Key.Key_Space:
            self.switch_current()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        dragged = self._slide(self.currentItem())
        super().dropEvent(event)
        self.moved.emit(self._order(), dragged)

    def _move(self, by: int) -> None:
        order, row = list(self._order()), self.currentRow()
        if 0 <= row + by < len(order):
            moved = order[row]
            order[row], order[row + by] = order[row + by], moved
            self.moved.emit(tuple(order), moved)

    def _put_aside(self) -> None:
        slide = self._slide(self.currentItem())
        if slide:
            self.set_aside.emit(slide, not self._standings[slide].backup)

    def _name_action(self) -> None:
        standing = self._standings.get(self._slide(self.currentItem()))
        self._aside.setText(self._interface("storyline.bring" if standing and standing.backup else "storyline.aside"))

    def _item(self, slide: SlideId, standing: Standing) -> QListWidgetItem:
        item = QListWidgetItem(self._titles[slide])
        item.setData(_ID, slide)
        item.setCheckState(Qt.CheckState.Checked if standing.number else Qt.CheckState.Unchecked)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setData(_NUMBER, standing.number)
        item.setData(_BACKUP, standing.backup)
        if standing.backup:
            item.setData(_SPOKEN, self._interface("storyline.in-backup", title=self._titles[slide]))
        return item

    def _item_changed(self, item: QListWidgetItem) -> None:
        if self._filling:
            return
        slide = self._slide(item)
        if item.text() != self._titles[slide]:
            self.retitled.emit(slide, item.text())
        else:
            self.switched.emit(slide, item.checkState() == Qt.CheckState.Checked)

    def _went(self, item: QListWidgetItem | None) -> None:
        self._name_action()
        if item is not None and not self._filling:
            self.looked_at.emit(self._slide(item))

    def _order(self) -> tuple[SlideId, ...]:
        return tuple(self._slide(self.item(row)) for row in range(self.count()))

    def _state(self) -> tuple[Mapping[SlideId, str], tuple[SlideId, ...], tuple[SlideId, ...]]:
        on = (self.item(row) for row in range(self.count()))
        checked = tuple(self._slide(item) for item in on if item.checkState() == Qt.CheckState.Checked)
        return self._titles, self._order(), checked

    def _slide(self, item: QListWidgetItem | None) -> SlideId:
        return str(item.data(_ID)) if item else ""
