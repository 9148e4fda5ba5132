"""A password for PDFs, typed twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.gui.interface import Interface


class PasswordTwice(QWidget):
    """Two fields that hide what is typed. Without anything in them, nothing is locked."""

    changed = Signal()

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._first, self._again = QLineEdit(), QLineEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field, key in ((self._first, "password"), (self._again, "password-again")):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setPlaceholderText(interface(f"export.{key}"))
            field.setAccessibleName(interface(f"export.{key}"))
            field.textChanged.connect(self.changed)
            row.addWidget(field)

    @property
    def password(self) -> str:
        """What was typed twice; empty until it was."""
        return self._first.text() if self.is_settled else ""

    @property
    def is_settled(self) -> bool:
        """Whether both fields say the same."""
        return self._first.text() == self._again.text()
