"""Investment: columns per year over the table whose figures they show, what follows from it in the panel beside."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.gauges import figure_height, place_figure
from app.layout.charts import ChartSeries
from app.layout.frames import Box, ChartItem, GroupItem, Item, Role, ShapeItem
from app.layout.setting import BodyPage, Setting, rule
from app.layout.style import styled
from app.layout.tables import (
    ROOMY,
    TableStyle,
    by_columns,
    column_widths,
    draw_table,
    head_height,
    measured,
    place_table,
)
from app.layout.text import FILL, natural_width, shortened
from app.model.blocks import KeyFigure
from app.model.graphics import Chart, Series
from app.model.tables import Table

#: A key's square with the space after it, and the space between two keys.
_KEY_W: Final = 14.0
_BETWEEN_KEYS: Final = 16.0
_FIGURES: Final = TableStyle("second", 1.4)
_CHART_GAP: Final = 0.55
_CAPTION_H: Final = 20.0
_TOTAL_H: Final = 17.0
#: What a chart that stands alone needs for its years.
_YEARS_H: Final = 20.0
_LOWEST_CHART: Final = 96.0
_FIGURE_H: Final = 66.0
_PANEL_INSET: Final = 16.0
_LEAST_GAP: Final = 2.0
#: A body narrower than this has its key figures above the chart; so many of them, and the space below.
_NARROW: Final = 600.0
_MOST_IN_ROW: Final = 4
_BELOW_ROW: Final = 16.0
#: Fill, outline and label of each series; the third's outline is the theme's.
_FILLS: Final[dict[str, tuple[Role | None, Role | None, Role]]] = {
    "ours": ("accent", "ground", "ground"),
    "second": ("series-2", "ground", "ink"),
    "third": ("series-3", None, "ink"),
    "reduction": (None, "accent", "accent"),
}


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """Chart over table on the first page; a table too long for that stands on pages of its own. The figures stand in the panel beside,
    in a row above where the body is narrow or too low for them."""
    figures = [block for block in slide.blocks if isinstance(block, KeyFigure)]
    chart = next((block for block in slide.blocks if isinstance(block, Chart)), None)
    table = next((block for block in slide.blocks if isinstance(block, Table)), None)
    placed, area = _figures(figures, body, setting) if figures else ([], body)
    # Read as seen: a row above before the chart, a panel beside after it.
    above = area.y > body.y
    items: list[Item] = [*placed] if above else []
    pages: list[BodyPage] = []
    height = _table_height(table, area, setting) if table else 0.0
    whole = table is not None and len(by_columns(table, area.w, setting, _FIGURES)) == 1
    together = bool(chart) and whole and area.h - height - _CAPTION_H >= _LOWEST_CHART
    if chart:
        room = area.h - (height + 6 if together else 0.0)
        items += _chart(chart, table if together else None, Box(area.x, area.y, area.w, room), setting)
    if table and together:
        items += _table(table, Box(area.x, area.bottom - height, area.w, height), chart, setting)
    elif table:
        tables, _ = place_table(table, body, setting)
        pages = [BodyPage((item,)) for item in tables]
    items += [] if above else placed
    return (BodyPage(tuple(items)), *pages) if chart or figures else tuple(pages) or (BodyPage(()),)


def _figures(figures: Sequence[KeyFigure], body: Box, setting: Setting) -> tuple[list[Item], Box]:
    """The key figures, and the area that they leave for chart and table."""
    beside = setting.columns(9, 12, body)
    needed = sum(figure_height(figure, beside.w - 2 * _PANEL_INSET, setting) + _LEAST_GAP for figure in figures)
    if body.w >= _NARROW and needed <= body.h - _PANEL_INSET:
        return _panel(figures, beside, setting), setting.columns(1, 8, body)
    shown = figures[:_MOST_IN_ROW]
    width = (body.w - (len(shown) - 1) * setting.grid.gutter) / len(shown)
    height = max(figure_height(figure, width, setting) for figure in shown)
    items: list[Item] = []
    for index, figure in enumerate(shown):
        place = Box(body.x + index * (width + setting.grid.gutter), body.y, width, height)
        items += place_figure(figure, place, setting)
    return items, body.inset(top=height + _BELOW_ROW)


def _table_height(table: Table, area: Box, setting: Setting) -> float:
    widths = column_widths(table.columns, area.w)
    rows = measured(table, widths, setting, _FIGURES)
    return head_height(table, widths, setting, ROOMY) - 2 * (ROOMY.pad - _FIGURES.pad) + sum(row.height for row in rows)


def _table(table: Table, box: Box, chart: Chart | None, setting: Setting) -> list[Item]:
    widths = column_widths(table.columns, box.w)
    rows = measured(table, widths, setting, _FIGURES)
    drawn = draw_table(table, rows, box, setting, _FIGURES)
    return [drawn, *_keys(table, drawn.box, [row.height for row in drawn.rows], chart, setting)]


def _look(series: Series, setting: Setting) -> tuple[Role | None, Role | None, Role]:
    fill, outline, ink = _FILLS[series.role]
    return fill, outline or (setting.theme.edges.get(fill) if fill else None), ink


def _keys(table: Table, box: Box, heights: list[float], chart: Chart | None, setting: Setting) -> list[Item]:
    """The series' keys, at the right end of the first column's rows."""
    if chart is None:
        return []
    widths = column_widths(table.columns, box.w)
    keys: list[Item] = []
    top = box.y + (heights[0] if len(heights) > len(table.rows) else 0.0)
    for row, height in zip(table.rows, heights[len(heights) - len(table.rows) :], strict=True):
        series = row.cells[0].series if row.cells else None
        if series is not None and series < len(chart.series):
            fill, outline, _ = _look(chart.series[series], setting)
            place = Box(box.x + widths[0] - 15, top + height / 2 - 4.5, 9, 9)
            keys.append(ShapeItem(table.id, "key", place, "rectangle", fill, outline or fill, 1.0))
        top += height
    return [GroupItem(table.id, "keys", tuple(keys), decorative=True)] if keys else []


def _chart(chart: Chart, table: Table | None, box: Box, setting: Setting) -> list[Item]:
    caption = shortened(styled(chart.caption, setting.font("label", bold=True)), box.w, 1, setting.measurer)
    items: list[Item] = [setting.text(chart.id, "caption", (caption,), Box(box.x, box.y, box.w, 15))]
    frame = Box(box.x, box.y + _CAPTION_H, box.w, box.h - _CAPTION_H)
    if table is None:
        beside = natural_width(caption, setting.measurer) / FILL + _BETWEEN_KEYS
        legend, frame = _legend(chart, box.inset(left=beside), frame, setting)
        items += legend
    sides = [styled(text, setting.font("label"), "muted") for text in (chart.above, chart.below)]
    plot = _plot(chart, table, frame, max(natural_width(side, setting.measurer) for side in sides) / FILL + 1)
    item = chart_item(chart, frame, plot, setting)
    zero = _zero(item)
    items.append(item)
    items.append(rule(plot.x, zero, plot.w, "rule", 1.0, "zero line"))
    for side, y in zip(sides, (zero - 17, zero + 3), strict=True):
        if side.runs and frame.y <= y <= frame.bottom - 15:
            label = shortened(side, plot.x - box.x, 1, setting.measurer)
            items.append(setting.text(chart.id, "side", (label,), Box(box.x, y, plot.x - box.x, 15)))
    return items


def _legend(chart: Chart, beside: Box, below: Box, setting: Setting) -> tuple[list[Item], Box]:
    """What a chart's fills mean where no table beside it says so: to the right of the caption, else on lines of its own below; and
    what is left for the chart."""
    names = [
        shortened(styled(series.name, setting.font("label"), "muted"), below.w - _KEY_W, 1, setting.measurer)
        for series in chart.series
    ]
    widths = [natural_width(name, setting.measurer) / FILL + 1 for name in names]
    whole = sum(_KEY_W + width + _BETWEEN_KEYS for width in widths) - _BETWEEN_KEYS
    on_line = whole <= beside.w
    items: list[Item] = []
    x, y = (beside.right - whole, beside.y) if on_line else (below.x, below.y)
    for series, name, width in zip(chart.series, names, widths, strict=True):
        if x + _KEY_W + width > below.right + 0.1:
            x, y = below.x, y + name.line
        fill, outline, _ = _look(series, setting)
        items.append(ShapeItem(chart.id, "key", Box(x, y + 3, 9, 9), "rectangle", fill, outline or fill, 1.0))
        items.append(setting.text(chart.id, "key", (name,), Box(x + _KEY_W, y, width, name.line)))
        x += _KEY_W + width + _BETWEEN_KEYS
    return items, below if on_line or not items else below.inset(top=y + _CAPTION_H - below.y)


def _plot(chart: Chart, table: Table | None, frame: Box, side: float) -> Box:
    """The plot over the table's columns of years, shifted so that the columns end where the figures end; without a table beside a margin
    that holds the words `side` wide."""
    count = max(len(chart.categories), 1)
    if table is None or len(table.columns) < count + 1:
        margin = max(frame.w * 0.12, side)
        return Box(frame.x + margin, frame.y, frame.w * 0.98 - margin, frame.h - _YEARS_H)
    widths = column_widths(table.columns, frame.w)
    pitch = widths[1]
    shift = pitch / 2 - _FIGURES.gutter - pitch / (1 + _CHART_GAP) / 2
    return Box(frame.x + widths[0] + shift, frame.y, pitch * count, frame.h)


def chart_item(chart: Chart, frame: Box, plot: Box, setting: Setting) -> ChartItem:
    """The chart with its scale: room for the totals above the highest column, for labels below the lowest."""
    high, low = _extent(chart)
    span = (high - low) or Decimal(1)
    top = Decimal(str(round(_TOTAL_H / plot.h, 4)))
    high_end = high + span * top / (1 - top)
    return ChartItem(
        block=chart.id,
        name="chart",
        box=frame,
        plot=plot,
        categories=chart.categories,
        series=tuple(_series(series, span, plot, setting) for series in chart.series),
        totals=_narrow(chart.totals, plot.w / max(len(chart.categories), 1), setting),
        low=low,
        high=high_end,
        gap=_CHART_GAP,
        unit=chart.unit,
        number_format="#,##0.0;\\−#,##0.0",
        font=setting.font("label", bold=True),
        lang=setting.lang,
        alt=chart.alt,
    )


def _narrow(labels: tuple[str, ...], pitch: float, setting: Setting) -> tuple[str, ...]:
    """The columns' labels; all empty where they would run into each other."""
    font = setting.font("label", bold=True)
    apart = all(setting.measurer.width(label, font) <= pitch for label in labels)
    return labels if apart else ("",) * len(labels)


