"""What the calculation's workbook holds: the rows with their names, and what they come to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.compose.telling import Telling
from app.language.format import format_date
from app.model.base import Lang
from app.model.money import CostLine
from app.model.project import Action, Alternative
from app.model.reckoning import Reckoning, entries_of


@dataclass(frozen=True, slots=True)
class BookRow:
    """A row of the calculation in words: whose it is, what it is, who stands behind it, and where it was read."""

    owner: str
    name: str
    line: CostLine
    kind: str
    funding: str
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class CalculationBook:
    """The calculation of all live actions, and of going on as today; the rows in the order in which each is reckoned."""

    lang: Lang
    title: str
    currency: str
    #: What a fiscal year is called.
    years: dict[int, str]
    running: str
    investment: str
    reckoning: Reckoning
    rows: tuple[BookRow, ...]
    today: Reckoning
    today_rows: tuple[BookRow, ...]


def calculation_book(telling: Telling) -> CalculationBook:
    """The workbook of a telling."""
    project = telling.project
    as_today = [each for each in project.alternatives if each.as_today][:1]
    today = Reckoning(entries_of(as_today, "alternatives"), project.organisation.rates)
    named = {*telling.totals.years, *today.totals.years}
    title = telling.said(project.matter.title) or telling.word("cover.untitled")
    return CalculationBook(
        lang=telling.lang,
        title=title.plain,
        currency=project.organisation.currency,
        years={year: telling.year(year) for year in sorted(named)},
        running=telling.cost_kind("running"),
        investment=telling.cost_kind("investment"),
        reckoning=telling.reckoning,
        rows=tuple(_rows(telling, telling.actions)),
        today=today,
        today_rows=tuple(_rows(telling, as_today)),
    )


def _rows(telling: Telling, owners: Sequence[Action | Alternative]) -> Iterator[BookRow]:
    for owner in owners:
        name = telling.action_name(owner) if isinstance(owner, Action) else telling.said(owner.name)
        for line in owner.lines:
            if line.amounts:
                yield BookRow(
                    owner=name.plain,
                    name=telling.said(line.what).plain,
                    line=line,
                    kind=telling.cost_kind(line.kind),
                    funding=telling.said(line.funding).plain,
                    status=_status(telling, line),
                    source=_source(line),
                )


def _status(telling: Telling, line: CostLine) -> str:
    """ "Avstämd av L. Borg 12 november 2026", "Preliminär"."""
    settled = line.reconciled
    if settled is None:
        return telling.words("calculation.status.preliminary")
    on = format_date(settled.on, telling.lang) if settled.on else ""
    return telling.words("calculation.status.reconciled", by=settled.by, on=on).strip()


def _source(line: CostLine) -> str:
    """The cells that the row's amounts were read from: "Kalkyl.xlsx, Lås!D14"; empty for what was typed."""
    found = (
        f"{origin.file}, {f'{origin.sheet}!' if origin.sheet else ''}{origin.place}"
        for _, origin in sorted(line.origins.items())
    )
    return "; ".join(dict.fromkeys(found))
