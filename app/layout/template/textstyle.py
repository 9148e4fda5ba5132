"""How text in a placeholder looks: the master's styles, its placeholder, the layout's, each stating only what differs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.files.parts import Element
from app.layout.template.colors import Color, Scheme, color_in
from app.layout.template.look import FontRole, Level
from app.layout.template.xml import A, number, points
from app.model.tables import Align

LEVELS: Final = 5
_ALIGN: Final[Mapping[str, Align]] = {"l": "left", "ctr": "center", "r": "right", "just": "left", "dist": "center"}
_THEME_FONTS: Final[Mapping[str, FontRole]] = {"+mj": "heading", "+mn": "body"}


@dataclass(frozen=True, slots=True)
class Fonts:
    """A theme's typefaces for headings and text."""

    heading: str
    text: str


def levels_of(styles: Sequence[Element | None], scheme: Scheme, fonts: Fonts, start: Level) -> tuple[Level, ...]:
    """The levels after all styles (`a:lstStyle`, `p:titleStyle` …), the most general first. A level starts as the one above."""
    found: list[Level] = []
    for place in range(LEVELS):
        level = start
        for style in styles:
            for stated in _stated(style, place):
                level = _changed(level, stated, scheme, fonts)
        found.append(level)
    return tuple(found)


def _stated(style: Element | None, place: int) -> Iterator[Element]:
    if style is not None:
        for tag in ("defPPr", f"lvl{place + 1}pPr"):
            element = style.find(f"{A}{tag}")
            if element is not None:
                yield element


def _changed(level: Level, stated: Element, scheme: Scheme, fonts: Fonts) -> Level:
    changes: dict[str, object] = {}
    if (align := _ALIGN.get(str(stated.get("algn", "")))) is not None:
        changes["align"] = align
    if stated.get("marL") is not None:
        changes["margin"] = points(stated, "marL")
    if stated.get("indent") is not None:
        changes["indent"] = points(stated, "indent")
    marker = _marker(stated)
    if marker is not None:
        changes["marker"] = marker
    run = stated.find(f"{A}defRPr")
    if run is not None:
        changes |= run_changes(run, scheme, fonts)
    return level.model_copy(update=changes)


def _marker(stated: Element) -> str | None:
    if stated.find(f"{A}buNone") is not None:
        return ""
    sign = stated.find(f"{A}buChar")
    if sign is not None:
        return str(sign.get("char", "•")) or "•"
    return "1." if stated.find(f"{A}buAutoNum") is not None else "•" if stated.find(f"{A}buBlip") is not None else None


def run_changes(run: Element, scheme: Scheme, fonts: Fonts) -> dict[str, object]:
    """What an `a:defRPr` or `a:rPr` states, by the fields of a level."""
    changes: dict[str, object] = {}
    if run.get("sz") is not None:
        changes["size"] = min(max(number(run, "sz", 1800) / 100, 1.0), 400.0)
    for name, key in (("b", "bold"), ("i", "italic")):
        if run.get(name) is not None:
            changes[key] = run.get(name) in ("1", "true")
    if run.get("cap") is not None:
        changes["caps"] = run.get("cap") == "all"
    color = color_in(run.find(f"{A}solidFill"), scheme) or _of_gradient(run, scheme)
    if color:
        changes["color"] = color.hex
    latin = run.find(f"{A}latin")
    if latin is not None and latin.get("typeface"):
        typeface = str(latin.get("typeface"))
        role = _THEME_FONTS.get(typeface[:3], "own")
        changes["font"] = role
        changes["typeface"] = {"heading": fonts.heading, "body": fonts.text, "own": typeface}[role]
    return changes


def _of_gradient(run: Element, scheme: Scheme) -> Color | None:
    """The first colour of text that is filled with a gradient."""
    fill = run.find(f"{A}gradFill")
    stop = None if fill is None else fill.find(f"{A}gsLst/{A}gs")
    return color_in(stop, scheme)


def on_scheme(scheme: Scheme, color: Color | None) -> Scheme:
    """The scheme with a colour for what the theme's fills leave open."""
    return replace(scheme, placeholder=color)
