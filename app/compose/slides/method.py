"""Backup: how the material was reckoned and rated, from the project's own settings and data."""

from collections.abc import Iterator
from dataclasses import replace

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.slides import investment, kpis, options, priorities, readiness, risks
from app.compose.spoken import notes
from app.compose.telling import Telling
from app.language.format import habits
from app.model.base import Id
from app.model.ratings import HIGH, MEDIUM
from app.model.rich import Para, Span
from app.model.tables import Cell, Column, Row, Table


def _members(telling: Telling) -> tuple[Id, ...]:
    return ONLY if tuple(_ways(telling)) else NONE


def _made(telling: Telling, _key: Id) -> Title:
    return Title("organisation", telling.word("method.title"))


def _body(telling: Telling, _key: Id) -> Body:
    """The table, with the slide that uses each way in a column of its own."""
    ways = tuple(_ways(telling))
    plain = _table(telling, ways)
    rows = (
        replace(row, cells=(*row.cells, Cell(_slide(telling, kind))))
        for row, (_, kind) in zip(plain.rows, ways, strict=True)
    )
    columns = (*plain.columns, Column(telling.word("method.head.slide"), 1, "right"))
    numbered = replace(plain, columns=columns, rows=tuple(rows))
    return Body(blocks=(numbered,), notes=notes(telling, (telling.word("method.say"),)))


def table(telling: Telling) -> Table:
    """A row for each way of reckoning or rating that the material shows."""
    return _table(telling, tuple(_ways(telling)))


def _table(telling: Telling, ways: tuple[tuple[Row, Kind], ...]) -> Table:
    return Table(
        id="organisation",
        caption=telling.word("method.table"),
        columns=(Column(telling.word("method.head.what"), 2.6), Column(telling.word("method.head.how"), 8.4)),
        rows=tuple(row for row, _ in ways),
        alt=telling.words("method.table"),
    )


def _ways(telling: Telling) -> Iterator[tuple[Row, Kind]]:
    """Each way of reckoning or rating, and the kind of slide that uses it."""
    if readiness.KIND.members(telling):
        yield _row(telling, "patterns", "assessment", _assessment(telling)), readiness.KIND
    if options.KIND.members(telling):
        yield _row(telling, "alternatives", "options", telling.words("method.how.options")), options.KIND
    if investment.KIND.members(telling):
        yield _row(telling, "actions", "money", telling.words("method.how.money")), investment.KIND
        yield _row(telling, "organisation", "amounts", " ".join(_amounts(telling))), investment.KIND
    if priorities.KIND.members(telling):
        yield _row(telling, "actions", "priorities", telling.words("method.how.priorities")), priorities.KIND
    if risks.KIND.members(telling):
        how = telling.words("method.how.risks", low=MEDIUM, medium_to=HIGH - 1, high=HIGH)
        yield _row(telling, "risks", "risks", how), risks.KIND
    if kpis.KIND.members(telling):
        yield _row(telling, "actions", "kpis", telling.words("method.how.kpis")), kpis.KIND


def _row(telling: Telling, field: str, what: str, how: str) -> Row:
    name = Para((Span(telling.words(f"method.what.{what}"), telling.lang, bold=True),))
    return Row(field, (Cell(name), Cell(telling.plain(how))))


def _slide(telling: Telling, kind: Kind) -> Para:
    return Para((Span("", telling.lang, ref=kind.name),)) if telling.shows(kind.name) else Para()


def _assessment(telling: Telling) -> str:
    patterns = telling.project.patterns
    rated = sum(bool(chosen.assessment.readiness.step) for chosen in patterns)
    steps = telling.listed(telling.words(f"gauge.step.{step}").lower() for step in range(1, 6))
    return telling.words("method.how.assessment", n=len(patterns), steps=steps, rated=rated, count=len(patterns))


def _amounts(telling: Telling) -> Iterator[str]:
    """Unit, currency and rounding; the fiscal year where it is not the calendar's; the price level where one is stated."""
    organisation = telling.project.organisation
    yield telling.words("method.how.amounts", unit=telling.unit)
    if organisation.fiscal_year_starts != 1:
        month = habits(telling.lang).months[organisation.fiscal_year_starts - 1]
        yield telling.words("method.how.fiscal-year", month=month)
    levels = sorted({figure.price_level for figure in telling.project.figures if figure.price_level})
    plan = organisation.rates.price_level
    if plan and set(levels) <= {plan}:
        yield telling.words("method.how.plan-price-level", year=plan)
    elif levels:
        yield telling.words("method.how.price-level", n=len(levels), years=telling.listed(map(str, levels)))
    else:
        yield telling.words("method.how.no-price-level")


KIND = Kind("method", "method", _members, _body, _made, backup=True)
