"""Placeholders of layouts: where they stand and how their text looks, with what they take from the master."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast, get_args

from app.files.parts import Element, OfficePart
from app.layout.frames import Anchor, Box
from app.layout.template.colors import Scheme, color_in
from app.layout.template.look import Ground, Level, Slot, SlotKind
from app.layout.template.shapes import INSETS, placeholder_of
from app.layout.template.textstyle import Fonts, levels_of
from app.layout.template.xml import A, P, box_of, local, number, points

_KINDS: Final = frozenset(get_args(SlotKind))
_ANCHORS: Final[dict[str, Anchor]] = {"t": "top", "ctr": "middle", "b": "bottom"}
_TITLES: Final = frozenset({"title", "ctrTitle"})
_FOOT: Final = frozenset({"dt", "ftr", "sldNum"})
#: What lies behind a placeholder until somebody has looked.
_UNSEEN: Final = Ground(kind="solid", dark="FFFFFF", light="FFFFFF")
#: Indexes beyond this are damage.
_HIGHEST: Final = 2**32


@dataclass(frozen=True, slots=True)
class Styles:
    """What text inherits from: the master's element, the presentation's usual style, the colours and fonts in force."""

    master: Element
    usual: Element | None
    scheme: Scheme
    fonts: Fonts


def slots_of(content: Element, styles: Styles) -> Iterator[Slot]:
    """The placeholders of a layout's (or master's) shape tree, in order. One that stands nowhere is left out."""
    for shape, place in _placeholders(content):
        kind = _kind(place)
        inherited = _on_master(styles.master, kind)
        box = next((found for each in (shape, inherited) if (found := _box(each)) is not None), None)
        if box is None or box.w <= 0 or box.h <= 0:
            continue
        index = number(place, "idx")
        bodies = [_text(each) for each in (shape, inherited)]
        properties = [None if body is None else body.find(f"{A}bodyPr") for body in bodies]
        yield Slot(
            kind=kind,
            index=index if 0 <= index < _HIGHEST else 0,
            name=_name(shape),
            box=box,
            clear=box,
            ground=_UNSEEN,
            levels=_levels(kind, bodies, styles),
            anchor=_ANCHORS.get(_first(properties, "anchor", "t"), "top"),
            insets=_insets(properties),
            upright=_first(properties, "vert", "horz") == "horz" and not _lies(shape, inherited),
            fill=_fill(shape, inherited, styles.scheme),
        )


def master_levels(styles: Styles) -> tuple[Level, ...]:
    """How running text looks by the master alone."""
    return _levels("body", [_text(_on_master(styles.master, "body"))], styles)


def theme_name(part: OfficePart | None) -> str:
    """What a theme is called."""
    return "" if part is None else str(part.xml().get("name", ""))


def _placeholders(content: Element) -> Iterator[tuple[Element, Element]]:
    tree = content.find(f"{P}spTree")
    for shape in () if tree is None else tree:
        place = placeholder_of(shape) if local(shape) else None
        if place is not None:
            yield shape, place


def _kind(place: Element) -> SlotKind:
    kind = str(place.get("type", "obj"))
    return cast(SlotKind, kind) if kind in _KINDS else "obj"


def _on_master(master: Element, kind: SlotKind) -> Element | None:
    """The master's placeholder that one of a kind takes after."""
    wanted = "title" if kind in _TITLES else kind if kind in _FOOT else "body"
    content = master.find(f"{P}cSld")
    for shape, place in () if content is None else _placeholders(content):
        if str(place.get("type", "obj")) == wanted:
            return shape
    return None


def _properties(shape: Element | None) -> Element | None:
    return None if shape is None else shape.find(f"{P}spPr")


def _box(shape: Element | None) -> Box | None:
    properties = _properties(shape)
    transform = None if properties is None else properties.find(f"{A}xfrm")
    if transform is None and shape is not None:
        transform = shape.find(f"{P}xfrm")
    return box_of(transform)


def _lies(*shapes: Element | None) -> bool:
    """Whether a placeholder is turned by more than a little."""
    for shape in shapes:
        properties = _properties(shape)
        transform = None if properties is None else properties.find(f"{A}xfrm")
        if transform is not None:
            return abs(number(transform, "rot")) > 600_000
    return False


def _text(shape: Element | None) -> Element | None:
    return None if shape is None else shape.find(f"{P}txBody")


def _name(shape: Element) -> str:
    naming = shape.find(f"*/{P}cNvPr")
    return "" if naming is None else str(naming.get("name", ""))


def _first(elements: list[Element | None], name: str, usual: str) -> str:
    """The first value that is stated for an attribute, the layout's before the master's."""
    return next((str(each.get(name)) for each in elements if each is not None and each.get(name) is not None), usual)


def _insets(properties: list[Element | None]) -> tuple[float, float, float, float]:
    left, top, right, bottom = (
        next((points(each, side) for each in properties if each is not None and each.get(side) is not None), usual)
        for side, usual in INSETS.items()
    )
    return left, top, right, bottom


def _levels(kind: SlotKind, bodies: list[Element | None], styles: Styles) -> tuple[Level, ...]:
    """A placeholder's levels; `bodies` are the layout's and the master's text."""
    name = "titleStyle" if kind in _TITLES else "otherStyle" if kind in _FOOT else "bodyStyle"
    general = styles.master.find(f"{P}txStyles/{P}{name}")
    own = [None if body is None else body.find(f"{A}lstStyle") for body in reversed(bodies)]
    role, typeface = ("heading", styles.fonts.heading) if kind in _TITLES else ("body", styles.fonts.text)
    start = Level(color=styles.scheme.slot("tx1") or "000000", font=role, typeface=typeface)
    return levels_of((styles.usual, general, *own), styles.scheme, styles.fonts, start)


def _fill(shape: Element, inherited: Element | None, scheme: Scheme) -> str | None:
    for each in (shape, inherited):
        properties = _properties(each)
        if properties is not None:
            if properties.find(f"{A}noFill") is not None:
                return None
            color = color_in(properties.find(f"{A}solidFill"), scheme)
            if color:
                return color.hex
    return None
