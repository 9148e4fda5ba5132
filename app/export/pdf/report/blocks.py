"""Blocks of meaning as strips, in the text column or in the margin column. Tables and figures are numbered in their order."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TypeGuard

from app.compose.report import ReportWords
from app.export.pdf.faces import Faces
from app.export.pdf.report.figures import (
    chart_strips,
    figure_row,
    gauge_strips,
    key_figure_strips,
    matrix_strips,
    shift_strips,
)
from app.export.pdf.report.flow import Part, Strip
from app.export.pdf.report.lines import Look, set_para, set_text
from app.export.pdf.report.pictures import picture_strips
from app.export.pdf.report.prose import line_strips, lines_draw, rich_strips
from app.export.pdf.report.rows import readiness_strips, steps_strips, timeline_strips
from app.export.pdf.report.tables import frame_of, table_strips
from app.export.pdf.report.type import (
    CAPTION,
    FACT,
    FACT_STRONG,
    FULL,
    MARGIN,
    MODULE,
    NOTE,
    SUBHEAD,
    TEXT,
)
from app.export.pdf.tags import Tag
from app.model.base import Lang
from app.model.blocks import (
    Ask,
    Block,
    CoverBlock,
    Decisions,
    KeyFigure,
    Passage,
    Picture,
    Proposal,
    QuestionAnswer,
    Shift,
    Sources,
    Statement,
    Steps,
)
from app.model.graphics import Balance, Chart, Gauge, HeatMap, Matrix, Measures, Readiness, Responsibility, Timeline
from app.model.rich import Para, Rich, Span, para
from app.model.tables import Column, Table
from app.model.units import mm

_Worded = (
    Passage
    | Statement
    | Proposal
    | QuestionAnswer
    | KeyFigure
    | CoverBlock
    | Ask
    | Decisions
    | Measures
    | Responsibility
    | Balance
)


_Figure = Chart | Timeline | Matrix | Readiness | Steps | Picture
#: Blocks that stand close below each other, and up to how many lines each of them stays on one page.
_LISTED = (Statement, Proposal)
_WHOLE = 6


@dataclass(slots=True)
class BlockSetter:
    """Sets blocks one after the other, counting tables and figures."""

    faces: Faces
    words: ReportWords
    lang: Lang
    tables: int = field(default=0)
    figures: int = field(default=0)

    def set_all(self, blocks: Sequence[Block], tag: Tag) -> list[Strip]:
        """Blocks in the text column or wider, one below the other; key figures side by side."""
        strips: list[Strip] = []
        queue = list(blocks)
        before: Block | None = None
        while queue:
            block = queue.pop(0)
            if isinstance(block, KeyFigure):
                row = [block]
                while queue and isinstance(queue[0], KeyFigure):
                    row.append(queue.pop(0))  # pyright: ignore[reportArgumentType]
                found = (
                    figure_row(row, self.faces, tag)
                    if len(row) > 1
                    else key_figure_strips(block, self.faces, tag, TEXT)
                )
            else:
                found = self._basis(block, before, tag) if _is_basis(block) else self._set(block, tag)
            close = (
                not strips
                or strips[-1].keep
                or _is_basis(block)
                or (isinstance(before, _LISTED) and isinstance(block, _LISTED))
            )
            strips += found if close else _spaced(found)
            before = block
        return strips

    def set_margin(self, blocks: Sequence[Block], tag: Tag) -> list[Strip]:
        """Blocks in the margin column: gauges, key figures, short passages; others are set in small type as text."""
        strips: list[Strip] = []
        for block in blocks:
            match block:
                case Gauge():
                    found = gauge_strips(block, self.faces, tag, MARGIN)
                case KeyFigure():
                    found = key_figure_strips(block, self.faces, tag, MARGIN)
                case Passage():
                    found = self._small_head(block.head, tag, block.id)
                    found += rich_strips(block.text, self.faces, tag, block=block.id, style=NOTE, column=MARGIN)
                case _:
                    found = []
            strips += [
                replace(strip, before=mm(2.5) if index == 0 and strips else strip.before)
                for index, strip in enumerate(found)
            ]
        return strips

    def _small_head(self, head: Para, tag: Tag, block: str) -> list[Strip]:
        lines = set_para(head, FACT_STRONG, MARGIN[1], self.faces)
        return line_strips(lines, FACT_STRONG, MARGIN[0], tag.inner("P", f"{block}/head"), block=block, keep=True)

    def _set(self, block: Block, tag: Tag) -> list[Strip]:
        match block:
            case Sources():
                return self._sources(block, tag)
            case Table() | HeatMap():
                return self._table(block, tag)
            case Chart() | Timeline() | Matrix() | Readiness() | Steps() | Picture():
                return self._figure(block, tag)
            case Gauge():
                return gauge_strips(block, self.faces, tag, (TEXT[0], mm(55)))
            case Shift():
                return shift_strips(block, self.faces, tag)
            case _:
                head, texts = _text_of(block, self.lang)
                inner = tag.inner("Sect", block.id) if head else tag
                found = rich_strips(texts, self.faces, inner, block=block.id)
                if isinstance(block, _LISTED) and len(found) <= _WHOLE:
                    found = [*(replace(strip, keep=True) for strip in found[:-1]), *found[-1:]]
                return [*self._head(head, inner, block.id), *found]

    def _basis(self, block: Passage, before: Block | None, tag: Tag) -> list[Strip]:
        """Small print at the edge of what it stands below."""
        wide = isinstance(before, Table) and frame_of(before.columns, before.rows, self.faces).x < TEXT[0]
        return rich_strips(block.text, self.faces, tag, block=block.id, style=NOTE, column=FULL if wide else TEXT)

    # -- text --------------------------------------------------------------------------------------------------

    def _head(self, head: Para, tag: Tag, block: str) -> list[Strip]:
        lines = set_para(head, SUBHEAD, TEXT[1], self.faces)
        return line_strips(lines, SUBHEAD, TEXT[0], tag.heading("head"), block=block, keep=True)

    def _sources(self, block: Sources, tag: Tag) -> list[Strip]:
        """Numbered, each led to by its address."""
        tag = tag.inner("Sect", block.id) if block.head else tag
        strips = self._head(block.head, tag, block.id)
        for number, entry in enumerate(block.entries, start=1):
            spans = tuple(replace(span, href=span.href or entry.href or None) for span in entry.text.spans)
            item = tag.inner("L", "sources").inner("LI", f"{number}")
            lines = set_para(Para(spans), FACT, TEXT[1] - mm(7.5), self.faces)
            found = line_strips(lines, FACT, TEXT[0] + mm(7.5), item.inner("LBody"), block=entry.id, before=mm(1.25))
            if found:
                mark = set_para(Para((Span(str(number), self.lang),)), FACT_STRONG, mm(7), self.faces)
                label = Part(lines_draw(mark, FACT_STRONG, TEXT[0], color="accent"), item.inner("Lbl"), entry.id)
                found[0] = replace(found[0], parts=(label, *found[0].parts), snap=False)
            strips += found
        return strips

    # -- tables and figures ------------------------------------------------------------------------------------

    def _table(self, block: Table | HeatMap, tag: Tag) -> list[Strip]:
        self.tables += 1
        table = block if isinstance(block, Table) else _as_table(block, para(self.words.weighing, self.lang))
        inner = tag.inner("Table", f"{block.id}", block.alt)
        frame = frame_of(table.columns, table.rows, self.faces)
        label = f"{self.words.table} {self.tables}"

        def caption(goes_on: bool) -> list[Strip]:
            said = f"{label}, {self.words.continued}" if goes_on else label
            return self._caption(
                said, table.caption, (frame.x, frame.width), None if goes_on else inner.inner("Caption"), block.id
            )

        strips = table_strips(table.columns, table.rows, self.faces, inner, caption)
        return [replace(strips[0], clear=frame.x < TEXT[0]), *strips[1:]]

    def _figure(self, block: _Figure, tag: Tag) -> list[Strip]:
        self.figures += 1
        label = f"{self.words.figure} {self.figures}"
        column = FULL if isinstance(block, Timeline | Readiness) else TEXT
        caption = self._caption(
            label, _caption_of(block, self.words, self.lang), column, tag.inner("P", f"{block.id}/caption"), block.id
        )
        found = self._figure_strips(block, tag)
        return [replace(caption[0], clear=column is FULL), *caption[1:], *found]

    def _figure_strips(self, block: _Figure, tag: Tag) -> list[Strip]:
        match block:
            case Chart():
                return chart_strips(block, tag, self.lang)
            case Timeline():
                return timeline_strips(block, self.faces, tag)
            case Matrix():
                return matrix_strips(block, self.faces, tag)
            case Readiness():
                return readiness_strips(block, self.faces, tag)
            case Steps():
                return steps_strips(block, self.faces, tag)
            case Picture():
                return picture_strips(block, tag)

    def _caption(self, label: str, text: Para, column: tuple[float, float], tag: Tag | None, block: str) -> list[Strip]:
        x, width = column
        number = [(label, Look(CAPTION.regular, CAPTION.size, "accent", self.lang))]
        head = set_text(number, CAPTION, width, self.faces)
        lines = set_para(text, CAPTION, width, self.faces, indent=head[0].width + mm(3)) if text else []
        parts = [Part(lines_draw(head, CAPTION, x), tag, block)]
        if lines:
            parts.append(Part(lines_draw(lines, CAPTION, x), tag, block))
        height = max(1, len(lines)) * CAPTION.line
        return [Strip(height, tuple(parts), before=MODULE, keep=True)]


def _is_basis(block: Block) -> TypeGuard[Passage]:
    """Whether a block is the small print below a table: what its figures rest on."""
    return isinstance(block, Passage) and block.role == "basis"


def _text_of(block: _Worded, lang: Lang) -> tuple[Para, Rich]:
    """The head and the text of a block that is words; what slides alone draw is told by its description."""
    match block:
        case Measures() | Responsibility() | Balance():
            return Para(), (para(block.alt, lang),)
        case Passage():
            return block.head, block.text
        case QuestionAnswer():
            return block.question, (block.answer,)
        case KeyFigure():
            return block.label, (block.value, block.detail)
        case CoverBlock():
            return block.title, (block.answer,)
        case _:
            return Para(), tuple(_items(block))


def _items(block: Statement | Proposal | Ask | Decisions) -> list[Para]:
    """What a block lists, each under its mark."""
    match block:
        case Statement():
            return [_marked(_strong(block.head), block.number), replace(block.support, level=1)]
        case Proposal():
            details = (replace(detail, marker="", level=1) for detail in block.details)
            return [_marked(_strong(block.head), block.head.marker or "–"), *details]
        case Ask():
            return [_marked(text, number) for _, group in block.groups for _, number, text in group]
        case Decisions():
            return [_marked(point.text, point.number) for _, group in block.groups for point in group]


def _strong(text: Para) -> Para:
    return replace(text, spans=tuple(replace(span, bold=True) for span in text.spans))


def _marked(text: Para, number: str) -> Para:
    return replace(text, marker=number)


def _as_table(heat: HeatMap, caption: Para) -> Table:
    """A heat map is a table whose cells are rated; the recommended alternative says so under its name."""
    heads = [
        _below(option, heat.recommended_label) if index == heat.recommended else option
        for index, option in enumerate(heat.options)
    ]
    return Table(
        heat.id,
        caption or _joined(heat.options),
        (Column(heat.corner, 1.2), *(Column(head, 1.0) for head in heads)),
        heat.rows,
        heat.alt,
    )


def _below(name: Para, label: Para) -> Para:
    """A name with a label on the line below; the label alone where nothing is named."""
    return Para((*name.spans, Span("\n", name.spans[-1].lang), *label.spans)) if name else label


def _caption_of(block: _Figure, words: ReportWords, lang: Lang) -> Para:
    """What a figure's caption says after its number."""
    match block:
        case Chart() | Picture():
            return block.caption
        case Steps():
            return block.head
        case Readiness():
            return block.scale
        case Matrix():
            if block.kind == "risk" and words.risks:
                return para(words.risks, lang)
            return _joined((block.y_label, block.x_label))
        case Timeline():
            years = "–".join(dict.fromkeys((str(block.start.year), str((block.end - timedelta(days=1)).year))))
            return para(f"{words.timeline} {years}".strip(), lang)


def _joined(texts: Sequence[Para]) -> Para:
    """Names side by side, as a caption of what has none of its own."""
    spans: list[Span] = []
    for text in texts:
        spans += ([Span(" · ", text.spans[0].lang)] if spans and text.spans else []) + list(text.spans)
    return Para(tuple(spans))


def _spaced(strips: list[Strip]) -> list[Strip]:
    """A block's strips, a module below what stands above unless they say so themselves."""
    if not strips:
        return strips
    return [replace(strips[0], before=max(strips[0].before, MODULE)), *strips[1:]]
