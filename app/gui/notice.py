"""A notice above the pages: what happened, what is safe, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from app.gui.interface import Interface
from app.language.told import Told


class Notice(QFrame):
    """Hidden until there is something to tell; stays until it is closed or nothing is wrong any more."""

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._interface = interface
        self._told: Told | None = None
        self.setObjectName("wrong")
        self._icon, self._words, self._close = QLabel(), QLabel(), QToolButton()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        interface.language_changed.connect(self._write)
        interface.look_changed.connect(self._write)
        self.hide()

    @property
    def text(self) -> str:
        """What stands there; nothing while it is hidden."""
        return self._words.text() if self._told else ""

    def tell(self, told: Told) -> None:
        """Shows what the user is to be told."""
        self._told = told
        self._write()
        self.show()

    def clear(self) -> None:
        """Takes the notice away."""
        self._told = None
        self.hide()

    def _write(self) -> None:
        say = self._interface
        self._words.setText(self._told.told(say.lang) if self._told else "")
        self._icon.setPixmap(say.icon("circle-alert", "error").pixmap(16, 16))
        self._close.setIcon(say.icon("x"))
        self._close.setAccessibleName(say("notice.close"))
        self._close.setToolTip(say("notice.close"))
        self.setAccessibleName(say("notice.wrong"))
        self.setAccessibleDescription(self._words.text())
