"""Whether a cell is still the one that was read: the words beside it say so. Where they stand elsewhere, that is where it has gone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from app.files.sheets.area import Area, cell_area
from app.files.sheets.book import Book, Cell
from app.files.sheets.reading import words_of
from app.files.sheets.years import is_amount, year_of
from app.model.money import Origin

_Place = tuple[int, int]
#: More cells than these are not told apart, nor named.
MOST: Final = 4


def heading(origin: Origin) -> str:
    """What a fetched value was called in its sheet: "Licenser 2027"."""
    return " ".join(part for part in (origin.left, origin.above) if part)


def tells_another_year(now: str, origin: Origin) -> bool:
    """Whether a heading that was a year is another one now: the cell then holds another year's amount."""
    year = year_of(Cell(origin.above)) or year_of(Cell(origin.left))
    other = year_of(Cell(now))
    return year is not None and other != year


class Layout:
    """Where the headings of a workbook stand. A sheet is gone through once, when it is first asked for."""

    def __init__(self, book: Book, origins: Iterable[Origin]) -> None:
        self._book = book
        self._ours = {(_bare(origin.left), _bare(origin.above)) for origin in origins}
        self._known: dict[str, Mapping[str, Sequence[_Place]]] = {}

    def stands(self, area: Area, origin: Origin) -> bool:
        """Whether the words that named a value still stand to the left of a cell and above it; what had none cannot be told."""
        left = ((row, at) for row, at in self._said(area.sheet, origin.left) if row == area.row and at < area.column)
        above = (
            (at, column)
            for at, column in self._said(area.sheet, origin.above)
            if column == area.column and at < area.row
        )
        return (not origin.left or any(left)) and (not origin.above or any(above))

    def belongs(self, left: str, above: str) -> bool:
        """Whether a cell with these words beside it is where another of our values was read."""
        return (_bare(left), _bare(above)) in self._ours

    def elsewhere(self, origin: Origin) -> tuple[Area, ...]:
        """The cells that have the value's words beside them now: in its sheet, else in the others that are shown. No more than one
        more than can be told apart."""
        if not (origin.left and origin.above):
            return ()
        own = [sheet.name for sheet in self._book.sheets if sheet.name == origin.sheet]
        others = [sheet.name for sheet in self._book.sheets if not sheet.hidden and sheet.name not in own]
        for sheets in (own, others):
            found = (area for sheet in sheets for area in self._headed(sheet, origin))
            first = tuple(islice(found, MOST + 1))
            if first:
                return first
        return ()

    def _headed(self, sheet: str, origin: Origin) -> Iterator[Area]:
        """The cells with numbers to the right of the one heading and below the other."""
        cells, seen = self._book.table(sheet).cells, set[_Place]()
        for row, start in self._said(sheet, origin.left):
            for top, column in self._said(sheet, origin.above):
                place = (row, column)
                if column > start and row > top and place not in seen and is_amount(cells.get(place)):
                    seen.add(place)
                    yield cell_area(sheet, *place)

    def _said(self, sheet: str, heading: str) -> Sequence[_Place]:
        """The cells of a sheet that say a heading."""
        if sheet not in self._known:
            found: dict[str, list[_Place]] = {}
            for place, cell in self._book.table(sheet).cells.items():
                for said in words_of([cell]):
                    found.setdefault(_bare(said), []).append(place)
            self._known[sheet] = found
        return self._known[sheet].get(_bare(heading), ())


def _bare(said: str) -> str:
    return said.casefold().rstrip(" :*")
