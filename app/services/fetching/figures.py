"""Figures fetched from a workbook: the numbers that it holds, each with what names it there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.files.sheets.area import Area, cell_area
from app.files.sheets.book import BadSheet, Book, Cell, Table
from app.files.sheets.reading import headings, number_of
from app.files.sheets.years import year_of
from app.model.base import Lang, NewId, Text
from app.model.figure import Figure
from app.model.money import Origin
from app.model.project import Project
from app.project import edits

#: So many cells of a sheet are offered.
_MOST = 400


@dataclass(frozen=True, slots=True)
class Offer:
    """A number in a workbook: where it stands, the words to its left and above it, its value and unit.

    `name` is what the workbook itself calls it, or nothing; `year` is that of the heading above, where it is one."""

    area: Area
    name: str
    left: str
    above: str
    value: Decimal
    unit: str

    @property
    def place(self) -> str:
        """Where it is found: by its name, else by its cell."""
        return self.name or self.area.cells

    @property
    def year(self) -> int | None:
        """The year that the heading above names; of what has a name of its own nobody can tell."""
        return None if self.name else year_of(Cell(self.above))

    @property
    def label(self) -> str:
        """What it is called: by the workbook, else by the words beside it, else by its cell."""
        above = "" if self.year else self.above
        return self.name or " ".join(part for part in (self.left, above) if part) or self.place


def offered(book: Book, lang: Lang) -> tuple[Offer, ...]:
    """The numbers that can be fetched: what the workbook names first, then the cells of the sheets that are shown."""
    tables = {sheet.name: book.table(sheet.name) for sheet in book.sheets}
    shown = (tables[sheet.name] for sheet in book.sheets if not sheet.hidden)
    return (*_named(book, tables, lang), *(offer for table in shown for offer in _of(book, table, lang)))


def fetched(project: Project, offers: Iterable[Offer], book: Book, today: date, new_id: NewId) -> Project:
    """The project with a figure for each number, which knows where it was read."""
    for offer in offers:
        figure = Figure(
            id=new_id(),
            label=_text(project, offer.label),
            value=offer.value,
            unit=_text(project, offer.unit),
            year=offer.year,
            source=_text(project, book.file),
            dated=today,
            origin=Origin(
                file=book.file,
                sheet=offer.area.sheet,
                place=offer.place,
                left=offer.left,
                above=offer.above,
                read=today,
                sha256=book.digest,
            ),
        )
        project = edits.add(project, "figures", figure)
    return project


def _named(book: Book, tables: Mapping[str, Table], lang: Lang) -> Iterator[Offer]:
    for name, area in sorted(book.names.items()):
        if area is not None and area.is_cell:
            cell = book.cells(area)[(area.row, area.column)]
            yield from _offer(book, tables[area.sheet], area, cell, name, lang)


def _of(book: Book, table: Table, lang: Lang) -> Iterator[Offer]:
    for (row, column), cell in sorted(table.cells.items())[:_MOST]:
        is_number = isinstance(cell.value, Decimal) or not table.sheet  # in a text file all cells are texts
        if is_number:
            found = _offer(book, table, cell_area(table.sheet, row, column), cell, "", lang)
            yield from (offer for offer in found if year_of(cell) is None or offer.year is not None)


def _offer(book: Book, table: Table, area: Area, cell: Cell, name: str, lang: Lang) -> Iterator[Offer]:
    """A cell that holds a number; nothing for another."""
    try:
        number = number_of(cell, book.file, area, lang)
    except BadSheet:
        return
    left, above = headings(table, area.row, area.column)
    yield Offer(area, name, left, above, number.value, number.unit)


def _text(project: Project, said: str) -> Text:
    return Text().writing(project.language, said) if said else Text()
