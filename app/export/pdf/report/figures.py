"""Figures that stand in one piece: columns, the matrix, gauges, key figures, a shift. Drawn as vectors from the deck's own data."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal

from app.export.pdf.columns import Columns
from app.export.pdf.faces import Faces
from app.export.pdf.report.flow import Brush, Draw, Part, Strip
from app.export.pdf.report.lines import Line, set_para
from app.export.pdf.report.prose import line_draw, lines_draw
from app.export.pdf.report.type import (
    BASE,
    FACT,
    FACT_STRONG,
    FIGURE,
    MODULE,
    NOTE,
    NOTE_STRONG,
    SUBHEAD,
    TEXT,
    Style,
    modules,
)
from app.export.pdf.sheet import Pen
from app.export.pdf.tags import Tag
from app.layout.charts import ChartSeries
from app.layout.frames import Box, ChartItem, Font, Role
from app.model.base import Lang
from app.model.blocks import KeyFigure, Shift
from app.model.graphics import Chart, Dot, Gauge, Matrix, Series
from app.model.ratings import risk_level
from app.model.units import mm

_CHART_FONT: Final = Font("body", 8, mm(3.75))
_FILLS: Final[Mapping[str, tuple[Role | None, Role | None, Role]]] = {
    "ours": ("accent", None, "on-block"),
    "second": ("series-2", None, "ink"),
    "third": ("series-3", "series-2", "ink"),
    "reduction": (None, "accent", "accent"),
}
_STEPS: Final = 5
#: A key's name, fill and outline.
Key = tuple[str, Role | None, Role | None]
_DISC: Final = mm(2.4)
#: By how much a gauge's small type is lowered to stand on the grid's baseline.
_LOWER: Final = BASE - 0.75 * NOTE.line


# -- stacked columns -------------------------------------------------------------------------------------------


def chart_strips(chart: Chart, tag: Tag, lang: Lang) -> list[Strip]:
    """Columns in the text column under a key of the series."""
    plot_height = 11 * MODULE
    height = modules(plot_height + MODULE)
    keys: list[Key] = [(series.name.plain, _FILLS[series.role][0], _FILLS[series.role][1]) for series in chart.series]

    def draw(brush: Brush, y: float) -> None:
        key_row(brush, keys, TEXT[0], y + BASE)
        box = Box(TEXT[0], y + MODULE, TEXT[1], plot_height)
        item = _chart_item(chart, box, lang)
        Columns(brush.sheet, item, lambda role: brush.colors[role], (NOTE.regular, NOTE_STRONG.regular)).draw()

    return [Strip(height, (Part(draw, tag.inner("Figure", "columns", chart.alt), chart.id),))]


def key_row(brush: Brush, keys: Sequence[Key], x: float, baseline: float) -> None:
    """Squares with names, side by side."""
    for name, fill, outline in keys:
        box = Box(x, baseline - mm(2.2), mm(2.4), mm(2.4))
        brush.sheet.rectangle(box, fill and brush.colors[fill], Pen(brush.colors[outline], 0.6) if outline else None)
        brush.sheet.text(x + mm(3.6), baseline, name, NOTE.regular, NOTE.size, brush.colors["ink"])
        x += mm(3.6) + brush.sheet.faces.width(name, NOTE.regular, NOTE.size) + mm(5)


def _chart_item(chart: Chart, box: Box, lang: Lang) -> ChartItem:
    high, low = _reach(chart.series, len(chart.categories))
    return ChartItem(
        block=chart.id, name="", box=box, plot=box.inset(0, mm(5), 0, mm(5.5)), categories=chart.categories,
        series=tuple(
            ChartSeries(series.name.plain, series.values, series.labels, *_FILLS[series.role], inside=series.role != "reduction")
            for series in chart.series
        ),
        totals=chart.totals, low=low, high=high, gap=0.6, unit=chart.unit, number_format="", font=_CHART_FONT, lang=lang, alt=chart.alt,
    )  # fmt: skip


def _reach(series: Sequence[Series], count: int) -> tuple[Decimal, Decimal]:
    """The highest stack above zero and the lowest below; never nothing."""
    ups, downs = [Decimal(0)], [Decimal(0)]
    for index in range(count):
        values = [one.values[index] or Decimal(0) for one in series if index < len(one.values)]
        ups.append(sum((value for value in values if value > 0), Decimal(0)))
        downs.append(sum((value for value in values if value < 0), Decimal(0)))
    high, low = max(ups), min(downs)
    return (high if high > low else Decimal(1)), low


# -- the matrix ------------------------------------------------------------------------------------------------

_CELL_HEIGHT: Final = mm(12.5)
_AXIS: Final = mm(12)


def matrix_strips(matrix: Matrix, faces: Faces, tag: Tag) -> list[Strip]:
    """Five by five fields with numbered discs; a risk's fields shaded by severity, with their key below."""
    keys: list[Key] = [(matrix.zones[zone].plain, fill, None) for zone, fill in _ZONES.items() if zone in matrix.zones]
    shaded = matrix.kind == "risk" and bool(keys)
    height = modules(5 * _CELL_HEIGHT + mm(9) + (MODULE if shaded else 0))
    wide = (TEXT[1] - _AXIS) / _STEPS
    x_label = set_para(matrix.x_label, NOTE, 5 * wide, faces)[:1]

    def draw(brush: Brush, y: float) -> None:
        left = TEXT[0] + _AXIS
        for across in range(1, _STEPS + 1):
            for up in range(1, _STEPS + 1):
                box = Box(left + (across - 1) * wide, y + (_STEPS - up) * _CELL_HEIGHT, wide, _CELL_HEIGHT)
                level = risk_level(up, across) if matrix.kind == "risk" else None
                fill: Role = _ZONES[level] if level else "panel"
                brush.sheet.rectangle(box.inset(0.6, 0.6, 0.6, 0.6), brush.colors[fill])
                _discs(brush, [dot for dot in matrix.dots if (dot.x, dot.y) == (across, up)], box)
        foot = y + _STEPS * _CELL_HEIGHT
        _scales(brush, left, wide, y)
        for line in x_label:
            line_draw(line, NOTE, left, _STEPS * wide, "center")(brush, foot + mm(4.2))
        label = matrix.y_label.plain
        length = brush.sheet.faces.width(label, NOTE.regular, NOTE.size)
        middle = y + _STEPS * _CELL_HEIGHT / 2 + length / 2
        brush.sheet.text(TEXT[0] + mm(3), middle, label, NOTE.regular, NOTE.size, brush.colors["muted"], upwards=True)
        if shaded:
            key_row(brush, keys, left, foot + mm(11.5))

    return [Strip(height, (Part(draw, tag.inner("Figure", "matrix", matrix.alt), matrix.id),))]


