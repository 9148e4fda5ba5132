"""A table over a collection of the project, as Qt's item model: a row a member, cells that are edited in place, computed rows below."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app.gui.document import Document
from app.gui.forms.kinds import Kind
from app.gui.interface import Interface, Wording, term
from app.gui.look import Token
from app.language.told import Told
from app.model.base import FieldPath, Lang, Record, Text
from app.project import edits
from app.project.paths import keys_of

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
#: The options of a cell, and whether it is to be drawn as a total.
OPTIONS: Final = int(_Role.UserRole) + 10
_NO_INDEX: Final = QModelIndex()


@dataclass(frozen=True)
class Badge:
    """A sign before a cell's text: its icon and colour, and the words for what it says, for the tooltip and who cannot see it."""

    icon: str
    token: Token
    wording: Wording


@dataclass(frozen=True)
class Column:
    """A column: its heading and what its cells say. With a `kind` it is edited: `part` is the field below the member, "" the member itself;
    `kind_of` says the kind where it is not the same for all members. Without, `computed` says what stands there.

    `tone` colours a cell, `badge` sets a sign before its text, `about` says more of it on hovering. `width` is in pixels; with 0 the
    column takes what is left, but no less than `least`. Columns to `spare` are shown where all have room, else none of them."""

    heading: Wording
    part: str = ""
    kind: Kind | None = None
    kind_of: Callable[[Record], Kind] | None = None
    computed: Callable[[Record, Lang], str] | None = None
    tone: Callable[[Record], Token | None] | None = None
    badge: Callable[[Record], Badge | None] | None = None
    about: Callable[[Record, Lang], str] | None = None
    width: int = 0
    least: int = 110
    right: bool = False
    label: Wording | None = None
    spare: bool = False


@dataclass(frozen=True)
class Foot:
    """A computed row below the members: its cells by column with the signs before them, whether it is strong. One with a `key` can be
    gone to, as members can."""

    cells: Mapping[int, str]
    strong: bool = False
    key: str = ""
    badges: Mapping[int, Badge] = field(default_factory=dict[int, Badge])


Columns = Callable[[], Sequence[Column]]
Feet = Callable[[Lang], Sequence[Foot]]


