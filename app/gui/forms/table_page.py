"""A page with a table of members and, below it, the form of the one that is current."""

from collections.abc import Callable, Collection, Sequence
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout

from app.gui.document import Document
from app.gui.forms.form import Form, order_tabs
from app.gui.forms.members import rule
from app.gui.forms.page import RecordPage
from app.gui.forms.spoken import Button, Fault, IconButton, Note
from app.gui.forms.table import Column, Foot, MemberModel
from app.gui.forms.table_view import MemberTable
from app.gui.forms.wording import word
from app.gui.interface import Interface
from app.model.base import FieldPath, Lang, Record
from app.project import edits
from app.project.paths import key_of


class TablePage(RecordPage):
    """Members in a table; below it the current one's fields. `what` is the page's key in the catalogue, `collection` its members."""

    what: ClassVar[str]
    collection: ClassVar[FieldPath]
    #: Whether the current member's form stands below the table; else a member has a page of its own.
    with_form: ClassVar[bool] = True

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__(document, interface)
        self._model: MemberModel | None = None

    # What subclasses say

    def columns(self) -> Sequence[Column]:
        """The table's columns."""
        raise NotImplementedError

    def feet(self, lang: Lang) -> Sequence[Foot]:  # noqa: ARG002
        """Computed rows below the members."""
        return ()

    def show_foot(self, foot: Foot | None) -> None:
        """Shows the computed row that is current; None when a member is, or nothing."""

    def new(self) -> Record:
        """A new member."""
        raise NotImplementedError

    def lay_out(self, form: Form) -> None:
        """Lays out the form of a member."""
        raise NotImplementedError

    # What the window uses

    def title(self) -> str:
        return word(f"{self.what}.list")(self.interface.lang)

    def build(self) -> None:
        if self._model is None:
            self._model = MemberModel(self.document, self.interface, self.collection, self.columns, self.feet)
            self.table = MemberTable(self._model, self.interface)
            self._lay_out_table()
        self._model.bind(self.collection)
        self.table.go_to(0, 0)
        self._show_current()

    def show_place(self, place: FieldPath) -> None:
        if self._model is not None:
            self._model.settle()
        super().show_place(place)

    def retranslate(self) -> None:
        super().retranslate()
        if self._model is not None:
            self.table.setAccessibleName(self.title())

    def reveal(self, path: FieldPath) -> None:
        row = self._model.row_of(path) if self._model else None
        if row is not None:
            self.table.go_to(row)

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the user does

    def add_member(self) -> None:
        """Adds a member below the current one, and begins to write its first field."""
        record, at = self.new(), self.table.currentIndex().row() + 1
        count = len(self._members())
        place = min(at, count) if at else count
        self.document.apply(
            lambda project: edits.add(project, self.collection, record, place), word(f"{self.what}.adding")
        )
        self.table.go_to(place, 0)
        self.begin(f"{self.collection}/{key_of(record)}")

    def begin(self, path: FieldPath) -> None:
        """Begins to write a new member."""
        if self.fields and self._forms[0].path == path:
            self.fields[0].focus()

    def open_row(self, row: int) -> None:
        """Goes into the form of a row's member."""
        if self._model is not None and self._model.path_at(row) and self._forms:
            self._forms[0].fields[0][0].focus()

    def remove_row(self, row: int) -> None:
        """Takes a row's member away."""
        path = self._path_at(row)
        if path is not None:
            self.document.apply(lambda project: edits.remove(project, path), word(f"{self.what}.removing"))

    def move_row(self, row: int, to: int) -> None:
        """Moves a row's member, and stays on it."""
        path = self._path_at(row)
        if path is None or self._path_at(to) is None:
            return
        key, column = path.rpartition("/")[2], self.table.currentIndex().column()
        self.document.apply(lambda project: edits.move(project, self.collection, key, to), word(f"{self.what}.moving"))
        self.table.go_to(to, column)

    # Its own

    def _members(self) -> tuple[Record, ...]:
        return getattr(self.document.project, self.collection)

    def _path_at(self, row: int) -> FieldPath | None:
        return self._model.path_at(row) if self._model else None

    def _foot_at(self, row: int) -> Foot | None:
        return self._model.foot_at(row) if self._model else None

    def _follow(self, paths: Collection[FieldPath]) -> None:
        if self._model is not None and self.place and (self.isVisible() or self.collection in paths):
            row, column = self.table.currentIndex().row(), self.table.currentIndex().column()
            self._model.settle()
            stays = row < len(self._members()) or self._foot_at(row)
            if self.table.currentIndex().row() != row or not stays:
                self.table.go_to(max(0, min(row, len(self._members()) - 1)), max(column, 0))
            self._show_current()
        super()._follow(paths)

    def _show_current(self) -> None:
        """Has the form below show the current member; none when there is none."""
        path = self._path_at(self.table.currentIndex().row())
        self._set_buttons(path)
        self._fault.show_fault(self._model.first_fault() if self._model else None)
        self._empty_note.setVisible(not self._members())
        self.table.setVisible(bool(self._members()) or self._foot_at(0) is not None)
        self.show_foot(self._foot_at(self.table.currentIndex().row()))
        if not self.with_form:
            return
        self._scroll.setVisible(path is not None)
        if path is None:
            for form in self._forms:
                form.discard()
            self._forms = []
        elif not self._forms:
            form = self.start(path)
            self.lay_out(form)
            form.show()
            order_tabs(self)
        elif self._forms[0].path != path:
            self._forms[0].bind(path)
            self.consider()

    def _current_changed(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._show_current()

    def _set_buttons(self, path: FieldPath | None) -> None:
        row, count = self.table.currentIndex().row(), len(self._members())
        self._up.setEnabled(path is not None and row > 0)
        self._down.setEnabled(path is not None and row < count - 1)
        self._remove.setEnabled(path is not None)

    def _lay_out_table(self) -> None:
        say = self.interface
        current: Callable[[], int] = lambda: self.table.currentIndex().row()  # noqa: E731
        self._up = IconButton(say, word("list.up"), lambda: self.move_row(current(), current() - 1), "arrow-up")
        self._down = IconButton(say, word("list.down"), lambda: self.move_row(current(), current() + 1), "arrow-down")
        self._remove = IconButton(say, word(f"{self.what}.removing"), lambda: self.remove_row(current()), "trash-2")
        for button in (self._up, self._down, self._remove):
            self.head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        add = Button(say, word(f"{self.what}.add"), self.add_member, "plus")
        self.head.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        self._fault = Fault(say)
        self._empty_note = Note(say, word(f"{self.what}.none"))
        self._empty_note.setContentsMargins(24, 12, 24, 12)
        self.table.opens.connect(self.open_row)
        self.table.moves.connect(self.move_row)
        self.table.removes.connect(self.remove_row)
        self.table.entered_cell.connect(self.entered)
        self.table.selectionModel().currentChanged.connect(self._current_changed)
        self._place_table()

    def _place_table(self) -> None:
        holder = QVBoxLayout()
        holder.setContentsMargins(8, 8, 8, 0)
        holder.setSpacing(0)
        holder.addWidget(self._empty_note, 0, Qt.AlignmentFlag.AlignTop)
        holder.addWidget(self.table, 1)
        holder.addWidget(self._fault)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertLayout(1, holder, 1)
        self._line = rule()
        column.insertWidget(2, self._line)
        self._line.setVisible(self.with_form)
        self._scroll.setVisible(self.with_form)
        self.table.setMinimumHeight(160)
