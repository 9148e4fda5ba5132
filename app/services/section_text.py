"""A section of the report as text that can be pasted elsewhere: formatted with headings, lists and tables, and plain."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from typing import NamedTuple

from app.compose import compose_report
from app.compose.report import ReportSection
from app.model.base import TAGS, FieldPath, Lang
from app.model.blocks import Block, KeyFigure, Passage, Proposal, QuestionAnswer, Shift, Sources, Statement, Steps
from app.model.graphics import Chart, Gauge, HeatMap, Matrix, Readiness, Timeline
from app.model.project import Project
from app.model.rich import Para, para
from app.model.tables import Table
from app.services.copying import Copied

#: A table's rows, its heads first; what is a list is its points.
_Rows = Sequence[Sequence[str]]


class _Piece(NamedTuple):
    """An element of HTML: h2, h3, p or li with its words, or a table with its rows."""

    name: str
    words: str = ""
    rows: _Rows = ()


def section_copied(project: Project, lang: Lang, today: date, field: FieldPath) -> Copied:
    """The section of the full report that tells a field or place, or those that tell its parts; both texts empty where none does."""
    report = compose_report(project, lang=lang, today=today, draft=False, kind="full")
    pieces = [piece for section in _telling(report.sections, field) for piece in _section(section, lang)]
    body = "".join(_html(pieces))
    return Copied(f'<div lang="{TAGS[lang]}">{body}</div>' if body else "", "\n".join(_plain(pieces)).strip())


def _telling(sections: Sequence[ReportSection], field: FieldPath) -> Sequence[ReportSection]:
    around = [section for section in sections if f"{field}/".startswith(f"{section.id}/")]
    if around:
        return (max(around, key=lambda section: len(section.id)),)
    return [section for section in sections if section.id.startswith(f"{field}/")]


def _section(section: ReportSection, lang: Lang) -> Iterator[_Piece]:
    yield from (_Piece("h2", text.plain) for text in (section.heading, section.claim) if text)
    for block in (*section.blocks, *section.margin):
        yield from _block(block, lang)


def _block(block: Block, lang: Lang) -> Iterator[_Piece]:
    match block:
        case Table() | HeatMap() | Chart():
            yield from _table(block)
        case Passage() | Steps() | Sources() | QuestionAnswer():
            yield from _headed_lines(block)
        case Timeline() | Matrix() | Readiness():
            yield from _lines((para(block.alt, lang),))
        case _:
            yield from _short(block)


def _short(block: Block) -> Iterator[_Piece]:
    """What is said in a line or two."""
    match block:
        case Statement():
            yield from _lines((block.head, block.support))
        case KeyFigure():
            yield _Piece("p", _joined(block.label, block.value, block.detail))
        case Shift():
            yield _Piece("p", _joined(block.from_label, block.from_word, block.from_gloss))
            yield _Piece("p", _joined(block.to_label, block.to_word, block.to_gloss))
        case Gauge():
            yield _Piece("p", _joined(block.label, block.reading))
        case Proposal():
            yield _Piece("li", _joined(block.head, *block.details))
        case _:
            return


def _headed_lines(block: Passage | Steps | Sources | QuestionAnswer) -> Iterator[_Piece]:
    match block:
        case Passage():
            yield from _headed(block.head)
            yield from (_Piece("li" if line.marker else "p", line.plain) for line in block.text if line)
        case Steps():
            yield from _headed(block.head)
            yield from (_Piece("li", _joined(step.name, step.when, step.text)) for step in block.steps)
        case QuestionAnswer():
            yield from _headed(block.question)
            yield from _lines((block.answer,))
        case Sources():
            yield from (_Piece("li", entry.text.plain) for entry in block.entries)


def _table(block: Table | HeatMap | Chart) -> Iterator[_Piece]:
    if isinstance(block, Chart):
        yield from _headed(block.caption)
        yield _Piece("table", rows=[["", *block.categories], *([s.name.plain, *s.labels] for s in block.series)])
        return
    if isinstance(block, Table):
        yield from _headed(block.caption)
        heads = [column.head.plain for column in block.columns]
    else:
        heads = [text.plain for text in (block.corner, *block.options)]
    cells = [[_joined(cell.text, cell.below) for cell in row.cells] for row in block.rows]
    yield _Piece("table", rows=[heads, *cells])


def _headed(head: Para) -> Iterator[_Piece]:
    if head:
        yield _Piece("h3", head.plain)


def _lines(texts: Sequence[Para]) -> Iterator[_Piece]:
    yield from (_Piece("p", text.plain) for text in texts if text)


def _joined(first: Para, *others: Para) -> str:
    """A label and what is said of it: "Ansvarig: Anna Berg, mars 2027"."""
    rest = ", ".join(text.plain for text in others if text)
    return ": ".join(part for part in (first.plain, rest) if part)


def _html(pieces: Sequence[_Piece]) -> Iterator[str]:
    in_list = False
    for piece in pieces:
        if in_list != (piece.name == "li"):
            in_list = not in_list
            yield "<ul>" if in_list else "</ul>"
        if piece.name == "table":
            heads, *rows = piece.rows
            yield f"<table border='1'><thead>{_row(heads, 'th')}</thead><tbody>{''.join(_row(row, 'td') for row in rows)}</tbody></table>"
        else:
            yield f"<{piece.name}>{escape(piece.words)}</{piece.name}>"
    if in_list:
        yield "</ul>"


def _row(cells: Sequence[str], name: str) -> str:
    return f"<tr>{''.join(f'<{name}>{escape(cell)}</{name}>' for cell in cells)}</tr>"


def _plain(pieces: Sequence[_Piece]) -> Iterator[str]:
    """A line each, an empty one before headings, tables with tabs so that they fall into cells."""
    for piece in pieces:
        if piece.name in ("h2", "h3"):
            yield ""
        if piece.name == "table":
            yield from ("\t".join(row) for row in piece.rows)
        else:
            yield f"– {piece.words}" if piece.name == "li" else piece.words
