"""Options: alternatives by criteria as a heat map, a native table whose cells say their rating in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.flow import best
from app.layout.arrange.passages import arrange as arrange_passages
from app.layout.frames import NO_BORDER, Anchor, Border, Box, Paragraph, Role, TableCell, TableItem, TableRow, TextBody
from app.layout.setting import BodyPage, Setting
from app.layout.style import styled
from app.layout.tables import TableStyle, cell_paragraphs
from app.layout.text import FILL, height_of, shortened, widest_word
from app.layout.themes import TypeStep
from app.model.graphics import HeatMap
from app.model.tables import Cell, Rating, Row

_CORNER_SHARE: Final = 0.21
#: Tried in order, with the most lines of a cell's fact: the rating large, then small, then close, then the fact on one line.
_STYLES: Final = (
    (TableStyle("second", 3.0), 2),
    (TableStyle("label", 2.0), 2),
    (TableStyle("label", 1.0), 2),
    (TableStyle("label", 2.0), 1),
)
_TALLEST: Final = 42.0
#: The most lines of an alternative's and a criterion's name; one less on a body that is lower than this.
_NAME_LINES: Final = 3
_LOW: Final = 200.0
_HEAD_STEPS: Final[tuple[TypeStep, ...]] = ("second", "label")
_INSET: Final = 8.0
_GAP: Final = Border("ground", 2.25)
_FRAME: Final = Border("accent", 2.25)
_FILLS: Final[dict[Rating, Role]] = {
    "advantage": "advantage-fill", "neutral": "neutral-fill", "drawback": "drawback-fill",
    "low": "low-fill", "medium": "medium-fill", "high": "high-fill",
}  # fmt: skip


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """The map on as many slides as its criteria need, the head repeated."""
    block = next((block for block in slide.blocks if isinstance(block, HeatMap)), None)
    if block is None:
        return arrange_passages(slide, body, setting)
    names = _NAME_LINES if body.h >= _LOW else _NAME_LINES - 1
    sheets = (
        _Sheet(block, widths, style, lines, names, step, setting)
        for style, lines in _STYLES
        for widths, step in (_widths(block, body.w, style, setting),)
    )
    sheet = best(
        sheets, lambda each: (int(each.breaks), int(each.cuts and not each.breaks), len(each.pages(body.h))), (0, 0, 1)
    )
    return tuple(BodyPage((sheet.table(page, body),)) for page in sheet.pages(body.h))


@dataclass(frozen=True)
class _Sheet:
    """A heat map set in a style: its columns' widths, what its rows need, and how it is drawn."""

    block: HeatMap
    widths: tuple[float, ...]
    style: TableStyle
    lines: int
    name_lines: int
    head_step: TypeStep
    setting: Setting

    @cached_property
    def head(self) -> float:
        """The height of the row of heads."""
        return 2 * self.style.pad + max(self._tall(self._heads(i), i) for i in range(len(self.widths)))

    @cached_property
    def needs(self) -> tuple[float, ...]:
        """The height that each row needs."""
        return tuple(
            2 * self.style.pad
            + max((self._tall(self._texts(cell, i), i) for i, cell in enumerate(row.cells)), default=18.0)
            for row in self.block.rows
        )

    @cached_property
    def cuts(self) -> bool:
        """Whether a cell's text would be cut short."""
        return any(
            short != whole
            for row in self.block.rows
            for index, cell in enumerate(row.cells)
            for short, whole in zip(self._texts(cell, index), self._whole(cell, index), strict=False)
        )

    @cached_property
    def breaks(self) -> bool:
        """Whether an alternative's or a criterion's name would break within a word."""
        names = (self._heads(index)[-1:] for index in range(1, len(self.widths)))
        criteria = [text for row in self.block.rows if row.cells for text in self._whole(row.cells[0], 0)]
        wide = [(_widest_word(texts, self.setting), index) for index, texts in enumerate((criteria, *names))]
        return any(width > self._room(index) + 0.1 for width, index in wide)

    def pages(self, room: float) -> list[list[tuple[Row, float]]]:
        """Rows with their heights, by slide: shared out evenly over as few as hold them."""
        full = self._pages(room - self.head)
        rows = sum(self.needs)
        trials = (rows / len(full) + step * (room - self.head - rows / len(full)) / 8 for step in range(8))
        return next((even for even in map(self._pages, trials) if len(even) == len(full)), full)

    def _pages(self, room: float) -> list[list[tuple[Row, float]]]:
        pages: list[list[tuple[Row, float]]] = [[]]
        used = 0.0
        for row, height in zip(self.block.rows, self.needs, strict=True):
            if pages[-1] and used + height > room:
                pages.append([])
                used = 0.0
            pages[-1].append((row, height))
            used += height
        return pages

    def table(self, rows: Sequence[tuple[Row, float]], body: Box) -> TableItem:
        """Some of the rows under the heads; spare height is shared out."""
        spare = (body.h - self.head - sum(height for _, height in rows)) / max(len(rows), 1)
        top = body.y
        drawn = [self._head_row(Box(body.x, top, body.w, self.head))]
        top += self.head
        for index, (row, needed) in enumerate(rows):
            height = max(needed, min(needed + spare, _TALLEST))
            drawn.append(self._row(row, Box(body.x, top, body.w, height), last=index == len(rows) - 1))
            top += height
        box = Box(body.x, body.y, body.w, top - body.y)
        return TableItem(self.block.id, "heat map", box, self.widths, tuple(drawn), self.block.alt)

    def _room(self, index: int) -> float:
        """The width of a column's text: the first stands flush with the table's edge."""
        return self.widths[index] - (2 * _INSET if index else _INSET)

    def _tall(self, texts: Sequence[Paragraph], index: int) -> float:
        return height_of(texts, self._room(index), self.setting.measurer)

    def _short(self, text: Paragraph, index: int, lines: int) -> Paragraph:
        return shortened(text, self._room(index), lines, self.setting.measurer)

    def _texts(self, cell: Cell, index: int) -> tuple[Paragraph, ...]:
        limits = (2, self.lines) if index else (self.name_lines, 1)
        texts = self._whole(cell, index)
        return tuple(self._short(text, index, limit) for text, limit in zip(texts, limits, strict=False))

    def _whole(self, cell: Cell, index: int) -> tuple[Paragraph, ...]:
        texts = cell_paragraphs(cell, "left", "body" if index else "sum", self.setting, self.style)
        return (*texts[:1], *(_inked(text) for text in texts[1:])) if cell.rating else texts

    def _heads(self, index: int) -> tuple[Paragraph, ...]:
        small = self.setting.font("label", bold=True)
        if index == 0:
            return (self._short(styled(self.block.corner, small, "muted"), index, 2),)
        chosen = self.block.recommended == index - 1
        ink: Role = "on-block" if chosen else "ink"
        name = self._short(
            styled(self.block.options[index - 1], self.setting.font(self.head_step, bold=True), ink),
            index,
            self.name_lines,
        )
        label = styled(self.block.recommended_label, small, "on-block")
        return (label, name) if chosen and self.block.recommended_label else (name,)

    def _body(self, texts: Sequence[Paragraph], x: float, index: int, row: Box, anchor: Anchor) -> TextBody:
        box = Box(x, row.y, self.widths[index], row.h)
        insets = (0.0 if index == 0 else _INSET, self.style.pad, _INSET, self.style.pad)
        return self.setting.lay(texts, box, anchor=anchor, insets=insets)

    def _head_row(self, row: Box) -> TableRow:
        cells: list[TableCell] = []
        x = row.x
        for index, width in enumerate(self.widths):
            chosen = self.block.recommended == index - 1
            edge = _FRAME if chosen else NO_BORDER
            body = self._body(self._heads(index), x, index, row, "bottom")
            cells.append(TableCell(body, "block" if chosen else None, left=edge, right=edge, top=edge))
            x += width
        return TableRow(row.h, tuple(cells), head=True)

    def _row(self, row: Row, place: Box, *, last: bool) -> TableRow:
        cells: list[TableCell] = []
        x = place.x
        for index, cell in enumerate(row.cells):
            chosen = self.block.recommended == index - 1
            body = self._body(self._texts(cell, index), x, index, place, "middle")
            edge = _FRAME if chosen else _GAP
            bottom = Border("hairline", 0.75) if index == 0 else _FRAME if chosen and last else _GAP
            fill = _FILLS[cell.rating] if cell.rating else None
            top, side = (_GAP, edge) if index else (NO_BORDER, NO_BORDER)
            cells.append(TableCell(body, fill, top, bottom, side, edge, block=row.id))
            x += self.widths[index]
        return TableRow(place.h, tuple(cells))


