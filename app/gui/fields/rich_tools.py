"""The buttons for a text's form, above its editor at the right while one writes in it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.gui.fields.rich_edit import KEYS, RichEdit
from app.gui.interface import Interface, term

_ICONS = {
    "bold": "bold",
    "italic": "italic",
    "bullets": "list",
    "numbers": "list-ordered",
    "link": "link",
    "figure": "calculator",
}
_SIDE = 24


class RichTools(QWidget):
    """A button for each form, down where it is on at the cursor. They leave the focus where it is: each has a key."""

    def __init__(self, interface: Interface, edit: RichEdit, owner: QWidget) -> None:
        super().__init__(owner)
        self._interface, self._edit = interface, edit
        self._buttons = {form: QToolButton() for form in _ICONS}
        self.setObjectName("rich-tools")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(2)
        for form, button in self._buttons.items():
            button.setFixedSize(_SIDE, _SIDE)
            button.setIconSize(QSize(16, 16))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _on=False, form=form: edit.toggle(form))
            row.addWidget(button)
        edit.formed.connect(self._show_form)
        interface.language_changed.connect(self._speak)
        interface.look_changed.connect(self._draw)
        self._speak()
        self._draw()

    def stand_above(self, editor: QWidget) -> None:
        """Takes its place above an editor, at the right, without room of its own."""
        size = self.sizeHint()
        self.setGeometry(editor.geometry().right() - size.width(), editor.y() - _SIDE - 1, size.width(), _SIDE)
        self.raise_()

    def _show_form(self) -> None:
        if self.isVisible():
            for form, button in self._buttons.items():
                button.setChecked(self._edit.has(form))

    def _speak(self) -> None:
        self.setAccessibleName(self._interface.say(term("fields", "write.tools")))
        for form, button in self._buttons.items():
            name = self._interface.say(term("fields", f"write.{form}"))
            keys = QKeySequence(KEYS[form]).toString(QKeySequence.SequenceFormat.NativeText)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})")

    def _draw(self) -> None:
        for form, button in self._buttons.items():
            button.setIcon(self._interface.icon(_ICONS[form]))
