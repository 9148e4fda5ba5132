"""Colours of a template: DrawingML's ways of naming one, resolved to "RRGGBB"; and how far two can be told apart (WCAG 2.2)."""

import colorsys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from app.files.parts import Element
from app.layout.template.xml import local, number

#: "RRGGBB".
Hex = str
Rgb = tuple[float, float, float]
SLOTS: Final = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
#: The names that slides use for the scheme's slots, as nearly all masters map them.
USUAL_MAP: Final[Mapping[str, str]] = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
#: The colours that are named in templates' own art, out of the 190 that the standard names.
_NAMED: Final[Mapping[str, Hex]] = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "yellow": "FFFF00",
    "gray": "808080", "grey": "808080", "dkGray": "A9A9A9", "ltGray": "D3D3D3", "silver": "C0C0C0", "navy": "000080",
    "orange": "FFA500", "teal": "008080", "purple": "800080", "lime": "00FF00", "aqua": "00FFFF", "maroon": "800000",
}  # fmt: skip
_COLOR_TAGS: Final = frozenset({"srgbClr", "schemeClr", "sysClr", "prstClr", "scrgbClr", "hslClr"})


@dataclass(frozen=True, slots=True)
class Color:
    """A colour with its opacity, 0 to 1."""

    hex: Hex
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Scheme:
    """A theme's colours by slot, and by which names slides know them. `placeholder` is what "phClr" stands for."""

    slots: Mapping[str, Hex]
    names: Mapping[str, str]
    placeholder: Color | None = None

    def slot(self, name: str) -> Hex | None:
        """The colour that a slide's name ("tx1", "accent2") means."""
        return self.slots.get(self.names.get(name) or USUAL_MAP.get(name, name))


def color_in(parent: Element | None, scheme: Scheme) -> Color | None:
    """The colour that stands in an element such as `a:solidFill`; None when there is none that can be read."""
    if parent is None:
        return None
    return next((color_of(child, scheme) for child in parent if local(child) in _COLOR_TAGS), None)


def color_of(element: Element, scheme: Scheme) -> Color | None:
    """The colour of an `a:srgbClr`, `a:schemeClr` and their like, with its changes applied in order."""
    base = _base(element, scheme)
    if base is None:
        return None
    rgb, alpha = _rgb(base.hex), base.alpha
    for change in element:
        name, value = local(change), number(change, "val", 100_000) / 100_000
        if name == "alpha":
            alpha = min(max(value, 0.0), 1.0)
        else:
            rgb = _changed(rgb, name, value)
    return Color(_hex(rgb), alpha)


def _base(element: Element, scheme: Scheme) -> Color | None:
    name, value = local(element), str(element.get("val", ""))
    match name:
        case "srgbClr":
            return Color(value.upper()) if _is_hex(value) else None
        case "schemeClr":
            return scheme.placeholder if value == "phClr" else _slot(scheme, value)
        case "sysClr":
            return Color(_system(str(element.get("lastClr", "")), value))
        case "prstClr":
            return Color(_NAMED.get(value, "808080"))
        case "scrgbClr":
            parts = tuple(_encoded(number(element, key) / 100_000) for key in ("r", "g", "b"))
            return Color(_hex((parts[0], parts[1], parts[2])))
        case _:
            hue, saturation, light = number(element, "hue"), number(element, "sat"), number(element, "lum")
            return Color(_hex(colorsys.hls_to_rgb(hue / 21_600_000, light / 100_000, saturation / 100_000)))


def _slot(scheme: Scheme, name: str) -> Color | None:
    found = scheme.slot(name)
    return Color(found) if found else None


def _system(last: str, name: str) -> str:
    """A colour of the operating system: as it was when the file was saved, else white for a window's ground and black for the rest."""
    if _is_hex(last):
        return last.upper()
    return "FFFFFF" if name == "window" else "000000"


def _changed(rgb: Rgb, name: str, value: float) -> Rgb:
    """A colour after one change; changes that we do not know leave it as it is."""
    if name in _TURNED:
        return _turned(rgb, name, value)
    match name:
        case "shade":
            return _each(rgb, lambda part: part * value)
        case "tint":
            return _each(rgb, lambda part: part * value + 1 - value)
        case "inv":
            return (1 - rgb[0], 1 - rgb[1], 1 - rgb[2])
        case "gray":
            light = 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]
            return light, light, light
        case _:
            return rgb


#: Changes of hue, lightness or saturation: which of the three (as colorsys orders them), and how.
_TURNED: Final[Mapping[str, tuple[int, Callable[[float, float], float]]]] = {
    "hueMod": (0, lambda part, value: part * value),
    "lumMod": (1, lambda part, value: part * value),
    "lumOff": (1, lambda part, value: part + value),
    "lum": (1, lambda _, value: value),
    "satMod": (2, lambda part, value: part * value),
    "satOff": (2, lambda part, value: part + value),
    "sat": (2, lambda _, value: value),
}


def _turned(rgb: Rgb, name: str, value: float) -> Rgb:
    which, change = _TURNED[name]
    parts = list(colorsys.rgb_to_hls(*rgb))
    parts[which] = change(parts[which], value)
    hue, light, saturation = parts
    return colorsys.hls_to_rgb(hue % 1.0, min(max(light, 0.0), 1.0), min(max(saturation, 0.0), 1.0))


def _each(rgb: Rgb, change: Callable[[float], float]) -> Rgb:
    """A change made on the light itself, not on its encoded value."""
    red, green, blue = (_encoded(change(_light(part))) for part in rgb)
    return red, green, blue


def _light(part: float) -> float:
    """The light of an encoded part (IEC 61966-2-1)."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(light: float) -> float:
    light = min(max(light, 0.0), 1.0)
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _is_hex(text: str) -> bool:
    return len(text) == 6 and all(sign in "0123456789abcdefABCDEF" for sign in text)


def _rgb(color: Hex) -> Rgb:
    red, green, blue = bytes.fromhex(color)
    return red / 255, green / 255, blue / 255


def _hex(rgb: Rgb) -> Hex:
    return "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02X}" for part in rgb)


def luminance(color: Hex) -> float:
    """Relative luminance, 0 to 1, by WCAG 2.2."""
    red, green, blue = (_light(part) for part in _rgb(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Hex, other: Hex) -> float:
    """The contrast ratio of two colours, 1 to 21, by WCAG 2.2."""
    first, second = sorted((luminance(one), luminance(other)))
    return (second + 0.05) / (first + 0.05)


def mixed(color: Hex, ground: Hex, share: float) -> Hex:
    """A colour laid over a ground, hiding `share` (0 to 1) of it."""
    red, green, blue = (a * share + b * (1 - share) for a, b in zip(_rgb(color), _rgb(ground), strict=True))
    return _hex((red, green, blue))


def readable(color: Hex, grounds: tuple[Hex, ...], ratio: float) -> Hex:
    """The colour, moved in lightness no further than it must be to stand `ratio` from every ground; black or white when none does."""
    if all(contrast(color, ground) >= ratio for ground in grounds):
        return color
    hue, light, saturation = colorsys.rgb_to_hls(*_rgb(color))
    for step in range(1, 101):
        for moved in (light - step / 100, light + step / 100):
            if 0.0 <= moved <= 1.0:
                candidate = _hex(colorsys.hls_to_rgb(hue, moved, saturation))
                if all(contrast(candidate, ground) >= ratio for ground in grounds):
                    return candidate
    return max(("000000", "FFFFFF"), key=lambda one: min(contrast(one, ground) for ground in grounds))
