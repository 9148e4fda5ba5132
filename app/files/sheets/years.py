"""Where a sheet has its years: along a row of headings or down a column of them, and which cells they head."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal

from app.files.sheets.area import Area, letters
from app.files.sheets.book import Cell, Table

#: The years that a heading may be.
YEARS: Final = range(1990, 2101)
Way = Literal["across", "down"]
#: A year, a fiscal year or a day in figures; other figures with a year's digits in them are amounts.
_BARE: Final = re.compile(r"\d{4}(?:[/–-]\d{2,4}){0,2}")
_YEAR: Final = re.compile(r"(?<![\d.,])(?:199\d|20\d\d|2100)(?![\d.,]*\d)")
#: So far from the first cell a table's headings are looked for, and so many empty rows end it.
_DEEPEST: Final = 200
_GAP: Final = 2
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Axis:
    """How years stand in an area: the year of each column (`across`) or row (`down`), and the row or column that heads them.

    `head` is None where no heading says so and the years are counted."""

    way: Way
    years: Mapping[int, int]
    head: int | None = None

    def place(self, line: int, along: int) -> _Place:
        """The row and column of a cell: in the line-th row and along-th column, or the other way round."""
        return (line, along) if self.way == "across" else (along, line)

    def lines(self, area: Area) -> Iterator[int]:
        """The rows, or columns, of an area that are not the headings."""
        bounds = (area.row, area.last_row) if self.way == "across" else (area.column, area.last_column)
        yield from (line for line in range(bounds[0], bounds[1] + 1) if line != self.head)


def year_of(cell: Cell | None) -> int | None:
    """The year that a heading names: 2027, "2027/28", "Budget 2027", a day in it; None for another cell, or where it names several."""
    value = cell.value if cell else None
    if isinstance(value, bool):
        return None
    if isinstance(value, date):
        return value.year if value.year in YEARS else None
    if isinstance(value, Decimal):
        return int(value) if value in YEARS else None
    named = isinstance(value, str) and (any(map(str.isalpha, value)) or _BARE.fullmatch(value))
    found = [int(each) for each in _YEAR.findall(value)] if isinstance(value, str) and named else []
    following = len(found) == 2 and found[1] == found[0] + 1
    return found[0] if len(found) == 1 or following else None


def find_axis(table: Table, area: Area) -> Axis | None:
    """The headings that are years: among the cells of the area, else above it or to its left. None when there are none."""
    found = [axis for way in ("across", "down") if (axis := _axis(table, area, way)) is not None]
    return max(found, key=lambda axis: len(axis.years), default=None)


def counted_axis(table: Table, area: Area, first: int) -> Axis:
    """Years in order from a first one, for the columns that hold numbers; for the rows of a single column."""
    way: Way = "down" if area.column == area.last_column and area.row < area.last_row else "across"
    held = Axis(way, {})
    lines = tuple(held.lines(area))
    along = [at for at in _along(area, way) if any(_is_number(table.cells.get(held.place(line, at))) for line in lines)]
    return Axis(way, {at: year for year, at in enumerate(along, start=first) if year in YEARS})


def unheaded(table: Table, area: Area, axis: Axis) -> tuple[str, ...]:
    """The columns, or rows, with numbers that stand among the years without a year of their own, by what they are called: "C", or "7"."""
    among = range(min(axis.years, default=0), max(axis.years, default=0))
    lines = tuple(axis.lines(area))
    found = (
        along
        for along in among
        if along not in axis.years and any(_is_number(table.cells.get(axis.place(line, along))) for line in lines)
    )
    return tuple(letters(along) if axis.way == "across" else str(along) for along in found)


def suggested(table: Table) -> Area | None:
    """The cells around the first row of years in a sheet, down to where the table ends; None where there is no such row."""
    wide = Area(table.sheet, 1, 1, min(table.rows, _DEEPEST) or 1, table.columns or 1)
    for row in range(1, wide.last_row + 1):
        years = _years(table, wide, "across", row)
        if len(years) > 1:
            last = _last_row(table, row, max(years))
            return Area(table.sheet, row, 1, last, max(years)) if last > row else None
    return None


def _last_row(table: Table, head: int, column: int) -> int:
    last = head
    for row in range(head + 1, min(table.rows, head + _DEEPEST) + 1):
        if any((row, at) in table.cells for at in range(1, column + 1)):
            last = row
        elif row - last >= _GAP:
            break
    return last


def _axis(table: Table, area: Area, way: Way) -> Axis | None:
    first, last = (area.row, area.last_row) if way == "across" else (area.column, area.last_column)
    inside = range(first, last + 1) if last > first else ()
    before = range(first - 1, max(first - _DEEPEST, 0), -1)
    for head in (*inside, *before):
        years = _years(table, area, way, head)
        if years and (len(years) > 1 or head <= first):
            return Axis(way, years, head)
    return None


def _years(table: Table, area: Area, way: Way, head: int) -> Mapping[int, int]:
    """The years in a row or column that could head an area; none where another number stands among them, or they do not follow
    each other: an amount may look like a year."""
    axis = Axis(way, {})
    found: dict[int, int] = {}
    for along in _along(area, way):
        cell = table.cells.get(axis.place(head, along))
        year = year_of(cell)
        if year is not None:
            found[along] = year
        elif is_amount(cell):
            return {}
    following = all(later == earlier + 1 for earlier, later in pairwise(found.values()))
    return found if following else {}


def _along(area: Area, way: Way) -> range:
    if way == "across":
        return range(area.column, area.last_column + 1)
    return range(area.row, area.last_row + 1)


def is_amount(cell: Cell | None) -> bool:
    """Whether a number that is no year stands in a cell."""
    return _is_number(cell) and year_of(cell) is None


def _is_number(cell: Cell | None) -> bool:
    """Whether a number stands in a cell; in a text file numbers are texts."""
    value = cell.value if cell else None
    if isinstance(value, str):
        return any(letter.isdigit() for letter in value) and not any(letter.isalpha() for letter in value)
    return isinstance(value, Decimal)
