"""Rows of a workbook taken into a calculation: which row of ours each becomes, and what its years change there."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, cast

from app.files.sheets.area import Area
from app.files.sheets.book import Book
from app.model.base import LANGS, FieldPath, Id, NewId, Text
from app.model.money import Certainty, CostKind, CostLine, Origin, Scale, Sign
from app.model.project import Project
from app.project import edits
from app.services.fetching.tables import SheetRow, Wanted, YearAmount, unit_said

#: Words, at the beginning of which a row or the heading above it says what it is.
_EFFECT: Final = re.compile(r"effekt|nytt|bespar|intäkt|effect|benefit|saving|revenue|income", re.IGNORECASE)
_INVESTMENT: Final = re.compile(r"invest|capex", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sort:
    """What a new row is."""

    sign: Sign = "cost"
    kind: CostKind = "running"
    certainty: Certainty = "direct"


#: What a row of a sheet becomes: a new row of a sort, or the amounts of one that there is, by its id.
Into = Sort | Id


@dataclass(frozen=True, slots=True)
class RowFetch:
    """A row of a sheet, and what it becomes."""

    row: SheetRow
    into: Into


def scale_for(project: Project, book: Book, sheet: str, area: Area | None) -> Scale:
    """In which unit a sheet counts money: as it was when rows were last fetched from it, else as its headings say, else in whole units."""
    owners = (*project.actions, *project.alternatives)
    origins = (origin for owner in owners for line in owner.lines for origin in line.origins.values())
    known = [origin for origin in origins if (origin.file, origin.sheet) == (book.file, sheet)]
    if known:
        return max(known, key=lambda origin: origin.read).scale
    return unit_said(book.table(sheet), area) or "unit" if area else "unit"


def proposed(
    project: Project, collection: FieldPath, rows: Sequence[SheetRow], current: Id | None = None
) -> tuple[RowFetch, ...]:
    """What the rows of a sheet become in a calculation: a row of the same name is brought up to date, another is new.

    Where a single row is read that names none of ours, it goes into the row that is `current`."""
    free = list(lines_of(project, collection))
    found: list[RowFetch] = []
    for row in rows:
        same = next((line for line in free if _same(line.what, row.label)), None)
        if same is not None:
            free.remove(same)
        elif len(rows) == 1 and current is not None:
            same = next((line for line in free if line.id == current), None)
        found.append(RowFetch(row, same.id if same else sort_of(row)))
    return tuple(found)


def sort_of(row: SheetRow) -> Sort:
    """What a row that is new probably is, by its own words and the heading above it."""
    for said in (row.label, row.section):
        if _INVESTMENT.search(said):
            return Sort("cost", "investment")
        if _EFFECT.search(said):
            return Sort("effect")
    return Sort()


def lines_of(project: Project, collection: FieldPath) -> tuple[CostLine, ...]:
    """The rows of a calculation: `actions/<id>/lines`. Raises NoSuchPlace."""
    return cast("tuple[CostLine, ...]", edits.get(project, collection))


def changes(project: Project, collection: FieldPath, fetch: RowFetch) -> Mapping[int, tuple[Decimal | None, Decimal]]:
    """The amount of each year as it is and as it becomes, in the order of years."""
    into = next((line for line in lines_of(project, collection) if line.id == fetch.into), None)
    old = into.amounts if into else cast("Mapping[int, Decimal]", {})
    return {year: (old.get(year), found.amount) for year, found in sorted(fetch.row.amounts.items())}


def rows_taken(
    project: Project,
    collection: FieldPath,
    fetches: Iterable[RowFetch],
    wanted: Wanted,
    book: Book,
    today: date,
    new_id: NewId,
) -> Project:
    """The calculation with the rows. What somebody had reconciled is preliminary again where an amount changes."""
    for fetch in fetches:
        origins = {year: _origin(found, wanted, book, today) for year, found in fetch.row.amounts.items()}
        if isinstance(fetch.into, Sort):
            project = edits.add(project, collection, _new(project, fetch.row, fetch.into, origins, new_id()))
        else:
            project = _updated(project, f"{collection}/{fetch.into}", fetch.row, origins)
    return project


def _new(project: Project, row: SheetRow, sort: Sort, origins: Mapping[int, Origin], key: Id) -> CostLine:
    amounts = {year: found.amount for year, found in row.amounts.items()}
    what = Text().writing(project.language, row.label)
    return CostLine(
        id=key, sign=sort.sign, kind=sort.kind, certainty=sort.certainty, what=what, amounts=amounts, origins=origins
    )


def _updated(project: Project, path: FieldPath, row: SheetRow, origins: Mapping[int, Origin]) -> Project:
    for year, found in row.amounts.items():
        if edits.get(project, f"{path}/amounts/{year}") != found.amount:
            project = edits.put(project, f"{path}/reconciled", None)
        project = edits.put(project, f"{path}/amounts/{year}", found.amount)
        project = edits.put(project, f"{path}/origins/{year}", origins[year])
    return project


def _origin(found: YearAmount, wanted: Wanted, book: Book, today: date) -> Origin:
    """Where an amount was read: by the workbook's own name for the cells where it was asked for by that, since a name follows its
    cells; else by its own cell."""
    named = any(name.casefold() == wanted.place.strip().casefold() for name in book.names)
    return Origin(
        file=book.file,
        sheet=found.area.sheet,
        place=wanted.place.strip() if named else found.area.cells,
        nth=found.nth if named else 0,
        left=found.left,
        above=found.above,
        scale=wanted.scale,
        minus=found.minus,
        read=today,
        sha256=book.digest,
    )


def _same(what: Text, label: str) -> bool:
    """Whether a row of ours is called as one of a sheet is, in any language and whatever the case."""
    wanted = _bare(label)
    return bool(wanted) and any(_bare(what.root.get(lang, "")) == wanted for lang in LANGS)


def _bare(said: str) -> str:
    return " ".join(said.casefold().split()).rstrip(" :*")
