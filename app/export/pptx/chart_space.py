"""What all charts are made of, whatever they show: a graphic frame, parts for chart and workbook, a plot laid out by hand."""

from typing import Final

from app.export.pptx.canvas import Canvas, place
from app.export.pptx.package import Part, kind
from app.export.pptx.paint import Palette
from app.export.pptx.xml import R_ID, A, C, Element, P, extended, root, serialized, sub
from app.layout.frames import ChartItem, Font, Role, ScatterItem
from app.model.base import TAGS, Lang

_URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def frame_chart(item: ChartItem | ScatterItem, part: Part, parent: Element, canvas: Canvas) -> None:
    """The graphic frame that shows a chart part."""
    frame = sub(parent, f"{P}graphicFrame")
    naming = sub(frame, f"{P}nvGraphicFramePr")
    canvas.identify(naming, item, alt=item.alt)
    sub(sub(naming, f"{P}cNvGraphicFramePr"), f"{A}graphicFrameLocks", {"noGrp": "1"})
    sub(naming, f"{P}nvPr")
    place(frame, f"{P}xfrm", item.box)
    data = sub(sub(frame, f"{A}graphic"), f"{A}graphicData", {"uri": _URI})
    extended(data, f"{C}chart", "c", {R_ID: canvas.part.relate(part, kind("chart"))})


def add_parts(workbook: bytes, canvas: Canvas) -> tuple[Part, str]:
    """An empty chart part with its workbook, and the id by which it refers to that."""
    deck = canvas.deck
    deck.charts += 1
    part = deck.package.add(f"/ppt/charts/chart{deck.charts}.xml", _CHART_TYPE)
    book = deck.package.add(f"/ppt/embeddings/workbook{deck.charts}.xlsx", _WORKBOOK_TYPE, workbook)
    return part, part.relate(book, kind("package"))


def open_chart(item: ChartItem | ScatterItem) -> tuple[Element, Element, Element]:
    """A chart's space, the chart in it, and its plot area with the inner plot as shares of the frame."""
    space = root(f"{C}chartSpace", "c a r")
    sub(space, f"{C}date1904", {"val": "0"})
    sub(space, f"{C}lang", {"val": TAGS[item.lang]})
    sub(space, f"{C}roundedCorners", {"val": "0"})
    chart = sub(space, f"{C}chart")
    sub(chart, f"{C}autoTitleDeleted", {"val": "1"})
    plot = sub(chart, f"{C}plotArea")
    layout = sub(sub(plot, f"{C}layout"), f"{C}manualLayout")
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
    return space, chart, plot


def closed_chart(item: ChartItem | ScatterItem, space: Element, chart: Element, book: str, palette: Palette) -> bytes:
    """What comes after the plot, and the whole as a part's bytes. `book` is the id by which the chart refers to its workbook."""
    sub(chart, f"{C}plotVisOnly", {"val": "1"})
    sub(chart, f"{C}dispBlanksAs", {"val": "gap"})
    properties = sub(space, f"{C}spPr")
    palette.fill(properties, None)
    palette.outline(properties, None, 0.0)
    write_text(space, item.font, item.lang, "ink", palette, bold=False)
    sub(sub(space, f"{C}externalData", {R_ID: book}), f"{C}autoUpdate", {"val": "0"})
    return serialized(space)


def write_series(parent: Element, index: int, name: str, cell: str) -> Element:
    """A series with its number and its name, which stands in a cell of the workbook."""
    element = sub(parent, f"{C}ser")
    sub(element, f"{C}idx", {"val": str(index)})
    sub(element, f"{C}order", {"val": str(index)})
    reference = sub(sub(element, f"{C}tx"), f"{C}strRef")
    sub(reference, f"{C}f", text=cell)
    write_strings(reference, (name,))
    return element


def write_strings(parent: Element, texts: tuple[str, ...]) -> None:
    """Texts as a chart keeps them beside the reference to their cells."""
    cache = sub(parent, f"{C}strCache")
    sub(cache, f"{C}ptCount", {"val": str(len(texts))})
    for index, text in enumerate(texts):
        sub(sub(cache, f"{C}pt", {"idx": str(index)}), f"{C}v", text=text)


def write_text(parent: Element, font: Font, lang: Lang, color: Role, palette: Palette, *, bold: bool) -> None:
    """The look of text in a chart."""
    properties = sub(parent, f"{C}txPr")
    sub(properties, f"{A}bodyPr")
    sub(properties, f"{A}lstStyle")
    paragraph = sub(properties, f"{A}p")
    size = str(round(font.size * 100))
    look = sub(sub(paragraph, f"{A}pPr"), f"{A}defRPr", {"sz": size, "b": "1" if bold else "0"})
    palette.fill(look, color)
    sub(look, f"{A}latin", {"typeface": "+mj-lt" if font.family == "heading" else "+mn-lt"})
    sub(paragraph, f"{A}endParaRPr", {"lang": TAGS[lang]})
