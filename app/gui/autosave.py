"""Autosave: some seconds after a change the project is copied to a recovery file, never over the user's own."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.files.errors import UserError
from app.gui.background import Background
from app.gui.document import Document
from app.gui.preferences import Preferences
from app.project.recovery import Recovery, Slot


class Autosave(QObject):
    """Keeps the recovery file of one window. `failed` carries why it could not be written, once until it can be again."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, document: Document, preferences: Preferences, folder: Path, background: Background) -> None:
        super().__init__(document)
        self._document, self._preferences, self._background = document, preferences, background
        self._folder = folder
        self._slot = Slot(folder)
        self._retired: list[Slot] = []
        self._is_writing = self._has_failed = False
        self._kept_at: datetime | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.keep)
        document.changed.connect(self._later)
        document.state_changed.connect(self._settle)
        document.replaced.connect(self._begin_anew)

    @property
    def kept_at(self) -> datetime | None:
        """When what is not saved was last copied; None when there is nothing to copy, or it has not been yet."""
        return self._kept_at

    def keep(self) -> None:
        """Copies what is not saved now."""
        self._timer.stop()
        if self._document.is_clean:
            return
        if self._is_writing:
            self._later()
            return
        self._is_writing = True
        document, slot = self._document, self._slot
        project, assets, origin = document.project, document.assets, document.origin
        self._background.run(
            lambda: slot.keep(project, assets, origin.path, origin.digest), self._kept, self._failed, patience=0
        )

    def adopt(self, slot: Slot, written: datetime) -> None:
        """Goes on with the recovery file that the project in the window was recovered from."""
        self._retire(self._slot)
        self._slot, self._kept_at = slot, written.astimezone()
        self.changed.emit()

    def end(self) -> None:
        """Throws the recovery file away: what is not saved is not wanted. Nothing may be under way any more."""
        self._timer.stop()
        self._retire(self._slot)

    def _later(self) -> None:
        seconds = self._preferences.settings.autosave
        if seconds and not self._timer.isActive():
            self._timer.start(seconds * 1000)

    def _settle(self) -> None:
        """Drops the copy when all is saved; begins to count when something is not."""
        if not self._document.is_clean:
            self._later()
            return
        self._timer.stop()
        self._begin_anew()

    def _begin_anew(self) -> None:
        if self._kept_at is None and not self._is_writing:
            return
        self._kept_at = None
        self._retire(self._slot)
        self._slot = Slot(self._folder)
        self.changed.emit()

    def _retire(self, slot: Slot) -> None:
        self._retired.append(slot)
        if not self._is_writing:
            self._clear_retired()

    def _clear_retired(self) -> None:
        while self._retired:
            self._retired.pop().clear()

    def _kept(self, recovery: Recovery) -> None:
        self._is_writing = self._has_failed = False
        if self._retired:
            self._clear_retired()
        if not self._document.is_clean:
            self._kept_at = recovery.written.astimezone()
        self.changed.emit()

    def _failed(self, error: UserError) -> None:
        self._is_writing = False
        self._clear_retired()
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)
