"""Texts laid on the clipboard, with form for Word and without for others."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from app.services.copying import Copied


def lay_out(copied: "Copied") -> None:
    """Lays a text on the clipboard, where there is one."""
    if copied.plain:
        data = QMimeData()
        data.setHtml(copied.html)
        data.setText(copied.plain)
        QApplication.clipboard().setMimeData(data)
