"""Every kind of item by its drawer, and groups of them."""

from typing import Final

from app.export.pptx.canvas import Canvas
from app.export.pptx.chart import draw_chart
from app.export.pptx.picture import draw_picture
from app.export.pptx.scatter import draw_scatter
from app.export.pptx.shape import draw_link, draw_shape, draw_text, upright
from app.export.pptx.table import draw_table
from app.export.pptx.xml import A, Element, P, sub
from app.layout.frames import (
    Box,
    ChartItem,
    GroupItem,
    Item,
    LinkItem,
    PictureItem,
    ScatterItem,
    ShapeItem,
    TableItem,
    TextItem,
)
from app.model.units import emu

#: A group's naming and extent, which it has before any member.
_EMPTY_GROUP: Final = 2


def draw(item: Item, parent: Element, canvas: Canvas) -> None:
    """An item as the next part of a slide's tree or of a group."""
    match item:
        case TextItem():
            draw_text(item, parent, canvas)
        case ShapeItem():
            draw_shape(item, parent, canvas)
        case TableItem():
            draw_table(item, parent, canvas)
        case ChartItem():
            draw_chart(item, parent, canvas)
        case ScatterItem():
            draw_scatter(item, parent, canvas)
        case PictureItem():
            draw_picture(item, parent, canvas)
        case LinkItem():
            draw_link(item, parent, canvas)
        case GroupItem():
            _draw_group(item, parent, canvas)


def _draw_group(item: GroupItem, parent: Element, canvas: Canvas) -> None:
    """A group whose extent is its members'. PowerPoint allows neither tables nor placeholders in one: such members are drawn beside
    it, and a group left empty is not written."""
    members = [each for each in item.items if not _stays_outside(each)]
    if members:
        group = sub(parent, f"{P}grpSp")
        naming = sub(group, f"{P}nvGrpSpPr")
        canvas.identify(naming, item, alt=item.alt, decorative=item.decorative)
        sub(naming, f"{P}cNvGrpSpPr")
        sub(naming, f"{P}nvPr")
        _span(sub(group, f"{P}grpSpPr"), extent(members))
        for each in members:
            draw(each, group, canvas)
        if len(group) == _EMPTY_GROUP:
            parent.remove(group)
    for each in item.items:
        if _stays_outside(each):
            draw(each, parent, canvas)


def _stays_outside(item: Item) -> bool:
    return isinstance(item, TableItem) or (isinstance(item, TextItem) and item.placeholder is not None)


def extent(items: list[Item]) -> Box:
    """The box round all items."""
    boxes = [upright(box)[0] for box in map(_box, items)]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _box(item: Item) -> Box:
    return extent(list(item.items)) if isinstance(item, GroupItem) else item.box


def _span(properties: Element, box: Box) -> None:
    """The group's place on the slide, and the same once more as its members' measure."""
    transform = sub(properties, f"{A}xfrm")
    left, top = emu(box.x), emu(box.y)
    corner = {"x": str(left), "y": str(top)}
    size = {"cx": str(emu(box.right) - left), "cy": str(emu(box.bottom) - top)}
    for tag, value in {"off": corner, "ext": size, "chOff": corner, "chExt": size}.items():
        sub(transform, f"{A}{tag}", value)
