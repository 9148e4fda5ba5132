"""A recommendation as a card: adopt it with the mark, see its first steps and what it usually brings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from app.gui.interface import Interface
from app.gui.look import font
from app.model.pattern import Recommendation


class AdviceCard(QFrame):
    """One recommendation. `toggled_by_user` carries its id."""

    toggled_by_user = Signal(str)

    def __init__(self, advice: Recommendation, interface: Interface) -> None:
        super().__init__()
        self.setObjectName("card")
        self.advice, self._interface = advice, interface
        self._mark = QCheckBox(advice.title.said(interface.lang).text)
        self._mark.setFont(font("body", self.font(), strong=True))
        self._mark.clicked.connect(lambda: self.toggled_by_user.emit(advice.id))
        self._state = QLabel()
        self._state.setProperty("tone", "secondary")
        self._lay_out()

    def mark(self, adopted: bool) -> None:
        """Shows whether the organisation has adopted it."""
        self._mark.setChecked(adopted)
        origin = self._interface(f"library.origin-{self.advice.origin}")
        self._state.setText(self._interface("library.adopted") if adopted else origin)
        self._mark.setAccessibleDescription(self._state.text())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._mark, 1)
        head.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addLayout(head)
        what = self._line(self.advice.what.said(self._interface.lang).text, library=True)
        what.setContentsMargins(24, 0, 0, 0)
        column.addWidget(what)
        facts = QGridLayout()
        facts.setContentsMargins(24, 4, 0, 0)
        facts.setHorizontalSpacing(16)
        facts.setColumnStretch(1, 1)
        for row, (label, text) in enumerate(self._facts()):
            name = self._line(label)
            name.setProperty("tone", "secondary")
            facts.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(self._line(text), row, 1)
        column.addLayout(facts)

    def _facts(self) -> list[tuple[str, str]]:
        say, lang, advice = self._interface, self._interface.lang, self.advice
        steps = [(say("library.day", day=step.day), step.text.said(lang).text) for step in advice.first_steps]
        rest = [
            (say(f"library.{name}"), getattr(advice, name).said(lang).text)
            for name in ("room", "cost", "effect", "risk", "measure", "definition", "fails")
        ]
        return steps + [(label, text) for label, text in rest if text]

    def _line(self, text: str, *, library: bool = False) -> QLabel:
        label = QLabel(text)
        label.setFont(font("reading-small", self.font(), "library") if library else font("help", self.font()))
        label.setWordWrap(True)
        return label
