"""What stands on a placed slide, as rules look at it: items out of their groups, texts with the boxes that must hold them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from app.layout.frames import Box, GroupItem, Item, Line, PlacedSlide, ShapeItem, TableItem, TextBody, TextItem
from app.layout.look import Role

#: What stands in the foot: said in every deck, read by nobody from the table.
FOOT: Final = frozenset({"footer", "date", "number", "classification"})


@dataclass(frozen=True, slots=True)
class StandingText:
    """A text on a slide, by the name of its item, in the box that must hold it. `fill` is what is painted in that box."""

    name: str
    box: Box
    body: TextBody
    fill: Role | None = None


def flat(items: Iterable[Item]) -> Iterator[Item]:
    """All items in their order, those in groups too."""
    for item in items:
        if isinstance(item, GroupItem):
            yield from flat(item.items)
        else:
            yield item


def texts_of(item: Item) -> Iterator[StandingText]:
    """The texts of one item: its own, or its cells'."""
    if isinstance(item, TextItem | ShapeItem):
        if item.body is not None:
            yield StandingText(item.name, item.box, item.body, item.fill)
    elif isinstance(item, TableItem):
        top = item.box.y
        for row in item.rows:
            left, column = item.box.x, 0
            for cell in row.cells:
                width = sum(item.widths[column : column + cell.columns])
                yield StandingText(item.name, Box(left, top, width, row.height), cell.body, cell.fill)
                left += width
                column += cell.columns
            top += row.height


def texts_on(page: PlacedSlide) -> Iterator[StandingText]:
    """All texts of a slide, in reading order."""
    for item in flat(page.items):
        yield from texts_of(item)


def ink_of(line: Line) -> Box | None:
    """Where a line's letters are, in points; None for an empty one."""
    drawn = [piece for piece in line.pieces if piece.run.text.strip()]
    if not drawn:
        return None
    size = max(piece.run.font.size for piece in drawn)
    left = min(piece.x for piece in drawn)
    right = max(piece.x + piece.width for piece in drawn)
    return Box(left, line.baseline - 0.7 * size, right - left, 0.88 * size)
