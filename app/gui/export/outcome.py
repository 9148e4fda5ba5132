"""What an export wrote: each file, with the ways to it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui.interface import Interface
from app.gui.look import font
from app.language.format import format_number
from app.services.export import Exported


class Outcome(QWidget):
    """The files that were written. `open_file` carries the path of a file or folder to open with the system's program."""

    open_file = Signal(str)

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
        for key, names in (("cut", self._cut(exported)), ("missing", exported.missing)):
            if names:
                self._column.addWidget(
                    self._warning(self._say(f"export.{key}", n=len(names), which=", ".join(names[:5])))
                )
        self._column.addStretch(1)

    def _cut(self, exported: Exported) -> tuple[str, ...]:
        return tuple(dict.fromkeys(found.slide for found in exported.fitting if found.kind == "cut"))

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
        for key, target in (("open", path), ("show", path.parent)):
            button = QPushButton(say(f"export.{key}"))
            button.setAccessibleName(f"{button.text()}: {path.name}")
            button.clicked.connect(lambda _checked=False, where=str(target): self.open_file.emit(where))
            row.addWidget(button)
        return row

    def _warning(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setProperty("tone", "warning")
        label.setWordWrap(True)
        return label