class MemberModel(QAbstractTableModel):
    """The members of a collection. Columns are asked for anew whenever the members change."""

    def __init__(
        self,
        document: Document,
        interface: Interface,
        collection: FieldPath,
        columns: Columns,
        feet: Feet | None = None,
    ) -> None:
        super().__init__()
        self._document, self._interface = document, interface
        self.collection = collection
        self._make_columns, self._make_feet = columns, feet
        self._load()
        interface.language_changed.connect(self._speak)

    # What the table and its page use

    @property
    def columns(self) -> Sequence[Column]:
        """The columns as they are now."""
        return self._columns

    def bind(self, collection: FieldPath) -> None:
        """Shows another collection of the same kind."""
        self.collection = collection
        self.beginResetModel()
        self._load()
        self.endResetModel()

    def rest(self) -> None:
        """Hears nothing more."""
        self._interface.language_changed.disconnect(self._speak)

    def settle(self) -> None:
        """Follows the document: anew when rows or columns came or went, else cell by cell."""
        members, columns, feet = self._members_now(), self._make_columns(), self._feet_now()
        same = keys_of(members) == self._keys and [c.part for c in columns] == [c.part for c in self._columns]
        if not same or [foot.key for foot in feet if foot.key] != [foot.key for foot in self._feet if foot.key]:
            self.bind(self.collection)
            return
        self._members, self._feet = members, feet
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def path_at(self, row: int) -> FieldPath | None:
        """The path of the member in a row; None for a computed row."""
        return f"{self.collection}/{self._keys[row]}" if 0 <= row < len(self._keys) else None

    def foot_at(self, row: int) -> Foot | None:
        """The computed row that can be gone to in a row; None for another."""
        foot = self._feet[row - len(self._keys)] if 0 <= row - len(self._keys) < len(self._feet) else None
        return foot if foot is not None and foot.key else None

    def row_of(self, path: FieldPath) -> int | None:
        """The row of the member that a path leads to or into."""
        found = (row for row, key in enumerate(self._keys) if f"{path}/".startswith(f"{self.collection}/{key}/"))
        return next(found, None)

    def cell_path(self, index: _Index) -> FieldPath | None:
        """The path of the field that a cell shows."""
        member = self.path_at(index.row())
        column = self._columns[index.column()] if member else None
        if not column or not column.kind:
            return None
        return f"{member}/{column.part}" if column.part else member

    def fault(self, index: _Index) -> Told | None:
        """What is wrong with what was typed in a cell and kept."""
        path = self.cell_path(index)
        draft = self._document.draft(path) if path else None
        if path is None or draft is None:
            return None
        try:
            edits.put(self._document.project, path, self._read(index, draft))
        except Told as error:
            return error
        return None

    def first_fault(self) -> Told | None:
        """What is wrong in the first cell that keeps what cannot be taken."""
        if not any(path.startswith(f"{self.collection}/") for path in self._document.project.drafts):
            return None
        cells = (self.index(row, at) for row in range(len(self._keys)) for at in range(len(self._columns)))
        return next((fault for cell in cells if (fault := self.fault(cell)) is not None), None)

    def says(self, index: _Index, typed: str) -> bool:
        """Whether what stands in an editor means the value that the cell has."""
        path = self.cell_path(index)
        draft = self._document.draft(path) if path else None
        if path is None or draft is not None:
            return draft == typed
        try:
            return (self._read(index, typed) if typed.strip() else self._empty(path)) == self._document.get(path)
        except Told:
            return False

    # What Qt asks

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._keys) + len(self._feet)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and section < len(self._columns):
            if role == _Role.DisplayRole:
                return self._interface.say(self._columns[section].heading)
            if role == _Role.TextAlignmentRole:
                return self._alignment(section)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled
        if index.row() >= len(self._keys):
            return flags | Qt.ItemFlag.ItemIsSelectable if self.foot_at(index.row()) else flags
        editable = self._columns[index.column()].kind is not None
        return flags | Qt.ItemFlag.ItemIsSelectable | (Qt.ItemFlag.ItemIsEditable if editable else flags)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        if role in (_Role.DisplayRole, _Role.EditRole):
            return self._brief(index) if role == _Role.DisplayRole else self._typed(index)
        if role == _Role.TextAlignmentRole:
            return self._alignment(index.column())
        if role == _Role.ForegroundRole:
            token = self._token(index)
            return self._interface.color(token) if token else None
        if role == _Role.FontRole:
            return self._font(index)
        if role == _Role.DecorationRole:
            badge = self._badge(index)
            return self._interface.icon(badge.icon, badge.token) if badge else None
        return self._about(index, role)

    def _about(self, index: _Index, role: int) -> object:
        column = self._columns[index.column()]
        fault = self.fault(index) if role in (_Role.ToolTipRole, _Role.AccessibleDescriptionRole) else None
        if fault is not None:
            return fault.told(self._interface.lang)
        if role == _Role.AccessibleTextRole:
            return f"{self._interface.say(column.label or column.heading)}: {self._text(index)}"
        if role in (_Role.ToolTipRole, _Role.AccessibleDescriptionRole):
            about = self._more(index)
            own = self._text(index) if role == _Role.ToolTipRole else ""
            return about if about.startswith(own) else f"{own}\n{about}".strip()
        if role == OPTIONS:
            return column.kind.options if column.kind else ()
        return None

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        path, typed = self.cell_path(index), str(value)
        if role != _Role.EditRole or path is None or self.says(index, typed):
            return False
        name = self._name(index)
        try:
            self._document.put(path, self._read(index, typed) if typed.strip() else self._empty(path), name)
        except Told:
            self._document.keep_draft(path, typed, name)
        return True

    # Its own

    def _speak(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self.settle()

    def _load(self) -> None:
        self._members: tuple[Record, ...] = self._members_now()
        self._keys = keys_of(self._members)
        self._columns = tuple(self._make_columns())
        self._feet = self._feet_now()

    def _members_now(self) -> tuple[Record, ...]:
        return cast("tuple[Record, ...]", self._document.get(self.collection))

    def _feet_now(self) -> tuple[Foot, ...]:
        return tuple(self._make_feet(self._interface.lang)) if self._make_feet else ()

    def _read(self, index: _Index, typed: str) -> object:
        kind, path = self._kind(index), self.cell_path(index)
        assert kind is not None
        assert path is not None
        return kind.read(self._document, self._interface.lang, typed, self._document.get(path))

    def _empty(self, path: FieldPath) -> object:
        """What an emptied cell holds."""
        old = self._document.get(path)
        lang = self._document.project.language
        return old.writing(lang, "") if isinstance(old, Text) else "" if isinstance(old, str) else None

    def _text(self, index: _Index) -> str:
        if index.row() >= len(self._keys):
            return self._feet[index.row() - len(self._keys)].cells.get(index.column(), "")
        column, lang = self._columns[index.column()], self._interface.lang
        path, kind = self.cell_path(index), self._kind(index)
        if path is None or kind is None:
            return column.computed(self._members[index.row()], lang) if column.computed else ""
        draft, value = self._document.draft(path), self._document.get(path)
        if draft is not None:
            return draft
        return "" if value is None else kind.shown(self._document, lang, value)

    def _typed(self, index: _Index) -> str:
        """What stands in a cell's editor."""
        path, kind = self.cell_path(index), self._kind(index)
        if path is None or kind is None or kind.typed is None or self._document.draft(path) is not None:
            return self._text(index)
        value = self._document.get(path)
        return "" if value is None else kind.typed(self._document, self._interface.lang, value)

    def _brief(self, index: _Index) -> str:
        """What a cell says while it is not edited."""
        path, kind = self.cell_path(index), self._kind(index)
        if path is None or kind is None or kind.brief is None or self._document.draft(path) is not None:
            return self._text(index)
        value = self._document.get(path)
        return "" if value is None else kind.brief(self._document, self._interface.lang, value)

    def _kind(self, index: _Index) -> Kind | None:
        """What kind of cell it is; None for what is not edited."""
        if index.row() >= len(self._keys):
            return None
        column = self._columns[index.column()]
        return column.kind_of(self._members[index.row()]) if column.kind_of else column.kind

    def _more(self, index: _Index) -> str:
        """What is said of a cell beside what it says."""
        if index.row() >= len(self._keys):
            badge = self._badge(index)
            return badge.wording(self._interface.lang) if badge else ""
        badge, column, lang = self._badge(index), self._columns[index.column()], self._interface.lang
        return badge.wording(lang) if badge else column.about(self._members[index.row()], lang) if column.about else ""

    def _badge(self, index: _Index) -> Badge | None:
        if index.row() >= len(self._keys):
            return self._feet[index.row() - len(self._keys)].badges.get(index.column())
        make = self._columns[index.column()].badge
        return make(self._members[index.row()]) if make else None

    def _alignment(self, section: int) -> int:
        column = self._columns[section]
        right = column.right or (column.kind is not None and column.kind.right)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def _token(self, index: _Index) -> Token | None:
        if index.row() >= len(self._keys):
            foot = self._feet[index.row() - len(self._keys)]
            return "text" if foot.strong or foot.key else "secondary"
        if self.fault(index) is not None:
            return "error"
        tone = self._columns[index.column()].tone
        return tone(self._members[index.row()]) if tone else None

    def _font(self, index: _Index) -> QFont | None:
        if index.row() < len(self._keys) or not self._feet[index.row() - len(self._keys)].strong:
            return None
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _name(self, index: _Index) -> Wording:
        column = self._columns[index.column()]
        label = column.label or column.heading

        def wording(lang: Lang) -> str:
            said = label(lang)
            return term("window", "edit.field", label=said[:1].lower() + said[1:])(lang)

        return wording
