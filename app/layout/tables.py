"""Tables: measured cells, exact row heights, split by whole rows with the head repeated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from app.layout.frames import Anchor, Border, Box, Paragraph, Role, TableCell, TableItem, TableRow, TextBody
from app.layout.setting import Setting
from app.layout.style import run, styled
from app.layout.text import FILL, Insets, height_of, natural_width, shortened, split_over, widest_word
from app.layout.themes import TypeStep
from app.model.rich import Span
from app.model.tables import Align, Cell, Column, Rating, Row, Table

RULE: Final = Border("rule", 1.0)
HAIRLINE: Final = Border("hairline", 0.75)
#: Signs of ratings, set in the symbol face where the text faces lack them.
SIGNS: Final[dict[Rating, str]] = {
    "advantage": "▲", "neutral": "●", "drawback": "▼", "low": "▼", "medium": "●", "high": "▲",
    "better": "+", "worse": "−", "level": "=", "new": "○",
}  # fmt: skip
_IN_TEXT: Final[frozenset[Rating]] = frozenset(("better", "worse", "level", "new"))
INKS: Final[dict[Rating, Role]] = {
    "advantage": "advantage", "neutral": "neutral", "drawback": "drawback",
    "low": "advantage", "medium": "neutral", "high": "drawback",
    "better": "advantage", "worse": "drawback", "level": "muted", "new": "accent",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Type step of the cells, and the space above and below their text and between columns, in points."""

    step: TypeStep
    pad: float
    gutter: float = 7.0


ROOMY: Final = TableStyle("second", 5.0)
TIGHT: Final = TableStyle("label", 2.5)
#: A group's head is a name, not a text: its beginning is enough.
_GROUP_LINES: Final = 2
#: The first column of a table that is split by columns is as wide as beside so many columns of figures.
_FEWEST_FIGURES: Final = 6
#: A table on no more slides than this has its rows shared out; so many heights between the least and the whole are tried.
_FEW_PAGES: Final = 4
_TRIALS: Final = 12
#: No word makes its column wider than this share of the table.
_WIDEST_WORD: Final = 0.36


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """A row with its cells' paragraphs and the height that they need."""

    row: Row
    cells: tuple[tuple[Paragraph, ...], ...]
    height: float


def column_widths(columns: Sequence[Column], width: float) -> tuple[float, ...]:
    """The table's width divided by the columns' shares, in points."""
    shares = sum(column.share for column in columns) or 1.0
    return tuple(width * column.share / shares for column in columns)


def _insets(index: int, count: int, style: TableStyle) -> Insets:
    """The outer columns stand flush with the table's edges; a figure keeps clear of the column to its right."""
    left = 0.0 if index == 0 else style.gutter
    right = 0.0 if index == count - 1 else style.gutter
    return (left, style.pad, right, style.pad)


def cell_paragraphs(cell: Cell, align: Align, kind: str, setting: Setting, style: TableStyle) -> tuple[Paragraph, ...]:
    """A cell's text and its lesser line below."""
    font = setting.font(style.step, bold=kind in ("group", "sum"))
    color: Role = "accent" if kind == "group" else "muted" if cell.muted else "ink"
    main = styled(cell.text, font, color, align=align)
    if cell.rating and cell.text:
        sign = Span(f"{SIGNS[cell.rating]}\u00a0", cell.text.spans[0].lang)
        ink = INKS[cell.rating]
        strong = setting.font(style.step, bold=True)
        symbol = replace(setting.theme.font("label"), family="symbol", line=font.line, size=font.size - 4)
        mark = run(sign, strong if cell.rating in _IN_TEXT else symbol, ink)
        main = replace(main, runs=(mark, *styled(cell.text, strong, ink).runs))
    below = styled(cell.below, setting.font("label"), "muted", align=align)
    return tuple(paragraph for paragraph in (main, below) if paragraph.runs)


def measured(table: Table, widths: Sequence[float], setting: Setting, style: TableStyle) -> tuple[MeasuredRow, ...]:
    """Each row with the height that its tallest cell needs, in points."""
    rows: list[MeasuredRow] = []
    count = len(table.columns)
    for row in table.rows:
        cells: list[tuple[Paragraph, ...]] = []
        height = setting.font(style.step).line
        for index, cell in enumerate(row.cells):
            align = table.columns[index].align
            paragraphs = cell_paragraphs(cell, align, row.kind, setting, style)
            left, _, right, _ = _insets(index, count, style)
            width = sum(widths) if row.kind == "group" else widths[index]
            if row.kind == "group":
                paragraphs = tuple(shortened(text, width, _GROUP_LINES, setting.measurer) for text in paragraphs)
            height = max(height, height_of(paragraphs, width - left - right, setting.measurer))
            cells.append(paragraphs)
        rows.append(MeasuredRow(row, tuple(cells), height + 2 * style.pad))
    return tuple(rows)


