"""A pattern on its way from the shelf to the project."""

from typing import Final

from PySide6.QtCore import QMimeData

from app.model.base import FieldPath

_KIND: Final = "application/x-boardwright-pattern"


def dragged(place: FieldPath, name: str) -> QMimeData:
    """What carries a pattern: its place for our own window, its name as text for others."""
    data = QMimeData()
    data.setData(_KIND, place.encode())
    data.setText(name)
    return data


def place_dragged(data: QMimeData) -> FieldPath | None:
    """The place of the pattern that is carried; None when it is something else."""
    return bytes(data.data(_KIND).data()).decode() if data.hasFormat(_KIND) else None
