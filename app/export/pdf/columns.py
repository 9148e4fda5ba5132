"""Stacked columns drawn as vectors, for slides and reports."""

from collections.abc import Callable
from decimal import Decimal
from math import ceil
from typing import Final

from app.export.pdf.sheet import Hex, Pen, Sheet
from app.layout.charts import ChartSeries
from app.layout.frames import Box, ChartItem, Role

#: What shows of the ground between two segments of a column, and between a label and what it labels; in points.
_SEAM: Final = 1.0
_LABEL_GAP: Final = 4.0
_ASCENT: Final = 0.7
_DESCENT: Final = 0.22


class Columns:
    """One chart being drawn. `color` resolves roles; `faces` are the regular and the bold face for its labels."""

    def __init__(self, sheet: Sheet, chart: ChartItem, color: Callable[[Role], Hex], faces: tuple[str, str]) -> None:
        self._sheet = sheet
        self._chart = chart
        self._color = color
        self._regular, self._bold = faces
        self._size = chart.font.size

    def draw(self) -> None:
        """Segments from the zero line outwards, their labels, the totals, the zero line, the categories where there is room."""
        for index in range(len(self._chart.categories)):
            self._column(index)
        plot = self._chart.plot
        zero = self._y(Decimal(0))
        self._sheet.line([(plot.x, zero), (plot.right, zero)], Pen(self._color("rule"), 1.0))
        if self._chart.box.bottom - plot.bottom >= self._size:
            for index in range(0, len(self._chart.categories), self._step()):
                category = self._chart.categories[index]
                self._centred(category, self._middle(index), plot.bottom + self._size * 1.1, self._regular, "muted")

    def _step(self) -> int:
        """Every how many categories one is named, so that their names stand clear of each other."""
        widths = (self._sheet.faces.width(name, self._regular, self._size) for name in self._chart.categories)
        return max(1, ceil((max(widths, default=0.0) + self._size / 2) / self._pitch()))

    def _y(self, value: Decimal) -> float:
        span = self._chart.high - self._chart.low
        share = float((value - self._chart.low) / span) if span else 0.0
        return self._chart.plot.bottom - share * self._chart.plot.h

    def _pitch(self) -> float:
        return self._chart.plot.w / max(1, len(self._chart.categories))

    def _middle(self, index: int) -> float:
        return self._chart.plot.x + (index + 0.5) * self._pitch()

    def _column(self, index: int) -> None:
        above, below = Decimal(0), Decimal(0)
        for series in self._chart.series:
            value = series.values[index] if index < len(series.values) else None
            if not value:
                continue
            base = above if value > 0 else below
            self._segment(series, index, base, base + value)
            if value > 0:
                above += value
            else:
                below += value
        total = self._chart.totals[index] if index < len(self._chart.totals) else ""
        if total:
            self._centred(total, self._middle(index), self._y(above) - _LABEL_GAP, self._bold, "ink")

    def _segment(self, series: ChartSeries, index: int, start: Decimal, end: Decimal) -> None:
        width = self._pitch() / (1 + self._chart.gap)
        top, bottom = sorted((self._y(start), self._y(end)))
        if start > 0:
            bottom -= _SEAM
        elif start < 0:
            top += _SEAM
        inset = 0.5 if series.outline else 0.0
        box = Box(self._middle(index) - width / 2, top, width, max(bottom - top, 0.5)).inset(inset, inset, inset, inset)
        pen = Pen(self._color(series.outline), 2 * inset) if series.outline else None
        self._sheet.rectangle(box, self._color(series.fill) if series.fill else None, pen)
        self._label(series, index, box, down=end < 0)

    def _label(self, series: ChartSeries, index: int, box: Box, *, down: bool) -> None:
        text = series.labels[index] if index < len(series.labels) else ""
        if not text:
            return
        room = (_ASCENT + _DESCENT) * self._size + 2
        baseline = box.y + box.h / 2 + (_ASCENT - _DESCENT) / 2 * self._size
        if box.h < room:
            if series.inside:
                return
            baseline = box.bottom + self._size if down else box.y - _LABEL_GAP
        self._centred(text, self._middle(index), baseline, self._bold, series.label_color)

    def _centred(self, text: str, x: float, baseline: float, face: str, color: Role) -> None:
        width = self._sheet.faces.width(text, face, self._size)
        self._sheet.text(x - width / 2, baseline, text, face, self._size, self._color(color))
