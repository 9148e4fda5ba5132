"""What lies behind the texts of a slide on a company's template: what the slide itself paints, else the template's own ground."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Final

from PIL import Image

from app.checks.standing import StandingText, flat, ink_of, texts_of
from app.layout.frames import Box, Item, Line, PlacedSlide, ShapeItem
from app.layout.template.backdrop import colors_in
from app.layout.template.colors import Hex, mixed
from app.layout.themes import Theme

#: So many pictures of grounds are kept drawn: more kinds of slide than these share layouts.
_AT_HAND: Final = 8


@dataclass(frozen=True, slots=True)
class Painted:
    """An area of one colour; what is behind it shows through where it hides less than all (`opacity` below 1)."""

    box: Box
    color: Hex
    opacity: float = 1.0


def lines_on(page: PlacedSlide, theme: Theme, width: float) -> Iterator[tuple[Line, frozenset[Hex]]]:
    """Each line of text on a slide that is `width` points wide, with the colours that it stands on. Nothing where the theme has no
    template's ground for that kind of slide."""
    backdrop = (theme.backdrops or {}).get(page.kind)
    if backdrop is None:
        return
    painted: list[Painted] = []
    for item in flat(page.items):
        if isinstance(item, ShapeItem) and item.fill and item.geometry not in ("line", "arrow"):
            painted.append(Painted(item.box, theme.colors[item.fill], item.opacity))
        yield from _lines_of(item, painted, theme, backdrop, width)


def _lines_of(
    item: Item, painted: list[Painted], theme: Theme, backdrop: str | bytes, width: float
) -> Iterator[tuple[Line, frozenset[Hex]]]:
    for standing in texts_of(item):
        own = _own(standing, theme)
        for line in standing.body.lines:
            ink = ink_of(line)
            if ink is not None:
                # Down to the baseline: a band's edge below it takes nothing but a tail of a letter.
                letters = Box(ink.x, ink.y, ink.w, line.baseline - ink.y)
                yield line, frozenset(_behind(letters, [*painted, *own], backdrop, width))


def _own(standing: StandingText, theme: Theme) -> tuple[Painted, ...]:
    return () if standing.fill is None else (Painted(standing.box, theme.colors[standing.fill]),)


def _behind(ink: Box, painted: list[Painted], backdrop: str | bytes, width: float) -> tuple[Hex, ...]:
    """The colours behind an area, from the uppermost down to what hides all below it."""
    for place in range(len(painted) - 1, -1, -1):
        area = painted[place]
        if not _holds(area.box, ink):
            continue
        if area.opacity >= 1:
            return (area.color,)
        return tuple(mixed(area.color, below, area.opacity) for below in _behind(ink, painted[:place], backdrop, width))
    if isinstance(backdrop, str):
        return (backdrop,)
    image = _picture(backdrop)
    return colors_in(image, ink, image.width / width)


def _holds(outer: Box, inner: Box) -> bool:
    """Whether the middle of an area lies within another: a line's ink may stand out by a serif."""
    x, y = inner.x + inner.w / 2, inner.y + inner.h / 2
    return outer.x <= x <= outer.right and outer.y <= y <= outer.bottom


@lru_cache(maxsize=_AT_HAND)
def _picture(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")
