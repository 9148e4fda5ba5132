"""Native stacked columns with their workbook: the plot laid out by hand, so that columns stand where the frames say.

The totals above the columns are a line without line or markers on the same axes."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from app.export.pptx.canvas import Canvas, place
from app.export.pptx.chart_label import LabelWriter
from app.export.pptx.package import Part, kind
from app.export.pptx.workbook import ValueColumn, categories_range, localized, name_cell, values_range, workbook
from app.export.pptx.xml import R_ID, A, C, Element, P, extended, root, serialized, sub
from app.language.catalogue import Words
from app.layout.frames import ChartItem
from app.model.base import TAGS

_URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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
    frame = sub(parent, f"{P}graphicFrame")
    naming = sub(frame, f"{P}nvGraphicFramePr")
    canvas.identify(naming, item, alt=item.alt)
    sub(sub(naming, f"{P}cNvGraphicFramePr"), f"{A}graphicFrameLocks", {"noGrp": "1"})
    sub(naming, f"{P}nvPr")
    place(frame, f"{P}xfrm", item.box)
    data = sub(sub(frame, f"{A}graphic"), f"{A}graphicData", {"uri": _URI})
    extended(data, f"{C}chart", "c", {R_ID: canvas.part.relate(_chart_part(item, canvas), kind("chart"))})


def _chart_part(item: ChartItem, canvas: Canvas) -> Part:
    deck = canvas.deck
    deck.charts += 1
    part = deck.package.add(f"/ppt/charts/chart{deck.charts}.xml", _CHART_TYPE)
    totals = _totals(item)
    columns = [ValueColumn(series.name, series.values) for series in item.series]
    if totals is not None:
        columns.append(ValueColumn(totals.name, totals.values, total=True))
    data = workbook(item.unit, item.categories, columns, item.number_format)
    book = deck.package.add(f"/ppt/embeddings/workbook{deck.charts}.xlsx", _WORKBOOK_TYPE, data)
    part.data = _chart_space(item, totals, canvas, part.relate(book, kind("package")))
    return part


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
    space = root(f"{C}chartSpace", "c a r")
    sub(space, f"{C}date1904", {"val": "0"})
    sub(space, f"{C}lang", {"val": TAGS[item.lang]})
    sub(space, f"{C}roundedCorners", {"val": "0"})
    chart = sub(space, f"{C}chart")
    sub(chart, f"{C}autoTitleDeleted", {"val": "1"})
    plot = sub(chart, f"{C}plotArea")
    _write_layout(plot, item)
    _write_columns(plot, item, labels, canvas)
    if totals is not None:
        _write_totals(plot, item, totals, labels)
    _write_axes(plot, item, labels)
    sub(chart, f"{C}plotVisOnly", {"val": "1"})
    sub(chart, f"{C}dispBlanksAs", {"val": "gap"})
    properties = sub(space, f"{C}spPr")
    canvas.deck.palette.fill(properties, None)
    canvas.deck.palette.outline(properties, None, 0.0)
    labels.text(space, "ink", bold=False)
    sub(sub(space, f"{C}externalData", {R_ID: book}), f"{C}autoUpdate", {"val": "0"})
    return serialized(space)


def _write_layout(parent: Element, item: ChartItem) -> None:
    """The inner plot area, as shares of the frame."""
    layout = sub(sub(parent, f"{C}layout"), f"{C}manualLayout")
    for tag, value in (("layoutTarget", "inner"), ("xMode", "edge"), ("yMode", "edge")):
        sub(layout, f"{C}{tag}", {"val": value})
    shares = {
        "x": (item.plot.x - item.box.x) / item.box.w,
        "y": (item.plot.y - item.box.y) / item.box.h,
        "w": item.plot.w / item.box.w,
        "h": item.plot.h / item.box.h,
    }
    for tag, share in shares.items():
        sub(layout, f"{C}{tag}", {"val": f"{share:.6f}"})


def _write_columns(plot: Element, item: ChartItem, labels: LabelWriter, canvas: Canvas) -> None:
    bars = sub(plot, f"{C}barChart")
    sub(bars, f"{C}barDir", {"val": "col"})
    sub(bars, f"{C}grouping", {"val": "stacked"})
    sub(bars, f"{C}varyColors", {"val": "0"})
    for index, series in enumerate(item.series):
        element = _write_series(bars, index, series.name)
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
    element = _write_series(lines, index, totals.name)
    sub(sub(sub(element, f"{C}spPr"), f"{A}ln"), f"{A}noFill")
    sub(sub(element, f"{C}marker"), f"{C}symbol", {"val": "none"})
    labels.above(element)
    _write_data(element, item, index, totals.values)
    sub(element, f"{C}smooth", {"val": "0"})
    sub(lines, f"{C}marker", {"val": "1"})
    _write_axis_ids(lines)


def _write_series(parent: Element, index: int, name: str) -> Element:
    element = sub(parent, f"{C}ser")
    sub(element, f"{C}idx", {"val": str(index)})
    sub(element, f"{C}order", {"val": str(index)})
    reference = sub(sub(element, f"{C}tx"), f"{C}strRef")
    sub(reference, f"{C}f", text=name_cell(index))
    _write_strings(reference, (name,))
    return element


def _write_strings(parent: Element, texts: tuple[str, ...]) -> None:
    cache = sub(parent, f"{C}strCache")
    sub(cache, f"{C}ptCount", {"val": str(len(texts))})
    for index, text in enumerate(texts):
        sub(sub(cache, f"{C}pt", {"idx": str(index)}), f"{C}v", text=text)


def _write_data(parent: Element, item: ChartItem, index: int, values: tuple[Decimal | None, ...]) -> None:
    categories = sub(sub(parent, f"{C}cat"), f"{C}strRef")
    sub(categories, f"{C}f", text=categories_range(len(item.categories)))
    _write_strings(categories, item.categories)
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
