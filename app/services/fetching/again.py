"""What was fetched, read again: what says something else now, and what is not there any more. Nothing is changed by it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, cast

from app.files.errors import UserError
from app.files.sheets.area import Area, cell_area, read_area
from app.files.sheets.book import BadSheet, Book
from app.files.sheets.reading import find_area, headings, number_at
from app.language.format import fiscal_year_label
from app.model.base import FieldPath, Lang
from app.model.figure import Figure
from app.model.money import CostLine, Currency, Origin
from app.model.project import Action, Alternative, Project
from app.project import edits
from app.services.fetching.standing import MOST, elsewhere, heading, stands, tells_another_year
from app.services.fetching.tables import money_in


class Fetched(NamedTuple):
    """A value of the project that was fetched: its path, what it belongs to, the value, and where it was read.

    Of a figure `figures/<id>/value`; of a row a year's amount, `actions/<id>/lines/<id>/amounts/2027`."""

    path: FieldPath
    value: Decimal | None
    origin: Origin

    @property
    def record(self) -> FieldPath:
        """The figure, or the row."""
        return self.path.removesuffix("/value").partition("/amounts/")[0]

    @property
    def year(self) -> int | None:
        """The year of a row's amount."""
        year = self.path.partition("/amounts/")[2]
        return int(year) if year else None


@dataclass(frozen=True, slots=True)
class Shift:
    """How a sheet is laid out otherwise than last time: the value stands in another cell, `was` and `now` its addresses, or its cell has
    another heading, `was` and `now` the words."""

    kind: Literal["cell", "heading"]
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A value that is another now, or stands elsewhere: its origin as it will be, and what to look at before it is taken in."""

    fetched: Fetched
    new: Decimal
    origin: Origin
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What fetching again changes, and why some values stay as they are."""

    moved: tuple[Moved, ...]
    kept: tuple[UserError, ...]


def fetched_from(project: Project, file: str) -> Iterator[Fetched]:
    """The values that were read from a file of that name: figures, then rows."""
    for figure in project.figures:
        if figure.origin is not None and figure.origin.file == file:
            yield Fetched(f"figures/{figure.id}/value", figure.value, figure.origin)
    for path, line in _lines(project):
        for year, origin in sorted(line.origins.items()):
            if origin.file == file:
                yield Fetched(f"{path}/amounts/{year}", line.amounts.get(year), origin)


def fetched_name(project: Project, fetched: Fetched, lang: Lang) -> str:
    """What a fetched value is called: the figure; of a row what it is, the year, and whose row it is."""
    if fetched.year is None:
        return cast("Figure", edits.get(project, fetched.record)).label.said(lang).text
    owner = cast("Action | Alternative", edits.get(project, fetched.record.partition("/lines/")[0]))
    name = owner.title if isinstance(owner, Action) else owner.name
    what = cast("CostLine", edits.get(project, fetched.record)).what
    year = fiscal_year_label(fetched.year, project.organisation.fiscal_year_starts)
    return ", ".join(part for part in (f"{what.said(lang).text} {year}".strip(), name.said(lang).text) if part)


def currency_of(project: Project, fetched: Fetched) -> Currency:
    """The currency that a row's amount is in: its own, else the organisation's."""
    line = cast("CostLine", edits.get(project, fetched.record))
    return line.currency or project.organisation.currency


def read_again(project: Project, book: Book, lang: Lang) -> Refreshed:
    """What the values that were read from a file of that name would be now."""
    moved: list[Moved] = []
    kept: list[UserError] = []
    for fetched in fetched_from(project, book.file):
        try:
            now = _now(project, fetched, book, lang)
        except BadSheet as fault:
            kept.append(fault)
            continue
        if now.new != fetched.value or now.shift is not None:
            moved.append(now)
    return Refreshed(tuple(moved), tuple(kept))


