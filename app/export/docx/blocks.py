"""Each block of a report in Word's own means: headings, lists and tables. What is drawn elsewhere stands as a table of its values, or
in the words that describe it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from app.export.docx.writer import TableCell, Writer
from app.language.format import format_date
from app.model.blocks import (
    Block,
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
from app.model.rich import Para, Span, para
from app.model.tables import Cell, Table

#: How much wider than its others a table's first column is.
_NAME_SHARE: Final = 2.0


def write_blocks(blocks: Iterable[Block], writer: Writer) -> None:
    """Writes blocks one after the other."""
    for block in blocks:
        write = _WRITERS.get(type(block))
        if write is not None:
            write(block, writer)


def _joined(writer: Writer, parts: Iterable[Para], mark: str = ", ") -> Para:
    spans: list[Span] = []
    for part in parts:
        if part:
            spans += [Span(mark, writer.lang), *part.spans] if spans else part.spans
    return Para(tuple(spans))


def _labelled(writer: Writer, label: Para, *parts: Para) -> Para:
    text = _joined(writer, parts)
    return _joined(writer, (label, text), ": ") if text else label


def _passage(block: Passage, writer: Writer) -> None:
    writer.heading(block.head, 3)
    writer.rich(block.text)


def _statement(block: Statement, writer: Writer) -> None:
    writer.text(block.head, bold=True, keep=bool(block.support))
    writer.text(block.support)


def _key_figure(block: KeyFigure, writer: Writer) -> None:
    writer.text(_labelled(writer, block.label, block.value, block.detail))


def _shift(block: Shift, writer: Writer) -> None:
    writer.text(_labelled(writer, block.from_label, block.from_word, block.from_gloss))
    writer.text(_labelled(writer, block.to_label, block.to_word, block.to_gloss))


def _gauge(block: Gauge, writer: Writer) -> None:
    writer.text(_labelled(writer, block.label, block.reading))


def _proposal(block: Proposal, writer: Writer) -> None:
    writer.bullet(_joined(writer, (block.head, *block.details), ". "))


def write_decisions(block: Decisions, writer: Writer) -> None:
    """The decisions as one numbered list, under how each body's decisions begin."""
    numbers = writer.lists.numbered()
    for head, points in block.groups:
        writer.text(head, keep=True)
        for point in points:
            writer.numbered(point.text, numbers)


def _steps(block: Steps, writer: Writer) -> None:
    writer.heading(block.head, 3)
    for step in block.steps:
        writer.bullet(_labelled(writer, step.name, step.when, step.text))


def _question(block: QuestionAnswer, writer: Writer) -> None:
    writer.text(block.question, bold=True, keep=True)
    writer.text(block.answer)


def _sources(block: Sources, writer: Writer) -> None:
    writer.heading(block.head, 3)
    numbers = writer.lists.numbered()
    for entry in block.entries:
        writer.numbered(entry.text, numbers)


def _table(block: Table, writer: Writer) -> None:
    writer.caption(block.caption)
    heads = [TableCell((column.head,), column.align) for column in block.columns]
    rows = [
        [_cell(cell, column.align, row.kind != "body") for cell, column in zip(row.cells, block.columns, strict=True)]
        for row in block.rows
    ]
    writer.table(heads, rows, block.alt, [column.share for column in block.columns])


def _cell(cell: Cell, align: Any, bold: bool) -> TableCell:
    return TableCell(tuple(text for text in (cell.text, cell.below) if text), align, bold)


def _chart(block: Chart, writer: Writer) -> None:
    """A chart as the table of its values."""
    writer.caption(block.caption)
    lang = writer.lang
    heads = [TableCell((Para(),)), *(TableCell((para(name, lang),), "right") for name in block.categories)]
    rows = [
        [TableCell((series.name,)), *(TableCell((para(label, lang),), "right") for label in series.labels)]
        for series in block.series
    ]
    writer.table(heads, rows, block.alt, [_NAME_SHARE, *(1.0 for _ in block.categories)])


