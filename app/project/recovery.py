"""Recovery files: what was written since the last save, kept aside from the user's own file until it is saved or thrown away.

A recovery file is an ordinary project file with a name of its own, so that several windows never share one; a note beside it
tells the path of its original, and the original's digest when the work began. While the program runs, the system holds a lock on
it, which a crash lets go: what has no lock was left behind."""

import json
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from platformdirs import user_state_path

from app.files.atomic import make_folder, write_bytes
from app.model.project import Project
from app.project.store import SUFFIX, Assets, save_project


@dataclass(frozen=True, slots=True)
class Recovery:
    """A recovery file, the file it belongs to (None for a project never saved) with its digest, and when it was written."""

    file: Path
    original: Path | None
    base: str | None
    written: datetime


def recovery_folder() -> Path:
    """Where this user's recovery files lie."""
    return user_state_path("boardwright", appauthor=False) / "recovery"


class Slot:
    """The recovery file of one window. Nothing lies on the disk before the first `keep`."""

    def __init__(self, folder: Path, file: Path | None = None) -> None:
        self._folder = folder
        self._file = file or folder / (secrets.token_hex(16) + SUFFIX)
        self._lock = _lock(self._file)

    def keep(self, project: Project, assets: Assets, original: Path | None, base: str | None) -> Recovery:
        """Writes the recovery file anew. Raises CannotWrite, and BadProject when an asset's bytes are missing."""
        make_folder(self._folder)
        if not self._lock.is_locked:
            self._lock.acquire()
        told = {"original": str(original.resolve()) if original else None, "base": base}
        write_bytes(_note(self._file), json.dumps(told).encode("utf-8"))
        save_project(self._file, project, assets)
        return Recovery(self._file, original, base, _written(self._file))

    def claim(self) -> bool:
        """Takes a recovery file that was found for this window's own; False when another window has it already."""
        try:
            self._lock.acquire()
        except (Timeout, OSError):
            return False
        return True

    def clear(self) -> None:
        """Throws the recovery file away: its project is saved, or the user does not want it."""
        _remove(self._file)
        self.release()

    def release(self) -> None:
        """Lets go of the recovery file as it lies, so that another start finds it."""
        if self._lock.is_locked:
            with suppress(OSError):
                Path(self._lock.lock_file).unlink(missing_ok=True)
            self._lock.release()


def find(folder: Path) -> tuple[Recovery, ...]:
    """All recovery files that no running window holds, the latest first."""
    found = [_read(file) for file in folder.glob(f"*{SUFFIX}") if _is_left(file)]
    return tuple(sorted(found, key=lambda each: each.written, reverse=True))


def discard(recovery: Recovery) -> None:
    """Throws a recovery file away: the user does not want it."""
    _remove(recovery.file)


def _read(file: Path) -> Recovery:
    note: dict[str, Any] = {}
    with suppress(OSError, ValueError, TypeError):
        note = dict(json.loads(_note(file).read_bytes()))
    original, base = note.get("original"), note.get("base")
    return Recovery(
        file,
        Path(original) if isinstance(original, str) else None,
        base if isinstance(base, str) else None,
        _written(file),
    )


def _is_left(file: Path) -> bool:
    lock = _lock(file)
    try:
        lock.acquire()
    except Timeout:
        return False
    except OSError:
        return True
    with suppress(OSError):
        Path(lock.lock_file).unlink(missing_ok=True)
    lock.release()
    return True


def _lock(file: Path) -> FileLock:
    return FileLock(file.with_suffix(".lock"), timeout=0, thread_local=False)


def _remove(file: Path) -> None:
    for each in (file, _note(file)):
        with suppress(OSError):
            each.unlink(missing_ok=True)


def _note(file: Path) -> Path:
    return file.with_suffix(".json")


def _written(file: Path) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC)
