"""A page made of forms: they are built for the first place it is asked to show, and bound to every later one."""

from collections.abc import Collection
from typing import ClassVar

from app.gui.document import Document
from app.gui.fields.kinds import Field, Support
from app.gui.forms.form import Form, order_tabs
from app.gui.forms.wording import word
from app.gui.interface import Interface
from app.gui.page import FormPage
from app.model.base import FieldPath
from app.project.paths import NoSuchPlace


class RecordPage(FormPage):
    """A page of forms. It follows what came and went by itself, also while another page is shown: a field whose record is gone
    must not be asked for it. `guide` is the key of what the support pane says of the page."""

    guide: ClassVar[str] = ""

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__(document, interface)
        self._forms: list[Form] = []
        self.body.addStretch(1)
        document.changed.connect(self._follow)
        document.replaced.connect(self._empty)

    # What subclasses say

    def build(self) -> None:
        """Lays the page out for `self.place`."""
        raise NotImplementedError

    def unfold(self) -> None:
        """Shows the forms once all is laid out in them, at once, so that a field can take the focus."""
        for form in self._forms:
            form.show()

    def consider(self) -> None:
        """Says what is odd, and sets what is computed. Called whenever something has changed."""

    def reveal(self, path: FieldPath) -> None:
        """Shows the part of the page where a field stands."""

    # What the window uses

    def support(self) -> Support | None:
        return word(f"guide.{self.guide}") if self.guide else None

    def show_place(self, place: FieldPath) -> None:
        before, self.place = self.place, place
        if not self._forms:
            self.build()
            self.unfold()
        else:
            for form in self._forms:
                form.bind(place if form.path == before else form.path)
        super().show_place(place)
        self._arrange()

    def refresh(self, paths: Collection[FieldPath]) -> None:
        self._follow(paths)
        if self.place:
            super().refresh(paths)
            self.consider()

    def retranslate(self) -> None:
        super().retranslate()
        if self.place:
            self.consider()

    def focus_field(self, path: FieldPath) -> bool:
        self.reveal(path)
        return super().focus_field(path) or any(form.seek(path) for form in self._forms)

    # What subclasses use

    def drop(self, field: Field) -> None:
        """Takes a field away; it hears nothing more, for its record may be gone before it is."""
        self.interface.language_changed.disconnect(field.retranslate)
        super().drop(field)

    def start(self, path: FieldPath) -> Form:
        """Begins a form for a record, at the end of the page."""
        form = Form(self, path)
        self._forms.append(form)
        self.body.insertWidget(self.body.count() - 1, form)
        return form

    # Its own

    def _follow(self, paths: Collection[FieldPath]) -> None:
        if not self.place:
            return
        try:
            self.document.get(self.place)
        except NoSuchPlace:
            self._empty()
            return
        before = len(self.fields)
        for form in self._forms:
            form.settle(paths)
        if len(self.fields) != before:
            self._arrange()

    def _arrange(self) -> None:
        order_tabs(self)

    def _empty(self) -> None:
        """Lets go of everything: the place is gone, or another project has come."""
        for form in self._forms:
            form.discard()
        self._forms = []
        self.place = ""
