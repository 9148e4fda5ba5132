"""Whether a document is open in an office program: PowerPoint and its kin leave `~$NAME` beside it, LibreOffice `.~lock.NAME#`."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from app.files.errors import UserError

#: PowerPoint's owner file: a length, then the user's name in the system's own letters, then again in UTF-16.
_NAME_AT: Final = 55
_OWNER_SIZE: Final = 4096


class OpenInOffice(UserError):
    """A document is open in an office program, which would later write over what is put in its place."""

    def __init__(self, path: Path, user: str) -> None:
        super().__init__("write.open-by" if user else "write.open-in-office", file=path.name, user=user)


def refuse_open(path: Path) -> None:
    """Raises OpenInOffice when an owner file beside the document says that it is open, or was when its program crashed."""
    for owner, read in ((_power_point(path), _name_in_power_point), (_libre_office(path), _name_in_libre_office)):
        with suppress(OSError):
            if path.exists() and owner.is_file() and owner.stat().st_size <= _OWNER_SIZE:
                raise OpenInOffice(path, read(owner.read_bytes()))


def _power_point(path: Path) -> Path:
    return path.with_name(f"~${path.name}")


def _libre_office(path: Path) -> Path:
    return path.with_name(f".~lock.{path.name}#")


def _name_in_power_point(data: bytes) -> str:
    size = int.from_bytes(data[_NAME_AT - 1 : _NAME_AT + 1], "little") if len(data) > _NAME_AT else 0
    wide = data[_NAME_AT + 1 : _NAME_AT + 1 + 2 * size] if 0 < size < 60 else b""
    name = wide.decode("utf-16-le", "replace") if wide else data[1 : 1 + data[0]].decode("latin-1") if data else ""
    return _plain(name)


def _name_in_libre_office(data: bytes) -> str:
    fields = data.decode("utf-8", "replace").split(",")
    return _plain(next((name for name in fields[:2] if name.strip()), ""))


def _plain(name: str) -> str:
    return "".join(letter for letter in name if letter.isprintable()).strip()[:80]
