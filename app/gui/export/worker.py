"""The window's end of the line to the process that exports. All that may wait (starting, sending, hearing) is done in threads, so
that the window answers meanwhile."""

import multiprocessing
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.gui.export.process import Done, Failed, Order, Progress, Question, Refused, Stopped, Surveyed, work
from app.language.told import Told
from app.services.export import Product
from app.services.putting import Way

#: How long a cancelled process may take to leave, in milliseconds.
_PATIENCE: Final = 3000
PRODUCT_ORDER: Final[tuple[Product, ...]] = ("pptx", "deck-pdf", "handout", "pdf", "docx", "xlsx")


class _Gone:
    """The process has ended."""

    def __init__(self, status: int | None) -> None:
        self.status = status


class Worker(QObject):
    """A process that surveys and exports for as long as a dialog is open.

    `surveyed` carries a Surveyed; of an export, `progressed` a Progress and `refused` a Refused that wants an `answer`, and one of
    `done` (Done), `failed` (Told) and `stopped` ends it."""

    surveyed = Signal(object)
    progressed = Signal(object)
    refused = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    _heard = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._stop = context.Event()
        self._process: BaseProcess = context.Process(target=work, args=(theirs, self._stop), daemon=True)
        self._orders: SimpleQueue[object] = SimpleQueue()
        self._is_exporting = self._is_closed = self._is_gone = False
        self._deadline = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._deadline.timeout.connect(self._process.terminate)
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)

        def send() -> None:
            self._process.start()
            theirs.close()
            ears = Thread(target=self._listen, daemon=True)
            ears.start()
            try:
                while (order := self._orders.get()) is not None:
                    self._line.send(order)
            except OSError:
                return  # the process is gone, as is told by whoever listens
            finally:
                if self._is_closed:
                    self._process.terminate()
                ears.join()

        self._mouth = Thread(target=send, daemon=True)
        self._mouth.start()

    @property
    def is_exporting(self) -> bool:
        """Whether an export is under way."""
        return self._is_exporting

    @property
    def is_gone(self) -> bool:
        """Whether the process has ended, so that another is needed."""
        return self._is_gone

    def ask(self, question: Question) -> None:
        """Asks for a survey."""
        self._orders.put(question)

    def export(self, order: Order) -> None:
        """Begins an export."""
        self._stop.clear()
        self._is_exporting = True
        self._orders.put(order)

    def answer(self, way: Way) -> None:
        """Answers what to do with a file that was refused."""
        self._orders.put(way)

    def cancel(self) -> None:
        """Asks the export to stop; one that does not answer is ended."""
        if self._is_exporting:
            self._stop.set()
            self._deadline.start()

    def close(self) -> None:
        """Hangs up. The process ends, whatever it was doing."""
        if not self._is_closed:
            self._is_closed = True
            self._deadline.stop()
            self._orders.put(None)
            self._mouth.join()

    def _listen(self) -> None:
        """Hears what the process says until it is gone."""
        try:
            while True:
                self._tell(self._line.recv())
        except (EOFError, OSError):
            self._process.join(_PATIENCE / 1000)
            self._tell(_Gone(self._process.exitcode))
            self._orders.put(None)

    def _tell(self, message: object) -> None:
        try:
            self._heard.emit(message)
        except RuntimeError:
            return  # the dialog is gone: there is nobody left to be told

    def _hear(self, message: object) -> None:
        if self._is_closed:
            return
        self._is_gone = isinstance(message, _Gone)
        if isinstance(message, Surveyed):
            self.surveyed.emit(message)
        elif isinstance(message, Progress):
            self.progressed.emit(message)
        elif isinstance(message, Refused):
            self.refused.emit(message)
        elif self._is_exporting:
            self._is_exporting = False
            self._deadline.stop()
            self._end(message)

    def _end(self, message: object) -> None:
        if isinstance(message, Done):
            self.done.emit(message)
        elif isinstance(message, Failed):
            self.failed.emit(message.told)
        elif isinstance(message, Stopped) or self._stop.is_set():
            self.stopped.emit()
        elif isinstance(message, _Gone):
            self.failed.emit(Told("window.export-broke", error=f"exit {message.status}"))
