"""The window as it was left: its size and place, and how its panes share the width. Qt's settings keep it."""

from typing import Final

from PySide6.QtCore import QObject, QSettings, QSize, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow

from app.gui.workbench import MIDDLE, SIDEBAR

#: The result is never narrower, in pixels.
MIN_RESULT: Final = 420
#: As large as the window is before anybody has set its size, in pixels.
_SIZE: Final = QSize(1440, 900)


class WindowState(QObject):
    """Puts a window back as it was left, and keeps it when it closes."""

    def __init__(self, window: QMainWindow, result: QDockWidget) -> None:
        super().__init__(window)
        self._window, self._result = window, result
        state = QSettings()
        fit_to(window, window.screen().availableSize())
        if state.value("window/panes") is None:
            result.visibilityChanged.connect(self._share_width)
        for key, restore in (("geometry", window.restoreGeometry), ("panes", window.restoreState)):
            kept = state.value(f"window/{key}")
            if kept is not None:
                restore(kept)  # pyright: ignore[reportArgumentType]

    def keep(self) -> None:
        """Keeps the window as it is."""
        state = QSettings()
        state.setValue("window/geometry", self._window.saveGeometry())
        state.setValue("window/panes", self._window.saveState())

    def _share_width(self, visible: bool) -> None:
        """Gives the result what sidebar and middle leave; once, when it is first seen, since a hidden dock takes no size."""
        if visible:
            self._result.visibilityChanged.disconnect(self._share_width)
            rest = max(self._window.width() - SIDEBAR - MIDDLE, MIN_RESULT)
            QTimer.singleShot(
                0, self, lambda: self._window.resizeDocks([self._result], [rest], Qt.Orientation.Horizontal)
            )


def fit_to(window: QMainWindow, room: QSize) -> None:
    """Gives the window its first size; where the screen has not so much room, all of it."""
    window.resize(_SIZE.boundedTo(room))
    if _SIZE.boundedTo(room) != _SIZE:
        window.setWindowState(Qt.WindowState.WindowMaximized)
