"""Work beside the event loop: a plain function runs in a thread of its own, and what came of it is brought back to the window."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Thread
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.files.errors import UserError

T = TypeVar("T")
#: For so long, in seconds, the window waits for work that is done at once as a rule: less than anybody notices.
_AT_ONCE: Final = 0.05


@dataclass(eq=False)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], object]
    failed: Callable[[UserError], object]
    result: list[Any] = field(default_factory=list[Any])
    error: BaseException | None = None
    thread: Thread | None = None


class Background(QObject):
    """Runs functions that wait for disks and networks. Their results arrive in the window's own thread."""

    _came = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: list[_Job] = []
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return bool(self._jobs)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[UserError], object] | None = None,
        patience: float = _AT_ONCE,
    ) -> None:
        """Begins some work. What it returns goes to `done`, a UserError that it raises to `failed`; any other error is raised in
        the window. Work that is done within `patience` (seconds) is delivered when this returns."""
        job = _Job(work, done, failed or _pass_over)
        job.thread = Thread(target=self._do, args=(job,), daemon=True)
        self._jobs.append(job)
        job.thread.start()
        job.thread.join(patience)
        if not job.thread.is_alive():
            self._deliver(job)

    def finish(self) -> None:
        """Waits for all that is under way, and delivers it: before the window closes."""
        while self._jobs:
            job = self._jobs[0]
            if job.thread:
                job.thread.join()
            self._deliver(job)

    def _do(self, job: _Job) -> None:
        try:
            job.result.append(job.work())
        except BaseException as error:  # it is raised again where it can be told of
            job.error = error
        try:
            self._came.emit(job)
        except RuntimeError:
            return  # the window is gone: there is nobody left to be told

    def _deliver(self, job: _Job) -> None:
        if job not in self._jobs:
            return
        self._jobs.remove(job)
        if isinstance(job.error, UserError):
            job.failed(job.error)
        elif job.error is not None:
            raise job.error
        else:
            job.done(job.result[0])


def _pass_over(_error: UserError) -> None:
    """For work whose failure changes nothing for the user."""
