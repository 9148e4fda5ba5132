"""Asking for a file without stopping the program: which one to read, and where to write one."""

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget

#: What is done with the name of the file that was chosen.
Chosen = Callable[[str], object]


def ask_which(parent: QWidget, title: str, kinds: str, chosen: Chosen) -> None:
    """Asks for a file that is there. `kinds` are what the dialog offers: "Excel (*.xlsx);;CSV (*.csv)"."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, chosen)


def ask_where(parent: QWidget, title: str, kinds: str, suffix: str, chosen: Chosen, name: str = "") -> None:
    """Asks where to write a file, which ends in `suffix` (with its dot) unless another ending is typed; `name` is proposed."""
    dialog = QFileDialog(parent, title, name, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    _open(dialog, chosen)


def _open(dialog: QFileDialog, chosen: Chosen) -> None:
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
