"""What master and layout draw, in order: shapes, pictures and their own words, with their outlines where they really stand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from app.files.parts import Element
from app.layout.frames import Box
from app.layout.template.colors import Color, color_in
from app.layout.template.fills import Fill, Picture, Source, fill_of, picture_of, stated_fill, styled_fill
from app.layout.template.geometry import (
    Outline,
    Polygon,
    Transform,
    bounds,
    corners,
    outline_of,
    turned,
    within_group,
)
from app.layout.template.look import ArtKind, Level
from app.layout.template.textstyle import Fonts, levels_of, run_changes
from app.layout.template.xml import MC, A, P, box_of, local, points

#: How deep groups may lie in groups.
_DEEPEST: Final = 30
_UPRIGHT: Final = Transform()
#: A text's distance from the edges of its shape where none is stated, in points.
INSETS: Final = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line round a shape; its width in points."""

    color: Color
    width: float


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of a shape's own words, in the look of its first run."""

    text: str
    look: Level


@dataclass(frozen=True, slots=True)
class Drawn:
    """A shape as it stands on the slide. `box` is where it reaches, its line included; `frame` its own box before it is turned."""

    kind: ArtKind
    box: Box
    polygons: tuple[Polygon, ...]
    closed: bool
    fill: Fill | None
    stroke: Stroke | None
    frame: Box
    words: tuple[Words, ...] = ()
    anchor: str = "t"
    insets: tuple[float, float, float, float] = (7.2, 3.6, 7.2, 3.6)


def drawn_on(content: Element | None, source: Source, fonts: Fonts) -> Iterator[Drawn]:
    """What a master's or layout's `p:cSld` draws, the rearmost first. Placeholders draw nothing: slides have their own."""
    tree = None if content is None else content.find(f"{P}spTree")
    if tree is not None:
        yield from _within(tree, _UPRIGHT, source, fonts, 0)


def _within(parent: Element, place: Transform, source: Source, fonts: Fonts, depth: int) -> Iterator[Drawn]:
    if depth > _DEEPEST:
        return
    for child in parent:
        name = local(child)
        if name == "AlternateContent":
            chosen = child.find(f"{MC}Fallback")
            chosen = chosen if chosen is not None and len(chosen) else child.find(f"{MC}Choice")
            if chosen is not None:
                yield from _within(chosen, place, source, fonts, depth + 1)
        elif name in ("sp", "pic", "cxnSp", "grpSp", "graphicFrame") and not _passed_over(child):
            yield from _shape(child, name, place, source, fonts, depth)


def is_placeholder(shape: Element) -> bool:
    """Whether a shape is a placeholder."""
    return placeholder_of(shape) is not None


def placeholder_of(shape: Element) -> Element | None:
    """The `p:ph` of a shape."""
    naming = next((child for child in shape if local(child).startswith("nv")), None)
    return None if naming is None else naming.find(f"{P}nvPr/{P}ph")


def _passed_over(shape: Element) -> bool:
    properties = shape.find(f"*/{P}cNvPr")
    return is_placeholder(shape) or (properties is not None and properties.get("hidden") in ("1", "true"))


def _shape(shape: Element, name: str, place: Transform, source: Source, fonts: Fonts, depth: int) -> Iterator[Drawn]:
    if name == "grpSp":
        properties = shape.find(f"{P}grpSpPr")
        yield from _within(shape, place.after(_group(properties)), source, fonts, depth + 1)
        return
    if name == "graphicFrame":
        box = box_of(shape.find(f"{P}xfrm"))
        if box is not None and box.w * box.h > 1:
            polygon = tuple(place.point(point) for point in corners(box))
            yield Drawn("object", bounds(polygon), (polygon,), True, None, None, box)
        return
    properties = shape.find(f"{P}spPr")
    transform = None if properties is None else properties.find(f"{A}xfrm")
    box = box_of(transform)
    if properties is None or box is None:
        return
    standing = place.after(turned(box, transform))
    outline = _picture_outline(box) if name == "pic" else outline_of(properties, box)
    polygons = tuple(tuple(standing.point(point) for point in polygon) for polygon in outline.polygons)
    drawn = _looking(shape, name, properties, outline, polygons, source)
    frame = bounds(tuple(place.point(point) for point in corners(box)))
    words, anchor, insets = _words(shape, source, fonts)
    yield replace(drawn, frame=frame, words=words, anchor=anchor, insets=insets, kind=_kind(drawn, bool(words)))


