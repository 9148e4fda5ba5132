"""Opens a project file: takes its lock, reads it, and asks what to do when somebody else has it open."""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from app.files.digest import digest_of
from app.files.errors import UserError
from app.files.lock import Hold, InUse, hold, take_over
from app.gui.document import Origin
from app.gui.interface import Interface
from app.gui.questions import Answer, ask
from app.gui.times import moment
from app.model.project import Project
from app.project.store import open_project


class Opened(NamedTuple):
    """A project as read, where it lies, and its lock if it is ours."""

    project: Project
    assets: Mapping[str, bytes]
    origin: Origin
    held: Hold | None


Show = Callable[[Opened], object]
Fail = Callable[[UserError], object]


class Opening:
    """Opens files for a window."""

    def __init__(self, window: QWidget, interface: Interface) -> None:
        self._window, self._say = window, interface

    def begin(self, path: Path, show: Show, fail: Fail) -> None:
        """Opens a file, or asks how it is to be opened when it is open elsewhere."""

        def attempt(read: Callable[[], Opened]) -> None:
            try:
                opened = read()
            except InUse as in_use:
                self._ask(in_use, attempt)
            except UserError as error:
                fail(error)
            else:
                show(opened)

        attempt(lambda: read_held(path, hold))

    def _ask(self, in_use: InUse, attempt: Callable[[Callable[[], Opened]], None]) -> None:
        say, path, holder = self._say, in_use.path, in_use.holder
        more = say("files.in-use-more")
        if holder.heard is not None and holder.is_silent(datetime.now(UTC)):
            more = say("files.in-use-silent", when=moment(holder.heard.astimezone(), say.lang))
        answers = (
            Answer(say("files.read-only"), lambda: attempt(lambda: read_only(path))),
            Answer(say("files.copy"), lambda: attempt(lambda: read_copy(path))),
            Answer(say("files.anyway"), lambda: attempt(lambda: read_held(path, take_over))),
        )
        ask(self._window, say, "in-use", in_use.told(say.lang), more, answers)


def read_held(path: Path, take: Callable[[Path], Hold]) -> Opened:
    """Reads a file under our lock; one that may not be written is opened for reading only. Raises UserError."""
    held = take(path)
    try:
        opened = read_only(path)
    except BaseException:
        held.release()
        raise
    if not os.access(path, os.W_OK):
        held.release()
        return opened
    return opened._replace(origin=opened.origin._replace(read_only=False), held=held)


def read_only(path: Path) -> Opened:
    """Reads a file that another may write meanwhile. Raises UserError."""
    digest = digest_of(path)
    found = open_project(path)
    return Opened(found.project, found.assets, Origin(path, digest, True, found.history), None)


def read_copy(path: Path) -> Opened:
    """Reads a file as a project that was never saved. Raises UserError."""
    opened = read_only(path)
    return opened._replace(origin=Origin(history=opened.origin.history))
