"""A layout's boxes in points of the layout, and what boxes have to do with each other and with the slide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.layout.frames import Box
from app.layout.grid import Place
from app.layout.template.look import LayoutLook, Slot

#: A slide whose longer side is beyond these, in points, is laid out at another size and written larger or smaller.
_USUAL: Final = (600.0, 1400.0)
_WIDE, _SMALL = 960.0, 720.0
#: The least height, in points of the layout, of an area that holds what slides show: 190 for the arrangements, the rest for the source.
_LEAST_AREA: Final = 227.0


def scale_of(size: tuple[float, float]) -> float:
    """Real points per point of the layout, for a slide's width and height: 1 but for very large and very small ones."""
    longest = max(size)
    if longest > _USUAL[1]:
        return longest / _WIDE
    return longest / _SMALL if longest < _USUAL[0] else 1.0


def lacking(area: Box, size: tuple[float, float]) -> float:
    """How much of the height that slides need an area for content lacks, as a share of it: 0 where it is high enough."""
    return max(1 - area.h / (_LEAST_AREA * scale_of(size)), 0.0)


@dataclass(frozen=True, slots=True)
class Real:
    """A layout whose boxes are read in points of the layout: real ones divided by `scale`, none of them reaching off the slide."""

    look: LayoutLook
    scale: float
    #: The slide's width and height in points of the layout.
    size: tuple[float, float]

    def box(self, real: Box) -> Box:
        """A box in points of the layout."""
        return Box(real.x / self.scale, real.y / self.scale, real.w / self.scale, real.h / self.scale)

    def place(self, slot: Slot) -> Place:
        """A placeholder's place, as far as no art reaches into it and it lies on the slide."""
        left, top, right, bottom = (inset / self.scale for inset in slot.insets)
        align = slot.levels[0].align if slot.levels else "left"
        return on_slide(Place(self.box(slot.clear), align, slot.anchor, (left, top, right, bottom)), self.size)


def on_slide(place: Place, size: tuple[float, float]) -> Place:
    """A place as far as it lies on the slide; all of it where that leaves nothing."""
    box = place.box
    if box.x >= 0 and box.y >= 0 and box.right <= size[0] and box.bottom <= size[1]:
        return place
    kept = round_all((box,), size)
    return replace(place, box=kept) if kept.w > 0 and kept.h > 0 else place


def round_all(boxes: Sequence[Box], size: tuple[float, float]) -> Box:
    """The box round boxes, as far as it lies on the slide."""
    left, top = max(min(box.x for box in boxes), 0.0), max(min(box.y for box in boxes), 0.0)
    right, bottom = min(max(box.right for box in boxes), size[0]), min(max(box.bottom for box in boxes), size[1])
    return Box(left, top, right - left, bottom - top)


def meet(one: Box, other: Box) -> bool:
    """Whether boxes lie on each other by more than a hair."""
    return (
        min(one.right, other.right) - max(one.x, other.x) > 1
        and min(one.bottom, other.bottom) - max(one.y, other.y) > 1
    )


def apart(box: Box, others: Sequence[Box]) -> Box:
    """What others leave of a box above or below themselves, the larger part of it; of no height where they leave nothing."""
    for other in others:
        if meet(box, other):
            above, below = other.y - box.y, box.bottom - other.bottom
            box = Box(box.x, box.y if above >= below else other.bottom, box.w, max(above, below, 0.0))
    return box
