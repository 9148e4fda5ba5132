"""Editors for plain words: a line, and several. What they undo is the document's."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
#: X11's editors take these to go to a line's end and to cut it off there.
_OURS = (QKeySequence("Ctrl+E"), QKeySequence("Ctrl+K"))


def _goes_up(editor: QWidget, event: QEvent) -> bool:
    """Whether a key is the window's although editors know it too: undo, and on some systems Ctrl+E and Ctrl+K."""
    if not isinstance(event, QKeyEvent) or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        return False
    if any(event.matches(key) for key in _UNDO):
        return True
    pressed = QKeySequence(event.keyCombination())
    return pressed in _OURS and any(pressed in action.shortcuts() for action in editor.window().actions())


class LineEdit(QLineEdit):
    """A line whose undo is the document's."""

    def event(self, event: QEvent) -> bool:
        if _goes_up(self, event):
            event.ignore()
            return False
        return super().event(event)

    def show_text(self, text: str) -> None:
        """Shows a text, the cursor left as near to its place as can be."""
        if text != self.text():
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(place, len(text)))


class TextEdit(QTextEdit):
    """Several lines of plain text, as high as what stands in them; its undo is the document's, Tab leaves it."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def event(self, event: QEvent) -> bool:
        if _goes_up(self, event):
            event.ignore()
            return False
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def show_text(self, text: str) -> None:
        """Shows a text, the cursor left as near to its place as can be."""
        if text != self.toPlainText():
            place = self.textCursor().position()
            self.setPlainText(text)
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(text)), QTextCursor.MoveMode.MoveAnchor)
            self.setTextCursor(cursor)

    def _grow(self, *_: object) -> None:
        lines = self.fontMetrics().lineSpacing() * self._lines + 2 * self.document().documentMargin()
        self.setFixedHeight(round(max(lines, self.document().size().height())) + 12)
