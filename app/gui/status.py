"""The status bar: whether all is saved, and what was done last with the way to take it back."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar

from app.gui.document import Document
from app.gui.interface import Interface


class Status(QStatusBar):
    """Says what is saved; offers undo after a click that changed something."""

    def __init__(self, document: Document, interface: Interface, undo: Callable[[], None]) -> None:
        super().__init__()
        self._document, self._say = document, interface
        self._saved, self._done, self._undo, self._lang = QLabel(), QLabel(), QPushButton(), QLabel()
        self._undo.setProperty("link", True)
        self._undo.clicked.connect(undo)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 12, 0)
        for widget in (self._saved, self._done, self._undo):
            self.addWidget(widget)
        self.addPermanentWidget(self._lang)
        document.state_changed.connect(self.refresh)
        document.replaced.connect(self.refresh)
        interface.language_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows the state of the document."""
        document, say = self._document, self._say
        if document.path is None:
            words = say("status.new") if document.is_clean else say("status.never-saved")
        else:
            words = say("status.saved" if document.is_clean else "status.changed", name=document.path.name)
        self._saved.setText(words)
        name = document.undo_name
        self._done.setText(say.say(name) if name else "")
        self._undo.setText(say("status.undo"))
        for widget in (self._done, self._undo):
            widget.setVisible(name is not None)
        self._lang.setText(say(f"status.project-{document.project.language}"))
