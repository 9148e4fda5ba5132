"""The status bar: whether all is saved, and what was done last with the way to take it back."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar

from app.gui.document import Document
from app.gui.interface import Interface
from app.gui.keeping import Keeping
from app.gui.times import clock


class Status(QStatusBar):
    """Says what is saved; offers undo after a click that changed something."""

    def __init__(self, document: Document, interface: Interface, keeping: Keeping, undo: Callable[[], None]) -> None:
        super().__init__()
        self._document, self._say, self._keeping = document, interface, keeping
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
        keeping.autosave.changed.connect(self.refresh)
        interface.language_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows the state of the document."""
        document, say = self._document, self._say
        self._saved.setText(self._where_it_is())
        name = document.undo_name
        self._done.setText(say.say(name) if name else "")
        self._undo.setText(say("status.undo"))
        for widget in (self._done, self._undo):
            widget.setVisible(name is not None)
        self._lang.setText(say(f"status.project-{document.project.language}"))

    def _where_it_is(self) -> str:
        """Whether all is saved, and where; else when it was last copied to a safe place."""
        document, say, kept = self._document, self._say, self._keeping.autosave.kept_at
        path, _, read_only, _ = document.origin
        if path is not None and self._keeping.files.is_saving:
            return say("status.saving", name=path.name)
        if path is not None and read_only:
            words = say("status.read-only", name=path.name)
        elif path is None:
            words = say("status.new" if document.is_clean else "status.never-saved")
        else:
            words = say("status.saved" if document.is_clean else "status.changed", name=path.name)
        return f"{words}, {say('status.kept', time=clock(kept, say.lang))}" if kept is not None else words
