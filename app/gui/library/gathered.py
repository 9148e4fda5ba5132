"""What suits an occasion: why these patterns, and all of them picked with one click."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.interface import Interface
from app.gui.library.picking import pick_for, picked_in
from app.library.occasions import Occasion
from app.model.pattern import Pack


class OccasionBar(QWidget):
    """Shown while the shelf is narrowed to an occasion."""

    def __init__(self, document: Document, interface: Interface, packs: Sequence[Pack]) -> None:
        super().__init__()
        self._document, self._interface, self._packs = document, interface, packs
        self._occasion: Occasion | None = None
        self._why, self._pick = QLabel(), QPushButton()
        self._why.setWordWrap(True)
        self._why.setProperty("tone", "secondary")
        self._pick.clicked.connect(self.pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._why)
        column.addWidget(self._pick)
        self.hide()

    def show_occasion(self, occasion: Occasion | None) -> None:
        """Shows what an occasion asks for, and hides where there is none."""
        self._occasion = occasion
        self.setVisible(occasion is not None)
        self.refresh()

    def refresh(self) -> None:
        """Shows how many are still to be picked."""
        if self._occasion is None:
            return
        has, say = picked_in(self._document.project), self._interface
        left = sum((pack.id, pattern.id) not in has for pack, pattern in self._occasion.among(self._packs))
        self._why.setText(self._occasion.why.said(say.lang).text)
        self._pick.setText(say("library.pick-all", n=left) if left else say("library.all-picked"))
        self._pick.setEnabled(bool(left))

    def pick(self) -> None:
        """Picks all that are not picked yet, in the occasion's order, as one step."""
        if self._occasion is not None:
            pick_for(self._document, self._occasion, self._packs)
