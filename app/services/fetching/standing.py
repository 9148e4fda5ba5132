"""Whether a cell is still the one that was read: the words beside it say so. Where they stand elsewhere, that is where it has gone."""

from collections.abc import Iterator
from typing import Final

from app.files.sheets.area import Area, cell_area
from app.files.sheets.book import Book, Cell, Table
from app.files.sheets.reading import words_of
from app.files.sheets.years import is_amount, year_of
from app.model.money import Origin

#: More cells than these are not told apart, nor named.
MOST: Final = 4


def heading(origin: Origin) -> str:
    """What a fetched value was called in its sheet: "Licenser 2027"."""
    return " ".join(part for part in (origin.left, origin.above) if part)


def stands(table: Table, area: Area, origin: Origin) -> bool:
    """Whether the words that named a value still stand to the left of a cell and above it; what had none cannot be told."""
    left = words_of(table.cells.get((area.row, at)) for at in range(area.column - 1, 0, -1))
    above = words_of(table.cells.get((at, area.column)) for at in range(area.row - 1, 0, -1))
    return all(
        not wanted or any(_bare(said) == _bare(wanted) for said in found)
        for wanted, found in ((origin.left, left), (origin.above, above))
    )


def elsewhere(book: Book, origin: Origin) -> tuple[Area, ...]:
    """The cells that have the value's words beside them now: in its sheet, else in the others that are shown."""
    if not (origin.left and origin.above):
        return ()
    own = [sheet.name for sheet in book.sheets if sheet.name == origin.sheet]
    others = [sheet.name for sheet in book.sheets if not sheet.hidden and sheet.name not in own]
    for sheets in (own, others):
        found = tuple(area for sheet in sheets for area in _headed(book.table(sheet), origin))
        if found:
            return found
    return ()


def tells_another_year(now: str, origin: Origin) -> bool:
    """Whether a heading that was a year is another one now: the cell then holds another year's amount."""
    year = year_of(Cell(origin.above)) or year_of(Cell(origin.left))
    other = year_of(Cell(now))
    return year is not None and other != year


def _headed(table: Table, origin: Origin) -> Iterator[Area]:
    """The cells with numbers to the right of the one heading and below the other."""
    lefts = [place for place, cell in table.cells.items() if _says(cell, origin.left)]
    aboves = [place for place, cell in table.cells.items() if _says(cell, origin.above)]
    places = {(row, column) for row, start in lefts for top, column in aboves if column > start and row > top}
    yield from (cell_area(table.sheet, *place) for place in sorted(places) if is_amount(table.cells.get(place)))


def _says(cell: Cell, heading: str) -> bool:
    return any(_bare(said) == _bare(heading) for said in words_of([cell]))


def _bare(said: str) -> str:
    return said.casefold().rstrip(" :*")
