"""Labels in a chart: values in their segments, reductions too small for one below it, totals above the columns."""

from typing import Final

from app.export.pptx.chart_space import write_text
from app.export.pptx.paint import Palette
from app.export.pptx.xml import C15, C, Element, extended, extension, sub
from app.layout.charts import ChartSeries
from app.layout.frames import ChartItem, Role

_CHART_2012: Final = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_SHOWN: Final = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


class LabelWriter:
    """Writes the labels of one chart in its number format and font."""

    def __init__(self, item: ChartItem, palette: Palette) -> None:
        self._item = item
        self._palette = palette

    def in_segments(self, parent: Element, series: ChartSeries) -> None:
        """A series' labels. Where a segment is lower than a line of text, there is none, or it stands outside where the series allows."""
        labels = sub(parent, f"{C}dLbls")
        for index, (value, text) in enumerate(zip(series.values, series.labels, strict=True)):
            if value is None or not text:
                self._leave_out(labels, index)
                continue
            height = float(abs(value) / (self._item.high - self._item.low)) * self._item.plot.h
            if height >= self._item.font.line:
                continue
            if series.inside:
                self._leave_out(labels, index)
            else:
                by = (height + self._item.font.line) / 2
                self._move(labels, index, by if value < 0 else -by, series.label_color)
        self._show(labels, series.label_color, "ctr", bold=self._item.font.bold)

    def above(self, parent: Element) -> None:
        """The totals' labels."""
        labels = sub(parent, f"{C}dLbls")
        for index, text in enumerate(self._item.totals):
            if not text:
                self._leave_out(labels, index)
        self._show(labels, "ink", "t", bold=True)

    def text(self, parent: Element, color: Role, *, bold: bool) -> None:
        """The look of text in the chart."""
        write_text(parent, self._item.font, self._item.lang, color, self._palette, bold=bold)

    def _leave_out(self, labels: Element, index: int) -> None:
        label = sub(labels, f"{C}dLbl")
        sub(label, f"{C}idx", {"val": str(index)})
        sub(label, f"{C}delete", {"val": "1"})

    def _move(self, labels: Element, index: int, by: float, color: Role) -> None:
        """A label `by` points below (above, when negative) the middle of its segment."""
        label = sub(labels, f"{C}dLbl")
        sub(label, f"{C}idx", {"val": str(index)})
        layout = sub(sub(label, f"{C}layout"), f"{C}manualLayout")
        sub(layout, f"{C}x", {"val": "0"})
        sub(layout, f"{C}y", {"val": f"{by / self._item.box.h:.6f}"})
        self._form(label, color, "ctr", bold=self._item.font.bold)

    def _show(self, labels: Element, color: Role, position: str, *, bold: bool) -> None:
        self._form(labels, color, position, bold=bold)
        # Without this LibreOffice draws a line from a moved label to its segment.
        lines = extension(labels, "c", _CHART_2012)
        extended(lines, f"{C15}showLeaderLines", "c15", {"val": "0"})

    def _form(self, parent: Element, color: Role, position: str, *, bold: bool) -> None:
        sub(parent, f"{C}numFmt", {"formatCode": self._item.number_format, "sourceLinked": "0"})
        look = sub(parent, f"{C}spPr")
        self._palette.fill(look, None)
        self._palette.outline(look, None, 0.0)
        self.text(parent, color, bold=bold)
        sub(parent, f"{C}dLblPos", {"val": position})
        for name in _SHOWN:
            sub(parent, f"{C}{name}", {"val": "1" if name == "showVal" else "0"})
