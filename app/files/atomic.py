"""Writes a file in one step: beside it first, flushed to the disk, then put in its place. The old file is never opened."""

import os
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from app.files.reasons import CannotWrite, reason

#: Seconds to wait before trying again when another program holds the file for a moment, as virus scanners do.
_PATIENCE: Final = (0.02, 0.1, 0.3)


def write_in_place(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Writes a file by a function that gets it open for writing bytes.

    When anything fails, or `write` raises (as it does when the user cancels), the old file stands untouched and nothing
    is left beside it. Raises CannotWrite, which says whether it is open in another program, protected, or the disk full."""
    target = path.resolve()
    beside = target.parent / f".boardwright-{secrets.token_hex(6)}.tmp"
    try:
        _refuse_protected(target)
        _write_through(beside, write)
        _put(beside, target)
    except OSError as error:
        if error.filename in (None, str(beside), str(target), beside, target):
            raise CannotWrite(path, error) from error
        raise
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Writes these bytes in one step. Raises CannotWrite."""

    def write(file: BinaryIO) -> None:
        file.write(data)

    write_in_place(path, write)


def make_folder(folder: Path) -> None:
    """Makes a folder of the program's own, with those above it. Raises CannotWrite."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(folder, error) from error


def _refuse_protected(target: Path) -> None:
    """Putting a file in place would replace a write-protected one without asking, and fail oddly on a folder."""
    if target.is_dir():
        raise IsADirectoryError(21, os.strerror(21), str(target))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(target))


def _write_through(beside: Path, write: Callable[[BinaryIO], None]) -> None:
    with beside.open("xb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())


def _put(beside: Path, target: Path) -> None:
    with suppress(OSError):
        beside.chmod(target.stat().st_mode & 0o7777)
    for pause in _PATIENCE:
        try:
            beside.replace(target)
            break
        except OSError as error:
            if reason(error) != "open-elsewhere":
                raise
            time.sleep(pause)
    else:
        beside.replace(target)
    _flush_folder(target.parent)


def _flush_folder(folder: Path) -> None:
    """Makes the new name last through a power failure, where folders can be flushed (not on Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
