"""The interpreter's search for unreachable cycles, held in the window's own thread.

By itself it runs in whichever thread happens to allocate. A widget that lies in such a cycle would then be destroyed from a thread beside
the window's, which Qt does not survive."""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

#: How often, in milliseconds, it is seen whether a search is due.
_PAUSE: Final = 500


class Collecting(QObject):
    """Searches when the interpreter would have, but from the event loop. Once made, nothing else in the process searches."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start()


def collect_what_is_due() -> None:
    """One search of the oldest generation whose turn it is (the interpreter's own thresholds), if any."""
    due = [
        place
        for place, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if count > most
    ]
    if due:
        gc.collect(due[-1])