def _inked(text: Paragraph) -> Paragraph:
    """A fact on a filled cell, where muted text would lack contrast."""
    return replace(text, runs=tuple(replace(run, color="ink") for run in text.runs))


def _widths(block: HeatMap, width: float, style: TableStyle, setting: Setting) -> tuple[tuple[float, ...], TypeStep]:
    """The columns' widths, and the step of the alternatives' names: the first column gives way, then the step, before a name breaks
    within a word."""
    count = max(len(block.options), 1)
    strong = setting.font(style.step, bold=True)
    criteria = [styled(row.cells[0].text, strong) for row in block.rows if row.cells]
    least = min(_widest_word(criteria, setting) + _INSET, width * _CORNER_SHARE)
    corner = width * _CORNER_SHARE
    step: TypeStep = "second"
    for step in _HEAD_STEPS:
        names = [styled(option, setting.font(step, bold=True)) for option in block.options]
        corner = max(least, min(corner, width - count * (_widest_word(names, setting) + 2 * _INSET)))
        if (width - corner) / count >= _widest_word(names, setting) + 2 * _INSET:
            break
    return (corner, *((width - corner) / count for _ in range(count))), step


def _widest_word(texts: Sequence[Paragraph], setting: Setting) -> float:
    return max((widest_word(text, setting.measurer) for text in texts), default=0.0) / FILL + 0.1
