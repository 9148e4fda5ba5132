"""All by which nothing is lost: files and their locks, autosave and recovery, the watch over the file on the disk."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.files.errors import UserError
from app.files.lock import Hold, InUse, hold
from app.gui.autosave import Autosave
from app.gui.background import Background
from app.gui.document import Document, Origin
from app.gui.files import Files
from app.gui.folders import Folders
from app.gui.interface import Interface
from app.gui.notice import Notice
from app.gui.outside import Outside
from app.gui.preferences import Preferences
from app.gui.preview import Today
from app.gui.watch import Watch
from app.language.told import Told
from app.project.history import History
from app.project.recovery import Recovery, Slot, find
from app.project.store import open_project


class Keeping(QObject):
    """Keeps one document."""

    def __init__(
        self,
        window: QWidget,
        document: Document,
        interface: Interface,
        preferences: Preferences,
        today: Today,
        notice: Notice,
        folders: Folders,
    ) -> None:
        super().__init__(window)
        self._document, self._interface, self._notice, self.folders = document, interface, notice, folders
        self.background = Background(self)
        self.files = Files(window, document, interface, preferences, today, self.background)
        self.autosave = Autosave(document, preferences, folders.recovery, self.background)
        self.autosave.failed.connect(self._not_kept)
        self.watch = Watch(document, self.background, lambda: self.files.is_saving)
        self._outside = Outside(window, document, interface, self.files, self.watch, notice)

    def left_behind(self) -> tuple[Recovery, ...]:
        """The recovery files that no running window holds."""
        return find(self.folders.recovery)

    def recover(self, recovery: Recovery) -> None:
        """Goes on with what was left behind. The saved file stays as it is until the user saves."""
        slot = Slot(self.folders.recovery, recovery.file)
        if not slot.claim():
            self._notice.tell(Told("disk.taken"))
            return
        try:
            found = open_project(recovery.file)
        except UserError as error:
            slot.release()
            self._notice.tell(error)
            return
        origin, held = _origin(recovery)
        self.files.take(origin, held)
        self._document.replace(found.project, found.assets, origin)
        self._document.unsave(origin.digest)
        self.autosave.adopt(slot, recovery.written)
        self.files.opened.emit()

    def end(self) -> None:
        """Lets go of everything, as the window closes: what is not saved by now is not wanted."""
        self.background.finish()
        self.watch.end()
        self.autosave.end()
        self.files.close()

    def _not_kept(self, error: UserError) -> None:
        self._notice.tell(Told("disk.no-recovery", why=error.told(self._interface.lang)))


def _origin(recovery: Recovery) -> tuple[Origin, Hold | None]:
    """Where recovered work belongs: its file under our lock, or for reading only when somebody else has it open by now."""
    path: Path | None = recovery.original
    if path is None:
        return Origin(), None
    try:
        return Origin(path, recovery.base, history=_states(path)), hold(path)
    except InUse:
        return Origin(path, recovery.base, read_only=True, history=_states(path)), None


def _states(path: Path) -> History:
    """The states that the saved file holds; none where it cannot be read any more."""
    try:
        return open_project(path).history
    except UserError:
        return ()