def renewed(project: Project, moved: Iterable[Moved], book: Book, today: date) -> Project:
    """The project with the new values; what somebody had reconciled is preliminary again."""
    for each in moved:
        record, year = each.fetched.record, each.fetched.year
        fresh = each.origin.model_copy(update={"read": today, "sha256": book.digest})
        project = edits.put(project, each.fetched.path, each.new)
        project = edits.put(project, f"{record}/reconciled", None)
        if year is None:
            project = edits.put(project, f"{record}/dated", today)
        project = edits.put(project, f"{record}/origin" if year is None else f"{record}/origins/{year}", fresh)
    return project


def _lines(project: Project) -> Iterator[tuple[FieldPath, CostLine]]:
    for collection, owners in (("actions", project.actions), ("alternatives", project.alternatives)):
        yield from ((f"{collection}/{owner.id}/lines/{line.id}", line) for owner in owners for line in owner.lines)


def _now(project: Project, fetched: Fetched, book: Book, lang: Lang) -> Moved:
    """A value as it stands there now. Raises BadSheet when there is none, or nobody can say which it is."""
    origin = fetched.origin
    area, shift = _standing(book, origin)
    if shift is None:
        return Moved(fetched, _value(project, fetched, book, area, lang), origin)
    left, above = headings(book.table(area.sheet), area.row, area.column)
    moved = {"sheet": area.sheet, "place": area.cells, "nth": 0}
    named = {"left": left, "above": above}
    fresh = origin.model_copy(update=moved if shift.kind == "cell" else named)
    return Moved(fetched, _value(project, fetched, book, area, lang), fresh, shift)


def _standing(book: Book, origin: Origin) -> tuple[Area, Shift | None]:
    """The cell where a value stands now, and how that is otherwise than last time. Raises BadSheet where nobody can say."""
    try:
        area, fault = _cell(book, origin), None
    except BadSheet as gone:
        area, fault = None, gone
    if area is not None and stands(book.table(area.sheet), area, origin):
        return area, None
    was = area.whole if area is not None else _address(origin)
    places = elsewhere(book, origin)
    if len(places) == 1:
        return places[0], Shift("cell", was, places[0].whole)
    if places:
        cells = ", ".join(place.whole for place in places[:MOST])
        raise BadSheet("sheet.moved-several", file=book.file, heading=heading(origin), cell=was, cells=cells)
    if area is None:
        raise cast("BadSheet", fault)
    now = " ".join(part for part in headings(book.table(area.sheet), area.row, area.column) if part)
    if not now or tells_another_year(now, origin):
        raise BadSheet("sheet.moved-away", file=book.file, heading=heading(origin), cell=was)
    return area, Shift("heading", heading(origin), now)


def _cell(book: Book, origin: Origin) -> Area:
    """The cell that an origin names. Raises BadSheet when it is not there."""
    area = find_area(book, origin.place, origin.sheet)
    width = area.last_column - area.column + 1
    cell = cell_area(area.sheet, area.row + origin.nth // width, area.column + origin.nth % width)
    if not area.holds(cell.row, cell.column):
        raise BadSheet("sheet.shorter", file=book.file, cell=area.whole)
    book.cells(cell)  # raises where there is no such sheet
    return cell


def _address(origin: Origin) -> str:
    """How an origin is named where it leads nowhere any more."""
    area = read_area(origin.place, origin.sheet)
    return area.whole if area is not None else origin.place


def _value(project: Project, fetched: Fetched, book: Book, cell: Area, lang: Lang) -> Decimal:
    """The value in a cell, in our terms. Raises BadSheet when there is none."""
    if fetched.year is None:
        return number_at(book, cell, lang).value
    held, origin = book.cells(cell)[cell.row, cell.column], fetched.origin
    currency = currency_of(project, fetched)
    amount = money_in(held, book.file, cell, origin.scale, currency, lang)
    amount = -amount if origin.minus else amount
    if amount < 0:
        raise BadSheet("sheet.turned", file=book.file, cell=cell.whole)
    return amount
