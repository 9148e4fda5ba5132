"""Fields for words: a line, a line of a text in one language, and several lines of Markdown."""

from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.gui.document import Document
from app.gui.fields.base import Asking, Field, set_property
from app.gui.fields.figures import Figures, ask_figure
from app.gui.fields.mention_line import MentionLine
from app.gui.fields.plain_edit import LineEdit
from app.gui.fields.rich_edit import RichEdit
from app.gui.fields.rich_tools import RichTools
from app.gui.interface import Interface
from app.gui.look import font
from app.gui.palette import Found
from app.model.base import FieldPath, Lang, Text
from app.model.mentions import mention


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
        wording = self.document.figure_words.filled(self._text().root.get(other, ""), other).strip()
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
        self._figures = Figures(document)
        self._line = MentionLine(interface)
        self._line.textEdited.connect(self._typed)
        self._line.asks.connect(self.ask_figure)
        self._add(self._line)

    def refresh(self) -> None:
        self._line.show_text(self._figures.names(self.lang).named(self._wording()))
        self._show_other()

    def ask_figure(self) -> None:
        """Asks which figure the line shall mention at the cursor."""
        where = self._line.mapToGlobal(self._line.rect().bottomLeft())
        ask_figure(self.interface, self._figures, self.lang, self, where).chosen.connect(self._mention)

    def _mention(self, found: Found) -> None:
        self._line.setFocus()
        self._line.insert(self._figures.names(self.lang).named(mention(found.place)))
        self._typed(self._line.text())

    def _typed(self, typed: str) -> None:
        self._write_words(self._figures.names(self.lang).keyed(typed))

    def retranslate(self) -> None:
        super().retranslate()
        self._line.setPlaceholderText(self._placeholder())
        self._show_other()


class MarkdownField(_TextField):
    """Several lines of a text with bold, italic, lists and links, shown as they come out and kept as Markdown."""

    def __init__(
        self, document: Document, interface: Interface, path: FieldPath, asking: Asking, lines: int = 3
    ) -> None:
        super().__init__(document, interface, path, asking)
        self._edit = RichEdit(interface, lines, lambda: self.lang, Figures(document))
        self._edit.textChanged.connect(self._typed)
        self._add(self._edit)
        self._tools = RichTools(interface, self._edit, self)
        self._tools.hide()
        document.changed.connect(self._edit.settle)

    def refresh(self) -> None:
        self._edit.blockSignals(True)
        self._edit.show_markdown(self._wording())
        self._edit.blockSignals(False)
        self._show_other()

    def retranslate(self) -> None:
        super().retranslate()
        self._edit.setPlaceholderText(self._placeholder())
        self._show_other()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tools.stand_above(self._edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._edit and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._tools.setVisible(event.type() == QEvent.Type.FocusIn)
            self._tools.stand_above(self._edit)
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        if not self._edit.says(self._wording()):
            self._write_words(self._edit.markdown())
