"""What a user reads and touches on a form, found by path and by what it says."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QToolButton, QWidget

from app.gui.fields.kinds import Field
from app.gui.fields.rich_edit import RichEdit
from app.gui.forms.page import RecordPage
from app.gui.forms.table_view import MemberTable
from app.model.base import FieldPath


def field(page: RecordPage, path: FieldPath) -> Field:
    """The field that shows exactly this path."""
    return next(found for found in page.fields if found.path == path)


def editor(page: RecordPage, path: FieldPath) -> QWidget:
    """The widget in which a path is written, with the cursor in it."""
    found = field(page, path)
    found.focus()
    return found.editor()


def written(page: RecordPage, path: FieldPath) -> str:
    """What stands in a field."""
    widget = field(page, path).editor()
    if isinstance(widget, RichEdit):
        return widget.markdown()
    return widget.text() if isinstance(widget, QLineEdit) else ""


def told(widget: QWidget) -> list[str]:
    """The lines of text that are shown."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def tools(within: QWidget, name: str) -> list[QAbstractButton]:
    """The small buttons with this accessible name, from above."""
    found = [
        button for button in within.findChildren(QToolButton) if button.accessibleName() == name and button.isVisible()
    ]
    return sorted(found, key=lambda button: button.mapTo(within, button.rect().topLeft()).y())


def column(table: MemberTable, at: int) -> list[str]:
    """What the cells of a column say."""
    model = table.model()
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def cell(table: MemberTable, row: int, at: int) -> QModelIndex:
    """A cell, made the current one with the focus on the table."""
    index = table.model().index(row, at)
    table.setFocus()
    table.setCurrentIndex(index)
    return index
