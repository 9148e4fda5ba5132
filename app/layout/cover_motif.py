"""The cover's motif: squares that come apart from a whole, one of them picked out. The .pptx master and the PDF draw the same data.

Modules of 45 pt fill the right part of the slide; the whole stands at the bottom right. A square shrinks and fades with its
distance from it."""

from functools import cache
from math import hypot
from typing import Final

from app.layout.frames import Box, Role, ShapeItem
from app.layout.grid import OURS

MODULE: Final = 45.0
_COLUMNS: Final = 8
_ROWS: Final = 12
_WHOLE: Final = 2
_PICKED: Final = (3, 5)
#: A square beside the whole, how much it loses a column to the left and a row upwards, and the smallest drawn; in points.
_LARGEST: Final = 46.5
_LOSS: Final = (4.6, 3.2)
_SMALLEST: Final = 6.0


@cache
def motif() -> tuple[ShapeItem, ...]:
    """The squares in slide points, all decorative, from the farthest to the whole."""
    squares = [
        _square(column, row)
        for row in range(_ROWS)
        for column in range(_COLUMNS)
        if _size(column, row) >= _SMALLEST and not _within_whole(column, row)
    ]
    side = _WHOLE * MODULE
    return (*squares, _shape(Box(OURS.width - side, OURS.height - side, side, side), "cover-mark", 1.0))


def _within_whole(column: int, row: int) -> bool:
    return column >= _COLUMNS - _WHOLE and row >= _ROWS - _WHOLE


def _size(column: int, row: int) -> float:
    far = hypot((_COLUMNS - 1 - column) * _LOSS[0], (_ROWS - 1 - row) * _LOSS[1])
    return float(round(min(_LARGEST - far, MODULE - 3)))


def _square(column: int, row: int) -> ShapeItem:
    size = _size(column, row)
    x = OURS.width - (_COLUMNS - column - 0.5) * MODULE - size / 2
    y = OURS.height - (_ROWS - row - 0.5) * MODULE - size / 2
    if (column, row) == _PICKED:
        return _shape(Box(x, y, size, size), "on-cover", 1.0)
    return _shape(Box(x, y, size, size), "cover-mark", round(0.9 * (size / MODULE) ** 1.7, 2))


def _shape(box: Box, fill: Role, opacity: float) -> ShapeItem:
    return ShapeItem(block="", name="Motif", box=box, geometry="rectangle", fill=fill, opacity=opacity)