def _extent(chart: Chart) -> tuple[Decimal, Decimal]:
    """The highest and the lowest end of the stacks."""
    highest, lowest = Decimal(0), Decimal(0)
    for index in range(len(chart.categories)):
        values = [series.values[index] or Decimal(0) for series in chart.series if index < len(series.values)]
        highest = max(highest, sum((value for value in values if value > 0), Decimal(0)))
        lowest = min(lowest, sum((value for value in values if value < 0), Decimal(0)))
    return highest, lowest


def _series(series: Series, span: Decimal, plot: Box, setting: Setting) -> ChartSeries:
    """Labels stand only on reductions; a segment lower than its label's line goes without."""
    fill, outline, ink = _look(series, setting)
    least = span * Decimal(str(round(15 / plot.h, 4)))
    labels = tuple(
        label if series.role == "reduction" and value is not None and abs(value) >= least else ""
        for label, value in zip(series.labels, series.values, strict=False)
    )
    labels = _narrow(labels, plot.w / max(len(series.values), 1), setting)
    return ChartSeries(series.name.plain, series.values, labels, fill, outline, ink)


def _zero(item: ChartItem) -> float:
    span = float(item.high - item.low) or 1.0
    return item.plot.y + item.plot.h * float(item.high) / span


def _panel(figures: Sequence[KeyFigure], box: Box, setting: Setting) -> list[Item]:
    """The figures below each other, at equal distances where they have the room for it."""
    items: list[Item] = [setting.panel(figures[0].id, "panel", (), box, "panel")]
    inner = box.inset(_PANEL_INSET, _PANEL_INSET / 2, _PANEL_INSET, _PANEL_INSET / 2)
    step = min(inner.h / len(figures), _FIGURE_H + 12)
    needed = [figure_height(figure, inner.w, setting) for figure in figures]
    gap = (inner.h - sum(needed)) / len(figures)
    rooms = [step if max(needed) <= step else height + gap for height in needed]
    top = inner.y
    for figure, room in zip(figures, rooms, strict=True):
        items += place_figure(figure, Box(inner.x, top, inner.w, room), setting, ruled=False)
        top += room
    return items