def head_height(table: Table, widths: Sequence[float], setting: Setting, style: TableStyle) -> float:
    """The height of the row of heads; 0 when no column has one."""
    if not any(column.head for column in table.columns):
        return 0.0
    heads = [
        height_of(
            (styled(column.head, setting.font("label", bold=True)),),
            widths[index] - sum(_insets(index, len(widths), style)[::2]),
            setting.measurer,
        )
        for index, column in enumerate(table.columns)
    ]
    return max(heads) + 2 * style.pad


def split_rows(rows: Sequence[MeasuredRow], room: float) -> tuple[tuple[MeasuredRow, ...], ...]:
    """Rows by slide, each as high as the room at the most. A group's head never ends a slide, and no slide has one row alone
    where the one before can spare one."""
    pages: list[list[MeasuredRow]] = [[]]
    used = 0.0
    for row in rows:
        if pages[-1] and used + row.height > room + 0.01:
            carried: list[MeasuredRow] = []
            while len(pages[-1]) > 1 and pages[-1][-1].row.kind == "group":
                carried.insert(0, pages[-1].pop())
            pages.append(carried)
            used = sum(item.height for item in carried)
        pages[-1].append(row)
        used += row.height
    if len(pages) > 1 and len(pages[-1]) == 1 and len(pages[-2]) > 2:
        spared = _spared(pages[-2])
        if sum(row.height for row in (*spared, *pages[-1])) <= room and len(spared) < len(pages[-2]):
            pages[-2:] = [pages[-2][: -len(spared)], [*spared, *pages[-1]]]
    return tuple(tuple(page) for page in pages)


def _evenly(rows: Sequence[MeasuredRow], room: float) -> tuple[tuple[MeasuredRow, ...], ...]:
    """Rows by slide as `split_rows` gives them, with as many slides but the rows shared out, where it takes a few of them."""
    pages = split_rows(rows, room)
    if not 1 < len(pages) <= _FEW_PAGES:
        return pages
    least = sum(row.height for row in rows) / len(pages)
    rooms = (least + (room - least) * step / _TRIALS for step in range(_TRIALS))
    even = (split_rows(rows, less) for less in rooms if all(row.height <= less for row in rows))
    return next((trial for trial in even if len(trial) == len(pages)), pages)


def _spared(rows: Sequence[MeasuredRow]) -> list[MeasuredRow]:
    """A slide's last row with the heads right above it, which it must not leave behind."""
    count = 1
    while count < len(rows) and rows[-count - 1].row.kind == "group":
        count += 1
    return list(rows[-count:])


def cut_tall_rows(
    rows: Sequence[MeasuredRow], widths: Sequence[float], room: float, setting: Setting, style: TableStyle
) -> tuple[MeasuredRow, ...]:
    """A row higher than the room becomes several, each with what comes next of its cells' text."""
    return tuple(
        part for row in rows for part in ((row,) if row.height <= room else _cut(row, widths, room, setting, style))
    )


def _cut(
    row: MeasuredRow, widths: Sequence[float], room: float, setting: Setting, style: TableStyle
) -> tuple[MeasuredRow, ...]:
    inner = [width - sum(_insets(index, len(widths), style)[::2]) for index, width in enumerate(widths)]
    columns = [
        split_over(paragraphs, inner[index], room - 2 * style.pad, setting.measurer)
        for index, paragraphs in enumerate(row.cells)
    ]
    parts = tuple(zip_longest(*columns, fillvalue=()))
    last = max(height_of(cell, inner[index], setting.measurer) for index, cell in enumerate(parts[-1]))
    heights = (*(room for _ in parts[1:]), last + 2 * style.pad)
    return tuple(MeasuredRow(row.row, cells, height) for cells, height in zip(parts, heights, strict=True))


