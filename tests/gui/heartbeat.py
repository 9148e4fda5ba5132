"""Whether the window answers: the longest time between two beats of a timer that should beat every few milliseconds."""

import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer

#: Linux tells how long a thread was ready to run while the processors did other things: no fault of the window's.
_SCHEDULED: Final = Path("/proc/thread-self/schedstat")


class Heartbeat(QObject):
    """Beats in the event loop of the thread that makes it. `longest` is the longest it had to wait, in seconds, the time left
    out in which other programs had the processors."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest = 0.0
        self.beats = 0
        self._last, self._waited = time.perf_counter(), _waited()
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        """Ends the beating."""
        self._timer.stop()

    def _beat(self) -> None:
        now, waited = time.perf_counter(), _waited()
        self.longest = max(self.longest, now - self._last - (waited - self._waited))
        self.beats += 1
        self._last, self._waited = now, waited


def _waited() -> float:
    """For how long this thread has waited for a processor so far, in seconds; 0 where the system does not tell."""
    try:
        return int(_SCHEDULED.read_text("ascii").split()[1]) / 1e9
    except OSError:
        return 0.0
