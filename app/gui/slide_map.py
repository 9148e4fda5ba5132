"""Where on a slide each field stands, so that a click on the preview finds it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from app.model.base import FieldPath

if TYPE_CHECKING:
    from app.layout.frames import Box, Item, PlacedSlide, TableItem


class Area(NamedTuple):
    """A part of a slide that says one field, in points."""

    block: FieldPath
    box: "Box"


def areas(slide: "PlacedSlide") -> tuple[Area, ...]:
    """The slide's parts in reading order, one for each field."""
    found: dict[FieldPath, Box] = {}
    for area in _of_items(slide.items):
        old = found.get(area.block)
        found[area.block] = area.box if old is None else _around(old, area.box)
    return tuple(Area(block, box) for block, box in found.items())


def area_at(parts: tuple[Area, ...], x: float, y: float) -> Area | None:
    """The smallest part at a point."""
    hits = [part for part in parts if part.box.x <= x <= part.box.right and part.box.y <= y <= part.box.bottom]
    return min(hits, key=lambda part: part.box.w * part.box.h, default=None)


def area_of(parts: tuple[Area, ...], path: FieldPath) -> Area | None:
    """The part that says a field: the field itself, else what it belongs to, else what belongs to it."""
    exact = [part for part in parts if part.block == path]
    above = [part for part in parts if path.startswith(f"{part.block}/")]
    below = [part for part in parts if part.block.startswith(f"{path}/")]
    return next(iter((*exact, *sorted(above, key=lambda part: -len(part.block)), *below)), None)


def _of_items(items: "tuple[Item, ...]") -> Iterator[Area]:
    from app.layout.frames import GroupItem, TableItem

    for item in items:
        if isinstance(item, GroupItem):
            yield from _of_items(item.items)
            continue
        if isinstance(item, TableItem):
            yield from _of_cells(item)
        if item.block and item.box.w > 0 and item.box.h > 0:
            yield Area(item.block, item.box)


def _of_cells(table: "TableItem") -> Iterator[Area]:
    from app.layout.frames import Box

    y = table.box.y
    for row in table.rows:
        x, column = table.box.x, 0
        for cell in row.cells:
            width = sum(table.widths[column : column + cell.columns])
            if cell.block:
                yield Area(cell.block, Box(x, y, width, row.height))
            x, column = x + width, column + cell.columns
        y += row.height


def _around(one: "Box", other: "Box") -> "Box":
    from app.layout.frames import Box

    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)
