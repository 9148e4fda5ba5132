"""What of a project was fetched, from which files, and what it is called."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple, cast

from app.language.format import fiscal_year_label
from app.model.base import FieldPath, Lang
from app.model.figure import Figure
from app.model.money import CostLine, Currency, Origin
from app.model.project import Action, Alternative, Project
from app.project import edits


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


class Source(NamedTuple):
    """A file from which values were fetched: how many there are, and on which day one was last read."""

    file: str
    values: int
    read: date


def all_fetched(project: Project) -> Iterator[Fetched]:
    """The values that were read from files: figures, then rows."""
    for figure in project.figures:
        if figure.origin is not None:
            yield Fetched(f"figures/{figure.id}/value", figure.value, figure.origin)
    for path, line in _lines(project):
        for year, origin in sorted(line.origins.items()):
            yield Fetched(f"{path}/amounts/{year}", line.amounts.get(year), origin)


def sources(project: Project) -> tuple[Source, ...]:
    """The files that values were fetched from, the one read last first."""
    days: dict[str, list[date]] = {}
    for fetched in all_fetched(project):
        days.setdefault(fetched.origin.file, []).append(fetched.origin.read)
    found = (Source(file, len(read), max(read)) for file, read in days.items())
    return tuple(sorted(found, key=lambda source: (source.read, source.values), reverse=True))


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


def _lines(project: Project) -> Iterator[tuple[FieldPath, CostLine]]:
    for collection, owners in (("actions", project.actions), ("alternatives", project.alternatives)):
        yield from ((f"{collection}/{owner.id}/lines/{line.id}", line) for owner in owners for line in owner.lines)