_ZONES: Final[Mapping[str, Role]] = {"low": "low-fill", "medium": "medium-fill", "high": "high-fill"}


def _scales(brush: Brush, left: float, wide: float, y: float) -> None:
    for step in range(1, _STEPS + 1):
        text = str(step)
        half = brush.sheet.faces.width(text, NOTE_STRONG.regular, NOTE.size) / 2
        across = left + (step - 0.5) * wide - half
        up = y + (_STEPS - step + 0.5) * _CELL_HEIGHT + NOTE.size * 0.33
        for x, baseline in ((across, y + _STEPS * _CELL_HEIGHT + mm(3.4)), (left - mm(4), up)):
            brush.sheet.text(x, baseline, text, NOTE_STRONG.regular, NOTE.size, brush.colors["ink"])


def _discs(brush: Brush, dots: Sequence[Dot], box: Box) -> None:
    """Numbered discs in a field, three a row; the last stands for the rest when there are more than six."""
    texts = [dot.number for dot in dots]
    if len(texts) > 6:
        texts = [*texts[:5], f"+{len(texts) - 5}"]
    size = mm(5) if len(texts) > 2 else mm(5.4)
    rows = [texts[start : start + 3] for start in range(0, len(texts), 3)]
    for line, row in enumerate(rows):
        top = box.y + (box.h - len(rows) * size) / 2 + line * size
        for place, text in enumerate(row):
            x = box.x + (box.w - len(row) * size) / 2 + place * size
            numbered_disc(brush, text, x + size / 2, top + size / 2, size - mm(0.6))


