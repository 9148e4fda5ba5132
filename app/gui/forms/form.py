"""A form: the fields and lists of one record, laid out in rows and bound together to the record's path."""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from app.gui.fields.base import BAR, BAR_GAP
from app.gui.fields.kinds import Asking, Field
from app.gui.forms.spoken import Heading
from app.gui.interface import Wording
from app.gui.page import FormPage, touches
from app.model.base import FieldPath

F = TypeVar("F", bound=Field)
P = TypeVar("P", bound="Part")
#: The space between rows of a form, in pixels: between groups, within a card, and of what belongs together.
LOOSE, TIGHT, CLOSE = 20, 12, 8


class Part(Protocol):
    """A list or table inside a form: it follows the record from place to place."""

    def bind(self, path: FieldPath) -> None:
        """Turns to the same part of another record."""
        ...

    def settle(self, paths: Collection[FieldPath]) -> None:
        """Follows members that came, went or moved."""
        ...

    def discard(self) -> None:
        """Lets go of all fields."""
        ...

    def seek(self, path: FieldPath) -> bool:
        """Takes the focus if the path stands here and no field says it; whether it did."""
        ...


class Form(QWidget):
    """Fields below each other and side by side. `path` is the record that they belong to; "" for the project itself."""

    def __init__(self, page: FormPage, path: FieldPath, spacing: int = LOOSE) -> None:
        super().__init__()
        self.page, self.path = page, path
        self.document, self.interface = page.document, page.interface
        self._fields: list[tuple[Field, str]] = []
        self._parts: list[tuple[Part, str]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(spacing)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)

    # Laying out

    def at(self, part: str) -> FieldPath:
        """The path of a part of the record."""
        return "/".join(segment for segment in (self.path, part) if segment)

    def make(self, kind: Callable[..., F], part: str, asking: Asking, *rest: object) -> F:
        """A field for a part of the record, not yet laid out."""
        field = kind(self.document, self.interface, self.at(part), asking, *rest)
        self._fields.append((field, part))
        box = field.editor()
        if isinstance(box, QComboBox):  # a long option must not widen the page
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        return self.page.keep(field)

    def hold(self, part: P, name: str) -> P:
        """Has a list or table follow the record."""
        self._parts.append((part, name))
        return part

    def row(self, *widgets: QWidget, stretch: Sequence[int] = ()) -> None:
        """Lays widgets out side by side, at the top of a row."""
        row = QHBoxLayout()
        row.setSpacing(0)
        for at, widget in enumerate(widgets):
            cell = QVBoxLayout()  # not an alignment: that would cut lines that wrap
            cell.addWidget(widget)
            cell.addStretch(1)
            row.addLayout(cell, stretch[at] if stretch else 1)
        self.column.addLayout(row)

    def put(self, *widgets: QWidget) -> None:
        """Lays widgets out below each other."""
        for widget in widgets:
            self.column.addWidget(widget)

    def card(self, widget: QWidget) -> QWidget:
        """A card set in as far as the fields are."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(BAR + BAR_GAP, 0, 0, 0)
        row.addWidget(widget)
        return holder

    def group(self, *widgets: QWidget, heading: Wording | None = None, hint: Wording | None = None) -> None:
        """Lays widgets out close below each other, under a heading or none."""
        column = QVBoxLayout()
        column.setSpacing(CLOSE)
        if heading is not None:
            column.addWidget(Heading(self.interface, heading, hint))
        for widget in widgets:
            column.addWidget(widget)
        self.column.addLayout(column)

    # Following the document

    @property
    def fields(self) -> tuple[tuple[Field, str], ...]:
        """The form's own fields with the part of the record that each shows."""
        return tuple(self._fields)

    def field(self, part: str) -> Field:
        """The field of a part of the record."""
        return next(field for field, name in self._fields if name == part)

    def bind(self, path: FieldPath) -> None:
        """Turns to another record of the same kind, or shows the same one afresh."""
        self.path = path
        for part, name in self._parts:
            part.bind(self.at(name))
        for field, name in self._fields:
            field.bind(self.at(name))

    def settle(self, paths: Collection[FieldPath]) -> None:
        """Has the lists follow what came and went."""
        for part, name in self._parts:
            if touches(paths, self.at(name)):
                part.settle(paths)

    def discard(self) -> None:
        """Lets go of all fields and takes itself away."""
        for part, _ in self._parts:
            part.discard()
        for field, _ in self._fields:
            self.page.drop(field)
        self.setParent(None)
        self.deleteLater()

    def seek(self, path: FieldPath) -> bool:
        """Puts the focus on the list that a path names, where no field says it."""
        return any(touches((path,), self.at(name)) and part.seek(path) for part, name in self._parts)


def stops(layout: QLayout | None) -> Iterator[QWidget]:
    """The widgets that Tab stops at, in the order in which they are laid out."""
    for index in range(layout.count() if layout else 0):
        item = layout.itemAt(index) if layout else None
        widget = item.widget() if item else None
        if item is not None and item.layout() is not None:
            yield from stops(item.layout())
        elif isinstance(widget, QScrollArea):
            inner = widget.widget()
            yield from stops(inner.layout() if inner else None)
        elif widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            yield from stops(widget.layout())


def order_tabs(widget: QWidget) -> None:
    """Has Tab go through a widget as it is laid out, whatever came when."""
    found = list(stops(widget.layout()))
    for one, other in pairwise(found):
        QWidget.setTabOrder(one, other)
