"""The workbench: sidebar at the left, the page of the place in the middle, and the way between places."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.history import History
from app.gui.interface import Interface
from app.gui.page import Page
from app.gui.places import is_there, kind_of, place_of
from app.gui.sidebar import Sidebar
from app.model.base import FieldPath

MakePage = Callable[[str, Document, Interface], Page]
SIDEBAR, MIDDLE = 240, 584


class Workbench(QWidget):
    """Turns from place to place. `turned` carries the place, `entered` the field in use, `fetches` the calculation to fetch rows into."""

    turned = Signal(str)
    entered = Signal(str)
    fetches = Signal(str)

    def __init__(self, document: Document, interface: Interface, make_page: MakePage) -> None:
        super().__init__()
        self._document, self._interface, self._make_page = document, interface, make_page
        self._pages: dict[str, Page] = {}
        self.history = History()
        self.place: FieldPath = ""
        self.sidebar = Sidebar(document, interface)
        self._stack = QStackedWidget()
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.sidebar.goes_to.connect(self.go)
        self.sidebar.dropped.connect(self._take_in)
        document.changed.connect(self._follow)
        document.replaced.connect(self._begin_anew)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        current = self._stack.currentWidget()
        return current if isinstance(current, Page) else None

    def go(self, path: FieldPath) -> None:
        """Goes to a place, or to the place of a field and into it."""
        place = place_of(path)
        if not is_there(self._document.project, place):
            return
        self.history.visit(path if place == "library" else place)
        strays = self._focus_strays()
        self._turn(path if place == "library" else place)
        if path != self.place and self.page is not None:
            self.page.focus_field(path)
        elif strays and self.page is not None:
            self.page.take_focus()

    def begin(self) -> None:
        """Goes to where one begins: on the page of a project that is new, beside it in one that has its title."""
        self.history.visit("matter")
        self._turn("matter")
        if self._document.project.matter.title or self.page is None:
            self.sidebar.take_focus()
        else:
            self.page.take_focus()

    def back(self) -> None:
        """Goes to the place before that is still there."""
        self._step(self.history.back)

    def forward(self) -> None:
        """Goes to the place after that is still there."""
        self._step(self.history.forward)

    def _take_in(self, place: FieldPath) -> None:
        """Picks what was dragged from the page to the sidebar."""
        if self.page is not None:
            self.page.take_in(place)

    def _step(self, step: Callable[[], FieldPath | None]) -> None:
        place = step()
        while place is not None and not is_there(self._document.project, place):
            place = step()
        if place is not None:
            strays = self._focus_strays()
            self._turn(place)
            if strays and self.page is not None:
                self.page.take_focus()

    def _focus_strays(self) -> bool:
        """Whether the focus would be lost on the way to another page, or stay on the button that leads there: Qt hands it on to whatever
        comes next, and what is typed then goes there."""
        focus = QApplication.focusWidget()
        return focus is None or self._stack.isAncestorOf(focus) or self.sidebar.leads_from(focus)

    def _turn(self, place: FieldPath) -> None:
        kind = kind_of(place_of(place))
        if kind not in self._pages:
            page = self._make_page(kind, self._document, self._interface)
            page.goes_to.connect(self.go)
            page.entered.connect(self.entered)
            page.fetches.connect(self.fetches)
            self._pages[kind] = page
            self._stack.addWidget(page)
        page = self._pages[kind]
        self.place = place
        page.show_place(place)
        self._stack.setCurrentWidget(page)
        self.sidebar.show_at(place_of(place))
        self.turned.emit(place)

    def _follow(self, paths: frozenset[FieldPath]) -> None:
        """Has the page show what changed; leaves a place that is no more."""
        project = self._document.project
        if self.place and not is_there(project, place_of(self.place)):
            self.go("library" if self.place.startswith("patterns/") else "actions")
            return
        if self.page is not None:
            self.page.refresh(paths)

    def _begin_anew(self) -> None:
        """Another project: its pages are made anew."""
        self.history.clear()
        self.place = ""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.setParent(None)
            page.deleteLater()
        self._pages.clear()

    def _lay_out(self) -> None:
        self.sidebar.setMinimumWidth(228)
        self.sidebar.setMaximumWidth(320)
        self._stack.setMinimumWidth(400)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.sidebar)
        self.split.addWidget(self._stack)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([SIDEBAR, MIDDLE])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)
