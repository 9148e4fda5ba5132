"""What shapes and backgrounds are filled with: a colour, a gradient, a picture; stated, or taken from the theme by number."""

from dataclasses import dataclass, replace
from typing import Final

from app.files.parts import Element, OfficeFile, OfficePart
from app.layout.template.colors import Color, Scheme, color_in
from app.layout.template.xml import A, P, R, local, number

_FILLS: Final = frozenset({"solidFill", "gradFill", "blipFill", "pattFill", "noFill", "grpFill"})
#: From this number on a reference means the theme's fills for backgrounds.
_BACKGROUNDS: Final = 1001


@dataclass(frozen=True, slots=True)
class Solid:
    """One colour."""

    color: Color


@dataclass(frozen=True, slots=True)
class Gradient:
    """Colours at their places (0 to 1) along a line at `angle` degrees, clockwise from the right; or from the middle outwards."""

    stops: tuple[tuple[float, Color], ...]
    angle: float
    outwards: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its part's name. `crop` are shares cut off left, top, right, bottom; `place` shares it stays from the edges."""

    part: str
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    place: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    alpha: float = 1.0
    tiled: bool = False


Fill = Solid | Gradient | Picture


@dataclass(frozen=True, slots=True)
class Source:
    """Where fills are read: the part (for its pictures), its theme part, and the colours in force."""

    office: OfficeFile
    part: OfficePart
    theme: OfficePart | None
    theme_root: Element | None
    scheme: Scheme


def fill_of(properties: Element | None, source: Source) -> Fill | None:
    """The fill that stands in an element such as `p:spPr` or `p:bgPr`; None where it states none or says that there is none."""
    stated = stated_fill(properties)
    return None if stated is None else _read(stated, source)


def stated_fill(properties: Element | None) -> Element | None:
    """The element that states a fill, `a:noFill` too."""
    if properties is None:
        return None
    return next((child for child in properties if local(child) in _FILLS), None)


def styled_fill(reference: Element | None, source: Source) -> Fill | None:
    """The theme's fill that a `a:fillRef` or `p:bgRef` names, in the colour that it gives along."""
    index = number(reference, "idx")
    if reference is None or index == 0 or index == _BACKGROUNDS - 1 or source.theme_root is None:
        return None
    background = index >= _BACKGROUNDS
    listed = source.theme_root.find(f".//{A}{'bgFillStyleLst' if background else 'fillStyleLst'}")
    place = index - (_BACKGROUNDS if background else 1)
    color = color_in(reference, source.scheme)
    fills = [] if listed is None else [child for child in listed if local(child) in _FILLS]
    if not 0 <= place < len(fills):
        return Solid(color) if color else None
    inner = replace(source, part=source.theme or source.part, scheme=replace(source.scheme, placeholder=color))
    return _read(fills[place], inner)


def background_of(content: Element | None, source: Source) -> Fill | None:
    """The fill of a `p:cSld`'s background; None where it states none."""
    background = None if content is None else content.find(f"{P}bg")
    if background is None:
        return None
    stated = background.find(f"{P}bgPr")
    return fill_of(stated, source) if stated is not None else styled_fill(background.find(f"{P}bgRef"), source)


def _read(element: Element, source: Source) -> Fill | None:
    match local(element):
        case "solidFill":
            color = color_in(element, source.scheme)
            return Solid(color) if color else None
        case "gradFill":
            return _gradient(element, source.scheme)
        case "pattFill":
            color = color_in(element.find(f"{A}bgClr"), source.scheme) or color_in(
                element.find(f"{A}fgClr"), source.scheme
            )
            return Solid(color) if color else None
        case "blipFill":
            return picture_of(element, source)
        case _:
            return None


def _gradient(element: Element, scheme: Scheme) -> Fill | None:
    stops: list[tuple[float, Color]] = []
    for stop in element.iter(f"{A}gs"):
        color = color_in(stop, scheme)
        if color:
            stops.append((min(max(number(stop, "pos") / 100_000, 0.0), 1.0), color))
    if not stops:
        return None
    line = element.find(f"{A}lin")
    angle = number(line, "ang") / 60_000
    return Gradient(
        tuple(sorted(stops, key=lambda stop: stop[0])), angle, outwards=element.find(f"{A}path") is not None
    )


def picture_of(element: Element, source: Source) -> Picture | None:
    """The picture of a `blipFill`; None when it is linked, and so not in the file."""
    blip = element.find(f"{A}blip")
    part = source.office.target(source.part, None if blip is None else blip.get(f"{R}embed"))
    if part is None or blip is None:
        return None
    faded = blip.find(f"{A}alphaModFix")
    alpha = min(max(number(faded, "amt", 100_000) / 100_000, 0.0), 1.0)
    crop = _edges(element.find(f"{A}srcRect"))
    place = _edges(element.find(f"{A}stretch/{A}fillRect"))
    return Picture(part.name, crop, place, alpha, tiled=element.find(f"{A}tile") is not None)


def _edges(element: Element | None) -> tuple[float, float, float, float]:
    left, top, right, bottom = (number(element, side) / 100_000 for side in ("l", "t", "r", "b"))
    return left, top, right, bottom
