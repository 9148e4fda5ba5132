"""The sidebar: map, path and progress. One selection in three parts, of which the patterns alone scroll."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.elided import Elided, NextButton
from app.gui.interface import Interface
from app.gui.library.dragging import place_dragged
from app.gui.look import Token, font
from app.gui.next_step import next_step
from app.gui.place_tree import PlaceTree
from app.gui.places import PLACES, Group, is_filled, short_name
from app.language.format import format_date
from app.model.base import FieldPath


class Sidebar(QWidget):
    """The places of the project. `goes_to` carries the path that the user chose, `dropped` the place of a pattern dragged here."""

    goes_to = Signal(str)
    dropped = Signal(str)

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._document, self._interface = document, interface
        self._place: FieldPath = ""
        self._shown: tuple[object, ...] = ()
        self._organisation, self._project = Elided(), Elided()
        self._heads = {group: _Head(self.font()) for group in ("patterns", "basis", "meeting")}
        self._trees = {group: PlaceTree(interface) for group in ("in", "patterns", "basis", "meeting")}
        self._empty, self._pick = QLabel(), QPushButton()
        self._next_head, self._next = QLabel(), NextButton()
        self._lay_out()
        self._connect()
        self.refresh()

    def show_at(self, place: FieldPath) -> None:
        """Marks where the window is."""
        self._place = place
        for tree in self._trees.values():
            tree.show_at(place)

    def leads_from(self, widget: QWidget) -> bool:
        """Whether a widget is one of the buttons that lead on into a page."""
        return widget in (self._pick, self._next)

    def take_focus(self) -> None:
        """Puts the focus on the row where the window is."""
        tree = next((tree for tree in self._trees.values() if tree.currentItem() is not None), self._trees["in"])
        tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Shows the document's places as they are now."""
        project, lang = self._document.project, self._interface.lang
        untitled = self._interface("sidebar.untitled")
        self._organisation.say(project.organisation.name or untitled)
        self._project.say(self._document.line(project.matter.title, lang))
        for tree in self._trees.values():
            tree.blockSignals(True)
        self._fill_places()
        self._fill_patterns()
        for tree in self._trees.values():
            tree.blockSignals(False)
        self._set_heads()
        self._shown = self._read()
        self.show_at(self._place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if place_dragged(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._await_drop("true")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._await_drop("")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._await_drop("")
        place = place_dragged(event.mimeData())
        if place is not None:
            event.acceptProposedAction()
            self.dropped.emit(place)

    def _await_drop(self, awaits: str) -> None:
        """Shows that what is dragged can be let go here, by the style sheet."""
        patterns = self._heads["patterns"]
        patterns.setProperty("awaits", awaits)
        patterns.style().unpolish(patterns)
        patterns.style().polish(patterns)

    def _fill_places(self) -> None:
        groups: tuple[Group, ...] = ("in", "basis", "meeting")
        for group in groups:
            tree = self._trees[group]
            tree.clear()
            for place in PLACES:
                if place.group == group:
                    name = self._interface(f"place.{place.path}")
                    tree.place(place.path, name, self._aside(place.path), (place.icon, "text"))
            tree.fit()

    def _fill_patterns(self) -> None:
        project, lang, tree = self._document.project, self._interface.lang, self._trees["patterns"]
        tree.clear()
        for chosen in project.patterns:
            icon: tuple[str, Token] = (
                ("circle-check", "accent") if is_filled(chosen) else ("circle-dashed", "secondary")
            )
            row = tree.place(f"patterns/{chosen.id}", short_name(chosen, lang), "", icon)
            for action in project.actions_of(chosen.id):
                tree.place(f"actions/{action.id}", self._document.line(action.title, lang), "", None, row)
        tree.expandAll()
        for widget in (self._empty, self._pick):
            widget.setVisible(not project.patterns)
        tree.setVisible(bool(project.patterns))

    def _set_heads(self) -> None:
        say, patterns = self._interface, self._document.project.patterns
        filled = sum(is_filled(chosen) for chosen in patterns)
        self._heads["patterns"].say(
            say("sidebar.patterns"),
            say("sidebar.filled", filled=filled, n=len(patterns)) if patterns else say("count.none"),
        )
        self._heads["basis"].say(say("sidebar.basis"))
        self._heads["meeting"].say(say("sidebar.meeting"))
        self._empty.setText(say("sidebar.no-patterns"))
        self._pick.setText(say("sidebar.pick"))
        self._next_head.setText(say("next.head"))
        self._next.say(say.say(next_step(self._document.project).wording))
        names = {
            "in": "sidebar.matter",
            "patterns": "sidebar.patterns",
            "basis": "sidebar.basis",
            "meeting": "sidebar.meeting",
        }
        for group, key in names.items():
            self._trees[group].setAccessibleName(say(key))

    def _aside(self, path: FieldPath) -> str:
        project, say = self._document.project, self._interface
        if path == "matter":
            meeting = project.matter.meeting_for(None, date.today())
            return format_date(meeting.on, say.lang, "short") if meeting and meeting.on else ""
        if path == "library":
            return say("count.picked", n=len(project.patterns))
        if path == "storyline":
            return ""
        count = len(getattr(project, path))
        return str(count) if count else say("count.none")

    def _connect(self) -> None:
        order = list(self._trees.values())
        for at, tree in enumerate(order):
            tree.chosen.connect(self._go)
            tree.left_by.connect(self._crossing(at, order))
        self._pick.clicked.connect(lambda: self.goes_to.emit("library"))
        self._next.clicked.connect(lambda: self.goes_to.emit(next_step(self._document.project).path))
        self._document.changed.connect(self._follow)
        self._document.replaced.connect(self.refresh)
        self._interface.language_changed.connect(self.refresh)

    def _follow(self, _paths: frozenset[FieldPath]) -> None:
        """Draws the sidebar anew only when something in it reads differently, not at every keystroke elsewhere."""
        if self._read() != self._shown:
            self.refresh()

    def _read(self) -> tuple[object, ...]:
        """All that the sidebar says of the project."""
        project, line, lang = self._document.project, self._document.line, self._interface.lang
        patterns = tuple((chosen.id, is_filled(chosen)) for chosen in project.patterns)
        actions = tuple((action.id, action.chosen, line(action.title, lang)) for action in project.actions)
        counts = tuple(self._aside(place.path) for place in PLACES)
        step = next_step(project).path
        return project.organisation.name, line(project.matter.title, lang), patterns, actions, counts, step

    def _crossing(self, at: int, order: list[PlaceTree]) -> Callable[[int], None]:
        def cross(by: int) -> None:
            if 0 <= at + by < len(order):
                order[at + by].enter(by)

        return cross

    def _go(self, path: str) -> None:
        self._place = path
        self.goes_to.emit(path)

    def _lay_out(self) -> None:
        self._organisation.setFont(font("head", self.font(), strong=True))
        for label in (self._project, self._empty, self._next_head):
            label.setProperty("tone", "secondary")
        self._empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 8)
        column.setSpacing(0)
        self._indent(column, self._organisation, self._project)
        column.addSpacing(10)
        column.addWidget(self._trees["in"])
        column.addWidget(self._heads["patterns"])
        column.addWidget(self._trees["patterns"], 1)
        self._indent(column, self._empty, self._pick)
        column.addStretch(0)
        for group in ("basis", "meeting"):
            if group == "basis":
                column.addWidget(_rule())
            column.addWidget(self._heads[group])
            column.addWidget(self._trees[group])
        column.addSpacing(8)
        column.addWidget(_rule())
        column.addSpacing(8)
        self._indent(column, self._next_head, self._next)

    def _indent(self, column: QVBoxLayout, *widgets: QWidget) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(18, 0, 12, 0)
        inner.setSpacing(2)
        for widget in widgets:
            inner.addWidget(widget)
            if isinstance(widget, QPushButton) and not isinstance(widget, NextButton):
                inner.setAlignment(widget, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(inner)


class _Head(QWidget):
    """The head of a group, with a word about it at the right."""

    def __init__(self, system: QFont) -> None:
        super().__init__()
        self.setObjectName("group")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name, self._aside = QLabel(), QLabel()
        self._name.setFont(font("help", system, strong=True))
        self._aside.setFont(font("help", system))
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 16, 4)
        for label in (self._name, self._aside):
            label.setProperty("tone", "secondary")
        row.addWidget(self._name, 1)
        row.addWidget(self._aside)

    def say(self, name: str, aside: str = "") -> None:
        """Sets the head's words."""
        self._name.setText(name)
        self._aside.setText(aside)


def _rule() -> QFrame:
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line
