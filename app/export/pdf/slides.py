"""Placed slides drawn as PDF pages: what the frames say, where they say it. Text is never broken anew."""

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager, nullcontext
from io import BytesIO
from math import atan2, cos, sin
from typing import BinaryIO, Final

from app.export.pdf.columns import Columns
from app.export.pdf.faces import faces
from app.export.pdf.info import Info
from app.export.pdf.scatter import draw_scatter
from app.export.pdf.sheet import Hex, MissingGlyph, Pen, Sheet, TaggedSheet, mixed, reach
from app.export.pdf.slide_tags import UNTAGGED, DeckTags, SlideTags
from app.export.pdf.tags import Artifact, Place
from app.layout.cover_motif import motif
from app.layout.frames import (
    Border,
    Box,
    ChartItem,
    Font,
    GroupItem,
    Item,
    Line,
    LinkItem,
    PictureItem,
    Piece,
    PlacedDeck,
    PlacedSlide,
    Role,
    ScatterItem,
    ShapeItem,
    TableCell,
    TableItem,
    TextBody,
    TextItem,
)
from app.layout.themes import Theme
from app.model.base import TAGS, FieldPath

#: Told how much is done, from 0 to 1; raises Cancelled to stop.
Progress = Callable[[float], None]
_NOWHERE: Final = nullcontext()
#: An arrow's head: its length in widths of the line, never shorter than so many points; half its breadth as a share of its length.
_HEAD: Final = (4.0, 6.0, 0.45)


def draw_page(slide: PlacedSlide, theme: Theme, size: tuple[float, float], assets: Mapping[str, bytes]) -> bytes:
    """One slide as a PDF of one page, for the preview. `size` is in points; `assets` are the pictures' bytes by digest. Links
    to other slides are left out."""
    info = Info(slide.title, "", TAGS["sv"])
    sheet = Sheet(size, faces(), info, f"{theme.faces['body']}-Regular", compress=False)
    SlidePainter(sheet, theme, assets, anchors=()).draw(slide)
    sheet.end_page()
    out = BytesIO()
    sheet.write(out)
    return out.getvalue()


def write_deck_pdf(
    deck: PlacedDeck, theme: Theme, assets: Mapping[str, bytes], out: BinaryIO, progress: Progress
) -> tuple[MissingGlyph, ...]:
    """Every slide of the deck as a page, hidden ones too, with an outline of the titles and links between slides.

    Same deck, same bytes. Returns the characters that no font has; `progress` is called after each slide."""
    info = Info(deck.title, deck.author, TAGS[deck.lang])
    sheet = TaggedSheet(deck.size, faces(), info, f"{theme.faces['body']}-Regular")
    anchors = {slide.id for slide in deck.slides}
    painter = SlidePainter(sheet, theme, assets, anchors, DeckTags(deck.lang))
    for index, slide in enumerate(deck.slides):
        sheet.anchor(slide.id)
        sheet.entry(slide.title, slide.id)
        painter.draw(slide)
        sheet.end_page()
        progress((index + 1) / len(deck.slides))
    sheet.write(out)
    return tuple(dict.fromkeys(sheet.missing))


