"""The full report's cover: title, what is proposed, before whom and when, over a field of modules in the theme's colours."""

from typing import Final

from app.compose.report import Report
from app.export.pdf.faces import Faces
from app.export.pdf.report.flow import Anchor, Brush, Draw, Part, Strip
from app.export.pdf.report.lines import Line, set_para
from app.export.pdf.report.memo import TITLE_KEY
from app.export.pdf.report.prose import lines_draw
from app.export.pdf.report.type import (
    A4,
    BOTTOM,
    COVERS,
    FACT,
    FACT_STRONG,
    LEAD,
    MARGIN,
    MODULE,
    NOTE,
    TEXT,
    TOP,
    Style,
)
from app.export.pdf.tags import Tag
from app.layout.frames import Box
from app.model.rich import para
from app.model.units import mm

#: Where the title starts, and the ground below the modules.
_TITLE: Final = mm(65)
_GROUND: Final = mm(232)
_ROWS: Final = 9
_CELL: Final = mm(7)
_MOST_LINES: Final = 4
_DENSITY: Final = 10


def cover_strip(report: Report, faces: Faces, tag: Tag) -> Strip:
    """The cover as one strip that fills the page."""
    title, style = _title(report, faces)
    lead = set_para(report.lead, LEAD, TEXT[1], faces)
    top = _TITLE - TOP
    below = top + style.line * len(title) + MODULE
    parts = [Part(_down(lines_draw(title, style, TEXT[0]), top), tag.heading("title"), report.title_id)]
    if lead and below + LEAD.line * len(lead) < _GROUND - TOP - _ROWS * _CELL / 2:
        parts.append(Part(_down(lines_draw(lead, LEAD, TEXT[0]), below), tag.inner("P", "lead"), "matter/answer"))
    parts += _facts(report, faces, tag, top)
    parts.append(_foot(report, faces, tag))
    return Strip(BOTTOM - TOP, tuple(parts), under=_field, anchor=Anchor(TITLE_KEY, report.title.plain))


def _title(report: Report, faces: Faces) -> tuple[list[Line], Style]:
    for style in COVERS[:-1]:
        lines = set_para(report.title, style, TEXT[1], faces)
        if len(lines) <= _MOST_LINES:
            return lines, style
    return set_para(report.title, COVERS[-1], TEXT[1], faces), COVERS[-1]


def _facts(report: Report, faces: Faces, tag: Tag, top: float) -> list[Part]:
    """The header's facts in the margin column."""
    parts: list[Part] = []
    for number, (label, value) in enumerate(report.header):
        for text, style in ((label, NOTE), (value, FACT_STRONG if number == 0 else FACT)):
            lines = set_para(text, style, MARGIN[1], faces)
            parts.append(Part(_down(lines_draw(lines, style, MARGIN[0]), top), tag.inner("P", f"fact{number}")))
            top += style.line * len(lines)
        top += mm(1.25)
    return parts


def _foot(report: Report, faces: Faces, tag: Tag) -> Part:
    """Who issues it and for whom it is, on the ground."""
    texts = (
        report.furniture.organisation,
        report.furniture.classification,
        para(report.version, report.lang),
        report.furniture.draft,
    )
    lines = [line for text in texts for line in set_para(text, FACT_STRONG, TEXT[1], faces)]
    draw = lines_draw(lines, FACT_STRONG, MARGIN[0], color="on-block")
    return Part(_down(draw, mm(270) - TOP), tag.inner("P", "issued"))


def _down(draw: Draw, by: float) -> Draw:
    return lambda brush, y: draw(brush, y + by)


def _field(brush: Brush, _top: float) -> None:
    """A ground across the page, and modules that grow denser towards it; always the same ones."""
    accent, second = brush.colors["accent"], brush.colors["series-2"]
    brush.sheet.rectangle(Box(0, _GROUND, A4[0], A4[1] - _GROUND), accent)
    for row in range(1, _ROWS + 1):
        for column in range(int(A4[0] / _CELL)):
            seed = (column * 7919 + row * 104729 + column * row * 31) % 97
            if seed % _DENSITY < _ROWS + 1 - row - (_ROWS + column) % 3:
                inset = mm(0.7) + mm(0.25) * row
                box = Box(column * _CELL, _GROUND - row * _CELL, _CELL, _CELL).inset(inset, inset, inset, inset)
                brush.sheet.rectangle(box, second if seed % 11 == 0 else accent)
