"""The middle pane's pages: what they all are to the window, and those made of fields."""

from collections.abc import Collection
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.fields.base import Field, Support
from app.gui.interface import Interface
from app.gui.look import font
from app.model.base import FieldPath

AnyField = TypeVar("AnyField", bound=Field)
#: Spacing between fields, and the page's margins, in pixels.
GAP, MARGIN = 20, 24


class Page(QWidget):
    """A page of the middle pane. One page object serves every place of its kind.

    `entered` carries the path of the field in use; `goes_to` asks the window for another place ("actions/<id>")."""

    entered = Signal(str)
    goes_to = Signal(str)
    #: Asks the window to fetch rows into a calculation: its path, or that of its current row.
    fetches = Signal(str)
    #: Whether the page needs the room in which results are shown.
    wide = False

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__()
        self.document, self.interface = document, interface
        self.place: FieldPath = ""
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        interface.language_changed.connect(self.retranslate)

    def title(self) -> str:
        """The page's heading in the interface's language."""
        raise NotImplementedError

    def show_place(self, place: FieldPath) -> None:
        """Turns to a place of the page's kind: "patterns/<id>"."""
        self.place = place
        self.retranslate()

    def refresh(self, paths: Collection[FieldPath]) -> None:
        """Shows what has changed in the document."""

    def retranslate(self) -> None:
        """Sets the page's texts in the interface's language."""
        self.setAccessibleName(self.title() if self.place else "")

    def focus_field(self, path: FieldPath) -> bool:  # noqa: ARG002
        """Puts the cursor into the field that says a path. False when there is none here."""
        return False

    def take_focus(self) -> None:
        """Puts the focus on what one does first on this page."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_here(self) -> None:
        """Puts the cursor into the page's own search, where it has one."""

    def pick(self) -> None:
        """Picks, or lays back, what is current on the page, where there is something to pick."""

    def take_in(self, place: FieldPath) -> None:
        """Picks what lies at a place of the page and was dragged from it into the project."""

    def support_at(self, path: FieldPath) -> Support | None:  # noqa: ARG002
        """What the support pane says about the field at a path, else about the page."""
        return None

    def beside(self) -> tuple[str, QWidget] | None:
        """What the page shows of its own below the preview, and what that is called."""
        return None


class FormPage(Page):
    """A page of fields: a heading, and fields below it that scroll."""

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__(document, interface)
        self.fields: list[Field] = []
        self._title, self._subtitle = QLabel(), QLabel()
        self.body = QVBoxLayout()
        self._lay_out()

    # What subclasses say

    def subtitle(self) -> str:
        """A line below the heading, or nothing."""
        return ""

    def support(self) -> Support | None:
        """What the support pane says while no field of its own has something to say."""
        return None

    def refresh(self, paths: Collection[FieldPath]) -> None:
        """Shows what has changed. Subclasses that list members look for their collection among the paths."""
        for field in tuple(self.fields):
            if touches(paths, field.path):
                field.refresh()
        self._set_head()

    def retranslate(self) -> None:
        self._set_head()

    # What subclasses and the window use

    def add(self, field: AnyField) -> AnyField:
        """Puts a field on the page, at the end."""
        self.body.addWidget(field)
        return self.keep(field)

    def keep(self, field: AnyField) -> AnyField:
        """Counts a field, laid out elsewhere, as the page's."""
        self.fields.append(field)
        field.entered.connect(self.entered)
        field.destroyed.connect(lambda: self.fields.remove(field) if field in self.fields else None)
        return field

    def drop(self, field: Field) -> None:
        """Takes a field away."""
        if field in self.fields:
            self.fields.remove(field)
        field.setParent(None)
        field.deleteLater()

    def field_at(self, path: FieldPath) -> Field | None:
        """The field that says a path: itself, else the nearest above or below it."""
        exact = next((field for field in self.fields if field.path == path), None)
        return exact or next((field for field in self.fields if touches((path,), field.path)), None)

    def focus_field(self, path: FieldPath) -> bool:
        """Puts the cursor into the field that says a path. False when there is none here."""
        field = self.field_at(path)
        if field is None:
            return False
        field.focus()
        self._scroll.ensureWidgetVisible(field, 0, 48)
        return True

    def take_focus(self) -> None:
        first = next((field for field in self.fields if field.isVisibleTo(self)), None)
        if first is not None:
            first.focus()

    def support_at(self, path: FieldPath) -> Support | None:
        field = self.field_at(path) if path else None
        own = field.asking.support if field else None
        return own or self.support()

    # Its own

    def _lay_out(self) -> None:
        self._title.setFont(font("title", self.font(), strong=True))
        self._title.setWordWrap(True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._subtitle.setProperty("tone", "secondary")
        self._subtitle.setWordWrap(True)
        self.head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        self.head.addLayout(names, 1)
        self.head.setContentsMargins(MARGIN, 16, MARGIN, 0)
        inner = QWidget()
        inner.setObjectName("page-body")
        inner.setLayout(self.body)
        self.body.setContentsMargins(MARGIN - 12, 4, MARGIN, MARGIN)
        self.body.setSpacing(GAP)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.head)
        column.addWidget(self._scroll, 1)

    def _set_head(self) -> None:
        if self.place:
            self._title.setText(self.title())
            self._subtitle.setText(self.subtitle())
            self._subtitle.setVisible(bool(self._subtitle.text()))
            self.setAccessibleName(self._title.text())


def touches(paths: Collection[FieldPath], path: FieldPath) -> bool:
    """Whether any of the paths is this one, above it or below it."""
    return any(found == path or path.startswith(f"{found}/") or found.startswith(f"{path}/") for found in paths)
