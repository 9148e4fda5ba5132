"""Native scatter charts of ways along a scale, with their workbook.

A disc with an edge is two, the smaller over the larger: LibreOffice draws no outlines of markers."""

from collections.abc import Sequence
from typing import Final

from app.export.pptx.canvas import Canvas
from app.export.pptx.chart_space import add_parts, closed_chart, frame_chart, open_chart, write_series
from app.export.pptx.paint import Palette
from app.export.pptx.scatter_book import (
    DISC_X,
    DISC_Y,
    LINE_X,
    LINE_Y,
    PER_LINE,
    column_range,
    disc_names,
    head_cell,
    scatter_workbook,
)
from app.export.pptx.xml import A, C, Element, sub
from app.language.catalogue import Words
from app.layout.charts import ScatterDiscs
from app.layout.frames import ScatterItem

_SCALE_AXIS: Final = "1107296259"
_ROW_AXIS: Final = "1107296260"
#: The gridlines' width in points.
_GRID: Final = 0.75
_ANY_NUMBER: Final = "General"

#: Values by their place in the range that they stand in; None where there is no point.
_Values = Sequence[int | None]


def draw_scatter(item: ScatterItem, parent: Element, canvas: Canvas) -> None:
    """A scatter chart in its graphic frame, with parts of its own for chart and workbook."""
    part, book = add_parts(scatter_workbook(item), canvas)
    space, chart, plot = open_chart(item)
    _write_ways(plot, item, canvas.deck.palette)
    _write_axes(plot, item, canvas.deck.palette)
    part.data = closed_chart(item, space, chart, book, canvas.deck.palette)
    frame_chart(item, part, parent, canvas)


def _write_ways(plot: Element, item: ScatterItem, palette: Palette) -> None:
    """Lines and discs. PowerPoint draws series by their number; LibreOffice draws the first one written on top, so they are written
    in reverse."""
    scatter = sub(plot, f"{C}scatterChart")
    sub(scatter, f"{C}scatterStyle", {"val": "lineMarker"})
    sub(scatter, f"{C}varyColors", {"val": "0"})
    for index, discs in reversed(list(enumerate(item.discs, start=1))):
        _write_discs(scatter, item, index, discs, palette)
    _write_lines(scatter, item, palette)
    sub(scatter, f"{C}axId", {"val": _SCALE_AXIS})
    sub(scatter, f"{C}axId", {"val": _ROW_AXIS})


def _write_discs(scatter: Element, item: ScatterItem, index: int, discs: ScatterDiscs, palette: Palette) -> None:
    element = write_series(scatter, index, disc_names(item)[discs.at], head_cell(DISC_Y[discs.at]))
    palette.outline(sub(element, f"{C}spPr"), None, 0.0)
    marker = sub(element, f"{C}marker")
    sub(marker, f"{C}symbol", {"val": "circle"})
    sub(marker, f"{C}size", {"val": str(discs.size)})
    look = sub(marker, f"{C}spPr")
    palette.fill(look, discs.fill)
    palette.outline(look, None, 0.0)
    values = item.placed(discs.at)
    rows = [None if value is None else row for row, value in enumerate(values, start=1)]
    _write_points(element, item, (DISC_X[discs.at], values), (DISC_Y[discs.at], rows))


def _write_lines(scatter: Element, item: ScatterItem, palette: Palette) -> None:
    element = write_series(scatter, 0, Words("pptx", item.lang)("chart.way"), head_cell(LINE_Y))
    palette.outline(sub(element, f"{C}spPr"), item.line, item.line_width)
    sub(sub(element, f"{C}marker"), f"{C}symbol", {"val": "none"})
    values: list[int | None] = []
    rows: list[int | None] = []
    for number, row in enumerate(item.rows, start=1):
        known = row.start is not None and row.end is not None
        values += (row.start, row.end, None) if known else (None, None, None)
        rows += (number, number, None) if known else (None, None, None)
    _write_points(element, item, (LINE_X, values), (LINE_Y, rows))


def _write_points(element: Element, item: ScatterItem, x: tuple[int, _Values], y: tuple[int, _Values]) -> None:
    """A series' points, from the columns that they stand in."""
    for tag, (column, values) in (("xVal", x), ("yVal", y)):
        numbers = sub(sub(element, f"{C}{tag}"), f"{C}numRef")
        sub(numbers, f"{C}f", text=column_range(column, len(item.rows)))
        cache = sub(numbers, f"{C}numCache")
        sub(cache, f"{C}formatCode", text=_ANY_NUMBER)
        sub(cache, f"{C}ptCount", {"val": str(PER_LINE * len(item.rows))})
        for place, value in enumerate(values):
            if value is not None:
                sub(sub(cache, f"{C}pt", {"idx": str(place)}), f"{C}v", text=str(value))
    sub(element, f"{C}smooth", {"val": "0"})


def _write_axes(plot: Element, item: ScatterItem, palette: Palette) -> None:
    """The scale with its gridlines, and rows from the top downwards; both without labels, which stand around the plot."""
    scale = _write_axis(plot, _SCALE_AXIS, ("minMax", str(item.high), str(item.low)), "b")
    grid = sub(sub(scale, f"{C}majorGridlines"), f"{C}spPr")
    palette.outline(grid, "hairline", _GRID)
    _close_axis(scale, _ROW_AXIS)
    rows = _write_axis(plot, _ROW_AXIS, ("maxMin", f"{len(item.rows) + 0.5}", "0.5"), "l")
    _close_axis(rows, _SCALE_AXIS)


def _write_axis(plot: Element, id: str, scale: tuple[str, str, str], side: str) -> Element:
    axis = sub(plot, f"{C}valAx")
    sub(axis, f"{C}axId", {"val": id})
    scaling = sub(axis, f"{C}scaling")
    for tag, value in zip(("orientation", "max", "min"), scale, strict=True):
        sub(scaling, f"{C}{tag}", {"val": value})
    sub(axis, f"{C}delete", {"val": "0"})
    sub(axis, f"{C}axPos", {"val": side})
    return axis


def _close_axis(axis: Element, across: str) -> None:
    sub(axis, f"{C}numFmt", {"formatCode": _ANY_NUMBER, "sourceLinked": "0"})
    for name in ("majorTickMark", "minorTickMark", "tickLblPos"):
        sub(axis, f"{C}{name}", {"val": "none"})
    sub(sub(sub(axis, f"{C}spPr"), f"{A}ln"), f"{A}noFill")
    sub(axis, f"{C}crossAx", {"val": across})
    sub(axis, f"{C}crosses", {"val": "min"})
    sub(axis, f"{C}crossBetween", {"val": "midCat"})
    sub(axis, f"{C}majorUnit", {"val": "1"})