def numbered_disc(brush: Brush, text: str, x: float, y: float, size: float) -> None:
    """A dark disc with a number in it, about its middle."""
    brush.sheet.ellipse(Box(x - size / 2, y - size / 2, size, size), brush.colors["ink"])
    half = brush.sheet.faces.width(text, NOTE_STRONG.regular, 7.5) / 2
    brush.sheet.text(x - half, y + 7.5 * 0.33, text, NOTE_STRONG.regular, 7.5, brush.colors["ground"])


# -- gauges and key figures ------------------------------------------------------------------------------------


def gauge_strips(gauge: Gauge, faces: Faces, tag: Tag, column: tuple[float, float]) -> list[Strip]:
    """A label, five marks (filled to today's step, rings to the target), and the reading, on one line or with it below."""
    label = set_para(gauge.label, NOTE, column[1] - mm(26), faces)
    reading = set_para(gauge.reading, NOTE_STRONG, column[1], faces)
    beside = len(reading) == 1 and reading[0].width <= mm(9)
    note = set_para(gauge.note, NOTE, column[1], faces)
    below = (() if beside else tuple(reading)), tuple(note)
    height = max(MODULE, NOTE.line * len(label) + 1) + NOTE.line * (len(below[0]) + len(below[1]))

    def draw(brush: Brush, y: float) -> None:
        x, width = column
        y += _LOWER
        lines_draw(label, NOTE, x)(brush, y)
        _marks(brush, gauge, x + width - mm(26), y + NOTE.line * 0.75 - mm(1))
        if beside:
            line_draw(reading[0], NOTE_STRONG, x, width, "right")(brush, y)
        top = y + NOTE.line * max(1, len(label))
        lines_draw(below[0], NOTE_STRONG, x)(brush, top)
        lines_draw(below[1], NOTE, x)(brush, top + NOTE.line * len(below[0]))

    return [Strip(height, (Part(draw, tag.inner("P", f"gauge/{gauge.id}"), gauge.id),), snap=False)]


def _marks(brush: Brush, gauge: Gauge, x: float, middle: float) -> None:
    pen = Pen(brush.colors["accent"], 1.0)
    for step in range(1, _STEPS + 1):
        center = x + (step - 0.5) * mm(3.4)
        if gauge.today is not None and step <= gauge.today:
            brush.sheet.ellipse(Box(center - _DISC / 2, middle - _DISC / 2, _DISC, _DISC), pen.color, None)
        elif gauge.target is not None and step <= gauge.target:
            ring = _DISC - 1.0
            brush.sheet.ellipse(Box(center - ring / 2, middle - ring / 2, ring, ring), None, pen)
        else:
            brush.sheet.ellipse(Box(center - 0.8, middle - 0.8, 1.6, 1.6), brush.colors["rule"])


def figure_row(figures: Sequence[KeyFigure], faces: Faces, tag: Tag) -> list[Strip]:
    """Key figures, three a row: a rule, the value large, what it is, and the detail."""
    strips: list[Strip] = []
    wide = mm(35)
    for start in range(0, len(figures), 3):
        parts: list[Part] = []
        height = 0.0
        for place, figure in enumerate(figures[start : start + 3]):
            draw, tall = _key_figure(figure, faces, TEXT[0] + place * mm(40), wide)
            parts.append(Part(draw, tag.inner("P", f"{figure.id}#{start + place}"), figure.id))
            height = max(height, tall)
        strips.append(Strip(modules(height), tuple(parts), before=MODULE))
    return strips


