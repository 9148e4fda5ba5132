"""By its digest a file is known to be the one that was read or written last."""

import hashlib
from pathlib import Path

from app.files.reasons import CannotRead


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str | None:
    """The SHA-256 of a file as it is now; None when it is not there. Raises CannotRead when the system will not tell."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise CannotRead(path, error) from error
