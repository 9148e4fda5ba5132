"""Where content may stand: the largest quiet rectangle of an area, clear of art, title and foot."""

from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import Final

from PIL import Image, ImageChops, ImageFilter

from app.layout.frames import Box
from app.layout.template.pixels import mapped, resized

#: Cells across the slide.
CELLS: Final = 192
#: How much a pixel must change, of 255, for something to have been drawn there; and to its neighbour, for a picture to be restless.
_CHANGED: Final = 10
_RESTLESS: Final = 48
#: A shape that covers so much of the area, evenly, is a plate to write on and no obstacle.
_PLATE: Final = 0.9
#: Restless grounds leave at least so much of the area; else the whole is taken, and text gets a ground of its own.
_ENOUGH: Final = 0.55


class Occupied:
    """Cells of a slide that are taken."""

    def __init__(self, size: tuple[float, float]) -> None:
        """`size` in points."""
        self._cell = size[0] / CELLS
        self._rows = max(ceil(size[1] / self._cell), 1)
        self._taken = [bytearray(CELLS) for _ in range(self._rows)]

    def add_box(self, box: Box) -> None:
        """Take every cell that a box touches by more than a hair."""
        hair = 0.05
        left, right = max(floor(box.x / self._cell + hair), 0), min(ceil(box.right / self._cell - hair), CELLS)
        for row in range(
            max(floor(box.y / self._cell + hair), 0), min(ceil(box.bottom / self._cell - hair), self._rows)
        ):
            self._taken[row][left:right] = b"\x01" * max(right - left, 0)

    def copy(self) -> "Occupied":
        """The same cells, to take further ones of."""
        other = Occupied((self._cell * CELLS, self._cell * self._rows))
        other._taken = [bytearray(row) for row in self._taken]
        return other

    def grown(self, room: float) -> "Occupied":
        """The cells, and those within so many points of them."""
        other = self.copy()
        reach = max(round(room / self._cell), 1)
        for row in range(self._rows):
            near = 0
            for place in range(max(row - reach, 0), min(row + reach + 1, self._rows)):
                near |= int.from_bytes(self._taken[place])
            wide = near
            for step in range(1, reach + 1):
                wide |= near << (8 * step) | near >> (8 * step)
            other._taken[row] = bytearray((wide & ((1 << 8 * CELLS) - 1)).to_bytes(CELLS))
        return other

    def add_mask(self, mask: Image.Image, spared: Sequence[Box] = ()) -> None:
        """Take every cell in which a mask (of the whole slide, at any scale) is not black, but for the boxes to be spared."""
        if spared:
            mask = mask.copy()
            scale = mask.width / (self._cell * CELLS)
            for box in spared:
                left, top, right, bottom = (round(edge * scale) for edge in (box.x, box.y, box.right, box.bottom))
                mask.paste(0, (left, top, right, bottom))
        small = mapped(resized(mask, (CELLS, self._rows), Image.Resampling.BOX), lambda value: 1 if value > 20 else 0)
        data = small.tobytes()
        for row in range(self._rows):
            line = int.from_bytes(data[row * CELLS : (row + 1) * CELLS]) | int.from_bytes(self._taken[row])
            self._taken[row] = bytearray(line.to_bytes(CELLS))

    def largest_free(self, within: Box) -> Box | None:
        """The largest rectangle in an area that takes no cell; one as large but wider first. None when there is none."""
        left, right = max(ceil(within.x / self._cell - 0.05), 0), min(floor(within.right / self._cell + 0.05), CELLS)
        top, bottom = (
            max(ceil(within.y / self._cell - 0.05), 0),
            min(floor(within.bottom / self._cell + 0.05), self._rows),
        )
        best, best_box = 0.0, None
        heights = [0] * max(right - left, 0)
        rows = [bytes(cells[left:right]) for cells in self._taken[top:bottom]]
        for row, alike in _runs(rows):
            heights = [0 if taken else high + alike for taken, high in zip(rows[row], heights, strict=True)]
            for start, end, high in _rectangles(heights):
                score = (end - start) * high + (end - start) / 1000
                if score > best:
                    best, best_box = score, Box(left + start, top + row + alike - high, end - start, high)
        return None if best_box is None else self._within(best_box, within)

    def _within(self, cells: Box, area: Box) -> Box:
        """Cells in points, out to the area's own edges where they reach them but for a part of a cell."""
        unit = self._cell
        left, top, right, bottom = (each * unit for each in (cells.x, cells.y, cells.right, cells.bottom))
        left = area.x if left - area.x < unit * 1.1 else left
        top = area.y if top - area.y < unit * 1.1 else top
        right = area.right if area.right - right < unit * 1.1 else right
        bottom = area.bottom if area.bottom - bottom < unit * 1.1 else bottom
        return Box(left, top, right - left, bottom - top)


def _runs(rows: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """Rows that are alike one after another: the first one's place, and how many."""
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[start]:
            yield start, place - start
            start = place


def _rectangles(heights: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The rectangles under a skyline that cannot be made wider: start, end, height."""
    stack: list[tuple[int, int]] = []
    for place, high in enumerate((*heights, 0)):
        start = place
        while stack and stack[-1][1] >= high:
            start, top = stack.pop()
            if top:
                yield start, place, top
        stack.append((start, high))


def changed(before: Image.Image, after: Image.Image) -> Image.Image:
    """A mask of what was drawn between two pictures."""
    difference = ImageChops.difference(before, after).convert("L")
    return mapped(difference, lambda value: 255 if value >= _CHANGED else 0)


def restless(image: Image.Image) -> Image.Image:
    """A mask of where a picture has edges: a band, a logo, a photograph."""
    edges = image.convert("L").filter(ImageFilter.GaussianBlur(1)).filter(ImageFilter.FIND_EDGES)
    inner = (2, 2, image.width - 2, image.height - 2)
    mask = Image.new("L", image.size)
    mask.paste(mapped(edges, lambda value: 255 if value >= _RESTLESS else 0).crop(inner), (2, 2))
    return mask


def share_in(mask: Image.Image, box: Box, scale: float) -> float:
    """How much of a box (0 to 1) a mask covers."""
    patch = mask.crop((round(box.x * scale), round(box.y * scale), round(box.right * scale), round(box.bottom * scale)))
    whole = patch.width * patch.height
    return round(patch.histogram()[255] / whole, 3) if whole else 0.0


def is_plate(mask: Image.Image, area: Box, scale: float) -> bool:
    """Whether a shape covers an area so far that it is what one writes on."""
    patch = mask.crop(
        (round(area.x * scale), round(area.y * scale), round(area.right * scale), round(area.bottom * scale))
    )
    whole = patch.width * patch.height
    return whole > 0 and patch.histogram()[255] >= _PLATE * whole


def covers_slide(mask: Image.Image) -> bool:
    """Whether a shape covers nearly the whole slide: it is ground then."""
    return mask.histogram()[255] >= _PLATE * mask.width * mask.height


def quiet(area: Box, art: Occupied, ground: Occupied) -> Box:
    """The part of an area for content: off the art, and off what is restless in the ground where enough is left; the area itself when
    nothing is."""
    clear = art.largest_free(area) or area
    calm = ground.largest_free(clear)
    return calm if calm is not None and calm.w * calm.h >= _ENOUGH * clear.w * clear.h else clear
