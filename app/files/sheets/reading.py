"""Figures taken out of a workbook: the cells that an address stands for, the number in a cell, and what names it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from app.files.sheets.area import Area, cell_area, read_area
from app.files.sheets.book import BadSheet, Book, Cell, Table
from app.files.sheets.years import is_amount, year_of
from app.language.format import format_date
from app.language.parse import NotUnderstood, parse_measure
from app.model.base import Lang

#: How many cells one fetch may name, and how much of a text a message repeats.
_MOST_CELLS: Final = 2_000
_SHOWN: Final = 40
#: A number within brackets, "(1 234)", is one below zero.
_BELOW_ZERO: Final = re.compile(r"\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number from a cell, and the unit that stands with it in the cell, "" for none."""

    value: Decimal
    unit: str = ""


def find_area(book: Book, address: str, sheet: str = "") -> Area:
    """The cells that an address or one of the workbook's names stands for. Raises BadSheet, with the names that there are."""
    wanted = address.strip()
    known = next((name for name in book.names if name.casefold() == wanted.casefold()), None)
    area = book.names[known] if known is not None else read_area(wanted, sheet or book.sheets[0].name)
    if area is None and known is not None:
        raise BadSheet("sheet.name-broken", file=book.file, name=known)
    if area is None:
        raise BadSheet("sheet.no-name", file=book.file, name=wanted, known=", ".join(sorted(book.names)) or "–")
    if (area.last_row - area.row + 1) * (area.last_column - area.column + 1) > _MOST_CELLS:
        raise BadSheet("sheet.too-many", file=book.file, cell=area.whole, limit=_MOST_CELLS)
    return area


def number_at(book: Book, area: Area, lang: Lang) -> Number:
    """The number in a single cell. Raises BadSheet with what stands there instead."""
    if not area.is_cell:
        raise BadSheet("sheet.several", file=book.file, cell=area.whole)
    return numbers_at(book, area, lang)[0]


def numbers_at(book: Book, area: Area, lang: Lang) -> tuple[Number, ...]:
    """The numbers in an area, row by row. Raises BadSheet for the first cell that holds none."""
    cells = book.cells(area)
    return tuple(number_of(cells[place], book.file, cell_area(area.sheet, *place), lang) for place in _places(area))


def _places(area: Area) -> Iterator[tuple[int, int]]:
    for row in range(area.row, area.last_row + 1):
        yield from ((row, column) for column in range(area.column, area.last_column + 1))


def number_of(cell: Cell, file: str, area: Area, lang: Lang) -> Number:
    """The number in a cell; text that reads as one in `lang` counts. Raises BadSheet with the file, the cell and what it holds."""
    problem = _problem(cell, lang)
    if problem:
        key, values = problem
        raise BadSheet(f"sheet.{key}", file=file, cell=area.whole, **values)
    if isinstance(cell.value, Decimal):
        return Number(cell.value * 100, "%") if cell.percent else Number(cell.value)
    found = str(cell.value).strip()
    below = _BELOW_ZERO.fullmatch(found)
    try:
        value, unit = parse_measure(below[1] if below else found, lang)
    except NotUnderstood:
        shown = found if len(found) <= _SHOWN else f"{found[: _SHOWN - 1]}…"
        raise BadSheet("sheet.text", file=file, cell=area.whole, text=shown) from None
    return Number(-value if below else value, unit)


def _problem(cell: Cell, lang: Lang) -> tuple[str, dict[str, object]] | None:
    """The message key of what keeps a cell from giving a number, with its values."""
    value = cell.value
    if cell.error:
        return "error", {"error": cell.error}
    if cell.lack:
        return cell.lack, {"area": cell.merge}
    if isinstance(value, bool):
        return "truth", {}
    if isinstance(value, date):
        return "date", {"date": format_date(value, lang, "iso")}
    return ("empty", {}) if value is None or not str(value).strip() else None


def headings(table: Table, row: int, column: int) -> tuple[str, str]:
    """What names a cell: the nearest words to its left in its row, and the nearest words or year above it in its column."""
    left = words_of(table.cells.get((row, at)) for at in range(column - 1, 0, -1))
    above = words_of(
        cell
        for at in range(row - 1, 0, -1)
        if (cell := table.cells.get((at, column))) and (year_of(cell) is None or _heads(table, at))
    )
    return next(left, ""), next(above, "")


def words_of(cells: Iterable[Cell | None]) -> Iterator[str]:
    """What stands in those cells that can name others: words, and years."""
    for cell in cells:
        if cell is None or cell.value is None:
            continue
        if isinstance(cell.value, str) and any(letter.isalpha() for letter in cell.value):
            yield " ".join(cell.value.split())
        elif (year := year_of(cell)) is not None:
            yield cell.value if isinstance(cell.value, str) else str(year)


def _heads(table: Table, row: int) -> bool:
    """Whether the numbers in a row are years, all of them: one among amounts is an amount."""
    return not any(is_amount(table.cells.get((row, at))) for at in range(1, table.columns + 1))
