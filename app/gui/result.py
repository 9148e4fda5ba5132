"""The result pane: the exported pages as they will be, and below them what the library and the notes have to say."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.fields.base import Support
from app.gui.interface import Interface
from app.gui.look import TYPE, Voice, font
from app.gui.markdown import html
from app.gui.page_pane import PagePane
from app.gui.page_view import PageView
from app.gui.preview import Preview
from app.gui.source import Today
from app.model.rich import Rich

#: How much more room than the words below a page of the report takes.
_READING: Final = 3


class ResultPane(QWidget):
    """The pages above, support and notes below."""

    def __init__(self, document: Document, preview: Preview, interface: Interface, today: Today) -> None:
        super().__init__()
        self._interface = interface
        self._support: Support | None = None
        self._noted: object = None
        self.pages = PagePane(document, preview, interface, today)
        self._tabs = QTabWidget()
        self._help, self._notes = _Sheet(), _Sheet()
        self._lay_out()
        self.pages.turned.connect(self._follow)
        interface.language_changed.connect(self.retranslate)
        interface.look_changed.connect(self.retranslate)
        self.retranslate()

    @property
    def view(self) -> PageView:
        """The page that is shown."""
        return self.pages.view

    def support(self, support: Support | None) -> None:
        """Shows what the library has to say about the field in use."""
        self._support = support
        self._write_help()

    def beside(self, found: tuple[str, QWidget] | None) -> None:
        """Shows before support and notes what a page has to show of its own there; nothing for a page that has nothing."""
        own = self._tabs.widget(0) if self._tabs.count() > len((self._help, self._notes)) else None
        if own is not None and (found is None or own is not found[1]):
            self._tabs.removeTab(0)
            # Nobody's child, it would not go with the window.
            own.setParent(self)
        if found is not None and own is not found[1]:
            self._tabs.insertTab(0, found[1], found[0])
            self._tabs.setCurrentIndex(0)
        elif found is not None:
            self._tabs.setTabText(0, found[0])

    def retranslate(self) -> None:
        """Sets the texts in the interface's language."""
        say = self._interface
        self._tabs.setTabText(self._tabs.indexOf(self._help), say("result.support"))
        self._tabs.setTabText(self._tabs.indexOf(self._notes), say("result.notes"))
        self._help.setAccessibleName(say("result.support"))
        self._notes.setAccessibleName(say("result.notes"))
        self._tabs.setAccessibleName(say("result.beside"))
        self.pages.retranslate()
        self._write_help()

    def _follow(self) -> None:
        """Shows the notes of what is shown, and gives a page that is read more room than a slide."""
        shown = self.pages.source.shown
        self._show_notes(shown.notes if shown else ())
        self._column.setStretch(0, _READING if shown is not None and shown.slide is None else 0)

    def _show_notes(self, notes: Rich) -> None:
        """Shows the slide's notes; those that stand there already are left alone, since this happens at every keystroke."""
        told = (notes, self._interface.lang, self._interface.look)
        if told == self._noted:
            return
        self._noted = told
        say = self._interface
        self._notes.write(self._html(notes_markdown(notes), "ours") if notes else say("result.no-notes"))

    def _write_help(self) -> None:
        say = self._interface
        words = self._support(say.lang) if self._support else ""
        self._help.write(self._html(words, "library") if words else say("result.no-support"))

    def _html(self, markdown: str, voice: Voice) -> str:
        step = "body" if voice == "ours" else "reading-small"
        size, line = TYPE[step]
        made = font(step, self.font(), voice)
        colors = self._interface.look.colors
        text = html(
            markdown,
            size=made.pointSizeF(),
            line=round(100 * line / size / 1.2),
            color=colors["text"],
            link=colors["accent"],
            family=self.font().family(),
        )
        return f'<div style="font-family:{made.family()}">{text}</div>'

    def _lay_out(self) -> None:
        self._tabs.addTab(self._help, "")
        self._tabs.addTab(self._notes, "")
        self._tabs.setDocumentMode(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.pages)
        self._column.addWidget(self._tabs, 1)


class _Sheet(QScrollArea):
    """Words that scroll."""

    def __init__(self) -> None:
        super().__init__()
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setContentsMargins(20, 14, 20, 20)
        inner = QWidget()
        inner.setObjectName("page-body")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inner)

    def write(self, text: str) -> None:
        """Shows other words."""
        self._label.setText(text)


def notes_markdown(notes: Rich) -> str:
    """Notes as Markdown: bold labels as headings."""
    lines: list[str] = []
    for paragraph in notes:
        bold = bool(paragraph.spans) and all(span.bold for span in paragraph.spans)
        marker = "## " if bold else "- " if paragraph.marker else ""
        lines.append(marker + paragraph.plain)
    return "\n\n".join(lines)
