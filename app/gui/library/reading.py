"""The reading view: a pattern in the library's voice, with what one can do about it."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.interface import Interface
from app.gui.library.advice import AdviceCard
from app.gui.library.picking import Entry, toggle, toggle_recommendation
from app.gui.library.shift import ShiftView
from app.gui.look import TYPE, Voice, font
from app.gui.markdown import html, numbered
from app.model.base import Text
from app.model.pattern import Pattern, Slug, Source
from app.model.project import OrganisationKind

#: The widest a line of reading may be, in pixels at 100 %.
MEASURE: Final = 640
#: What a pattern can mean is told for five kinds of organisation; a company may be of either of two.
_KINDS: Final[Mapping[OrganisationKind, tuple[str, ...]]] = {
    "municipality": ("municipality",), "region": ("region",), "agency": ("agency",), "company": ("industry", "service"),
}  # fmt: skip


class ReadingView(QWidget):
    """Shows one pattern. `annotate` carries the field in which the user wants to write about the chosen pattern, `reads_on` the place of
    another pattern to read."""

    annotate = Signal(str)
    reads_on = Signal(str)

    def __init__(self, document: Document, interface: Interface, entries: Iterable[Entry]) -> None:
        super().__init__()
        self._document, self._interface = document, interface
        self._others: Mapping[Slug, Entry] = {entry.pattern.id: entry for entry in entries}
        self._entry: Entry | None = None
        self._where = QLabel()
        self._where.setProperty("tone", "secondary")
        self._pick, self._write = QPushButton(), QPushButton()
        self._cards: list[AdviceCard] = []
        self._scroll = QScrollArea()
        self._lay_out()
        self._pick.clicked.connect(self.pick)
        self._write.clicked.connect(self._annotate)
        interface.look_changed.connect(self._build)

    def show_entry(self, entry: Entry | None) -> None:
        """Shows another pattern from its beginning."""
        self._entry = entry
        self._build()
        self._scroll.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Shows what is picked and adopted now."""
        entry, say = self._entry, self._interface
        for widget in (self._pick, self._write):
            widget.setVisible(entry is not None)
        if entry is None:
            return
        picked = entry.chosen(self._document.project) is not None
        self._pick.setText(say("library.picked") if picked else say("library.pick"))
        self._pick.setIcon(say.icon("check") if picked else say.icon("plus", "on-accent"))
        self._pick.setProperty("primary", not picked)
        self._pick.style().unpolish(self._pick)
        self._pick.style().polish(self._pick)
        self._pick.setToolTip(say("library.lay-back") if picked else "")
        self._write.setVisible(picked)
        self._write.setText(say("library.write"))
        for card in self._cards:
            card.mark(entry.adopted(self._document.project, card.advice.id) is not None)

    def pick(self) -> None:
        """Picks the pattern that is read, or lays it back."""
        if self._entry is not None:
            toggle(self._document, self._entry)

    def retranslate(self) -> None:
        """Shows the pattern in the interface's language."""
        self._build()

    def _annotate(self) -> None:
        chosen = self._entry.chosen(self._document.project) if self._entry else None
        if chosen is not None:
            self.annotate.emit(f"patterns/{chosen.id}/meaning")

    # Its parts

    def _build(self) -> None:
        sheet = QWidget()
        sheet.setObjectName("reading")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(36, 8, 36, 48)
        column.setSpacing(10)
        self._cards = []
        if self._entry is not None:
            self._where.setText(self._place_words(self._entry))
            self._scroll.setAccessibleName(self._entry.pattern.name.said(self._interface.lang).text)
            page = QWidget()
            page.setMaximumWidth(MEASURE)
            inner = QVBoxLayout(page)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(10)
            self._fill(inner, self._entry)
            row = QHBoxLayout()
            row.addWidget(page, 1)
            row.addStretch(0)
            column.addLayout(row)
        column.addStretch(1)
        self._scroll.setWidget(sheet)
        self.refresh()

    def _fill(self, column: QVBoxLayout, entry: Entry) -> None:
        pattern, say = entry.pattern, self._interface
        marks = {source.key: at for at, source in enumerate(pattern.sources, 1)}
        column.addWidget(self._words(pattern.name, "display", strong=True))
        column.addSpacing(6)
        column.addWidget(ShiftView(pattern, say))
        column.addSpacing(6)
        column.addWidget(self._prose(pattern.summary, marks))
        for key, text in (("why", pattern.why), ("tension", pattern.tension), ("meaning", pattern.meaning)):
            self._section(column, key, [self._prose(text, marks)] if text else [])
        self._section(column, "for-us", self._for_us(pattern, marks))
        for key, texts in (("signs", pattern.signs), ("against", pattern.against)):
            self._section(column, key, [self._list(texts, marks)] if texts else [])
        column.addWidget(self._head(say("library.questions")))
        for question in pattern.questions:
            if question.role:
                column.addWidget(self._rich(say(f"library.asks-{question.role}"), "help", "ours", secondary=True))
            column.addWidget(self._prose(question.ask, marks))
            column.addWidget(self._answer(question.answer))
        column.addWidget(self._head(say("library.recommendations")))
        for advice in pattern.recommendations:
            card = AdviceCard(advice, say)
            card.toggled_by_user.connect(self._adopt)
            self._cards.append(card)
            column.addWidget(card)
        column.addWidget(self._head(say("library.indicators")))
        for key, steps in (("relevance", pattern.indicators.relevance), ("readiness", pattern.indicators.readiness)):
            column.addWidget(self._scale(say(f"library.{key}"), steps))
        self._section(column, "links", self._links(pattern))
        column.addWidget(self._head(say("library.sources")))
        for at, source in enumerate(pattern.sources, 1):
            column.addWidget(self._source(at, source))

    def _adopt(self, recommendation: str) -> None:
        if self._entry is not None:
            toggle_recommendation(self._document, self._entry, recommendation)

    def _place_words(self, entry: Entry) -> str:
        lang = self._interface.lang
        return f"{entry.pack.name.said(lang).text} · {entry.pattern.short.said(lang).text}"

    def _section(self, column: QVBoxLayout, key: str, labels: Iterable[QLabel]) -> None:
        """A heading over its labels; nothing where there are none."""
        for at, label in enumerate(labels):
            if at == 0:
                column.addWidget(self._head(self._interface(f"library.{key}")))
            column.addWidget(label)

    def _for_us(self, pattern: Pattern, marks: dict[str, int]) -> list[QLabel]:
        """What the pattern can mean, for organisations of the project's kind first."""
        own = _KINDS[self._document.project.organisation.kind]
        say, lang = self._interface, self._interface.lang
        each = pattern.for_us.each
        texts = [(name, each[name]) for name in (*own, *each) if each[name]]
        return [
            self._rich(numbered(f"**{say(f'library.in-{name}')}** {text.said(lang).text}", marks), "reading")
            for name, text in dict(texts).items()
        ]

    def _list(self, texts: Iterable[Text], marks: dict[str, int]) -> QLabel:
        lines = "\n".join(f"- {text.said(self._interface.lang).text}" for text in texts)
        return self._rich(numbered(lines, marks), "reading")

    def _links(self, pattern: Pattern) -> list[QLabel]:
        """The patterns that this one bears on, each to be opened by its name."""
        say, lang = self._interface, self._interface.lang
        linked = [(link, self._others[link.to]) for link in pattern.links if link.to in self._others]
        return [
            self._rich(
                f"{say(f'library.{link.how}')} [{other.pattern.name.said(lang).text}](pattern:{other.path}). "
                f"{link.why.said(lang).text}",
                "reading-small",
            )
            for link, other in linked
        ]

    def _follow(self, address: str) -> None:
        """Reads on in another pattern, or opens a source in the user's browser: only ever on a click."""
        if address.startswith("pattern:"):
            self.reads_on.emit(address.removeprefix("pattern:"))
        elif address.startswith(("https://", "http://")):
            QDesktopServices.openUrl(QUrl(address))

    def _head(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setFont(font("head", self.font(), strong=True))
        label.setContentsMargins(0, 14, 0, 0)
        return label

    def _words(self, text: Text, step: str, *, strong: bool = False) -> QLabel:
        label = _wrapping(text.said(self._interface.lang).text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(font(step, self.font(), "library", strong=strong))
        return label

    def _prose(self, text: Text, marks: dict[str, int]) -> QLabel:
        markdown = numbered(text.said(self._interface.lang).text, marks)
        return self._rich(markdown, "reading")

    def _answer(self, text: Text) -> QLabel:
        label = self._rich(text.said(self._interface.lang).text, "help", "ours", secondary=True)
        label.setContentsMargins(16, 0, 0, 4)
        return label

    def _scale(self, name: str, steps: Iterable[Text]) -> QLabel:
        lang = self._interface.lang
        rows = "\n".join(f"{at}. {step.said(lang).text}" for at, step in enumerate(steps, 1))
        return self._rich(f"**{name}**\n\n{rows}", "reading-small")

    def _source(self, at: int, source: Source) -> QLabel:
        said = ", ".join(part for part in (source.author, source.publisher, str(source.year or "")) if part)
        title = f"[{source.title}]({source.address})" if source.address.startswith("http") else source.title
        part = f" ({self._interface('library.in-part')})" if source.known == "part" else ""
        label = self._rich(f"{at}\\. {title}. {said}{part}", "help", "ours")
        label.setToolTip(source.address)
        return label

    def _rich(self, markdown: str, step: str, voice: Voice = "library", *, secondary: bool = False) -> QLabel:
        label, colors = _wrapping(""), self._interface.look.colors
        made = font(step, self.font(), voice)
        size, line = TYPE[step]
        label.setFont(made)
        label.setText(
            html(
                markdown,
                size=made.pointSizeF(),
                line=round(100 * line / size / 1.2),
                color=colors["secondary" if secondary else "text"],
                link=colors["accent"],
            )
        )
        label.linkActivated.connect(self._follow)
        return label

    def _lay_out(self) -> None:
        self._write.setProperty("primary", True)
        bar = QHBoxLayout()
        bar.setContentsMargins(36, 10, 24, 6)
        bar.setSpacing(8)
        bar.addWidget(self._where, 1)
        bar.addWidget(self._pick)
        bar.addWidget(self._write)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("reading")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._scroll, 1)


def _wrapping(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label
