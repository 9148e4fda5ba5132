"""Cycles with widgets in them end in the window's own thread."""

import gc
from threading import Thread, current_thread, main_thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.gui.collecting import Collecting


class Ring:
    """A cycle that tells which thread ended it."""

    def __init__(self, ended: list[Thread]) -> None:
        self.ended = ended
        self.itself = self

    def __del__(self) -> None:
        self.ended.append(current_thread())


def test_cycles_end_in_the_thread_of_the_window_alone(qtbot: QtBot) -> None:
    parent = QObject()
    Collecting(parent)
    ended: list[Thread] = []
    Ring(ended)
    busy = Thread(target=lambda: [[each] for each in range(200_000)])
    busy.start()
    busy.join()
    assert ended == []
    # So much lives that a search is due.
    alive = [[each] for each in range(2 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
    assert ended == [main_thread()]
    assert alive
    parent.deleteLater()