class SlidePainter:
    """Draws slides on a sheet in a theme. Links to slides that are not among `anchors` lead nowhere and are left out."""

    def __init__(
        self,
        sheet: Sheet,
        theme: Theme,
        assets: Mapping[str, bytes],
        anchors: Collection[str],
        tags: SlideTags = UNTAGGED,
    ) -> None:
        self._sheet = sheet
        self._theme = theme
        self._assets = assets
        self._anchors = anchors
        self._tags = tags
        self._ground: Hex = theme.colors["ground"]

    def draw(self, slide: PlacedSlide) -> None:
        """The slide's ground, with the motif on a cover or the template's backdrop, then its items in their order."""
        self._ground = self._theme.colors[slide.background]
        self._behind(slide)
        around = self._tags.begin(slide)
        for item in slide.items:
            self._item(item, around)

    def _behind(self, slide: PlacedSlide) -> None:
        whole = Box(0, 0, *self._sheet.size)
        backdrop = (self._theme.backdrops or {}).get(slide.kind, self._ground)
        if backdrop is None:
            return
        if isinstance(backdrop, bytes):
            self._sheet.picture(whole, backdrop)
            return
        self._sheet.rectangle(whole, backdrop)
        for square in motif() if slide.layout == "cover" and self._theme.backdrops is None else ():
            self._shape(square, Artifact.DECORATION)

    def _item(self, item: Item, around: Place) -> None:
        self._sheet.place = item.block
        place = self._tags.item(item, around)
        self._sheet.say(Artifact.DECORATION if isinstance(item, TextItem | TableItem) else place)
        match item:
            case TextItem():
                pen = Pen(self._color(item.outline), 1.0) if item.outline else None
                self._sheet.rectangle(item.box, self._color(item.fill) if item.fill else None, pen)
                self._text(item.body, place)
            case ShapeItem():
                self._shape(item, place if place is not Artifact.DECORATION else around)
            case TableItem():
                self._table(item, place)
            case ChartItem():
                chart_faces = (self._face(item.font), f"{self._theme.faces[item.font.family]}-Bold")
                Columns(self._sheet, item, self._color, chart_faces).draw()
            case ScatterItem():
                draw_scatter(self._sheet, item, self._color)
            case PictureItem():
                self._picture(item)
            case LinkItem():
                with self._link(item.box, item.href, item.slide, item.name):
                    pass
            case GroupItem():
                for inner in item.items:
                    self._item(inner, place)

    def _color(self, role: Role) -> Hex:
        return self._theme.colors[role]

    def _face(self, font: Font) -> str:
        style = f"{'Bold' if font.bold else ''}{'Italic' if font.italic else ''}" or "Regular"
        return f"{self._theme.faces[font.family]}-{style}"

    # -- text --------------------------------------------------------------------------------------------------

    def _text(self, body: TextBody, around: Place) -> None:
        for line, place, mark in self._tags.lines(body, around):
            pieces = line.pieces
            if mark is not None and pieces:
                self._sheet.say(mark)
                self._piece(pieces[0], line, mark)
                pieces = pieces[1:]
            self._sheet.say(place)
            for piece in pieces:
                self._piece(piece, line, place)

    def _piece(self, piece: Piece, line: Line, place: Place) -> None:
        """A run's part on a line. What is on every slide leads nowhere."""
        run = piece.run
        color = self._color(run.color)
        text = run.text.upper() if run.font.caps else run.text
        if piece is line.pieces[-1]:
            text = self._sheet.ended(text)
        self._sheet.speak(run.lang)
        face, size = self._face(run.font), run.font.size
        if not run.href and (not run.ref or place is Artifact.RUNNING):
            self._sheet.text(piece.x, line.baseline, text, face, size, color)
            return
        with self._link(reach(piece.x, line.baseline, piece.width, size), run.href, run.ref, run.text):
            self._sheet.text(piece.x, line.baseline, text, face, size, color)
        if run.href:
            y = line.baseline + 0.12 * run.font.size
            self._sheet.line([(piece.x, y), (piece.x + piece.width, y)], Pen(color, 0.05 * run.font.size))

    def _link(self, box: Box, href: str | None, slide: FieldPath | None, says: str) -> AbstractContextManager[None]:
        """An area that leads somewhere where it can; what is drawn within is its content."""
        if href:
            return self._sheet.link(box, href, says)
        if slide and slide in self._anchors:
            return self._sheet.jump(box, slide, says)
        return _NOWHERE

    # -- shapes ------------------------------------------------------------------------------------------------

    def _shape(self, shape: ShapeItem, around: Place) -> None:
        fill = self._color(shape.fill) if shape.fill else None
        if fill and shape.opacity < 1:
            fill = mixed(fill, self._ground, shape.opacity)
        pen = Pen(self._color(shape.outline), shape.outline_width) if shape.outline and shape.outline_width else None
        box = shape.box
        match shape.geometry:
            case "rectangle":
                self._sheet.rectangle(box, fill, pen)
            case "ellipse":
                self._sheet.ellipse(box, fill, pen)
            case "diamond":
                x, y = box.x + box.w / 2, box.y + box.h / 2
                self._sheet.polygon([(x, box.y), (box.right, y), (x, box.bottom), (box.x, y)], fill, pen)
            case "line":
                if pen:
                    self._sheet.line([(box.x, box.y), (box.right, box.bottom)], pen)
            case "arrow":
                if pen:
                    self._arrow(box, pen)
        if shape.body:
            self._text(shape.body, around)

    def _arrow(self, box: Box, pen: Pen) -> None:
        """A line that ends in a filled triangle, whose tip is the box's far corner."""
        angle = atan2(box.h, box.w)
        length = max(_HEAD[0] * pen.width, _HEAD[1])
        along, across = (cos(angle) * length, sin(angle) * length), _HEAD[2]
        foot = (box.right - along[0], box.bottom - along[1])
        left = (foot[0] - along[1] * across, foot[1] + along[0] * across)
        right = (foot[0] + along[1] * across, foot[1] - along[0] * across)
        self._sheet.line([(box.x, box.y), foot], pen)
        self._sheet.polygon([(box.right, box.bottom), left, right], pen.color)

    # -- tables and pictures -----------------------------------------------------------------------------------

    def _table(self, table: TableItem, around: Place) -> None:
        """Fills first, then borders over them, then the text."""
        placed = list(_cells(table))
        for cell, box in placed:
            if cell.fill:
                self._sheet.rectangle(box, self._color(cell.fill))
        for cell, box in placed:
            self._borders(cell, box)
        for (cell, _), place in zip(placed, self._tags.cells(table, around), strict=True):
            self._sheet.place = cell.block or table.block
            self._sheet.say(place)
            self._text(cell.body, place)

    def _borders(self, cell: TableCell, box: Box) -> None:
        edges: tuple[tuple[Border, tuple[float, float], tuple[float, float]], ...] = (
            (cell.top, (box.x, box.y), (box.right, box.y)),
            (cell.bottom, (box.x, box.bottom), (box.right, box.bottom)),
            (cell.left, (box.x, box.y), (box.x, box.bottom)),
            (cell.right, (box.right, box.y), (box.right, box.bottom)),
        )
        for border, start, end in edges:
            if border.color and border.width:
                self._sheet.line([start, end], Pen(self._color(border.color), border.width))

    def _picture(self, picture: PictureItem) -> None:
        """The picture; a panel in its place when its bytes are not at hand."""
        data = self._assets.get(picture.sha256)
        if data is None:
            self._sheet.rectangle(picture.box, self._color("panel"), Pen(self._color("hairline"), 1.0))
        else:
            self._sheet.picture(picture.box, data)


def _cells(table: TableItem) -> list[tuple[TableCell, Box]]:
    """A table's cells with their boxes."""
    found: list[tuple[TableCell, Box]] = []
    top = table.box.y
    for row in table.rows:
        left, column = table.box.x, 0
        for cell in row.cells:
            width = sum(table.widths[column : column + cell.columns])
            found.append((cell, Box(left, top, width, row.height)))
            left += width
            column += cell.columns
        top += row.height
    return found
