"""What was fetched, read again: what says something else now, and what is not there any more. Nothing is changed by it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, cast

from app.files.errors import UserError
from app.files.sheets.area import Area, cell_area, read_area
from app.files.sheets.book import BadSheet, Book
from app.files.sheets.reading import find_area, headings, number_at
from app.model.base import FieldPath, Lang, Text
from app.model.money import Origin
from app.model.project import Project
from app.project import edits
from app.services.fetching.known import Fetched, all_fetched, currency_of
from app.services.fetching.standing import MOST, Layout, heading, tells_another_year
from app.services.fetching.tables import money_in


@dataclass(frozen=True, slots=True)
class Shift:
    """Why a value is to be looked at before it is taken in. It stands in another `cell`, `was` and `now` its addresses; its cell has
    another `heading`, `was` and `now` the words; or `several` cells bear the heading that it `was` found by, `now` their addresses."""

    kind: Literal["cell", "heading", "several"]
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


def read_again(project: Project, book: Book, lang: Lang, former: str | None = None) -> Refreshed:
    """What the values that were read from a file of that name would be now; of its `former` name, where it has got another.

    Under another name all values that can be read count as moved: they come from the new file from then on."""
    moved: list[Moved] = []
    kept: list[UserError] = []
    known = former or book.file
    ours = [fetched for fetched in all_fetched(project) if fetched.origin.file == known]
    layout = Layout(book, (fetched.origin for fetched in ours))
    for fetched in ours:
        try:
            now = _now(project, fetched, layout, book, lang)
        except BadSheet as fault:
            kept.append(fault)
            continue
        if now.new != fetched.value or now.shift is not None or known != book.file:
            moved.append(now)
    return Refreshed(tuple(moved), tuple(kept))


def renewed(project: Project, moved: Iterable[Moved], book: Book, today: date) -> Project:
    """The project with the new values; what somebody had reconciled at another value is preliminary again."""
    for each in moved:
        record, year = each.fetched.record, each.fetched.year
        fresh = each.origin.model_copy(update={"file": book.file, "read": today, "sha256": book.digest})
        if each.new != each.fetched.value:
            project = edits.put(project, each.fetched.path, each.new)
            project = edits.put(project, f"{record}/reconciled", None)
        if year is None:
            project = edits.put(project, f"{record}/dated", today)
            project = _sourced(project, f"{record}/source", each.fetched.origin.file, book.file)
        project = edits.put(project, f"{record}/origin" if year is None else f"{record}/origins/{year}", fresh)
    return project


def _sourced(project: Project, path: FieldPath, old: str, new: str) -> Project:
    """The source of a figure that named the file it was read from names the one it is read from now."""
    source = cast("Text", edits.get(project, path))
    return edits.put(project, path, Text({lang: new if said == old else said for lang, said in source.root.items()}))


def _now(project: Project, fetched: Fetched, layout: Layout, book: Book, lang: Lang) -> Moved:
    """A value as it stands there now. Raises BadSheet when there is none, or nobody can say which it is."""
    origin = fetched.origin
    area, shift = _standing(book, layout, origin)
    if shift is None:
        value = _value(project, fetched, book, area, lang)
        places = layout.elsewhere(origin) if value != fetched.value else ()
        several = Shift("several", heading(origin), _named(places)) if len(places) > 1 else None
        return Moved(fetched, value, origin, several)
    if shift.kind == "cell":
        fresh = origin.model_copy(update={"sheet": area.sheet, "place": area.cells, "nth": 0})
    else:
        left, above = headings(book.table(area.sheet), area.row, area.column)
        fresh = origin.model_copy(update={"left": left, "above": above})
    return Moved(fetched, _value(project, fetched, book, area, lang), fresh, shift)


def _standing(book: Book, layout: Layout, origin: Origin) -> tuple[Area, Shift | None]:
    """The cell where a value stands now, and how that is otherwise than last time. Raises BadSheet where nobody can say."""
    try:
        area, fault = _cell(book, origin), None
    except BadSheet as gone:
        area, fault = None, gone
    if area is not None and layout.stands(area, origin):
        return area, None
    was = area.whole if area is not None else _address(origin)
    places = layout.elsewhere(origin)
    if len(places) == 1:
        return places[0], Shift("cell", was, places[0].whole)
    if places:
        raise BadSheet("sheet.moved-several", file=book.file, heading=heading(origin), cell=was, cells=_named(places))
    if area is None:
        raise cast("BadSheet", fault)
    left, above = headings(book.table(area.sheet), area.row, area.column)
    now = " ".join(part for part in (left, above) if part)
    if not now or tells_another_year(now, origin) or layout.belongs(left, above):
        raise BadSheet("sheet.moved-away", file=book.file, heading=heading(origin), cell=was)
    return area, Shift("heading", heading(origin), now)


def _named(places: Sequence[Area]) -> str:
    return ", ".join(place.whole for place in places[:MOST])


def _cell(book: Book, origin: Origin) -> Area:
    """The cell that an origin names. Raises BadSheet when it is not there."""
    area = find_area(book, origin.place, origin.sheet)
    width = area.last_column - area.column + 1
    cell = cell_area(area.sheet, area.row + origin.nth // width, area.column + origin.nth % width)
    if not area.holds(cell.row, cell.column):
        raise BadSheet("sheet.shorter", file=book.file, cell=area.whole)
    book.table(cell.sheet)  # raises where there is no such sheet
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
