"""Puts what was made in its place, and asks what else to do when a file is open in another program or cannot be written."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from app.files.atomic import write_bytes
from app.files.errors import UserError
from app.files.office import refuse_open


class Way(NamedTuple):
    """What to do with a file that was refused: try a path (the same or another), or leave it out (None). `over` writes over a file
    although an office program seems to have it open."""

    path: Path | None
    over: bool = False


#: Asked when a file cannot be put in its place: the path, and why. Raises to stop.
Ask = Callable[[Path, UserError], Way]


def put(path: Path, data: bytes, ask: Ask | None) -> Path | None:
    """Writes a file, and says where it came to lie; None when it was left out. Without anybody to ask, raises CannotWrite."""
    if ask is None:
        write_bytes(path, data)
        return path
    way = Way(path)
    while way.path is not None:
        try:
            if not way.over:
                refuse_open(way.path)
            write_bytes(way.path, data)
        except UserError as refused:
            way = ask(way.path, refused)
        else:
            return way.path
    return None


def beside(path: Path) -> Path:
    """A name that is free beside a file: "Plan 2.pptx"."""
    number = 2
    while (other := path.with_stem(f"{path.stem} {number}")).exists():
        number += 1
    return other
