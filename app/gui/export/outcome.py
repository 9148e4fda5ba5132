"""What an export wrote: each file, with the ways to it."""

import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QProcess, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui.edition_names import edition_name
from app.gui.export.process import Done
from app.gui.field_names import field_name
from app.gui.interface import Interface
from app.gui.look import font
from app.language.format import format_number
from app.language.told import Told
from app.model.editions import Edition
from app.model.project import Project
from app.services.remade import Remade

#: So many fields with characters that no font has are named.
_NAMED = 5
#: Words that can be selected and copied, by mouse and by keyboard.
_READABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class Outcome(QWidget):
    """The files that were written, each with the ways to it."""

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._say = interface
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(16)

    def show_files(self, done: Done, project: Project) -> None:
        """Shows what was written, and what the reader should know of it."""
        say = self._say
        for _, path in done.exported.files if done.exported else ():
            self._column.addLayout(self._row(path))
        if done.packed and done.folder:
            n = len(done.packed.exported.files) + len(done.packed.appended)
            self._column.addLayout(self._folder(done.folder, n))
            if done.packed.lacking:
                self._warn("lacking", done.packed.lacking)
        self._warn("missing", [glyph for part in done.parts for glyph in part.missing])
        self._warn("echoes", [field_name(project, path, say.lang) for part in done.parts for path in part.echoes])
        self._warn("unsaid", [field_name(project, path, say.lang) for part in done.parts for path in part.unsaid])
        for one in done.remade:
            self._column.addWidget(self._compared(one))
        if done.kept is not None:
            self._tell_kept(done.kept.project.editions[-1])
        left_out = list(dict.fromkeys(name for part in done.parts for name in part.left_out))
        if left_out:
            told = Told("export.left-out", names=", ".join(left_out))
            self._column.addWidget(self._warning(told.told(say.lang)))
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

    def _folder(self, folder: Path, n: int) -> QHBoxLayout:
        row, words = QHBoxLayout(), QLabel(self._say("export.packed", n=n, name=folder.name))
        words.setFont(font("body", self.font(), strong=True))
        words.setWordWrap(True)
        show = QPushButton(self._say("export.open-folder"))
        show.clicked.connect(partial(_do, open_file, folder))
        row.addWidget(words, 1)
        row.addWidget(show)
        return row

    def _compared(self, one: Remade) -> QLabel:
        """How a file that was made again compares with the one that was kept."""
        label = self._warning(one.told(self._say.lang))
        label.setProperty("tone", "warning" if one.differs else "")
        label.setTextInteractionFlags(_READABLE)
        return label

    def _tell_kept(self, edition: Edition) -> None:
        label = QLabel(self._say("export.kept", name=edition_name(edition, self._say.lang)))
        label.setWordWrap(True)
        self._column.addWidget(label)

    def _warn(self, key: str, which: Iterable[str]) -> None:
        """Names the first few, where there are any."""
        named = list(dict.fromkeys(which))
        if named:
            shown = "; ".join(named[:_NAMED]) + ("…" if len(named) > _NAMED else "")
            self._column.addWidget(self._warning(self._say(f"export.{key}", which=shown)))

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
