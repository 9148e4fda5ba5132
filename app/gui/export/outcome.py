"""What an export wrote: each file, with the ways to it."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QProcess, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui.interface import Interface
from app.gui.look import font
from app.language.format import format_number
from app.services.export import Exported

#: So many fields with characters that no font has are named.
_NAMED = 5


class Outcome(QWidget):
    """The files that were written, each with the ways to it."""

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._say = interface
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(16)

    def show_files(self, exported: Exported) -> None:
        """Shows what was written, and what the reader should know of it."""
        for _, path in exported.files:
            self._column.addLayout(self._row(path))
        if exported.missing:
            which = ", ".join(exported.missing[:_NAMED])
            self._column.addWidget(self._warning(self._say("export.missing", which=which)))
        self._column.addStretch(1)

    def _row(self, path: Path) -> QHBoxLayout:
        say = self._say
        icon, name, size = QLabel(), QLabel(path.name), QLabel()
        icon.setPixmap(say.icon("circle-check", "ok").pixmap(16, 16))
        name.setFont(font("body", self.font(), strong=True))
        name.setWordWrap(True)
        kilobytes = format_number(max(path.stat().st_size // 1024, 1), say.lang)
        size.setText(say("export.written", size=kilobytes))
        size.setProperty("tone", "secondary")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(size)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for key, do in (("open", open_file), ("show", show_in_folder)):
            button = QPushButton(say(f"export.{key}"))
            button.setAccessibleName(f"{button.text()}: {path.name}")
            button.clicked.connect(partial(_do, do, path))
            row.addWidget(button)
        return row

    def _warning(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setProperty("tone", "warning")
        label.setWordWrap(True)
        return label


def open_file(path: Path) -> None:
    """Opens a file with the system's program for its kind."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> None:
    """Shows a file in the system's own list of its folder, marked where the system can."""
    if sys.platform == "win32":
        QProcess.startDetached("explorer.exe", ["/select,", QDir.toNativeSeparators(str(path))])
    elif sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", str(path)])
    else:
        open_file(path.parent)


def _do(what: Callable[[Path], None], path: Path, _checked: bool) -> None:
    what(path)
