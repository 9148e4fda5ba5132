"""The process in which the report's pages are made, so that typing never waits for them, and the window's end of the line to it."""

import multiprocessing
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.files.errors import UserError
from app.language.told import Told
from app.model.base import FieldPath
from app.model.project import Project
from app.services.export import Choices
from app.services.report_preview import ReportPage, ReportPreviewer

#: How often the line is looked at while a page is being made, in milliseconds.
_LOOK: Final = 15


@dataclass(frozen=True)
class Content:
    """What the report is made of."""

    project: Project
    assets: Mapping[str, bytes]
    choices: Choices


@dataclass(frozen=True)
class Order:
    """A page that is wanted: of new content, or of the one before; the page that shows a field, else the one of that number."""

    content: Content | None
    number: int
    field: FieldPath = ""


@dataclass(frozen=True)
class Failed:
    """Why there is no page: a message of the catalogue with its fields."""

    key: str
    values: Mapping[str, str]


def work(line: Connection) -> None:
    """Makes pages as long as some are asked for."""
    previewer, content = ReportPreviewer(), None
    while True:
        try:
            order: Order = line.recv()
        except (EOFError, OSError):
            return
        content = order.content or content
        if content is not None:
            line.send(_made(previewer, content, order))


def _made(previewer: ReportPreviewer, content: Content, order: Order) -> ReportPage | Failed:
    try:
        return previewer.page(content.project, content.assets, content.choices, order.number, order.field)
    except UserError as error:
        return Failed(error.key, {name: str(value) for name, value in error.values.items()})
    except Exception as error:  # the window is told of anything, a process that dies says nothing
        return Failed("window.report-broke", {"error": f"{type(error).__name__}: {error}"})


class ReportProcess(QObject):
    """Asks for pages, one at a time: of what is asked for meanwhile only the last is made. `made` carries a ReportPage, `failed` a
    Told."""

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._line: Connection | None = None
        self._process: BaseProcess | None = None
        self._sent: Content | None = None
        self._waiting: tuple[Content, int, FieldPath] | None = None
        self._watch = QTimer(self, interval=_LOOK)
        self._watch.timeout.connect(self._look)

    def ask(self, content: Content, number: int, field: FieldPath = "") -> None:
        """Asks for a page. The process is started with the first."""
        if self._watch.isActive():
            self._waiting = content, number, field
            return
        line = self._line or self._start()
        same = self._sent is not None and _same(self._sent, content)
        line.send(Order(None if same else content, number, field))
        self._sent = content
        self._watch.start()

    def stop(self) -> None:
        """Ends the process. It is started again when it is asked for a page."""
        self._watch.stop()
        self._waiting = self._sent = None
        if self._line is not None:
            self._line.close()
            self._line = None
        if self._process is not None:
            self._process.terminate()
            self._process.join()
            self._process = None

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        return self._line

    def _look(self) -> None:
        if self._line is None:
            return
        try:
            if not self._line.poll():
                return
            answer = self._line.recv()
        except (EOFError, OSError):
            self.stop()
            self.failed.emit(Told("window.report-broke", error="EOF"))
            return
        self._watch.stop()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.ask(*waiting)
        if isinstance(answer, Failed):
            self.failed.emit(Told(answer.key, **answer.values))
        else:
            self.made.emit(answer)


def _same(one: Content, other: Content) -> bool:
    return one.project is other.project and one.assets is other.assets and one.choices == other.choices
