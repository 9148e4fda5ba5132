"""Options: alternatives by criteria as a heat map, a native table whose cells say their rating in words."""

from collections.abc import Sequence
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.passages import arrange as arrange_passages
from app.layout.frames import NO_BORDER, Border, Box, Paragraph, Role, TableCell, TableItem, TableRow
from app.layout.setting import BodyPage, Setting
from app.layout.style import styled
from app.layout.tables import TIGHT, TableStyle, cell_paragraphs
from app.layout.text import height_of, shortened
from app.model.blocks import Cell, HeatMap, Rating, Row

_CORNER_SHARE: Final = 0.21
_STYLE: Final = TableStyle("second", 3.0)
_TALLEST: Final = 42.0
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
    widths = _widths(block, body.w)
    head = _head_height(block, widths, setting)
    rows = [_measured(row, widths, setting) for row in block.rows]
    pages: list[list[tuple[Row, float]]] = [[]]
    used = head
    for row, height in zip(block.rows, rows, strict=True):
        if pages[-1] and used + height > body.h:
            pages.append([])
            used = head
        pages[-1].append((row, height))
        used += height
    return tuple(BodyPage((_table(block, page, widths, head, body, setting),)) for page in pages)


def _widths(block: HeatMap, width: float) -> tuple[float, ...]:
    count = max(len(block.options), 1)
    corner = width * _CORNER_SHARE
    return (corner, *((width - corner) / count for _ in range(count)))


def _cell_texts(cell: Cell, index: int, width: float, setting: Setting) -> tuple[Paragraph, ...]:
    texts = cell_paragraphs(cell, "left", "body" if index else "sum", setting, _STYLE)
    limits = (2, 2) if index else (3, 1)
    return tuple(
        shortened(text, width - 2 * _INSET, limit, setting.measurer) for text, limit in zip(texts, limits, strict=False)
    )


def _measured(row: Row, widths: Sequence[float], setting: Setting) -> float:
    heights = [
        height_of(_cell_texts(cell, index, widths[index], setting), widths[index] - 2 * _INSET, setting.measurer)
        for index, cell in enumerate(row.cells)
    ]
    return max(heights, default=18.0) + 2 * _STYLE.pad


def _heads(block: HeatMap, index: int, width: float, setting: Setting) -> tuple[Paragraph, ...]:
    if index == 0:
        return (
            shortened(
                styled(block.corner, setting.font("label", bold=True), "muted"), width - 2 * _INSET, 2, setting.measurer
            ),
        )
    chosen = block.recommended == index - 1
    ink: Role = "on-block" if chosen else "ink"
    name = styled(block.options[index - 1], setting.font("second", bold=True), ink)
    name = shortened(name, width - 2 * _INSET, 3, setting.measurer)
    label = styled(block.recommended_label, setting.font("label", bold=True), "on-block")
    return (label, name) if chosen and block.recommended_label else (name,)


def _head_height(block: HeatMap, widths: Sequence[float], setting: Setting) -> float:
    return 2 * _STYLE.pad + max(
        height_of(_heads(block, index, width, setting), width - 2 * _INSET, setting.measurer)
        for index, width in enumerate(widths)
    )


def _table(
    block: HeatMap,
    rows: Sequence[tuple[Row, float]],
    widths: tuple[float, ...],
    head: float,
    body: Box,
    setting: Setting,
) -> TableItem:
    spare = (body.h - head - sum(height for _, height in rows)) / max(len(rows), 1)
    top = body.y
    drawn = [_head_row(block, widths, Box(body.x, top, body.w, head), setting)]
    top += head
    for index, (row, needed) in enumerate(rows):
        height = max(needed, min(needed + spare, _TALLEST))
        place = Box(body.x, top, body.w, height)
        drawn.append(_row(block, row, widths, place, setting, last=index == len(rows) - 1))
        top += height
    return TableItem(block.id, "heat map", Box(body.x, body.y, body.w, top - body.y), widths, tuple(drawn), block.alt)


def _head_row(block: HeatMap, widths: Sequence[float], row: Box, setting: Setting) -> TableRow:
    cells: list[TableCell] = []
    x = row.x
    for index, width in enumerate(widths):
        inset = 0.0 if index == 0 else _INSET
        place = Box(x, row.y, width, row.h)
        body = setting.lay(_heads(block, index, width, setting), place, anchor="bottom", insets=(inset, 3, _INSET, 3))
        chosen = block.recommended == index - 1
        edge = _FRAME if chosen else NO_BORDER
        cells.append(TableCell(body, "block" if chosen else None, left=edge, right=edge, top=edge))
        x += width
    return TableRow(row.h, tuple(cells), head=True)


def _row(block: HeatMap, row: Row, widths: Sequence[float], place: Box, setting: Setting, *, last: bool) -> TableRow:
    cells: list[TableCell] = []
    x = place.x
    for index, cell in enumerate(row.cells):
        chosen = block.recommended == index - 1
        inset = 0.0 if index == 0 else _INSET
        box = Box(x, place.y, widths[index], place.h)
        texts = _cell_texts(cell, index, widths[index], setting)
        body = setting.lay(texts, box, anchor="middle", insets=(inset, TIGHT.pad, _INSET, TIGHT.pad))
        edge = _FRAME if chosen else _GAP
        bottom = Border("hairline", 0.75) if index == 0 else _FRAME if chosen and last else _GAP
        fill = _FILLS[cell.rating] if cell.rating else None
        cells.append(
            TableCell(
                body, fill, _GAP if index else NO_BORDER, bottom, edge if index else NO_BORDER, edge, block=row.id
            )
        )
        x += widths[index]
    return TableRow(place.h, tuple(cells))
