"""Watches the project's file on the disk: whether another program wrote it, moved it or took it away."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from app.files.digest import digest_of
from app.files.lock import Stamp, stamp
from app.gui.background import Background
from app.gui.document import Document, Origin

#: How long to wait after a sign of change, since programs write in several steps; and how often to look where a network drive
#: gives no sign; in milliseconds.
_SETTLE, _ROUND = 300, 20_000


class _Seen:
    """What was found on the disk: the file's stamp, and its digest where the stamp was new (None: the file is gone)."""

    def __init__(self, stamp: Stamp | None, digest: str | None) -> None:
        self.stamp, self.digest = stamp, digest


class Watch(QObject):
    """`changed` carries the digest of what another program put in the file's place; None when the file is gone."""

    changed = Signal(object)

    def __init__(self, document: Document, background: Background, is_saving: Callable[[], bool]) -> None:
        super().__init__(document)
        self._document, self._background, self._is_saving = document, background, is_saving
        self._system = QFileSystemWatcher(self)
        self._stamp: Stamp | None = None
        self._told: str | None = ""
        self._is_looking = False
        self._soon = QTimer(self, singleShot=True, interval=_SETTLE)
        self._round = QTimer(self, interval=_ROUND)
        self._soon.timeout.connect(self.look)
        self._round.timeout.connect(self.look)
        self._system.fileChanged.connect(self._soon.start)
        self._system.directoryChanged.connect(self._soon.start)
        document.state_changed.connect(self._follow)

    def look(self) -> None:
        """Looks whether the file is as it was read or written last."""
        origin = self._document.origin
        if origin.path is None or self._is_looking:
            return
        if self._is_saving():
            self._soon.start()
            return
        self._is_looking = True
        path, known = origin.path, self._stamp
        self._background.run(
            lambda: _seen(path, known, origin.digest), lambda seen: self._saw(origin, seen), self._in_vain, patience=0
        )

    def end(self) -> None:
        """Stops watching."""
        self._soon.stop()
        self._round.stop()

    def _saw(self, origin: Origin, seen: _Seen) -> None:
        self._is_looking = False
        if self._is_saving() or origin != self._document.origin:
            self._soon.start()
            return
        self._stamp = seen.stamp
        self._watch_path(origin.path)
        if seen.digest == origin.digest:
            self._told = ""
        elif seen.digest != self._told:
            self._told = seen.digest
            self.changed.emit(seen.digest)

    def _in_vain(self, _error: object) -> None:
        """The disk did not answer; the next round may find it again."""
        self._is_looking = False

    def _follow(self) -> None:
        path = self._document.path
        watched = {Path(name) for name in self._system.directories()}
        if path is None:
            self._round.stop()
            self._forget()
        elif path.parent not in watched or not self._round.isActive():
            self._forget()
            self._watch_path(path)
            self._round.start()

    def _forget(self) -> None:
        for names in (self._system.files(), self._system.directories()):
            if names:
                self._system.removePaths(names)
        self._stamp = None

    def _watch_path(self, path: Path | None) -> None:
        """A file that was put in another's place has to be watched anew."""
        for each in (path, path.parent) if path else ():
            if str(each) not in (*self._system.files(), *self._system.directories()) and each.exists():
                self._system.addPath(str(each))


def _seen(path: Path, known: Stamp | None, digest: str | None) -> _Seen:
    found = stamp(path)
    if found is not None and found == known:
        return _Seen(found, digest)
    return _Seen(found, digest_of(path))
