"""Risks and priorities: all in the matrix, and the table that names them beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from app.compose.storyline import Slide
from app.layout.frames import Box, GroupItem, Item, Role, ShapeItem, TableItem
from app.layout.setting import BodyPage, Setting
from app.layout.style import plain, styled
from app.layout.tables import place_table
from app.layout.text import FILL, line_count, natural_width, shortened, widest_word
from app.model.graphics import Dot, Matrix
from app.model.ratings import RiskLevel, risk_level
from app.model.tables import Table

_SIDE: Final = 5
_AXIS: Final = 18.0
_DOT: Final = 19.0
_MOST_DOTS: Final = 4
#: A body narrower and higher than this has its table below the matrix, which takes this share of the height.
_NARROW: Final = 600.0
_HIGH: Final = 430.0
_MATRIX_SHARE: Final = 0.45
_BELOW: Final = 14.0
#: Between two dots; beside a number in its dot, both edges together.
_GAP: Final = 2.0
_EDGES: Final = 0.5
#: Where the zones' words stand: the first cell across and its row, over how many cells, in which ink.
_ZONES: Final[Mapping[str, tuple[int, int, int, Role]]] = {
    "low": (1, 1, 1, "advantage"), "medium": (2, 5, 1, "neutral"), "high": (5, 5, 1, "drawback"),
    "most": (1, 5, 2, "accent"), "least": (4, 1, 2, "muted"),
}  # fmt: skip
_FILLS: Final[Mapping[RiskLevel, Role]] = {"low": "low-fill", "medium": "medium-fill", "high": "high-fill"}


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """Matrix and table side by side, below each other on a narrow and high body; a long table goes on over further slides, beside the
    matrix of what each of them names."""
    matrix = next((block for block in slide.blocks if isinstance(block, Matrix)), None)
    table = next((block for block in slide.blocks if isinstance(block, Table)), None)
    first, second = _places(body, setting)
    tables = place_table(table, second if matrix else body, setting)[0] if table else ()
    if matrix is None:
        return tuple(BodyPage((item,)) for item in tables)
    shown = (matrix.dots, *(_named_on(item, matrix) for item in tables[1:]))
    return tuple(
        BodyPage((*place_matrix(matrix, dots, first, setting), *(() if item is None else (item,))))
        for dots, item in zip_longest(shown, tables)
    )


def _places(body: Box, setting: Setting) -> tuple[Box, Box]:
    """Where matrix and table stand."""
    if body.w < _NARROW and body.h >= _HIGH:
        side = body.h * _MATRIX_SHARE
        return Box(body.x, body.y, min(body.w, side), side), body.inset(top=side + _BELOW)
    return setting.columns(1, 4, body), setting.columns(5, 12, body)


def _named_on(table: TableItem, matrix: Matrix) -> Sequence[Dot]:
    """The dots that a part of the table names; all where it names none."""
    named = {cell.block for row in table.rows for cell in row.cells}
    return [dot for dot in matrix.dots if dot.id in named] or matrix.dots


def place_matrix(matrix: Matrix, dots: Sequence[Dot], box: Box, setting: Setting) -> tuple[Item, ...]:
    """Five by five cells with some of the matrix's numbered dots, axis names above and below."""
    side = min(box.w - _AXIS, box.h - 2 * _AXIS - 4)
    plot = Box(box.x + _AXIS, box.y + _AXIS, side, side)
    cell = side / _SIDE
    cells = [_cell(matrix, x, y, plot, cell) for y in range(1, _SIDE + 1) for x in range(1, _SIDE + 1)]
    return (
        _label(matrix, "y axis", matrix.y_label.plain, Box(box.x, box.y, side + _AXIS, 15), box, setting),
        GroupItem(
            matrix.id,
            "matrix",
            (*cells, *_zones(matrix, dots, plot, cell, setting), *_dots(dots, plot, cell, setting)),
            matrix.alt,
        ),
        *_axes(matrix, plot, cell, setting),
        _label(matrix, "x axis", matrix.x_label.plain, Box(plot.x, plot.bottom + 17, side, 15), box, setting),
    )


def _fill(matrix: Matrix, x: int, y: int) -> Role:
    """The fill of a cell: by its severity where the matrix is one of risks, else by whether it is as good as the leading dots."""
    level = risk_level(y, x) if matrix.kind == "risk" else None
    return _FILLS[level] if level else "tint" if _leads(matrix, x, y) else "panel"


def _cell(matrix: Matrix, x: int, y: int, plot: Box, cell: float) -> ShapeItem:
    place = Box(plot.x + (x - 1) * cell, plot.bottom - y * cell, cell, cell)
    return ShapeItem(matrix.id, f"cell {x} {y}", place, "rectangle", _fill(matrix, x, y), "ground", 1.5)


