"""What a reader would see on a deck that stands on a template: each line of text on what is really behind it."""

from collections.abc import Iterator, Mapping

from PIL import Image, ImageDraw

from app.layout.frames import Box, Item, Line, PlacedDeck, PlacedSlide, Role, ShapeItem, TableItem, TextItem
from app.layout.template.backdrop import colors_in
from app.layout.template.colors import contrast
from app.layout.template.fit import Fit
from app.layout.template.picture import backdrops
from tests.layout.faults import faults, flat, texts

PIXELS = 960
LEAST = 4.5


def judged(deck: PlacedDeck, fit: Fit, data: bytes) -> list[str]:
    """Each fault of a deck that was placed for `fit`, in points of the layout: what leaves its box, what cannot be read on the real
    ground (also where it lies half over a band or a logo), and what stands outside the body."""
    used = tuple({seat.layout for seat in fit.layouts.seats.values()})
    pictures = backdrops(data, fit.look, used, PIXELS)
    found: list[str] = []
    for slide in deck.slides:
        found += faults(slide, deck.size)
        image = pictures[fit.layouts.seat(slide.kind).layout].copy()
        found += [f"{slide.id}: {fault}" for fault in _unread(slide, image, PIXELS / deck.size[0], fit.theme.colors)]
    return found


def _unread(slide: PlacedSlide, image: Image.Image, scale: float, colors: Mapping[Role, str]) -> Iterator[str]:
    pen = ImageDraw.Draw(image)
    for item in flat(slide.items):
        _paint(item, pen, scale, colors)
        for name, _, body in texts(item):
            for line in body.lines:
                yield from _line(name, line, image, scale, colors)


def _line(name: str, line: Line, image: Image.Image, scale: float, colors: Mapping[Role, str]) -> Iterator[str]:
    for piece in line.pieces:
        size = piece.run.font.size
        if not piece.run.text.strip():
            continue
        ink = Box(piece.x, line.baseline - 0.7 * size, piece.width, 0.88 * size)
        poor = [
            f"{contrast(colors[piece.run.color], ground):.2f} on {ground}"
            for ground in colors_in(image, ink, scale)
            if contrast(colors[piece.run.color], ground) < LEAST
        ]
        if poor:
            yield f"{name} {piece.run.text[:30]!r} in {colors[piece.run.color]}: {poor[0]}"


def _paint(item: Item, pen: ImageDraw.ImageDraw, scale: float, colors: Mapping[Role, str]) -> None:
    """What an item lays under the texts after it."""
    if isinstance(item, ShapeItem | TextItem) and item.fill:
        if not (isinstance(item, ShapeItem) and item.geometry in ("line", "arrow")):
            _fill(pen, item.box, colors[item.fill], scale)
    elif isinstance(item, TableItem):
        top = item.box.y
        for row in item.rows:
            left, column = item.box.x, 0
            for cell in row.cells:
                width = sum(item.widths[column : column + cell.columns])
                if cell.fill:
                    _fill(pen, Box(left, top, width, row.height), colors[cell.fill], scale)
                left += width
                column += cell.columns
            top += row.height


def _fill(pen: ImageDraw.ImageDraw, box: Box, color: str, scale: float) -> None:
    edges = (box.x * scale, box.y * scale, box.right * scale, box.bottom * scale)
    if edges[2] > edges[0] and edges[3] > edges[1]:
        pen.rectangle(edges, fill=f"#{color}")
