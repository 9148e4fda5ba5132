"""The recommendations of a pattern, to adopt or lay back, each with a way to the action it has become."""

from collections.abc import Callable, Collection
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.forms.members import rule
from app.gui.forms.spoken import Button
from app.gui.forms.wording import word
from app.gui.interface import Interface
from app.gui.look import font
from app.model.base import FieldPath
from app.model.pattern import Recommendation
from app.model.project import Action, ChosenPattern
from app.project import edits
from app.project.choices import adopt
from app.project.ids import new_id


class Adopting(QFrame):
    """A card with a row a recommendation."""

    def __init__(
        self, document: Document, interface: Interface, path: FieldPath, goes_to: Callable[[str], None]
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self._document, self._interface, self._path, self._goes_to = document, interface, path, goes_to
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._fill()

    def bind(self, path: FieldPath) -> None:
        """Shows another pattern's recommendations."""
        self._path = path
        self._fill()

    def settle(self, paths: Collection[FieldPath]) -> None:
        """A pattern's recommendations never change; whether they are adopted is asked anew by `show_state`."""

    def discard(self) -> None:
        """Holds no fields."""

    def seek(self, path: FieldPath) -> bool:
        """Takes the focus for a path inside the pattern's own text."""
        if not path.startswith(f"{self._path}/pattern") or not self._rows:
            return False
        self._rows[0].mark.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_state(self) -> None:
        """Marks what is adopted, in the interface's language."""
        for row in self._rows:
            row.show_state(self._action(row.advice))

    def _fill(self) -> None:
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        chosen = cast("ChosenPattern", self._document.get(self._path))
        self._rows = [
            _Row(self._interface, advice, self._toggle, self._open) for advice in chosen.pattern.recommendations
        ]
        for row in self._rows:
            self._column.addWidget(row)
            row.show()
        self._rows[-1].line.hide()
        self.show_state()

    def _action(self, advice: Recommendation) -> Action | None:
        key = self._path.rpartition("/")[2]
        actions = self._document.project.actions_of(key)
        return next((action for action in actions if action.recommendation == advice.id), None)

    def _toggle(self, advice: Recommendation) -> None:
        action, key = self._action(advice), self._path.rpartition("/")[2]
        if action is None:
            self._document.apply(lambda project: adopt(project, key, advice.id, new_id), word("adopting.adopting"))
        else:
            self._document.apply(
                lambda project: edits.remove(project, f"actions/{action.id}"), word("adopting.dropping")
            )
        self.show_state()

    def _open(self, advice: Recommendation) -> None:
        action = self._action(advice)
        if action is not None:
            self._goes_to(f"actions/{action.id}")


class _Row(QWidget):
    """One recommendation: its mark, its title and what it says in the library's voice."""

    def __init__(
        self,
        interface: Interface,
        advice: Recommendation,
        toggle: Callable[[Recommendation], None],
        open_: Callable[[Recommendation], None],
    ) -> None:
        super().__init__()
        self.advice, self._interface = advice, interface
        self.mark = QCheckBox()
        self.mark.clicked.connect(lambda _checked=False: toggle(advice))
        self._title, self._what = QLabel(), QLabel()
        self._title.setFont(font("body", self.font(), strong=True))
        self._what.setFont(font("reading-small", self.font(), "library"))
        for label in (self._title, self._what):
            label.setWordWrap(True)
        self._open = Button(interface, word("adopting.open"), lambda: open_(advice), link=True)
        self._lay_out()

    def show_state(self, action: Action | None) -> None:
        """Says whether it is adopted, in the interface's language."""
        lang = self._interface.lang
        self.mark.setChecked(action is not None)
        self._title.setText(self.advice.title.said(lang).text)
        self._what.setText(self.advice.what.said(lang).text)
        self.mark.setAccessibleName(f"{word('adopting.mark')(lang)}: {self._title.text()}")
        self._open.setVisible(action is not None)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._open)
        words.addLayout(head)
        words.addWidget(self._what)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 10)
        row.setSpacing(10)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 5, 0, 0)
        mark.addWidget(self.mark)
        mark.addStretch(1)
        row.addLayout(mark)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        self.line = rule()
        column.addWidget(self.line)