def key_figure_strips(figure: KeyFigure, faces: Faces, tag: Tag, column: tuple[float, float]) -> list[Strip]:
    """One key figure in a column."""
    draw, height = _key_figure(figure, faces, column[0], min(column[1], mm(45)))
    return [Strip(modules(height), (Part(draw, tag.inner("P", figure.id), figure.id),), before=MODULE / 2)]


def _key_figure(figure: KeyFigure, faces: Faces, x: float, width: float) -> tuple[Draw, float]:
    number, unit = _number_and_unit(figure.value.plain)
    beside = faces.width(unit, FACT_STRONG.regular, FACT.size) + mm(1.2) if unit else 0.0
    size = FIGURE.size
    while size > 14 and faces.width(number, FIGURE.regular, size) + beside > width:
        size -= 2
    label = set_para(figure.label, FACT_STRONG, width, faces)
    detail = set_para(figure.detail, FACT, width, faces)
    top = mm(12.5) if number else mm(2.5)

    def draw(brush: Brush, y: float) -> None:
        brush.sheet.line([(x, y), (x + width, y)], Pen(brush.colors["accent"], 0.6))
        if number:
            brush.sheet.text(x, y + mm(10), f"{number} ", FIGURE.regular, size, brush.colors["accent"])
            at = x + faces.width(number, FIGURE.regular, size) + mm(1.2)
            if unit:
                brush.sheet.text(at, y + mm(10), f"{unit} ", FACT_STRONG.regular, FACT.size, brush.colors["accent"])
        lines_draw(label, FACT_STRONG, x)(brush, y + top)
        lines_draw(detail, FACT, x)(brush, y + top + FACT.line * len(label))

    return draw, top + FACT.line * (len(label) + len(detail)) + 2


def _number_and_unit(value: str) -> tuple[str, str]:
    """A value's figure and its unit, which is set small: "16,6 mkr" in two."""
    head, space, tail = value.replace("\u202f", "\u00a0").rpartition("\u00a0")
    if space and tail.isalpha():
        return head, tail
    return value, ""


# -- a shift ---------------------------------------------------------------------------------------------------


def shift_strips(shift: Shift, faces: Faces, tag: Tag) -> list[Strip]:
    """From one logic to another: two columns, the first in the quiet colour, with their glosses."""
    wide = mm(55)
    sides: tuple[tuple[float, Role, Literal["from", "to"]], ...] = (
        (TEXT[0], "muted", "from"),
        (TEXT[0] + mm(60), "accent", "to"),
    )
    parts: list[Part] = []
    height = 0.0
    for x, color, side in sides:
        label, word, gloss = (
            (shift.from_label, shift.from_word, shift.from_gloss)
            if side == "from"
            else (shift.to_label, shift.to_word, shift.to_gloss)
        )
        stack: list[tuple[list[Line], Style]] = [
            (set_para(label, NOTE, wide, faces), NOTE),
            (set_para(word, SUBHEAD, wide, faces), SUBHEAD),
            (set_para(gloss, FACT, wide, faces), FACT),
        ]
        parts.append(Part(_stacked(stack, x, {1: color}), tag.inner("P", f"{shift.id}/{side}"), shift.id))
        height = max(height, sum(len(lines) * style.line for lines, style in stack))
    strips = [Strip(modules(height), tuple(parts), before=MODULE / 2)]
    if shift.evidence:
        strips += key_figure_strips(shift.evidence, faces, tag, TEXT)
    return strips


def _stacked(stack: Sequence[tuple[list[Line], Style]], x: float, colors: Mapping[int, Role]) -> Draw:
    def draw(brush: Brush, y: float) -> None:
        for index, (lines, style) in enumerate(stack):
            lines_draw(lines, style, x, color=colors.get(index))(brush, y)
            y += len(lines) * style.line

    return draw
