"""Tables: horizontal rules only, figures flush right, broken between rows with their head repeated. A row taller than half a page
is broken between lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.export.pdf.faces import Faces
from app.export.pdf.report.flow import Brush, Carry, Part, Strip
from app.export.pdf.report.lines import Line, set_para
from app.export.pdf.report.prose import line_draw
from app.export.pdf.report.type import (
    BOTTOM,
    FULL,
    TABLE,
    TABLE_HEAD,
    TABLE_LESSER,
    TABLE_STRONG,
    TEXT,
    TOP,
    Style,
)
from app.export.pdf.sheet import Pen
from app.export.pdf.tags import Tag
from app.layout.frames import Box, Role
from app.model.rich import Para
from app.model.tables import Align, Cell, Column, Rating, Row, RowKind
from app.model.units import mm

GUTTER: Final = mm(3)
PAD: Final = mm(1.25)
#: Rules: above and below the table, under its head and over groups, over sums, between rows.
HEAVY: Final = 0.9
HEAD_RULE: Final = 0.4
SUM_RULE: Final = 0.6
HAIRLINE: Final = 0.25
_TALL: Final = (BOTTOM - TOP) / 2
_KEY: Final = mm(2.2)
FILLS: Final[dict[Rating, tuple[Role, Role]]] = {
    "advantage": ("advantage-fill", "advantage"),
    "neutral": ("neutral-fill", "neutral"),
    "drawback": ("drawback-fill", "drawback"),
    "low": ("low-fill", "advantage"),
    "medium": ("medium-fill", "neutral"),
    "high": ("high-fill", "drawback"),
    "better": ("advantage-fill", "advantage"),
    "worse": ("drawback-fill", "drawback"),
    "level": ("panel", "muted"),
    "new": ("tint", "accent"),
}
SIGNS: Final[dict[Rating, str]] = {
    "advantage": "▲ ", "neutral": "● ", "drawback": "▼ ",
    "better": "+ ", "worse": "− ", "level": "= ", "new": "○ ",
}  # fmt: skip
_SERIES: Final[tuple[tuple[Role | None, Role | None], ...]] = (
    ("accent", None),
    ("series-2", None),
    ("series-3", "series-2"),
    (None, "accent"),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a table's columns stand: left edges and widths, and the whole."""

    x: float
    width: float
    columns: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell's lines with their styles, and how they stand."""

    cell: Cell
    lines: tuple[tuple[Line, Style], ...]
    align: Align

    @property
    def height(self) -> float:
        """The lines' height in points."""
        return sum(style.line for _, style in self.lines)


#: A set cell, its column's left edge and width, and its tag.
_Placed = tuple[SetCell, tuple[float, float], Tag]


def frame_of(columns: Sequence[Column], rows: Sequence[Row], faces: Faces) -> Frame:
    """Columns by their shares of the text column, of the full width from four columns on; none narrower than its longest word."""
    x, width = FULL if len(columns) > 3 else TEXT
    room = width - GUTTER * (len(columns) - 1)
    least = [_longest_word(index, columns, rows, faces, room / max(2, len(columns))) for index in range(len(columns))]
    widths = shared_out([column.share for column in columns], least, room)
    placed: list[tuple[float, float]] = []
    for wide in widths:
        placed.append((x, wide))
        x += wide + GUTTER
    return Frame(placed[0][0], width, tuple(placed))


