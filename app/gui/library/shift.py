"""The shift as two cards with an arrow between: from one logic to another."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.gui.interface import Interface
from app.gui.look import font
from app.model.base import Text
from app.model.pattern import Pattern


class ShiftView(QWidget):
    """From and to, with a line of gloss under each."""

    def __init__(self, pattern: Pattern, interface: Interface) -> None:
        super().__init__()
        self._interface = interface
        arrow = QLabel()
        arrow.setPixmap(interface.icon("arrow-right", "accent").pixmap(20, 20))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._card("card", interface("library.from"), pattern.from_, pattern.from_gloss), 1)
        row.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._card("card-to", interface("library.to"), pattern.to, pattern.to_gloss), 1)

    def _card(self, name: str, label: str, word: Text, gloss: Text) -> QFrame:
        lang = self._interface.lang
        card = QFrame()
        card.setObjectName(name)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        said = word.said(lang).text
        for text, made in (
            (label, font("help", self.font())),
            (said[:1].upper() + said[1:], font("head", self.font(), strong=True)),
            (gloss.said(lang).text, font("help", self.font())),
        ):
            line = QLabel(text)
            line.setFont(made)
            line.setWordWrap(True)
            column.addWidget(line)
        column.addStretch(1)
        return card
