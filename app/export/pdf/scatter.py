"""Ways along a scale drawn as vectors: gridlines, lines from start to end, discs over them."""

from collections.abc import Callable
from typing import Final

from app.export.pdf.sheet import Hex, Pen, Sheet
from app.layout.frames import Box, Role, ScatterItem

#: The gridlines' width in points.
GRID: Final = 0.75


def draw_scatter(sheet: Sheet, chart: ScatterItem, color: Callable[[Role], Hex]) -> None:
    """One chart; `color` resolves roles."""
    grid = Pen(color("hairline"), GRID)
    for step in range(chart.high - chart.low + 1):
        x = chart.plot.x + step * chart.plot.w / (chart.high - chart.low)
        sheet.line([(x, chart.plot.y), (x, chart.plot.bottom)], grid)
    pen = Pen(color(chart.line), chart.line_width)
    for index, row in enumerate(chart.rows):
        if row.start is not None and row.end is not None and row.start != row.end:
            y = chart.y(index)
            sheet.line([(chart.x(row.start), y), (chart.x(row.end), y)], pen)
    for discs in chart.discs:
        half = discs.size / 2
        for index, value in enumerate(chart.placed(discs.at)):
            if value is not None:
                place = Box(chart.x(value) - half, chart.y(index) - half, discs.size, discs.size)
                sheet.ellipse(place, color(discs.fill))