def shared_out(shares: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """`room` divided by shares, with nobody under their least: those who would be get it, the others share the rest."""
    held: dict[int, float] = {}
    while True:
        free = [index for index in range(len(shares)) if index not in held]
        rest = room - sum(held.values())
        whole = sum(shares[index] for index in free) or 1.0
        short = [index for index in free if rest * shares[index] / whole < least[index] - 0.01]
        if not short or len(short) == len(free):
            return [held.get(index, rest * shares[index] / whole) for index in range(len(shares))]
        held |= {index: least[index] for index in short}


def _longest_word(index: int, columns: Sequence[Column], rows: Sequence[Row], faces: Faces, most: float) -> float:
    texts = [(columns[index].head, TABLE_HEAD)]
    for row in rows:
        if index < len(row.cells):
            texts += [(row.cells[index].text, TABLE_STRONG), (row.cells[index].below, TABLE_LESSER)]
    words = ((word, style) for text, style in texts for word in text.plain.split())
    widest = max((faces.width(word, style.bold, style.size) for word, style in words), default=0.0)
    return min(widest + 1, most)


def set_cell(cell: Cell, column: Column, width: float, faces: Faces, kind: RowKind = "body") -> SetCell:
    """A cell's text broken within its column."""
    style = TABLE if kind == "body" else TABLE_STRONG
    if cell.muted:
        style = replace(style, color="muted")
    room = width - (_KEY + mm(1.5) if cell.series is not None else 0.0)
    text = _signed(cell)
    if cell.rating:
        style = replace(TABLE_STRONG, color=FILLS[cell.rating][1])
    lines = [(line, style) for line in set_para(text, style, room, faces)]
    lines += [(line, TABLE_LESSER) for line in set_para(cell.below, TABLE_LESSER, room, faces)]
    return SetCell(cell, tuple(lines), column.align)


def _signed(cell: Cell) -> Para:
    sign = SIGNS.get(cell.rating, "") if cell.rating else ""
    if not sign or not cell.text.spans:
        return cell.text
    first = cell.text.spans[0]
    return replace(cell.text, spans=(replace(first, text=sign + first.text), *cell.text.spans[1:]))


def head_strip(columns: Sequence[Column], frame: Frame, faces: Faces, tag: Tag | None) -> Strip:
    """The heads between a heavy rule and a thin one."""
    cells = [
        SetCell(
            Cell(column.head),
            tuple((line, TABLE_HEAD) for line in set_para(column.head, TABLE_HEAD, wide, faces)),
            column.align,
        )
        for column, (_, wide) in zip(columns, frame.columns, strict=True)
    ]
    height = max(cell.height for cell in cells) + 2 * PAD
    row = tag.inner("THead").inner("TR", "head") if tag else None
    parts = [
        Part(_cell_draw(cell, place, height, low=True), row.head_cell(str(index), "Column") if row else None)
        for index, (cell, place) in enumerate(zip(cells, frame.columns, strict=True))
    ]
    rules = Part(_rules(frame, ((0.0, HEAVY, "ink"), (height, HEAD_RULE, "ink"))))
    return Strip(height, (rules, *parts), keep=True, snap=False)


def table_strips(
    columns: Sequence[Column], rows: Sequence[Row], faces: Faces, tag: Tag, caption: Callable[[bool], list[Strip]]
) -> list[Strip]:
    """A table: its caption (asked for with True where it goes on after a break), head and rows."""
    frame = frame_of(columns, rows, faces)
    repeated = (*caption(True), head_strip(columns, frame, faces, None))
    foot = Strip(1.0, (Part(_rules(frame, ((0.0, HEAD_RULE, "ink"),))),), snap=False)
    carry = Carry(foot, repeated)
    strips = [*caption(False), head_strip(columns, frame, faces, tag)]
    body = tag.inner("TBody")
    for index, row in enumerate(rows):
        after = rows[index + 1] if index + 1 < len(rows) else None
        keep = _stays(rows, index)
        strips += _row_strips(row, columns, frame, faces, body.inner("TR", str(index)), carry, after, keep=keep)
    strips.append(Strip(mm(2), snap=False))
    return strips


def _row_strips(
    row: Row,
    columns: Sequence[Column],
    frame: Frame,
    faces: Faces,
    tag: Tag,
    carry: Carry,
    after: Row | None,
    *,
    keep: bool,
) -> list[Strip]:
    placed = [
        (set_cell(cell, column, place[1], faces, row.kind), place, _cell_tag(tag, row, index, len(columns)))
        for index, (cell, column, place) in enumerate(zip(row.cells, columns, frame.columns, strict=False))
    ]
    height = max((cell.height for cell, _, _ in placed), default=TABLE.line) + 2 * PAD
    weight, color = _rule_below(after)
    if height <= _TALL:
        parts = [Part(_cell_draw(cell, place, height), inner, row.id) for cell, place, inner in placed]
        return [
            Strip(height, (*parts, Part(_rules(frame, ((height, weight, color),)))), keep=keep, snap=False, carry=carry)
        ]
    closing = Strip(PAD, (Part(_rules(frame, ((PAD, weight, color),))),), snap=False, carry=carry)
    return [*_tall_row(row, placed, carry), closing]


def _cell_tag(tag: Tag, row: Row, index: int, columns: int) -> Tag:
    """A row's first cell heads it, the last of one with too few cells takes the rest of the columns."""
    wide = columns - index if index == len(row.cells) - 1 else 1
    return tag.cell(str(index), wide) if index else tag.head_cell(str(index), "Row", wide)


def _stays(rows: Sequence[Row], index: int) -> bool:
    """Whether a row stays with the next: a group's head with two rows, a sum with two before it, the first and the last two together."""
    if index + 1 == len(rows):
        return False
    kinds = [row.kind for row in rows]
    before_sum = "sum" in kinds[index + 1 : index + 3] and kinds[index] != "sum"
    under_head = kinds[index] == "group" or (index > 0 and kinds[index - 1] == "group" and kinds[index + 1] == "body")
    return before_sum or under_head or index in (0, len(rows) - 2)


def _tall_row(row: Row, placed: Sequence[_Placed], carry: Carry) -> list[Strip]:
    """A row by lines, with two at least on either side of a break."""
    count = max(len(cell.lines) for cell, _, _ in placed)
    # An empty cell has no line to stand with, and belongs to the row all the same.
    empty = tuple(Part(lambda _brush, _y: None, inner, row.id) for cell, _, inner in placed if not cell.lines)
    strips = [Strip(PAD, empty, keep=True, snap=False, carry=carry)]
    for number in range(count):
        parts = [
            Part(line_draw(*cell.lines[number], x, wide, cell.align), inner, row.id)
            for cell, (x, wide), inner in placed
            if number < len(cell.lines)
        ]
        keep = number in (0, count - 2, count - 1)
        strips.append(Strip(TABLE.line, tuple(parts), keep=keep, snap=False, carry=carry))
    return strips


def _rule_below(after: Row | None) -> tuple[float, Role]:
    if after is None:
        return HEAVY, "ink"
    if after.kind == "sum":
        return SUM_RULE, "ink"
    return (HEAD_RULE, "ink") if after.kind == "group" else (HAIRLINE, "hairline")


def _rules(frame: Frame, rules: Sequence[tuple[float, float, Role]]) -> Callable[[Brush, float], None]:
    def draw(brush: Brush, y: float) -> None:
        for at, weight, color in rules:
            brush.sheet.line([(frame.x, y + at), (frame.x + frame.width, y + at)], Pen(brush.colors[color], weight))

    return draw


def _cell_draw(
    cell: SetCell, place: tuple[float, float], height: float, *, low: bool = False
) -> Callable[[Brush, float], None]:
    """How to draw a cell at its column; `low` sets its last line at the row's foot, as heads stand."""
    x, wide = place
    shift = height - cell.height - PAD if low else PAD
    indent = _KEY + mm(1.5) if cell.cell.series is not None else 0.0

    def draw(brush: Brush, y: float) -> None:
        if cell.cell.rating:
            box = Box(x - mm(1.2), y + 0.6, min(wide + mm(2.4), FULL[0] + FULL[1] - x + mm(1.2)), height - 1.2)
            brush.sheet.rectangle(box, brush.colors[FILLS[cell.cell.rating][0]])
        if cell.cell.series is not None:
            fill, outline = _SERIES[min(cell.cell.series, len(_SERIES) - 1)]
            box = Box(x, y + PAD + mm(0.8), _KEY, _KEY)
            brush.sheet.rectangle(
                box, fill and brush.colors[fill], Pen(brush.colors[outline], 0.6) if outline else None
            )
        top = y + shift
        for line, style in cell.lines:
            line_draw(line, style, x + indent, wide - indent, cell.align)(brush, top)
            top += style.line

    return draw
