"""Fields for words: a line, a line of a text in one language, and several lines of Markdown."""

from typing import cast

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QTextEdit, QWidget

from app.gui.document import Document
from app.gui.fields.base import Asking, Field, set_property
from app.gui.interface import Interface
from app.gui.look import font
from app.model.base import FieldPath, Lang, Text

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def _is_undo(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _UNDO)


class LineEdit(QLineEdit):
    """A line whose undo is the document's."""

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and _is_undo(event):
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
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and _is_undo(event):
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


class LineField(Field):
    """A line that is the same in every language: a name, a reference number."""

    def __init__(self, document: Document, interface: Interface, path: FieldPath, asking: Asking) -> None:
        super().__init__(document, interface, path, asking)
        self._line = LineEdit()
        self._line.textEdited.connect(self.write)
        self.install(self._line)
        self.retranslate()
        self.refresh()

    def refresh(self) -> None:
        self._line.show_text(str(self.document.get(self.path)))

    def retranslate(self) -> None:
        super().retranslate()
        self._line.setPlaceholderText(self.interface.say(self.asking.placeholder) if self.asking.placeholder else "")


class _TextField(Field):
    """A text in the language that the project is written in. Another language's wording stands below while ours is missing, else behind
    a small mark beside the label."""

    def __init__(self, document: Document, interface: Interface, path: FieldPath, asking: Asking) -> None:
        super().__init__(document, interface, path, asking)
        self._other, self._tag = QLabel(), QLabel()
        self._other.setWordWrap(True)
        for label in (self._other, self._tag):
            label.setFont(font("help", self.font()))
            set_property(label, "tone", "secondary")
        self.head.insertWidget(self.head.count() - 1, self._tag)

    @property
    def lang(self) -> Lang:
        """The language that is written here."""
        return self.document.project.language

    def _text(self) -> Text:
        return cast("Text", self.document.get(self.path))

    def _write_words(self, typed: str) -> None:
        self.write(self._text().writing(self.lang, typed))
        self._show_other()

    def _wording(self) -> str:
        return self._text().root.get(self.lang, "")

    def _show_other(self) -> None:
        other: Lang = "en" if self.lang == "sv" else "sv"
        wording = self._text().root.get(other, "").strip()
        words = self.interface(f"field.other-{other}", text=wording) if wording else ""
        missing = not self._wording().strip()
        self._other.setText(words if missing else "")
        self._other.setVisible(bool(wording) and missing)
        self._tag.setText(self.interface(f"field.also-{other}"))
        self._tag.setToolTip(words)
        self._tag.setVisible(bool(wording) and not missing)

    def _add(self, editor: QWidget) -> None:
        self.install(editor)
        self._column.addWidget(self._other)
        self.retranslate()
        self.refresh()

    def _placeholder(self) -> str:
        return self.interface.say(self.asking.placeholder) if self.asking.placeholder else ""


class TextField(_TextField):
    """One line of a text: a title, a message."""

    def __init__(self, document: Document, interface: Interface, path: FieldPath, asking: Asking) -> None:
        super().__init__(document, interface, path, asking)
        self._line = LineEdit()
        self._line.textEdited.connect(self._write_words)
        self._add(self._line)

    def refresh(self) -> None:
        self._line.show_text(self._wording())
        self._show_other()

    def retranslate(self) -> None:
        super().retranslate()
        self._line.setPlaceholderText(self._placeholder())
        self._show_other()


class MarkdownField(_TextField):
    """Several lines of a text, written in Markdown."""

    def __init__(
        self, document: Document, interface: Interface, path: FieldPath, asking: Asking, lines: int = 3
    ) -> None:
        super().__init__(document, interface, path, asking)
        self._lines = TextEdit(lines)
        self._lines.textChanged.connect(self._typed)
        self._add(self._lines)

    def refresh(self) -> None:
        self._lines.blockSignals(True)
        self._lines.show_text(self._wording())
        self._lines.blockSignals(False)
        self._show_other()

    def retranslate(self) -> None:
        super().retranslate()
        self._lines.setPlaceholderText(self._placeholder())
        self._show_other()

    def _typed(self) -> None:
        typed = self._lines.toPlainText()
        if typed != self._wording():
            self._write_words(typed)
