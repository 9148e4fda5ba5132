"""A page whose forms stand behind tabs, for what is too much for one scroll."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.forms.form import Form, order_tabs
from app.gui.forms.page import RecordPage
from app.gui.forms.wording import word
from app.gui.interface import Interface
from app.model.base import FieldPath


class TabbedPage(RecordPage):
    """A page of several leaves. `tabs` are their keys in the catalogue; a leaf's forms are started on it by `leaf`."""

    tabs: Sequence[str] = ()

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__(document, interface)
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        for _ in self.tabs:
            self.bar.addTab("")
        self.bar.currentChanged.connect(self._turn)
        self._leaves: list[list[QWidget]] = [[] for _ in self.tabs]
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        holder = QVBoxLayout()
        holder.setContentsMargins(12, 4, 24, 4)
        holder.addWidget(self.bar)
        column.insertLayout(1, holder)

    # What subclasses say and use

    def leaf_of(self, path: FieldPath) -> int:
        """The leaf on which a field stands."""
        raise NotImplementedError

    def leaf(self, at: int, path: FieldPath) -> Form:
        """Begins a form on a leaf."""
        form = self.start(path)
        self._leaves[at].append(form)
        return form

    # What the window uses

    def retranslate(self) -> None:
        super().retranslate()
        for at, key in enumerate(self.tabs):
            self.bar.setTabText(at, word(key)(self.interface.lang))
        self.bar.setAccessibleName(self.title() if self.place else "")

    def unfold(self) -> None:
        self._turn(self.bar.currentIndex())

    def reveal(self, path: FieldPath) -> None:
        self.bar.setCurrentIndex(self.leaf_of(path))

    # Its own

    def _turn(self, current: int) -> None:
        for at, widgets in enumerate(self._leaves):
            for widget in widgets:
                widget.setVisible(at == current)
        order_tabs(self)

    def _empty(self) -> None:
        super()._empty()
        self._leaves = [[] for _ in self.tabs]
