"""A list of members in one card: each with its fields, and buttons to add, remove and move. Every list of the forms is one."""

import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.gui.forms.form import TIGHT, Form
from app.gui.forms.spoken import Button, IconButton
from app.gui.forms.wording import word
from app.gui.interface import Interface
from app.gui.look import font
from app.gui.page import FormPage
from app.model.base import FieldPath, Record
from app.project import edits
from app.project.paths import keys_of

#: Keys that move a member. A Mac keeps Option with arrows for text.
KEYS: Final = ("Meta+Ctrl+Up", "Meta+Ctrl+Down") if sys.platform == "darwin" else ("Alt+Up", "Alt+Down")


@dataclass(frozen=True)
class Listing:
    """What a list is of. `what` is its key in the catalogue: `<what>.add` names the button, `<what>.one` a member.

    `build` lays out a member's fields; `new` makes a member, given those there are; `locked` says which cannot be taken away.
    A `wide` member has its buttons above its fields, not beside them."""

    what: str
    new: Callable[[tuple[Record, ...]], Record]
    build: Callable[[Form], None]
    movable: bool = True
    numbered: bool = False
    wide: bool = False
    locked: Callable[[Record], bool] = lambda _record: False


class MemberList(QFrame):
    """The members of a collection, in order. Rows are reused: row n shows member n, whichever it is."""

    def __init__(self, page: FormPage, collection: FieldPath, listing: Listing) -> None:
        super().__init__()
        self.setObjectName("card")
        self._page, self._collection, self._listing = page, collection, listing
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._add = Button(page.interface, word(f"{listing.what}.add"), self.add, "plus", link=True)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 5, 8, 5)
        foot.addWidget(self._add)
        foot.addStretch(1)
        self._column.addLayout(foot)
        if listing.movable:
            for key, by in zip(KEYS, (-1, 1), strict=True):
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(lambda by=by: self._move_current(by))
        self._fit()

    # What the form uses

    def bind(self, path: FieldPath) -> None:
        """Shows another collection of the same kind."""
        self._collection = path
        self._fit(afresh=True)

    def settle(self, paths: Collection[FieldPath]) -> None:
        """Follows the collection, then the lists inside its members."""
        if self._paths() != [row.form.path for row in self._rows]:
            self._fit()
        for row in self._rows:
            row.form.settle(paths)

    def discard(self) -> None:
        """Lets go of all fields."""
        for row in self._rows:
            row.form.discard()
        self._rows = []

    def seek(self, path: FieldPath) -> bool:
        """Puts the focus on the button that adds a first member, or on a member's own list."""
        if any(path.startswith(f"{row.form.path}/") and row.form.seek(path) for row in self._rows):
            return True
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # What the user does

    def add(self) -> None:
        """Adds a member, and puts the cursor into its first field."""
        collection, record = self._collection, self._listing.new(self._members())
        document = self._page.document
        document.apply(lambda project: edits.add(project, collection, record), word(f"{self._listing.what}.adding"))
        if self._rows:
            self._rows[-1].take_focus()

    def remove(self, path: FieldPath) -> None:
        """Takes a member away; the focus goes to the one that takes its place."""
        index = self._paths().index(path)
        document = self._page.document
        document.apply(lambda project: edits.remove(project, path), word(f"{self._listing.what}.removing"))
        if self._rows:
            self._rows[min(index, len(self._rows) - 1)].take_focus()
        else:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def shift(self, path: FieldPath, by: int) -> None:
        """Moves a member up (-1) or down (1); the focus goes with it."""
        collection, paths = self._collection, self._paths()
        index = paths.index(path)
        to = index + by
        if not 0 <= to < len(paths):
            return
        key, inner = path.removeprefix(f"{collection}/"), self._rows[index].focused()
        document = self._page.document
        document.apply(lambda project: edits.move(project, collection, key, to), word(f"{self._listing.what}.moving"))
        self._rows[to].take_focus(inner)

    def _move_current(self, by: int) -> None:
        focus = QApplication.focusWidget()
        row = next((row for row in self._rows if focus and row.isAncestorOf(focus)), None)
        if row is not None:
            self.shift(row.form.path, by)

    # Its own

    def _members(self) -> tuple[Record, ...]:
        return cast("tuple[Record, ...]", self._page.document.get(self._collection))

    def _paths(self) -> list[FieldPath]:
        return [f"{self._collection}/{key}" for key in keys_of(self._members())]

    def _fit(self, *, afresh: bool = False) -> None:
        """Has as many rows as there are members, each showing its own."""
        paths, members = self._paths(), self._members()
        while len(self._rows) > len(paths):
            row = self._rows.pop()
            row.form.discard()
            row.setParent(None)
            row.deleteLater()
        for row, path in zip(self._rows, paths, strict=False):
            if afresh or row.form.path != path:
                row.form.bind(path)
        for path in paths[len(self._rows) :]:
            row = _Row(self, self._page, path, self._listing)
            self._column.insertWidget(len(self._rows), row)
            row.show()  # at once, so that it can take the focus
            self._rows.append(row)
        for index, (row, member) in enumerate(zip(self._rows, members, strict=True)):
            row.stand(index, len(members), locked=self._listing.locked(member))


class _Row(QWidget):
    """A member's form, with its number before and its buttons after."""

    def __init__(self, owner: MemberList, page: FormPage, path: FieldPath, listing: Listing) -> None:
        super().__init__()
        self.form = Form(page, path, TIGHT)
        listing.build(self.form)
        self._number = QLabel()
        self._number.setFont(font("body", self.font(), strong=True))
        if not listing.numbered:
            self._number.hide()
        self._up, self._down, self._remove = _buttons(owner, self.form, page.interface, listing)
        row = QHBoxLayout()
        row.setContentsMargins(12 if listing.numbered else 0, 10, 8, 12)
        row.setSpacing(0)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(QWidget() if listing.wide else self.form, 1)
        row.addSpacing(8)
        for button in (self._up, self._down, self._remove):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            if not listing.movable and button is not self._remove:
                button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        if listing.wide:
            row.setContentsMargins(12, 6, 8, 0)
            column.addWidget(self.form)
            self.form.column.setContentsMargins(0, 0, 12, 14)
        column.addWidget(rule())

    def stand(self, index: int, count: int, *, locked: bool) -> None:
        """Says where the member stands: its number, and which ways it can go."""
        self._number.setText(str(index + 1))
        self._up.setEnabled(index > 0)
        self._down.setEnabled(index < count - 1)
        self._remove.setEnabled(not locked)

    def focused(self) -> int:
        """Which of the row's fields is in use; the first when none is."""
        focus = QApplication.focusWidget()
        fields = [field for field, _ in self.form.fields]
        return next((at for at, field in enumerate(fields) if focus and field.isAncestorOf(focus)), 0)

    def take_focus(self, inner: int = 0) -> None:
        """Puts the cursor into one of the row's fields."""
        fields = self.form.fields
        if inner < len(fields):
            fields[inner][0].focus()


def _buttons(
    owner: MemberList, form: Form, interface: Interface, listing: Listing
) -> tuple[IconButton, IconButton, IconButton]:
    """Up, down, remove."""
    return (
        IconButton(interface, word("list.up"), lambda: owner.shift(form.path, -1), "arrow-up"),
        IconButton(interface, word("list.down"), lambda: owner.shift(form.path, 1), "arrow-down"),
        IconButton(interface, word(f"{listing.what}.removing"), lambda: owner.remove(form.path), "trash-2"),
    )


def rule() -> QFrame:
    """A line between rows."""
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line