def _leads(matrix: Matrix, x: int, y: int) -> bool:
    """Whether a cell gives at least as much for what it takes as a leading dot."""
    return any(y - x >= dot.y - dot.x for dot in matrix.dots if dot.leading)


def _label(matrix: Matrix, name: str, text: str, place: Box, whole: Box, setting: Setting) -> Item:
    """An axis's name, the y axis's from the left and the x axis's to the right; over the whole width where its place is too narrow."""
    font = setting.font("label", bold=True)
    paragraph = plain(text, font, setting.lang, "muted", align="right" if name == "x axis" else "left")
    if natural_width(paragraph, setting.measurer) > place.w * FILL:
        place = replace(place, x=whole.x, w=whole.w)
        paragraph = shortened(replace(paragraph, align="left"), whole.w, 1, setting.measurer)
    return setting.text(matrix.id, name, (paragraph,), place)


def _axes(matrix: Matrix, plot: Box, cell: float, setting: Setting) -> tuple[Item, ...]:
    items: list[Item] = []
    for step in range(1, _SIDE + 1):
        number = plain(str(step), setting.font("label"), setting.lang, "muted", align="center")
        y = plot.bottom - step * cell + cell / 2 - 7.5
        items.append(setting.text(matrix.id, "y step", (number,), Box(plot.x - _AXIS, y, _AXIS - 2, 15)))
        x = plot.x + (step - 1) * cell
        items.append(setting.text(matrix.id, "x step", (number,), Box(x, plot.bottom + 2, cell, 15)))
    return (GroupItem(matrix.id, "axes", tuple(items), decorative=True),)


def _zones(matrix: Matrix, dots: Sequence[Dot], plot: Box, cell: float, setting: Setting) -> tuple[Item, ...]:
    """The words of the zones, in cells of theirs that seldom hold a dot; none where one does, or where a cell is too small for it."""
    taken = {(dot.x, dot.y) for dot in dots}
    items: list[Item] = []
    for zone, (x, y, wide, ink) in _ZONES.items():
        word = matrix.zones.get(zone)
        if word and not taken & {(x + step, y) for step in range(wide)}:
            width = wide * cell - 4
            text = styled(word, setting.font("label", bold=True), ink)
            height = line_count(text, width, setting.measurer) * text.line
            if height <= cell - 3 and widest_word(text, setting.measurer) <= width * FILL:
                place = Box(plot.x + (x - 1) * cell + 3, plot.bottom - y * cell + 3, width, height)
                items.append(setting.text(matrix.id, f"{zone} zone", (text,), place))
    return tuple(items)


def _dots(dots: Sequence[Dot], plot: Box, cell: float, setting: Setting) -> tuple[Item, ...]:
    by_cell: dict[tuple[int, int], list[Dot]] = {}
    for dot in dots:
        by_cell.setdefault((dot.x, dot.y), []).append(dot)
    items: list[Item] = []
    for (x, y), there in by_cell.items():
        left, top = plot.x + (x - 1) * cell, plot.bottom - y * cell
        items += _cell_dots(there, Box(left, top, cell, cell), setting)
    return tuple(items)


def _cell_dots(dots: Sequence[Dot], cell: Box, setting: Setting) -> list[Item]:
    """Up to four dots, two by two; of more, three and how many they leave out. A number of three digits makes its dot wider."""
    shown = list(dots[:_MOST_DOTS]) if len(dots) <= _MOST_DOTS else list(dots[: _MOST_DOTS - 1])
    names = [dot.number for dot in shown] + ([f"+{len(dots) - len(shown)}"] if len(shown) < len(dots) else [])
    font = setting.font("label", bold=True)
    widths = [max(_DOT, setting.measurer.width(name, font) / FILL + _EDGES) for name in names]
    per_row = 1 if len(names) == 1 else 2
    rows = -(-len(names) // per_row)
    items: list[Item] = []
    for row in range(rows):
        places = range(row * per_row, min((row + 1) * per_row, len(names)))
        # A dot alone below two others stands under the first.
        taken = sum(widths[index] for index in places) + _DOT * (per_row - len(places)) + _GAP * (per_row - 1)
        x = cell.x + cell.w / 2 - taken / 2
        y = cell.y + cell.h / 2 + (row - (rows - 1) / 2) * (_DOT + _GAP) - _DOT / 2
        for index in places:
            box = Box(x, y, widths[index], _DOT)
            number = plain(names[index], font, setting.lang, "ground", align="center")
            dot = dots[min(index, len(dots) - 1)]
            fill: Role = "accent" if dot.leading else "ink"
            body = setting.lay((number,), box, anchor="middle")
            items.append(ShapeItem(dot.id, f"dot {names[index]}", box, "ellipse", fill, "ground", 1.0, body))
            x += widths[index] + _GAP
    return items
