"""Why the system would not read or write a file, in a sentence the user can act on."""

import errno
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from app.files.errors import UserError

#: Windows' own numbers for a file that another program holds: sharing and lock violation.
_HELD_BY_ANOTHER: Final = frozenset({32, 33})

_REASONS: Final[Mapping[int, str]] = {
    errno.ENOENT: "not-found",
    errno.ENOTDIR: "not-found",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "denied",
    errno.EISDIR: "is-folder",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.ENAMETOOLONG: "name-too-long",
    errno.EBUSY: "open-elsewhere",
    errno.ETXTBSY: "open-elsewhere",
}


class CannotRead(UserError):
    """The system would not read a file."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(f"file.{reason(error)}", file=path.name, folder=str(path.parent))


class CannotWrite(UserError):
    """The system would not write a file; what stood there before is untouched."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(f"write.{reason(error)}", file=path.name, folder=str(path.parent))


def reason(error: OSError) -> str:
    """The last part of the message key for an error of the system."""
    if getattr(error, "winerror", None) in _HELD_BY_ANOTHER:
        return "open-elsewhere"
    return _REASONS.get(error.errno or 0, "failed")
