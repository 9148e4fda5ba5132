"""What the user should know of a template: what does not go along, fonts that are missing, what cannot be drawn."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from app.files.errors import UserError
from app.gui.interface import Interface
from app.gui.look import Token
from app.language.catalogue import Words

#: No more of them than stand in so many pixels are shown without scrolling.
_HIGHEST = 104


class _Row(NamedTuple):
    """A sentence with its mark."""

    icon: str
    tone: Token
    words: str


class Remarks(QScrollArea):
    """Sentences, each with a mark: a warning for what changes how slides look, a note for what is left out."""

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._say, self._words = interface, Words("template", interface.lang)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self._words("remarks"))

    def show_remarks(self, remarks: Sequence[UserError]) -> None:
        """Shows remarks; that all is well where there are none."""
        rows = [self._row(remark) for remark in sorted(remarks, key=_is_note)] or [
            _Row("circle-check", "ok", self._words("all-well"))
        ]
        inner = QWidget()
        inner.setObjectName("page-body")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (icon, tone, words) in enumerate(rows):
            mark, said = QLabel(), QLabel(words)
            mark.setPixmap(self._say.icon(icon, tone).pixmap(16, 16))
            said.setWordWrap(True)
            grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, row, 1)
        self.setWidget(inner)
        self.setFixedHeight(min(inner.sizeHint().height(), _HIGHEST))

    def _row(self, remark: UserError) -> _Row:
        said = remark.told(self._say.lang)
        return _Row("info", "secondary", said) if _is_note(remark) else _Row("triangle-alert", "warning", said)


def _is_note(remark: UserError) -> bool:
    """Whether a remark tells of what is left out, which changes nothing on slides."""
    return remark.key.startswith("template.left-out")
