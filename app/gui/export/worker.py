"""The process in which an export runs, and the window's end of the line to it."""

import multiprocessing
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.files.errors import Cancelled, UserError
from app.language.told import Told
from app.model.project import Project
from app.services.export import Choices, Exported, Product, export

#: How often the line is looked at, and how long a cancelled process may take to leave, in milliseconds.
_LOOK, _PATIENCE = 50, 3000


@dataclass(frozen=True)
class Order:
    """What is to be exported, and to where."""

    project: Project
    assets: Mapping[str, bytes]
    targets: Mapping[Product, Path]
    choices: Choices


@dataclass(frozen=True)
class Progress:
    """How far the export has come, from 0 to 1, and what is being made."""

    part: float
    product: Product


@dataclass(frozen=True)
class Failed:
    """Why nothing came of it: a message of the catalogue with its fields."""

    key: str
    values: Mapping[str, object]


class Stopped:
    """The export was cancelled; nothing was written."""


def work(order: Order, line: Connection, stop: Event) -> None:
    """Runs an export in a process of its own, and tells what happens."""

    def progress(part: float, product: Product) -> None:
        if stop.is_set():
            raise Cancelled
        line.send(Progress(part, product))

    try:
        line.send(export(order.project, order.assets, order.targets, order.choices, progress))
    except Cancelled:
        line.send(Stopped())
    except UserError as error:
        line.send(Failed(error.key, {name: str(value) for name, value in error.values.items()}))
    except Exception as error:  # the window is told of anything, a process that dies says nothing
        line.send(Failed("window.export-broke", {"error": f"{type(error).__name__}: {error}"}))
    finally:
        line.close()


class Export(QObject):
    """An export under way. One of `done` (Exported), `failed` (Told) or `stopped` ends it."""

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, order: Order, parent: QObject) -> None:
        super().__init__(parent)
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe(duplex=False)
        self._stop = context.Event()
        self._process: BaseProcess = context.Process(target=work, args=(order, theirs, self._stop), daemon=True)
        self._process.start()
        theirs.close()
        self._watch = QTimer(self, interval=_LOOK)
        self._watch.timeout.connect(self._look)
        self._watch.start()
        self._deadline = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._deadline.timeout.connect(self._process.terminate)

    @property
    def running(self) -> bool:
        """Whether it is still under way."""
        return self._watch.isActive()

    def cancel(self) -> None:
        """Asks the export to stop; one that does not answer is ended."""
        if self.running:
            self._stop.set()
            self._deadline.start()

    def _look(self) -> None:
        try:
            while self._line.poll():
                self._hear(self._line.recv())
        except (EOFError, OSError):
            if self.running:
                self._end()
                if self._stop.is_set():
                    self.stopped.emit()
                else:
                    self.failed.emit(Told("window.export-broke", error=f"exit {self._process.exitcode}"))

    def _hear(self, message: object) -> None:
        if isinstance(message, Progress):
            self.progressed.emit(message)
            return
        self._end()
        if isinstance(message, Exported):
            self.done.emit(message)
        elif isinstance(message, Failed):
            self.failed.emit(Told(message.key, **message.values))
        else:
            self.stopped.emit()

    def _end(self) -> None:
        self._watch.stop()
        self._deadline.stop()
        self._process.join(_PATIENCE / 1000)
        self._line.close()


PRODUCT_ORDER: Final[tuple[Product, ...]] = ("pptx", "deck-pdf", "pdf")
