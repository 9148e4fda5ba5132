"""What part of a slide its items cover, and where two states of a slide differ, so that a preview draws only that anew."""

from collections.abc import Iterable
from functools import reduce
from typing import Final

from app.layout.frames import Box, GroupItem, Item, PlacedSlide

#: How far ink may reach beyond an item's box, in points: half an outline, an arrow's head, the tail of a letter.
_INK: Final = 8.0


def extent(item: Item) -> Box:
    """The area, in points, within which all of an item is drawn. An empty group covers nothing, at the slide's corner."""
    if isinstance(item, GroupItem):
        return around(extent(inner) for inner in item.items) or Box(0.0, 0.0, 0.0, 0.0)
    box = item.box
    left, right = sorted((box.x, box.right))
    top, bottom = sorted((box.y, box.bottom))
    return Box(left - _INK, top - _INK, right - left + 2 * _INK, bottom - top + 2 * _INK)


def around(boxes: Iterable[Box]) -> Box | None:
    """The smallest area that holds all of the boxes; None when there are none."""
    found = tuple(boxes)
    return reduce(_both, found) if found else None


def touch(one: Box, other: Box) -> bool:
    """Whether two areas have a point in common."""
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom


def difference(before: PlacedSlide, after: PlacedSlide) -> Box | None:
    """The area in which two states of a slide differ; None when they are drawn alike. Both must have the same background and layout."""
    old, new = before.items, after.items
    head = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    changed = (*old[head : len(old) - tail], *new[head : len(new) - tail])
    if len(old) == len(new):
        pairs = zip(old[head : len(old) - tail], new[head : len(new) - tail], strict=True)
        changed = tuple(item for pair in pairs if pair[0] != pair[1] for item in pair)
    return around(extent(item) for item in changed)


def _both(one: Box, other: Box) -> Box:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)
