"""The list of slides on the storyline's page."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem

from app.compose.news import News
from app.compose.storyline import SlideId
from app.gui.interface import Interface
from app.gui.slide_row import BACKUP, NEWS, NUMBER, OWN_TITLE, SLIDE, SlideRow
from app.gui.thumbnails import Thumbnails

_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole


class Standing(NamedTuple):
    """Where a slide stands: its number, None while it is switched off, whether it is in the backup; whether its title is the CIO's
    for this slide, whether the CIO has added it, and what became of it since the edition that is compared with."""

    number: int | None
    backup: bool
    retitled: bool = False
    added: bool = False
    news: News | None = None


class SlideList(QListWidget):
    """Slides with a mark for those that are shown, and a small picture of each. Space switches, Alt with an arrow moves, F2
    retitles, B puts into the backup or back, Ctrl+D shows once more, Delete takes away what was added; dragging moves, and the menu
    of a slide does the same."""

    switched = Signal(str, bool)
    retitled = Signal(str, str)
    #: The new order, and the slide that was moved.
    moved = Signal(object, str)
    set_aside = Signal(str, bool)
    looked_at = Signal(str)
    doubled = Signal(str)
    removed = Signal(str)

    def __init__(self, interface: Interface, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._interface = interface
        self._titles: Mapping[SlideId, str] = {}
        self._standings: Mapping[SlideId, Standing] = {}
        self._filling = False
        self._aside = self._action(Qt.Key.Key_B, self._put_aside)
        self._retitle = self._action(Qt.Key.Key_F2, self._edit_title)
        self._double = self._action(QKeySequence("Ctrl+D"), self._show_again)
        self._remove = self._action(Qt.Key.Key_Delete, self._take_away)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setItemDelegate(SlideRow(interface, thumbnails, self))
        thumbnails.ready.connect(self._redraw)
        interface.look_changed.connect(self.viewport().update)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(220)
        self.itemChanged.connect(self._item_changed)
        self.currentItemChanged.connect(self._went)

    def show_slides(
        self, titles: Mapping[SlideId, str], order: tuple[SlideId, ...], standings: Mapping[SlideId, Standing]
    ) -> None:
        """Shows the slides as they are now; the current one stays current."""
        on = tuple(slide for slide in order if standings[slide].number)
        if (titles, order, on, standings) == (*self._state(), self._standings):
            return
        kept, scrolled = self.current, self.verticalScrollBar().value()
        self._filling, self._titles, self._standings = True, titles, standings
        self.clear()
        for slide in order:
            self.addItem(self._item(slide, standings[slide]))
        self.verticalScrollBar().setValue(scrolled)
        self._restore(kept)
        self._filling = False
        if self.current != kept:
            self._went(self.currentItem())
        self._name_actions()

    def retranslate(self) -> None:
        """Shows the words of the interface's language."""
        self.setAccessibleName(self._interface("storyline.slides"))
        self._name_actions()
        self.viewport().update()

    @property
    def current(self) -> SlideId:
        """The slide that one is at; "" when there is none."""
        return self._slide(self.currentItem())

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
        dragged = self.current
        super().dropEvent(event)
        self.moved.emit(self._order(), dragged)

    def _redraw(self, _slide: SlideId) -> None:
        self.viewport().update()

    def _move(self, by: int) -> None:
        order, row = list(self._order()), self.currentRow()
        if 0 <= row + by < len(order):
            moved = order[row]
            order[row], order[row + by] = order[row + by], moved
            self.moved.emit(tuple(order), moved)

    def _action(self, keys: QKeySequence | Qt.Key, do: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(do)
        self.addAction(action)
        return action

    def _put_aside(self) -> None:
        if self.current:
            self.set_aside.emit(self.current, not self._standings[self.current].backup)

    def _edit_title(self) -> None:
        if self.currentRow() >= 0:
            self.editItem(self.currentItem())

    def _show_again(self) -> None:
        if self.current:
            self.doubled.emit(self.current)

    def _take_away(self) -> None:
        if self.current and self._standings[self.current].added:
            self.removed.emit(self.current)

    def _name_actions(self) -> None:
        standing, say = self._standings.get(self.current), self._interface
        self._aside.setText(say("storyline.bring" if standing and standing.backup else "storyline.aside"))
        self._retitle.setText(say("storyline.retitle"))
        self._double.setText(say("storyline.double"))
        self._remove.setText(say("storyline.remove"))
        self._remove.setEnabled(bool(standing and standing.added))

    def _restore(self, slide: SlideId) -> None:
        """Makes a slide the current one again, without scrolling to it."""
        for row in range(self.count()):
            if self._slide(self.item(row)) == slide:
                self.selectionModel().setCurrentIndex(
                    self.indexFromItem(self.item(row)), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )

    def _item(self, slide: SlideId, standing: Standing) -> QListWidgetItem:
        item = QListWidgetItem(self._titles[slide])
        item.setData(SLIDE, slide)
        item.setCheckState(Qt.CheckState.Checked if standing.number else Qt.CheckState.Unchecked)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setData(NUMBER, standing.number)
        item.setData(BACKUP, standing.backup)
        item.setData(OWN_TITLE, standing.retitled)
        item.setData(NEWS, standing.news)
        told = self._titles[slide]
        if standing.backup:
            told = self._interface("storyline.in-backup", title=told)
        if standing.news:
            told = self._interface(f"storyline.spoken-{standing.news}", title=told)
            item.setToolTip(self._interface(f"storyline.about-{standing.news}"))
        item.setData(_SPOKEN, told)
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
        self._name_actions()
        if item is not None and not self._filling:
            self.looked_at.emit(self._slide(item))

    def _order(self) -> tuple[SlideId, ...]:
        return tuple(self._slide(self.item(row)) for row in range(self.count()))

    def _state(self) -> tuple[Mapping[SlideId, str], tuple[SlideId, ...], tuple[SlideId, ...]]:
        on = (self.item(row) for row in range(self.count()))
        checked = tuple(self._slide(item) for item in on if item.checkState() == Qt.CheckState.Checked)
        return self._titles, self._order(), checked

    def _slide(self, item: QListWidgetItem | None) -> SlideId:
        return str(item.data(SLIDE)) if item else ""