def _heat_map(block: HeatMap, writer: Writer) -> None:
    heads = [TableCell((text,)) for text in (block.corner, *block.options)]
    if block.recommended is not None:
        chosen = heads[block.recommended + 1]
        heads[block.recommended + 1] = TableCell((*chosen.paras, block.recommended_label))
    rows = [[_cell(cell, "left", False) for cell in row.cells] for row in block.rows]
    writer.table(heads, rows, block.alt, [1.0 for _ in heads])


def _timeline(block: Timeline, writer: Writer) -> None:
    for lanes in block.lanes:
        writer.text(lanes.name, bold=True, keep=True)
        for bar in lanes.bars:
            start, end = (format_date(day, writer.lang, "month") for day in (bar.start, bar.end))
            writer.bullet(_labelled(writer, bar.name, para(f"{start}–{end}", writer.lang)))
    for mark in block.marks:
        writer.bullet(_labelled(writer, mark.name, para(format_date(mark.on, writer.lang), writer.lang)))


def _matrix(block: Matrix, writer: Writer) -> None:
    writer.text(para(block.alt, writer.lang))


def _readiness(block: Readiness, writer: Writer) -> None:
    relevance, name, gap = block.heads
    heads = [TableCell((text,)) for text in (name, relevance, *block.keys, gap)]
    rows = [
        [
            TableCell((lane.name,)),
            *(_count(writer, step) for step in (lane.relevance, lane.today, lane.target)),
            TableCell((lane.gap,)),
        ]
        for lane in block.lanes
    ]
    writer.table(heads, rows, block.alt, [3 * _NAME_SHARE, *(_NAME_SHARE for _ in heads[1:])])


def _count(writer: Writer, step: int | None) -> TableCell:
    return TableCell((para(str(step) if step else "–", writer.lang),))


def _measures(block: Measures, writer: Writer) -> None:
    heads = [TableCell((text,)) for text in block.heads]
    rows = [
        [
            TableCell((row.name, row.owner)),
            TableCell((row.latest, row.dated)),
            TableCell((row.start,)),
            TableCell((row.verdict,)),
            TableCell((row.target, row.due)),
            TableCell((row.detail,)),
        ]
        for row in block.rows
    ]
    writer.table(heads, rows, block.alt, [_NAME_SHARE, *(1.0 for _ in heads[1:])])


def _picture(block: Picture, writer: Writer) -> None:
    """A picture under its caption; where it cannot be shown, what it shows in words."""
    writer.caption(block.caption)
    if not writer.picture(block.sha256, block.alt):
        writer.text(para(block.alt, writer.lang))


def _responsibility(block: Responsibility, writer: Writer) -> None:
    heads = [TableCell((text,)) for text in (block.corner, *block.heads)]
    rows = [
        [TableCell((task.name,)), *(TableCell((part.text,)) for part in task.parts)]
        for _, tasks in block.groups
        for task in tasks
    ]
    writer.table(heads, rows, block.alt, [_NAME_SHARE, *(1.0 for _ in block.heads)])


def _balance(block: Balance, writer: Writer) -> None:
    writer.text(para(block.alt, writer.lang))


_WRITERS: Final[Mapping[type, Callable[[Any, Writer], None]]] = {
    Passage: _passage,
    Statement: _statement,
    KeyFigure: _key_figure,
    Shift: _shift,
    Gauge: _gauge,
    Proposal: _proposal,
    Decisions: write_decisions,
    Steps: _steps,
    QuestionAnswer: _question,
    Sources: _sources,
    Table: _table,
    Chart: _chart,
    HeatMap: _heat_map,
    Timeline: _timeline,
    Matrix: _matrix,
    Readiness: _readiness,
    Measures: _measures,
    Picture: _picture,
    Responsibility: _responsibility,
    Balance: _balance,
}
