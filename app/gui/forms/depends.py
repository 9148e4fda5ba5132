"""Actions picked from the project's: those that must be done before this one, or by which a decision is carried out."""

from collections.abc import Collection
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.fields.choices import StillBox
from app.gui.forms.members import rule
from app.gui.forms.spoken import IconButton
from app.gui.forms.wording import word
from app.gui.interface import Interface
from app.model.base import FieldPath, Id


class Depends(QFrame):
    """A card with what is picked, each to be taken away, and a list to pick more from."""

    def __init__(self, document: Document, interface: Interface, path: FieldPath, words: str = "depends") -> None:
        """`words` is the section of the forms' words for adding and removing."""
        super().__init__()
        self._words = words
        self.setObjectName("card")
        self._document, self._interface, self._path = document, interface, path
        self._rows: list[QWidget] = []
        self._offered: list[Id] = []
        self._box = StillBox()
        self._box.activated.connect(self._picked)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 8)
        foot.addWidget(self._box, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(foot)
        interface.language_changed.connect(self._fill)
        self._fill()

    def bind(self, path: FieldPath) -> None:
        """Shows what is picked for another action or decision."""
        self._path = path
        self._fill()

    def settle(self, paths: Collection[FieldPath]) -> None:  # noqa: ARG002
        """Follows what is picked."""
        self._fill()

    def discard(self) -> None:
        """Hears nothing more: the action may be gone before it is."""
        self._interface.language_changed.disconnect(self._fill)

    def seek(self, path: FieldPath) -> bool:  # noqa: ARG002
        """Puts the focus on the list."""
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _fill(self) -> None:
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        picked, lang = self._ids(), self._interface.lang
        titles = {action.id: self._document.line(action.title, lang) for action in self._document.project.actions}
        self._rows = [self._row(key, titles[key]) for key in picked if key in titles]
        for at, row in enumerate(self._rows):
            self._column.insertWidget(at, row)
            row.show()
        own = self._path.split("/")[1]
        self._offered = [key for key in titles if key != own and key not in picked]
        self._box.clear()
        self._box.addItems([word(f"{self._words}.add")(lang), *(titles[key] for key in self._offered)])
        self._box.setEnabled(bool(self._offered))
        self._box.setAccessibleName(word(f"{self._words}.add")(lang))

    def _row(self, key: Id, title: str) -> QWidget:
        holder = QWidget()
        label = QLabel(title)
        label.setWordWrap(True)
        remove = IconButton(self._interface, word(f"{self._words}.removing"), lambda: self._remove(key), "x")
        row = QHBoxLayout()
        row.setContentsMargins(12, 5, 8, 5)
        row.addWidget(label, 1)
        row.addWidget(remove)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(rule())
        return holder

    def _ids(self) -> tuple[Id, ...]:
        return cast("tuple[Id, ...]", self._document.get(self._path))

    def _picked(self, index: int) -> None:
        if index > 0:
            self._document.put(self._path, (*self._ids(), self._offered[index - 1]), word(f"{self._words}.adding"))

    def _remove(self, key: Id) -> None:
        left = tuple(other for other in self._ids() if other != key)
        self._document.put(self._path, left, word(f"{self._words}.removing"))
