"""Native stacked columns with their workbook: the plot laid out by hand, so that columns stand where the frames say.

The totals above the columns are a line without line or markers on the same axes."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from app.export.pptx.canvas import Canvas
from app.export.pptx.chart_label import LabelWriter
from app.export.pptx.chart_space import add_parts, closed_chart, frame_chart, open_chart, write_series, write_strings
from app.export.pptx.workbook import ValueColumn, categories_range, localized, name_cell, values_range, workbook
from app.export.pptx.xml import A, C, Element, sub
from app.language.catalogue import Words
from app.layout.frames import ChartItem

#: The schema wants positive 32-bit numbers; PowerPoint repairs charts whose numbers need the highest bit.
_CATEGORY_AXIS: Final = "1107296257"
_VALUE_AXIS: Final = "1107296258"
_OUTLINE: Final = 1.0


@dataclass(frozen=True, slots=True)
class _Totals:
    """What stands above the columns, and where: the sum of each column's values above zero."""

    name: str
    values: tuple[Decimal, ...]


def draw_chart(item: ChartItem, parent: Element, canvas: Canvas) -> None:
    """A chart in its graphic frame, with parts of its own for chart and workbook."""
    item = replace(item, number_format=localized(item.number_format, item.lang))
    totals = _totals(item)
    columns = [ValueColumn(series.name, series.values) for series in item.series]
    if totals is not None:
        columns.append(ValueColumn(totals.name, totals.values, total=True))
    part, book = add_parts(workbook(item.unit, item.categories, columns, item.number_format), canvas)
    part.data = _chart_space(item, totals, canvas, book)
    frame_chart(item, part, parent, canvas)


def _totals(item: ChartItem) -> _Totals | None:
    if not any(item.totals):
        return None
    sums = (
        sum((max(series.values[index] or Decimal(0), Decimal(0)) for series in item.series), Decimal(0))
        for index in range(len(item.categories))
    )
    return _Totals(Words("pptx", item.lang)("chart.total"), tuple(sums))


def _chart_space(item: ChartItem, totals: _Totals | None, canvas: Canvas, book: str) -> bytes:
    labels = LabelWriter(item, canvas.deck.palette)
    space, chart, plot = open_chart(item)
    _write_columns(plot, item, labels, canvas)
    if totals is not None:
        _write_totals(plot, item, totals, labels)
    _write_axes(plot, item, labels)
    return closed_chart(item, space, chart, book, canvas.deck.palette)


def _write_columns(plot: Element, item: ChartItem, labels: LabelWriter, canvas: Canvas) -> None:
    bars = sub(plot, f"{C}barChart")
    sub(bars, f"{C}barDir", {"val": "col"})
    sub(bars, f"{C}grouping", {"val": "stacked"})
    sub(bars, f"{C}varyColors", {"val": "0"})
    for index, series in enumerate(item.series):
        element = write_series(bars, index, series.name, name_cell(index))
        properties = sub(element, f"{C}spPr")
        canvas.deck.palette.fill(properties, series.fill)
        canvas.deck.palette.outline(properties, series.outline, _OUTLINE)
        sub(element, f"{C}invertIfNegative", {"val": "0"})
        labels.in_segments(element, series)
        _write_data(element, item, index, series.values)
    sub(bars, f"{C}gapWidth", {"val": str(round(item.gap * 100))})
    sub(bars, f"{C}overlap", {"val": "100"})
    _write_axis_ids(bars)


def _write_totals(plot: Element, item: ChartItem, totals: _Totals, labels: LabelWriter) -> None:
    index = len(item.series)
    lines = sub(plot, f"{C}lineChart")
    sub(lines, f"{C}grouping", {"val": "standard"})
    sub(lines, f"{C}varyColors", {"val": "0"})
    element = write_series(lines, index, totals.name, name_cell(index))
    sub(sub(sub(element, f"{C}spPr"), f"{A}ln"), f"{A}noFill")
    sub(sub(element, f"{C}marker"), f"{C}symbol", {"val": "none"})
    labels.above(element)
    _write_data(element, item, index, totals.values)
    sub(element, f"{C}smooth", {"val": "0"})
    sub(lines, f"{C}marker", {"val": "1"})
    _write_axis_ids(lines)


def _write_data(parent: Element, item: ChartItem, index: int, values: tuple[Decimal | None, ...]) -> None:
    categories = sub(sub(parent, f"{C}cat"), f"{C}strRef")
    sub(categories, f"{C}f", text=categories_range(len(item.categories)))
    write_strings(categories, item.categories)
    numbers = sub(sub(parent, f"{C}val"), f"{C}numRef")
    sub(numbers, f"{C}f", text=values_range(index, len(item.categories)))
    cache = sub(numbers, f"{C}numCache")
    sub(cache, f"{C}formatCode", text=item.number_format)
    sub(cache, f"{C}ptCount", {"val": str(len(values))})
    for place_in_series, value in enumerate(values):
        if value is not None:
            sub(sub(cache, f"{C}pt", {"idx": str(place_in_series)}), f"{C}v", text=format(value, "f"))


def _write_axis_ids(parent: Element) -> None:
    sub(parent, f"{C}axId", {"val": _CATEGORY_AXIS})
    sub(parent, f"{C}axId", {"val": _VALUE_AXIS})


def _write_axes(plot: Element, item: ChartItem, labels: LabelWriter) -> None:
    """Axes that scale but do not show: labels and table say what they would. Categories are named where there is room below the plot."""
    named = item.box.bottom - item.plot.bottom >= item.font.size
    category = _write_axis(plot, "catAx", _CATEGORY_AXIS, {"orientation": "minMax"}, "b", "General", shown=named)
    if named:
        labels.text(category, "muted", bold=False)
    sub(category, f"{C}crossAx", {"val": _VALUE_AXIS})
    sub(category, f"{C}crosses", {"val": "autoZero"})
    for tag, value in {"auto": "1", "lblAlgn": "ctr", "lblOffset": "100", "noMultiLvlLbl": "0"}.items():
        sub(category, f"{C}{tag}", {"val": value})
    scale = {"orientation": "minMax", "max": format(item.high, "f"), "min": format(item.low, "f")}
    value_axis = _write_axis(plot, "valAx", _VALUE_AXIS, scale, "l", item.number_format)
    sub(value_axis, f"{C}crossAx", {"val": _CATEGORY_AXIS})
    sub(value_axis, f"{C}crosses", {"val": "autoZero"})
    sub(value_axis, f"{C}crossBetween", {"val": "between"})


def _write_axis(
    plot: Element, tag: str, id: str, scale: dict[str, str], side: str, number_format: str, *, shown: bool = False
) -> Element:
    axis = sub(plot, f"{C}{tag}")
    sub(axis, f"{C}axId", {"val": id})
    scaling = sub(axis, f"{C}scaling")
    for name, value in scale.items():
        sub(scaling, f"{C}{name}", {"val": value})
    sub(axis, f"{C}delete", {"val": "0" if shown else "1"})
    sub(axis, f"{C}axPos", {"val": side})
    sub(axis, f"{C}numFmt", {"formatCode": number_format, "sourceLinked": "0"})
    for name in ("majorTickMark", "minorTickMark"):
        sub(axis, f"{C}{name}", {"val": "none"})
    sub(axis, f"{C}tickLblPos", {"val": "low" if shown else "none"})
    if shown:
        sub(sub(sub(axis, f"{C}spPr"), f"{A}ln"), f"{A}noFill")
    return axis
