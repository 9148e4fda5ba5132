"""Placed slides written larger or smaller than they were laid out: very large and very small slides are laid out at a usual size."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar, cast

from app.layout.charts import ScatterDiscs
from app.layout.frames import PlacedDeck, PlacedSlide

_T = TypeVar("_T")
#: The fields of frames that are lengths. All other numbers are shares, counts and values.
_LENGTHS: Final = frozenset({
    "x", "y", "w", "h", "size", "line", "before", "hang", "width", "widths", "height", "baseline", "insets", "outline_width",
    "line_width",
})  # fmt: skip
#: PowerPoint takes no larger discs in charts, in points.
_LARGEST_DISC: Final = 72


def scaled(deck: PlacedDeck, factor: float) -> PlacedDeck:
    """The deck with every length multiplied, its size too; the same deck for a factor of 1."""
    if factor == 1.0:
        return deck
    size = (deck.size[0] * factor, deck.size[1] * factor)
    return replace(deck, size=size, slides=tuple(scaled_slide(slide, factor) for slide in deck.slides))


def scaled_slide(slide: PlacedSlide, factor: float) -> PlacedSlide:
    """A slide with every length multiplied; the same slide for a factor of 1."""
    return slide if factor == 1.0 else replace(slide, items=_scaled(slide.items, factor, ""))


def _scaled(value: _T, factor: float, name: str) -> _T:
    made: Any = value
    if isinstance(value, ScatterDiscs):
        made = replace(value, size=min(max(round(value.size * factor), 2), _LARGEST_DISC))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        # A length may well be a whole number: a hang of 22 is one as much as a hang of 22.5.
        made = value * factor if name in _LENGTHS else value
    elif isinstance(value, tuple):
        made = tuple(_scaled(each, factor, name) for each in cast("tuple[Any, ...]", value))
    elif is_dataclass(value) and not isinstance(value, type):
        changes = {field.name: _scaled(getattr(value, field.name), factor, field.name) for field in fields(value)}
        made = replace(value, **changes)
    return cast(_T, made)