def _kind(drawn: Drawn, speaks: bool) -> ArtKind:
    if drawn.kind == "shape" and drawn.fill is None and drawn.stroke is None and speaks:
        return "text"
    return drawn.kind


def _group(properties: Element | None) -> Transform:
    transform = None if properties is None else properties.find(f"{A}xfrm")
    box = box_of(transform)
    if transform is None or box is None:
        return _UPRIGHT
    offset, extent = transform.find(f"{A}chOff"), transform.find(f"{A}chExt")
    inner = Box(points(offset, "x"), points(offset, "y"), points(extent, "cx"), points(extent, "cy"))
    return turned(box, transform).after(within_group(box, inner))


def _picture_outline(box: Box) -> Outline:
    return Outline((corners(box),))


def _looking(
    shape: Element, name: str, properties: Element, outline: Outline, polygons: tuple[Polygon, ...], source: Source
) -> Drawn:
    style = shape.find(f"{P}style")
    stroke = _stroke(properties, style, source)
    reach = bounds(tuple(point for polygon in polygons for point in polygon))
    if name == "pic":
        picture = shape.find(f"{P}blipFill")
        fill: Fill | None = None if picture is None else picture_of(picture, source)
        return Drawn("picture", reach, polygons, True, fill, stroke, reach)
    stated = stated_fill(properties)
    if not outline.closed:
        return Drawn("line", reach, polygons, False, None, stroke, reach)
    styled = None if style is None or stated is not None else styled_fill(style.find(f"{A}fillRef"), source)
    fill = styled if stated is None else fill_of(properties, source)
    return Drawn("picture" if isinstance(fill, Picture) else "shape", reach, polygons, True, fill, stroke, reach)


def _stroke(properties: Element, style: Element | None, source: Source) -> Stroke | None:
    line = properties.find(f"{A}ln")
    reference = None if style is None else style.find(f"{A}lnRef")
    width = points(line, "w", 0.75) if line is not None else 0.75
    if line is not None and stated_fill(line) is not None:
        color = color_in(line.find(f"{A}solidFill"), source.scheme)
    elif reference is not None and reference.get("idx") not in (None, "0"):
        color = color_in(reference, source.scheme)
    else:
        color = None
    return Stroke(color, width) if color else None


def _words(
    shape: Element, source: Source, fonts: Fonts
) -> tuple[tuple[Words, ...], str, tuple[float, float, float, float]]:
    """A shape's own words. Fields are left out: they change from slide to slide."""
    body = shape.find(f"{P}txBody")
    if body is None:
        return (), "t", (0.0, 0.0, 0.0, 0.0)
    inherited = _style_color(shape, source)
    start = Level(color=inherited or source.scheme.slot("tx1") or "000000", typeface=fonts.text)
    levels = levels_of((body.find(f"{A}lstStyle"),), source.scheme, fonts, start)
    said: list[Words] = []
    for paragraph in body.iter(f"{A}p"):
        text = "".join(str(run.text or "") for run in paragraph.iter(f"{A}t"))
        run = paragraph.find(f"{A}r/{A}rPr")
        own = paragraph.find(f"{A}pPr")
        align = {"ctr": "center", "r": "right"}.get(str(own.get("algn", "")) if own is not None else "")
        changes = run_changes(run, source.scheme, fonts) if run is not None else {}
        if align:
            changes["align"] = align
        said.append(Words(text, levels[0].model_copy(update=changes)))
    properties = body.find(f"{A}bodyPr")
    left, top, right, bottom = (points(properties, side, usual) for side, usual in INSETS.items())
    anchor = "t" if properties is None else str(properties.get("anchor", "t"))
    spoken = tuple(said) if any(words.text.strip() for words in said) else ()
    return spoken, anchor, (left, top, right, bottom)


def _style_color(shape: Element, source: Source) -> str | None:
    style = shape.find(f"{P}style")
    color = None if style is None else color_in(style.find(f"{A}fontRef"), source.scheme)
    return color.hex if color else None