def draw_table(table: Table, rows: Sequence[MeasuredRow], box: Box, setting: Setting, style: TableStyle) -> TableItem:
    """Head and rows at their places from the box's top; the item's box is as high as its rows."""
    widths = column_widths(table.columns, box.w)
    top = box.y
    drawn: list[TableRow] = []
    head = head_height(table, widths, setting, style)
    if head:
        drawn.append(_head_row(table, widths, Box(box.x, top, box.w, head), setting, style))
        top += head
    for index, row in enumerate(rows):
        last = index == len(rows) - 1
        drawn.append(_row(row, widths, Box(box.x, top, box.w, row.height), setting, style, last=last))
        top += row.height
    return TableItem(table.id, "table", Box(box.x, box.y, box.w, top - box.y), widths, tuple(drawn), _described(table))


def _described(table: Table) -> str:
    """What the table shows, to who cannot see it: as composed, else its caption, else what its columns hold."""
    heads = ", ".join(column.head.plain for column in table.columns if column.head)
    return table.alt or table.caption.plain or heads


def _head_row(table: Table, widths: Sequence[float], box: Box, setting: Setting, style: TableStyle) -> TableRow:
    cells: list[TableCell] = []
    x = box.x
    for index, column in enumerate(table.columns):
        paragraph = styled(column.head, setting.font("label", bold=True), "muted", align=column.align)
        body = _cell_body((paragraph,), _Place(x, widths, index, box), "bottom", setting, style)
        cells.append(TableCell(body, bottom=RULE))
        x += widths[index]
    return TableRow(box.h, tuple(cells), head=True)


def _row(
    row: MeasuredRow,
    widths: Sequence[float],
    box: Box,
    setting: Setting,
    style: TableStyle,
    *,
    last: bool,
) -> TableRow:
    bottom = RULE if last or row.row.kind in ("sum", "group") else HAIRLINE
    top = RULE if row.row.kind == "sum" else Border()
    cells: list[TableCell] = []
    x = box.x
    for index, paragraphs in enumerate(row.cells):
        spanned = len(widths) if row.row.kind == "group" else 1
        cell_widths = (box.w,) if spanned > 1 else widths
        body = _cell_body(paragraphs, _Place(x, cell_widths, index, box), "middle", setting, style)
        cells.append(TableCell(body, bottom=bottom, top=top, columns=spanned, block=row.row.id))
        x += widths[index]
    return TableRow(box.h, tuple(cells))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cell stands: the left edge, the columns' widths, which of them it is, its row."""

    x: float
    widths: Sequence[float]
    index: int
    row: Box


def _cell_body(
    paragraphs: Sequence[Paragraph], place: _Place, anchor: Anchor, setting: Setting, style: TableStyle
) -> TextBody:
    box = Box(place.x, place.row.y, place.widths[place.index], place.row.h)
    return setting.lay(paragraphs, box, anchor=anchor, insets=_insets(place.index, len(place.widths), style))


def with_room_for_words(table: Table, width: float, setting: Setting, style: TableStyle) -> Table:
    """The table with its columns' shares changed so that no word breaks, where other columns can spare the room for that."""
    needed = _needed_by_words(table, width, setting, style)
    given = column_widths(table.columns, width)
    lacking = sum(max(need - have, 0.0) for need, have in zip(needed, given, strict=True))
    spare = sum(max(have - need, 0.0) for need, have in zip(needed, given, strict=True))
    if not lacking or spare <= 0:
        return table
    part = min(lacking / spare, 1.0)
    widths = (max(need, have - part * (have - need)) for need, have in zip(needed, given, strict=True))
    return replace(
        table,
        columns=tuple(replace(column, share=wide) for column, wide in zip(table.columns, widths, strict=True)),
    )


def _needed_by_words(table: Table, width: float, setting: Setting, style: TableStyle) -> list[float]:
    """The width that each column needs for its widest word, with the space beside it."""
    needed: list[float] = []
    for index in range(len(table.columns)):
        beside = sum(_insets(index, len(table.columns), style)[::2])
        texts = _texts_of_column(table, index, setting, style)
        words = (widest_word(text, setting.measurer) for text in texts)
        needed.append(min(max(words, default=0.0) / FILL + 0.1, _WIDEST_WORD * width) + beside)
    return needed


def _texts_of_column(table: Table, index: int, setting: Setting, style: TableStyle) -> list[Paragraph]:
    """The column's head and the texts of its cells."""
    align = table.columns[index].align
    cells = [(row.cells[index], row.kind) for row in table.rows if index < len(row.cells) and row.kind != "group"]
    texts = [text for cell, kind in cells for text in cell_paragraphs(cell, align, kind, setting, style)]
    return [*texts, styled(table.columns[index].head, setting.font("label", bold=True))]


