"""A program to be timed: opens our window, with a project where one is named, or a bare one, and prints a line once it is drawn.

`python -m tests.bench.shown bare`, `python -m tests.bench.shown ours SETTINGS [FILE]`."""

import sys
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget


def main(which: str, settings: str = "", file: str = "") -> None:
    """Shows a window and says so."""
    program = QApplication(sys.argv[:1])
    window = _ours(program, Path(settings), file) if which == "ours" else _bare()
    window.show()
    while not (window.windowHandle() and window.windowHandle().isExposed()):
        program.processEvents()
    # Once more for what was put off until after the first showing: the preview, the first painting.
    program.processEvents()
    print("shown", flush=True)


def _bare() -> QMainWindow:
    window = QMainWindow()
    window.setCentralWidget(QLabel("Boardwright"))
    window.resize(1280, 800)
    return window


def _ours(program: QApplication, settings: Path, file: str) -> QWidget:
    # The program itself begins here, and what it loads before the window is waited for too.
    import_module("app.__main__")
    from app.gui.application import open_window
    from app.gui.constants_kept import keep_constants
    from app.gui.folders import Folders
    from app.gui.preferences import Preferences

    keep_constants()
    window = open_window(program, Preferences(settings, program), Folders.of_user())
    window.begin(Path(file) if file else None)
    return window


if __name__ == "__main__":
    main(*sys.argv[1:])
