"""A lock beside a file that is open, as office programs keep one: who has it open, on which computer, and since when nobody
has heard of them.

The lock is a hidden file `.NAME.lock` with the process's number and the computer's name; filelock makes and clears it, also
after a crash, and on network drives. A note `.NAME.who` beside it tells the user's name, and is touched while the file is open."""

import getpass
import os
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple

from filelock import SoftFileLock, Timeout

from app.files.errors import UserError

#: A lock that has not been renewed for so long was probably left behind by a computer that stopped.
_STALE: Final = timedelta(minutes=15)
#: How often a lock should be renewed, in seconds.
RENEWAL: Final = 120


class InUse(UserError):
    """The file is open in another window, or on another computer."""

    def __init__(self, path: Path, holder: "Holder") -> None:
        here = holder.host == socket.gethostname()
        known = holder.user and holder.host
        key = "in-use-here" if here else "in-use" if known else "in-use-on" if holder.host else "in-use-somewhere"
        super().__init__(f"lock.{key}", file=path.name, user=holder.user, host=holder.host)
        self.path, self.holder = path, holder


class Holder(NamedTuple):
    """Who has a file open, and when they were last heard of. The user or the host is empty where it cannot be told."""

    user: str
    host: str
    heard: datetime | None = None

    def is_silent(self, now: datetime) -> bool:
        """Whether nothing was heard of them for so long that they have probably stopped without letting go."""
        return self.heard is not None and now - self.heard > _STALE


@dataclass(frozen=True, slots=True)
class Hold:
    """A file held open by us. Where the folder takes no lock file, nothing is held, and nobody else can write there either."""

    path: Path
    lock: SoftFileLock

    @property
    def is_ours(self) -> bool:
        """Whether the lock still stands there as ours; another may have opened the file all the same."""
        return self.lock.is_locked and self.lock.is_lock_held_by_us

    def renew(self) -> None:
        """Says that the file is still open, so that others do not take the lock for one left behind."""
        with suppress(OSError):
            if self.is_ours:
                os.utime(_who(self.path))

    def release(self) -> None:
        """Lets others open the file."""
        if self.is_ours:
            with suppress(OSError):
                _who(self.path).unlink(missing_ok=True)
        self.lock.release()

    def __enter__(self) -> "Hold":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def hold(path: Path) -> Hold:
    """Holds a file open. A lock left behind by a crash on this computer is taken over. Raises InUse."""
    lock = SoftFileLock(_beside(path), timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise InUse(path, _holder(path)) from None
    except OSError:
        return Hold(path, lock)
    with suppress(OSError):
        _who(path).write_text(_me(), "utf-8")
    return Hold(path, lock)


def take_over(path: Path) -> Hold:
    """Holds a file open although another has it, when the user says so. Raises InUse if a third is quicker."""
    with suppress(OSError):
        _beside(path).unlink()
    return hold(path)


class Stamp(NamedTuple):
    """By what a file is known to have changed on the disk meanwhile."""

    modified: int
    size: int


def stamp(path: Path) -> Stamp | None:
    """The file's stamp now; None when it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_mtime_ns, found.st_size)


def _beside(path: Path) -> Path:
    target = path.resolve()
    return target.parent / f".{target.name}.lock"


def _who(path: Path) -> Path:
    return _beside(path).with_suffix(".who")


def _holder(path: Path) -> Holder:
    lock, user, host, heard = _beside(path), "", "", None
    with suppress(OSError, UnicodeDecodeError, IndexError):
        host = lock.read_text("utf-8").splitlines()[1].strip()
    with suppress(OSError, UnicodeDecodeError):
        user = _who(path).read_text("utf-8").strip()[:80]
        heard = datetime.fromtimestamp(_who(path).stat().st_mtime, UTC)
    if not user:
        with suppress(OSError, KeyError, NotImplementedError):
            user = lock.owner()
    return Holder(user, host, heard)


def _me() -> str:
    """The user's name as people know it, else the name they log in by."""
    if sys.platform != "win32":
        import pwd

        with suppress(KeyError):
            full = pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0].strip()
            if full:
                return full
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