def by_columns(table: Table, width: float, setting: Setting, style: TableStyle) -> tuple[Table, ...]:
    """The table in tables that each repeat its first column, where its columns of figures need more than their shares give."""
    needed = _needed_by_figures(table, setting, style)
    widths = column_widths(table.columns, width)
    if all(need <= given for need, given in zip(needed, widths, strict=True)):
        return (table,)
    share = max(column.share for column in table.columns[1:])
    name = width * table.columns[0].share / (table.columns[0].share + _FEWEST_FIGURES * share)
    count = max(int((width - name) // max(needed[1:])), 1)
    starts = range(1, len(table.columns), count)
    return tuple(_some_columns(table, (0, *range(at, min(at + count, len(table.columns))))) for at in starts)


def _needed_by_figures(table: Table, setting: Setting, style: TableStyle) -> list[float]:
    """The width that each column of figures needs to keep them whole, with the space beside them; 0 for columns of text."""
    needed: list[float] = []
    for index, column in enumerate(table.columns):
        texts = _texts_of_column(table, index, setting, style)
        widest = max(natural_width(text, setting.measurer) for text in texts) / FILL
        beside = sum(_insets(index, len(table.columns), style)[::2])
        needed.append(widest + beside if index and column.align == "right" else 0.0)
    return needed


def _some_columns(table: Table, kept: Sequence[int]) -> Table:
    rows = tuple(
        row if row.kind == "group" else replace(row, cells=tuple(row.cells[at] for at in kept)) for row in table.rows
    )
    return replace(table, columns=tuple(table.columns[at] for at in kept), rows=rows)


def place_table(table: Table, box: Box, setting: Setting) -> tuple[tuple[TableItem, ...], bool]:
    """A table over as many slides as it takes, and whether it was tightened: roomy when that fits, else tight, else split."""
    roomy = with_room_for_words(table, box.w, setting, ROOMY)
    widths = column_widths(roomy.columns, box.w)
    rows = measured(roomy, widths, setting, ROOMY)
    room = box.h - head_height(roomy, widths, setting, ROOMY)
    if sum(row.height for row in rows) <= room and len(by_columns(roomy, box.w, setting, ROOMY)) == 1:
        return (draw_table(roomy, rows, box, setting, ROOMY),), False
    parts = by_columns(table, box.w, setting, TIGHT)
    return tuple(item for part in parts for item in _tight_pages(part, box, setting)), True


def place_table_below(table: Table, first: Box, rest: Box, setting: Setting) -> tuple[TableItem, ...]:
    """A table whose first slide has less room than those that follow: roomy where the first holds it all, else tight, the first slide
    filled and the others alike."""
    least = setting.font(ROOMY.step).line + 2 * ROOMY.pad
    if len(table.rows) * least <= first.h or len(by_columns(table, first.w, setting, TIGHT)) > 1:
        items, _ = place_table(table, first, setting)
        if len(items) == 1 or len(by_columns(table, first.w, setting, TIGHT)) > 1:
            return items
    table = with_room_for_words(table, first.w, setting, TIGHT)
    widths = column_widths(table.columns, first.w)
    rows = measured(table, widths, setting, TIGHT)
    head = head_height(table, widths, setting, TIGHT)
    rows = cut_tall_rows(rows, widths, _most(rows, first.h - head), setting, TIGHT)
    shown = split_rows(rows, first.h - head)[0]
    further = _evenly(rows[len(shown) :], rest.h - head) if len(shown) < len(rows) else ()
    return (
        draw_table(table, shown, first, setting, TIGHT),
        *(draw_table(table, page, rest, setting, TIGHT) for page in further),
    )


def _most(rows: Sequence[MeasuredRow], room: float) -> float:
    """How high a row may be: the tallest stands on a slide together with its group's head."""
    return room - max((row.height for row in rows if row.row.kind == "group"), default=0.0)


def _tight_pages(table: Table, box: Box, setting: Setting) -> Iterator[TableItem]:
    table = with_room_for_words(table, box.w, setting, TIGHT)
    widths = column_widths(table.columns, box.w)
    rows = measured(table, widths, setting, TIGHT)
    room = box.h - head_height(table, widths, setting, TIGHT)
    for page in _evenly(cut_tall_rows(rows, widths, _most(rows, room), setting, TIGHT), room):
        yield draw_table(table, page, box, setting, TIGHT)
