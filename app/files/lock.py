"""A lock beside a file that is open, as office programs keep one: who has it open, on which computer.

The lock is a hidden file `.NAME.lock` with the process's number and the computer's name; filelock makes and clears it, also
after a crash, and on network drives."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from filelock import SoftFileLock, Timeout

from app.files.errors import UserError


class InUse(UserError):
    """The file is open in another window, or on another computer."""

    def __init__(self, path: Path, holder: "Holder") -> None:
        key = "in-use" if holder.user and holder.host else "in-use-on" if holder.host else "in-use-somewhere"
        super().__init__(f"lock.{key}", file=path.name, user=holder.user, host=holder.host)
        self.holder = holder


class Holder(NamedTuple):
    """Who has a file open. The user or the host is empty where it cannot be told."""

    user: str
    host: str


@dataclass(frozen=True, slots=True)
class Hold:
    """A file held open by us. Where the folder takes no lock file, nothing is held, and nobody else can write there either."""

    lock: SoftFileLock

    def release(self) -> None:
        """Lets others open the file."""
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
        raise InUse(path, _holder(_beside(path))) from None
    except OSError:
        return Hold(lock)
    return Hold(lock)


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


def _holder(lock: Path) -> Holder:
    user = host = ""
    with suppress(OSError, UnicodeDecodeError, IndexError):
        host = lock.read_text("utf-8").splitlines()[1].strip()
    with suppress(OSError, KeyError, NotImplementedError):
        user = lock.owner()
    return Holder(user, host)
