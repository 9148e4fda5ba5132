"""What a body decided about a proposal: how, where it stands in the minutes, and what was noted. Empty until it has met."""

from collections.abc import Collection
from typing import Final, cast, get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from app.gui.document import Document
from app.gui.fields.choices import StillBox
from app.gui.forms.wording import word
from app.gui.interface import Interface, term
from app.gui.page import touches
from app.language.catalogue import Words
from app.language.mentions import FigureNames
from app.model.base import FieldPath, Text
from app.model.project import Decision, Outcome, OutcomeKind

_KINDS: Final[tuple[OutcomeKind, ...]] = get_args(OutcomeKind)


class Deciding(QWidget):
    """A row: what was decided, its place in the minutes, and a note such as reservations."""

    def __init__(self, document: Document, interface: Interface, path: FieldPath) -> None:
        super().__init__()
        self._document, self._interface, self._path = document, interface, path
        self.kind: QComboBox = StillBox()
        self.minutes, self.note = QLineEdit(), QLineEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 0, 0)
        row.addWidget(self.kind, 3)
        row.addWidget(self.minutes, 2)
        row.addWidget(self.note, 5)
        self.kind.activated.connect(self._write)
        for line in (self.minutes, self.note):
            line.editingFinished.connect(self._write)
        self.show_state()

    def bind(self, path: FieldPath) -> None:
        """Shows another proposal's outcome."""
        self._path = path
        self.show_state()

    def settle(self, paths: Collection[FieldPath]) -> None:
        """Shows what has changed."""
        if touches(paths, self._path):
            self.show_state()

    def discard(self) -> None:
        """Holds no fields."""

    def seek(self, path: FieldPath) -> bool:
        """Takes the focus for the outcome."""
        if not path.startswith(f"{self._path}/outcome"):
            return False
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_state(self) -> None:
        """Shows the outcome, in the interface's language."""
        say, words, outcome = self._interface.say, Words("compare", self._interface.lang), self._decision.outcome
        self.kind.clear()
        self.kind.addItem(say(word("decision.undecided")), None)
        for kind in _KINDS:
            self.kind.addItem(words(f"outcome.{kind}"), kind)
        self.kind.setCurrentIndex(_KINDS.index(outcome.kind) + 1 if outcome else 0)
        self.minutes.setText(outcome.minutes if outcome else "")
        said = outcome.note.said(self._document.project.language).text if outcome else ""
        self.note.setText(self._names().named(said))
        for widget, key in ((self.kind, "outcome"), (self.minutes, "minutes"), (self.note, "note")):
            widget.setAccessibleName(say(word(f"decision.{key}")))
        for line, key in ((self.minutes, "minutes"), (self.note, "note")):
            line.setPlaceholderText(say(word(f"decision.{key}")))
            line.setVisible(outcome is not None)

    def _names(self) -> FigureNames:
        project = self._document.project
        return FigureNames(project, project.language)

    @property
    def _decision(self) -> Decision:
        return cast("Decision", self._document.get(self._path))

    def _write(self) -> None:
        """Writes the whole outcome; none while nothing has been decided. Its day is that of the meeting."""
        old, project = self._decision.outcome, self._document.project
        kind = cast("OutcomeKind | None", self.kind.currentData())
        fresh: Outcome | None = None
        if kind is not None:
            meeting = next(
                (one for one in project.matter.route if one.id == self._decision.meeting), project.matter.meeting
            )
            note = (old.note if old else Text()).writing(
                project.language, self._names().keyed(self.note.text().strip())
            )
            on = old.on if old else meeting.on if meeting else None
            fresh = Outcome(kind=kind, on=on, minutes=self.minutes.text().strip(), note=note)
        if fresh != old:
            self._document.put(f"{self._path}/outcome", fresh, term("forms", "decision.outcome"))
