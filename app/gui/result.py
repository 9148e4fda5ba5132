"""The result pane: the exported slide as it will be, and beside it what the library and the notes have to say."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QTabWidget, QToolButton, QVBoxLayout, QWidget

from app.gui.fields.base import Support
from app.gui.fields.choices import Segments
from app.gui.interface import Interface
from app.gui.look import TYPE, Voice, font
from app.gui.markdown import html
from app.gui.preview import Preview
from app.gui.slide_view import SlideView
from app.model.base import LANGS, FieldPath
from app.model.rich import Rich


class ResultPane(QWidget):
    """Preview above, support and notes below. `picked` carries the field that was clicked on the slide."""

    picked = Signal(str)

    def __init__(self, preview: Preview, interface: Interface) -> None:
        super().__init__()
        self._preview, self._interface = preview, interface
        self._support: Support | None = None
        self._noted: object = None
        self.view = SlideView(interface)
        self._back, self._on = QToolButton(), QToolButton()
        self._which, self._complaint = QLabel(), QLabel()
        self._lang = Segments(len(LANGS))
        self._tabs = QTabWidget()
        self._help, self._notes = _Sheet(), _Sheet()
        self._lay_out()
        self._connect()
        self.retranslate()

    def mark(self, path: FieldPath) -> None:
        """Marks on the slide what says a field."""
        self.view.mark(path)

    def support(self, support: Support | None) -> None:
        """Shows what the library has to say about the field in use."""
        self._support = support
        self._write_help()

    def retranslate(self) -> None:
        """Sets the texts in the interface's language."""
        say = self._interface
        self._back.setAccessibleName(say("command.previous-slide").replace("&", ""))
        self._on.setAccessibleName(say("command.next-slide").replace("&", ""))
        for button in (self._back, self._on):
            button.setToolTip(button.accessibleName())
        for button, lang in zip(self._lang.buttons, LANGS, strict=True):
            button.setText(lang.upper())
            button.setAccessibleName(say(f"result.slides-{lang}"))
            button.setToolTip(button.accessibleName())
        self._tabs.setTabText(0, say("result.support"))
        self._tabs.setTabText(1, say("result.notes"))
        self._help.setAccessibleName(say("result.support"))
        self._notes.setAccessibleName(say("result.notes"))
        self._tabs.setAccessibleName(say("result.beside"))
        self.view.setAccessibleName(say("result.preview"))
        self.draw_icons()
        self._follow()
        self._write_help()

    def draw_icons(self) -> None:
        """Draws the icons in the look's colours."""
        self._back.setIcon(self._interface.icon("chevron-left"))
        self._on.setIcon(self._interface.icon("chevron-right"))

    def _follow(self) -> None:
        """Shows what the preview has drawn."""
        shown, complaint = self._preview.shown, self._preview.complaint
        self.view.show_page(shown)
        self._lang.pick(LANGS.index(self._preview.lang))
        say = self._interface
        self._which.setText(say("result.slide", number=shown.number, count=shown.count) if shown else "")
        self.view.setAccessibleDescription(f"{self._which.text()}: {shown.slide.title}" if shown else "")
        self._complaint.setText(complaint.told(say.lang) if complaint else "")
        self._complaint.setVisible(complaint is not None)
        self._show_notes(shown.slide.notes.text if shown else ())

    def _show_notes(self, notes: Rich) -> None:
        """Shows the slide's notes; those that stand there already are left alone, since this happens at every keystroke."""
        told = (notes, self._interface.lang, self._interface.look)
        if told == self._noted:
            return
        self._noted = told
        say = self._interface
        self._notes.write(self._html(_markdown(notes), "ours") if notes else say("result.no-notes"))

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

    def _speak(self, at: int) -> None:
        self._preview.speak(LANGS[at])

    def _connect(self) -> None:
        self._preview.changed.connect(self._follow)
        self._back.clicked.connect(lambda: self._preview.step(-1))
        self._on.clicked.connect(lambda: self._preview.step(1))
        self._lang.group.idClicked.connect(self._speak)
        self.view.picked.connect(self.picked)
        self._interface.language_changed.connect(self.retranslate)
        self._interface.look_changed.connect(self.retranslate)

    def _lay_out(self) -> None:
        self._which.setFont(font("body", self.font(), strong=True))
        self._complaint.setProperty("tone", "error")
        self._complaint.setWordWrap(True)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 0)
        for button in (self._back, self._on):
            button.setIconSize(QSize(16, 16))
        bar.addWidget(self._back)
        bar.addWidget(self._which)
        bar.addWidget(self._on)
        bar.addStretch(1)
        bar.addWidget(self._lang)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        canvas.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        upper = QVBoxLayout(canvas)
        upper.setContentsMargins(4, 0, 4, 4)
        upper.setSpacing(0)
        upper.addLayout(bar)
        upper.addWidget(self._complaint)
        upper.addWidget(self.view)
        self._tabs.addTab(self._help, "")
        self._tabs.addTab(self._notes, "")
        self._tabs.setDocumentMode(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(canvas)
        column.addWidget(self._tabs, 1)


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


def _markdown(notes: Rich) -> str:
    """Notes as Markdown: bold labels as headings."""
    lines: list[str] = []
    for paragraph in notes:
        bold = bool(paragraph.spans) and all(span.bold for span in paragraph.spans)
        marker = "## " if bold else "- " if paragraph.marker else ""
        lines.append(marker + paragraph.plain)
    return "\n\n".join(lines)
