"""The storyline's page: the slides in order, switched on and off, moved, and given titles of one's own."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.compose import every_slide, outline
from app.compose.storyline import SlideId
from app.gui.document import Document
from app.gui.fields import Asking, SegmentField, WholeField
from app.gui.interface import Interface, term
from app.gui.page import FormPage
from app.model.base import FieldPath
from app.model.project import Audience, Project
from app.project.choices import settle_slide, slide_choice

AUDIENCES: Final[tuple[Audience, ...]] = ("ten-minutes", "half-hour", "full-review", "audit")
_ID: Final = Qt.ItemDataRole.UserRole
_NUMBER: Final = Qt.ItemDataRole.UserRole + 1


class StorylinePage(FormPage):
    """Which slides, in which order, for whom."""

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__(document, interface)
        options = [(audience, term("window", f"storyline.{audience}")) for audience in AUDIENCES]
        audience = Asking(term("window", "storyline.audience"))
        minutes = Asking(term("window", "storyline.minutes"))
        self.add(SegmentField(document, interface, "storyline/audience", audience, options))
        self.add(WholeField(document, interface, "storyline/minutes", minutes)).setMaximumWidth(160)
        self._hint = QLabel()
        self._hint.setProperty("tone", "secondary")
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(12, 0, 0, 0)
        self._slides = SlideList()
        self._slides.switched.connect(self._switch)
        self._slides.retitled.connect(self._retitle)
        self._slides.moved.connect(self._reorder)
        self._slides.looked_at.connect(self._look)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._slides, 1)

    def title(self) -> str:
        return self.interface("place.storyline")

    def subtitle(self) -> str:
        project = self.document.project
        on = len(_on(project))
        return self.interface("storyline.count", n=on, off=len(_titles(project)) - on)

    def show_place(self, place: FieldPath) -> None:
        super().show_place(place)
        self._fill()

    def refresh(self, paths: Collection[FieldPath]) -> None:
        super().refresh(paths)
        self._fill()

    def retranslate(self) -> None:
        super().retranslate()
        self._hint.setText(self.interface("storyline.hint"))
        self._slides.setAccessibleName(self.interface("storyline.slides"))

    def take_focus(self) -> None:
        self._slides.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_field(self, path: FieldPath) -> bool:
        slide = path.removeprefix("storyline/").removesuffix("/title")
        return self._slides.look_at(slide) or super().focus_field(path)

    def pick(self) -> None:
        self._slides.switch_current()

    def _fill(self) -> None:
        project = self.document.project
        self._slides.show_slides(_titles(project), _all_in_order(project), _on(project))

    def _switch(self, slide: SlideId, on: bool) -> None:
        def switched(project: Project) -> Project:
            return settle_slide(project, slide_choice(project, slide).model_copy(update={"on": on}))

        self.document.apply(switched, term("window", "edit.slide-on" if on else "edit.slide-off"))

    def _retitle(self, slide: SlideId, title: str) -> None:
        def retitled(project: Project) -> Project:
            choice = slide_choice(project, slide)
            text = choice.title.writing(project.language, title.strip())
            return settle_slide(project, choice.model_copy(update={"title": text}))

        self.document.apply(retitled, term("window", "edit.slide-title"))

    def _reorder(self, order: tuple[SlideId, ...]) -> None:
        self.document.put("storyline/order", order, term("window", "edit.slide-order"))

    def _look(self, slide: SlideId) -> None:
        self.entered.emit(f"storyline/{slide}")


class _Numbered(QStyledItemDelegate):
    """Shows a slide's number before its title; only the title is edited."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.text = f"{index.data(_NUMBER) or '–':>2}   {option.text}"


class SlideList(QListWidget):
    """Slides with a mark for those that are shown. Space switches, Alt with an arrow moves, F2 retitles, dragging moves."""

    switched = Signal(str, bool)
    retitled = Signal(str, str)
    moved = Signal(object)
    looked_at = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._titles: Mapping[SlideId, str] = {}
        self._filling = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setItemDelegate(_Numbered(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(360)
        self.itemChanged.connect(self._item_changed)
        self.currentItemChanged.connect(self._went)

    def show_slides(self, titles: Mapping[SlideId, str], order: tuple[SlideId, ...], on: tuple[SlideId, ...]) -> None:
        """Shows the slides as they are now; the current one stays current."""
        state = (titles, order, on)
        if state == self._state():
            return
        kept = self._slide(self.currentItem())
        self._filling, self._titles = True, titles
        self.clear()
        for slide in order:
            self.addItem(self._item(slide, str(on.index(slide) + 1) if slide in on else "", slide in on))
        self._filling = False
        self.look_at(kept)

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
        super().dropEvent(event)
        self.moved.emit(self._order())

    def _move(self, by: int) -> None:
        order, row = list(self._order()), self.currentRow()
        if 0 <= row + by < len(order):
            order[row], order[row + by] = order[row + by], order[row]
            self.moved.emit(tuple(order))

    def _item(self, slide: SlideId, number: str, on: bool) -> QListWidgetItem:
        item = QListWidgetItem(self._titles[slide])
        item.setData(_ID, slide)
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setData(_NUMBER, number)
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


def _titles(project: Project) -> Mapping[SlideId, str]:
    """Every slide there can be, with its title, in the project's language."""
    slides = every_slide(project, lang=project.language, today=date.today())
    return {slide: title.plain for slide, title in slides}


def _on(project: Project) -> tuple[SlideId, ...]:
    return outline(project, lang=project.language, today=date.today())


def _all_in_order(project: Project) -> tuple[SlideId, ...]:
    """The slides that are on as they come, each that is off after the one that it usually follows."""
    usual, order = tuple(_titles(project)), list(_on(project))
    for at, slide in enumerate(usual):
        if slide not in order:
            before = usual[at - 1] if at else None
            order.insert(order.index(before) + 1 if before in order else 0, slide)
    return tuple(order)
