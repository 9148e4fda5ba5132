"""Figures fetched from a workbook, and fetched again: what has changed since, what is not there any more, and where each shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.files.errors import UserError
from app.files.sheets.area import Area, cell_area
from app.files.sheets.book import BadSheet, Book, Cell
from app.files.sheets.reading import YEARS, find_area, headings, number_at, number_of
from app.model.base import FieldPath, Id, Lang, NewId, Text
from app.model.figure import Figure
from app.model.money import Origin
from app.model.project import Project
from app.project import edits
from app.project.mentions import mentions_of

#: So many cells of a sheet are offered.
_MOST = 400


@dataclass(frozen=True, slots=True)
class Offer:
    """A number in a workbook: where it stands, what names it there, its value and unit, and its year where a heading is one."""

    area: Area
    place: str
    label: str
    value: Decimal
    unit: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure whose cell says something else now, and the fields whose sentences mention it."""

    figure: Id
    old: Decimal | None
    new: Decimal
    mentioned: tuple[FieldPath, ...]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What fetching again changes, and why some figures keep the value they had."""

    moved: tuple[Moved, ...]
    kept: tuple[UserError, ...]


def offered(book: Book, lang: Lang) -> tuple[Offer, ...]:
    """The numbers that can be fetched: what the workbook names first, then the cells of the sheets that are shown."""
    return (
        *_named(book, lang),
        *(offer for sheet in book.sheets if not sheet.hidden for offer in _of(book, sheet.name, lang)),
    )


def fetched(project: Project, offers: Iterable[Offer], book: Book, today: date, new_id: NewId) -> Project:
    """The project with a figure for each number, which knows where it was read."""
    for offer in offers:
        figure = Figure(
            id=new_id(),
            label=_text(project, offer.label or offer.place),
            value=offer.value,
            unit=_text(project, offer.unit),
            year=offer.year,
            source=_text(project, book.file),
            dated=today,
            origin=_origin(book, offer.area, offer.place, today),
        )
        project = edits.add(project, "figures", figure)
    return project


def read_again(project: Project, book: Book, lang: Lang) -> Refreshed:
    """What the figures that were read from a file of that name would be now. Nothing is changed by it."""
    moved: list[Moved] = []
    kept: list[UserError] = []
    mentions = mentions_of(project)
    for figure in project.figures:
        origin = figure.origin
        if origin is None or origin.file != book.file:
            continue
        try:
            number = number_at(book, find_area(book, origin.place, origin.sheet), lang)
        except BadSheet as problem:
            kept.append(problem)
            continue
        if number.value != figure.value:
            shown = tuple(mention.path for mention in mentions if mention.name == figure.id)
            moved.append(Moved(figure.id, figure.value, number.value, shown))
    return Refreshed(tuple(moved), tuple(kept))


def renewed(project: Project, moved: Iterable[Moved], book: Book, today: date) -> Project:
    """The project with the new values; what somebody had reconciled is preliminary again."""
    origins = {figure.id: figure.origin for figure in project.figures}
    for each in moved:
        old = origins[each.figure]
        path = f"figures/{each.figure}"
        project = edits.put(project, f"{path}/value", each.new)
        project = edits.put(project, f"{path}/reconciled", None)
        project = edits.put(project, f"{path}/dated", today)
        if old is not None:
            fresh = old.model_copy(update={"read": today, "sha256": book.digest})
            project = edits.put(project, f"{path}/origin", fresh)
    return project


def _named(book: Book, lang: Lang) -> Iterator[Offer]:
    for name, area in sorted(book.names.items()):
        if area is not None and area.is_cell:
            cell = book.cells(area)[(area.row, area.column)]
            yield from _offer(book, area, name, name, cell, None, lang)


def _of(book: Book, sheet: str, lang: Lang) -> Iterator[Offer]:
    table = book.table(sheet)
    for (row, column), cell in sorted(table.cells.items())[:_MOST]:
        left, above = headings(table, row, column)
        area = cell_area(sheet, row, column)
        year = int(above) if above.isdigit() else None
        label = " ".join(part for part in (left, "" if year else above) if part)
        if isinstance(cell.value, Decimal) and not (year is None and cell.value in YEARS):
            yield from _offer(book, area, area.cells, label, cell, year, lang)


def _offer(book: Book, area: Area, place: str, label: str, cell: Cell, year: int | None, lang: Lang) -> Iterator[Offer]:
    """A cell that holds a number; nothing for another."""
    try:
        number = number_of(cell, book.file, area, lang)
    except BadSheet:
        return
    yield Offer(area, place, label, number.value, number.unit, year)


def _text(project: Project, said: str) -> Text:
    return Text().writing(project.language, said) if said else Text()


def _origin(book: Book, area: Area, place: str, today: date) -> Origin:
    return Origin(file=book.file, sheet=area.sheet, place=place, read=today, sha256=book.digest)
