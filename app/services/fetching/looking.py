"""A workbook looked through for the window: what was fetched from it before, where that shows, and what there is to fetch."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.files.sheets import open_book
from app.files.sheets.area import Area
from app.files.sheets.book import BadSheet, Book
from app.files.sheets.years import suggested
from app.model.base import Lang
from app.model.project import Project
from app.services.fetching.again import Refreshed, read_again, renewed
from app.services.fetching.figures import Offer, offered
from app.services.fetching.shown import Shows, where_shown


@dataclass(frozen=True, slots=True)
class Found:
    """What a workbook holds for a project."""

    book: Book
    again: Refreshed
    shows: Shows
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """A workbook with the cells around the first row of years of each sheet that has one."""

    book: Book
    areas: dict[str, Area]


def look_through(project: Project, path: Path, former: str | None, lang: Lang, today: date) -> Found:
    """Reads a workbook for its figures, and what was fetched from it, or from a file of its `former` name, again.

    Raises UserError for a file that cannot be read."""
    book = open_book(path)
    again = read_again(project, book, lang, former)
    shows = where_shown(project, again.moved, lambda moved: renewed(project, moved, book, today), today)
    return Found(book, again, shows, offered(book, lang))


def find_tables(path: Path) -> Tables:
    """Reads a workbook for its tables; a sheet that cannot be read has none. Raises UserError for a file that cannot be read."""
    book = open_book(path)
    areas: dict[str, Area] = {}
    for sheet in book.sheets:
        try:
            area = suggested(book.table(sheet.name))
            if area is not None:
                book.cells(area)  # formulas are read with the first cell that is asked for
                areas[sheet.name] = area
        except BadSheet:
            continue  # it is told when the user turns to it
    return Tables(book, areas)
