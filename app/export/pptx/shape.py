"""Shapes: texts in their boxes or placeholders, rectangles and discs, lines and arrows, areas that lead somewhere."""

from typing import Final

from app.export.pptx.canvas import Canvas, place
from app.export.pptx.placeholders import Placeholder
from app.export.pptx.xml import A, Element, P, sub
from app.layout.frames import Box, LinkItem, ShapeItem, TextItem
from app.model.units import emu

#: How wide a text's outline is, in points.
OUTLINE: Final = 1.0
#: Placeholders from this number on are beside the matter: small ones.
_OWN: Final = 10
_PRESETS: Final = {"rectangle": "rect", "ellipse": "ellipse", "diamond": "diamond"}


def draw_text(item: TextItem, parent: Element, canvas: Canvas) -> None:
    """A text, in the layout's placeholder where that is still free, else in a text box."""
    placeholder = canvas.placeholders.pop(item.placeholder, None) if item.placeholder else None
    shape = sub(parent, f"{P}sp")
    naming = sub(shape, f"{P}nvSpPr")
    canvas.identify(naming, item)
    number = item.placeholder == "number"
    if placeholder is None:
        sub(naming, f"{P}cNvSpPr", {"txBox": "1"})
        sub(naming, f"{P}nvPr")
        properties = sub(shape, f"{P}spPr")
        _outfit(properties, item.box, "rect")
        _paint(properties, item, canvas)
        canvas.deck.text.body(shape, f"{P}txBody", item.body, canvas.link, number=number)
        return
    sub(sub(naming, f"{P}cNvSpPr"), f"{A}spLocks", {"noGrp": "1"})
    hold(sub(naming, f"{P}nvPr"), placeholder)
    properties = sub(shape, f"{P}spPr")
    if _in_emu(item.box) != _in_emu(placeholder.box):
        place(properties, f"{A}xfrm", item.box)
    if item.filled:
        _paint(properties, item, canvas)
    canvas.deck.text.body(shape, f"{P}txBody", item.body, canvas.link, placeholder.style, number=number)


def _paint(properties: Element, item: TextItem, canvas: Canvas) -> None:
    """A text's own fill and outline, where the layout does not give them."""
    canvas.deck.palette.fill(properties, item.fill)
    canvas.deck.palette.outline(properties, item.outline, OUTLINE)


def hold(properties: Element, placeholder: Placeholder, *, on_master: bool = False) -> None:
    """Say which placeholder a shape fills. What takes any content on layouts and slides is called a body on the master."""
    identity = placeholder.identity
    attributes = {"type": identity.kind}
    if identity.kind == "obj":
        attributes = {"type": "body"} if on_master else {}
    if identity.index >= _OWN:
        attributes["sz"] = "quarter"
    if identity.index:
        attributes["idx"] = str(identity.index)
    sub(properties, f"{P}ph", attributes)


def draw_shape(item: ShapeItem, parent: Element, canvas: Canvas) -> None:
    """A shape with its fill, outline and text."""
    if item.geometry in ("line", "arrow"):
        _draw_line(item, parent, canvas)
        return
    shape = sub(parent, f"{P}sp")
    naming = sub(shape, f"{P}nvSpPr")
    canvas.identify(naming, item, alt=item.alt, decorative=item.decorative)
    sub(naming, f"{P}cNvSpPr")
    sub(naming, f"{P}nvPr")
    properties = sub(shape, f"{P}spPr")
    _outfit(properties, item.box, _PRESETS[item.geometry])
    canvas.deck.palette.fill(properties, item.fill, item.opacity)
    canvas.deck.palette.outline(properties, item.outline, item.outline_width)
    if item.body is not None:
        canvas.deck.text.body(shape, f"{P}txBody", item.body, canvas.link)


def _draw_line(item: ShapeItem, parent: Element, canvas: Canvas) -> None:
    """A connector; an arrow has its head at the end. A box of negative width or height is flipped."""
    shape = sub(parent, f"{P}cxnSp")
    naming = sub(shape, f"{P}nvCxnSpPr")
    canvas.identify(naming, item, alt=item.alt, decorative=item.decorative)
    sub(naming, f"{P}cNvCxnSpPr")
    sub(naming, f"{P}nvPr")
    box, flips = upright(item.box)
    properties = sub(shape, f"{P}spPr")
    place(properties, f"{A}xfrm", box, flips)
    sub(sub(properties, f"{A}prstGeom", {"prst": "line"}), f"{A}avLst")
    line = canvas.deck.palette.outline(properties, item.outline, item.outline_width)
    if item.geometry == "arrow":
        sub(line, f"{A}tailEnd", {"type": "triangle", "w": "med", "len": "med"})


def upright(box: Box) -> tuple[Box, dict[str, str]]:
    """A box with positive sides, and the flips that give its diagonal back its direction."""
    flips: dict[str, str] = {}
    if box.w < 0:
        flips["flipH"] = "1"
    if box.h < 0:
        flips["flipV"] = "1"
    return Box(min(box.x, box.right), min(box.y, box.bottom), abs(box.w), abs(box.h)), flips


def draw_link(item: LinkItem, parent: Element, canvas: Canvas) -> None:
    """An area to click on. It is filled, and wholly transparent: PowerPoint takes clicks on fills only."""
    target = canvas.target(item.href, item.slide)
    if target is None:
        return
    shape = sub(parent, f"{P}sp")
    naming = sub(shape, f"{P}nvSpPr")
    canvas.click(canvas.identify(naming, item, alt=item.name), target)
    sub(naming, f"{P}cNvSpPr")
    sub(naming, f"{P}nvPr")
    properties = sub(shape, f"{P}spPr")
    _outfit(properties, item.box, "rect")
    canvas.deck.palette.fill(properties, "ground", 0.0)
    canvas.deck.palette.outline(properties, None, 0.0)


def _outfit(properties: Element, box: Box, preset: str) -> None:
    place(properties, f"{A}xfrm", box)
    sub(sub(properties, f"{A}prstGeom", {"prst": preset}), f"{A}avLst")


def _in_emu(box: Box) -> tuple[int, int, int, int]:
    return emu(box.x), emu(box.y), emu(box.right), emu(box.bottom)
