"""What is wrong with placed slides: text that leaves its box, boxes that leave the slide or lie on each other, type too small."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from app.layout.frames import (
    Box,
    ChartItem,
    GroupItem,
    Item,
    LinkItem,
    PlacedSlide,
    ScatterItem,
    ShapeItem,
    TableItem,
    TextBody,
    TextItem,
)

#: Points by which a line may touch an edge: rounding, and side bearings.
_SLACK = 0.6
_SMALLEST = 12.0
_SMALLEST_IN_FOOT = 10.0
_FOOT = ("footer", "date", "number", "classification")


def faults(slide: PlacedSlide, size: tuple[float, float]) -> list[str]:
    """Each fault of a placed slide in words."""
    found: list[str] = []
    for item in flat(slide.items):
        found += [f"{slide.id}: {fault}" for fault in (*_leaves_slide(item, size), *_text_faults(item))]
    found += [f"{slide.id}: {fault}" for fault in _overlaps(slide.items)]
    return found


def flat(items: Sequence[Item]) -> Iterator[Item]:
    """All items, those in groups too."""
    for item in items:
        if isinstance(item, GroupItem):
            yield from flat(item.items)
        else:
            yield item


def texts(item: Item) -> Iterator[tuple[str, Box, TextBody]]:
    """An item's texts with the boxes that must hold them."""
    if isinstance(item, TextItem | ShapeItem):
        if item.body is not None:
            yield item.name, item.box, item.body
    elif isinstance(item, TableItem):
        top = item.box.y
        for row in item.rows:
            left, column = item.box.x, 0
            for cell in row.cells:
                width = sum(item.widths[column : column + cell.columns])
                yield f"{item.name} cell", Box(left, top, width, row.height), cell.body
                left += width
                column += cell.columns
            top += row.height


def _leaves_slide(item: Item, size: tuple[float, float]) -> list[str]:
    if isinstance(item, GroupItem):
        return []
    box = item.box
    left, right = sorted((box.x, box.right))
    top, bottom = sorted((box.y, box.bottom))
    inside = left >= -_SLACK and top >= -_SLACK and right <= size[0] + _SLACK and bottom <= size[1] + _SLACK
    return [] if inside else [f"{item.name} leaves the slide: {box}"]


def _text_faults(item: Item) -> Iterator[str]:
    for name, box, body in texts(item):
        least = _SMALLEST_IN_FOOT if name in _FOOT else _SMALLEST
        for paragraph in body.paragraphs:
            for run in paragraph.runs:
                if run.font.size < least and run.font.family != "symbol":
                    yield f"{name}: {run.font.size} pt is too small"
        for line in body.lines:
            size = max((piece.run.font.size for piece in line.pieces), default=0.0)
            if line.baseline > box.bottom + _SLACK or line.baseline - 0.72 * size < box.y - _SLACK:
                yield f"{name}: a line leaves {box}: {_text(line.pieces)!r} at {line.baseline:.1f}"
            for piece in line.pieces:
                if piece.x < box.x - _SLACK or piece.x + piece.width > box.right + _SLACK:
                    yield f"{name}: {piece.run.text!r} leaves {box} at {piece.x:.1f}+{piece.width:.1f}"


def _text(pieces: Sequence[object]) -> str:
    return "".join(str(getattr(getattr(piece, "run", None), "text", "")) for piece in pieces)


def _overlaps(items: Sequence[Item]) -> Iterator[str]:
    """Texts, tables and charts that lie on each other."""
    boxes = [(name, ink) for item in flat(items) for name, ink in _inked(item)]
    for (one, first), (other, second) in combinations(boxes, 2):
        width = min(first.right, second.right) - max(first.x, second.x)
        height = min(first.bottom, second.bottom) - max(first.y, second.y)
        if width > 1.0 and height > 1.5:
            yield f"{one} lies on {other}: {first} {second}"


def _inked(item: Item) -> Iterator[tuple[str, Box]]:
    """Where an item's ink is: the lines of a text, the whole of a table or chart."""
    if isinstance(item, TableItem):
        yield item.name, item.box
    elif isinstance(item, ChartItem | ScatterItem):
        yield item.name, item.plot
    elif not isinstance(item, LinkItem):
        for name, _, body in texts(item):
            for line in body.lines:
                if line.pieces:
                    size = max(piece.run.font.size for piece in line.pieces)
                    left, last = line.pieces[0].x, line.pieces[-1]
                    yield name, Box(left, line.baseline - 0.7 * size, last.x + last.width - left, 0.9 * size)
