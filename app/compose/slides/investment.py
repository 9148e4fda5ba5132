"""The investment: cost and effect per year as chart and table, with net and payback."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.sources import source_line
from app.compose.spoken import cue, notes
from app.compose.telling import Telling
from app.model.base import Id
from app.model.blocks import KeyFigure
from app.model.graphics import Chart, Series
from app.model.project import Action
from app.model.rich import Para, Span
from app.model.tables import Cell, Column, Row, RowKind, Table
from app.model.terms import certainties
from app.model.totals import ZERO

#: A table's first column takes as much room as this many of its columns of figures.
_NAME_SHARE = 2.4


def _members(telling: Telling) -> tuple[Id, ...]:
    return ONLY if any(line.amounts for action in telling.actions for line in action.lines) else NONE


def _made(telling: Telling, _key: Id) -> Title:
    return Title("actions", telling.plain(_sentence(telling)))


def _sentence(telling: Telling) -> str:
    sums, shown = telling.totals, telling.shown.whole
    payback = sums.payback_year
    key = "free" if not sums.cost else "paid-back" if payback and sums.effect else "gives" if sums.effect else "costs"
    return telling.words(
        f"investment.title.{key}",
        cost=telling.round_money(shown.cost),
        effect=telling.round_money(shown.effect),
        payback=telling.year(payback) if payback else "",
        last=telling.year(sums.years[-1]),
    )


def _body(telling: Telling, _key: Id) -> Body:
    return Body(
        blocks=(chart(telling), table(telling), *key_figures(telling)),
        source=basis(telling),
        notes=notes(telling, _say(telling)),
    )


def basis(telling: Telling) -> Para:
    """What the figures rest on, and that parts were adjusted to their sums where rounding would have parted them."""
    rounding = telling.word("investment.rounding") if telling.shown.places.adjusted else Para()
    return source_line(telling, (telling.word("investment.source"), rounding))


def chart(telling: Telling) -> Chart:
    """Stacked columns: investment and running cost above zero, effects below."""
    sums, decimals = telling.shown.totals, telling.shown.decimals
    found = (
        _series(telling, "investment", sums.investment, decimals),
        _series(telling, "running", sums.running, decimals),
        _series(telling, "effects", {year: -amount for year, amount in sums.effects.items()}, decimals),
    )
    costs = (sums.costs[year] for year in sums.years)
    return Chart(
        id="actions",
        caption=telling.word("investment.chart", unit=telling.unit),
        categories=tuple(telling.year(year) for year in sums.years),
        series=tuple(series for series in found if any(series.values)),
        totals=tuple(telling.amount(amount, decimals) if amount else "" for amount in costs),
        unit=telling.unit,
        alt=_alt(telling, decimals),
        above=telling.word("investment.costs"),
        below=telling.word("investment.effects"),
    )


def _series(telling: Telling, name: str, row: Mapping[int, Decimal], decimals: int) -> Series:
    amounts = tuple(row.get(year) for year in telling.totals.years)
    return Series(
        name=_row_name(telling, name),
        values=tuple(telling.scaled(amount) if amount else None for amount in amounts),
        labels=tuple(telling.amount(amount, decimals) if amount else "" for amount in amounts),
        role="reduction" if name == "effects" else "ours" if name == "investment" else "second",
    )


def _row_name(telling: Telling, name: str) -> Para:
    if name == "effects":
        return telling.word("investment.effects")
    kind = telling.cost_kind("investment" if name == "investment" else "running")
    return telling.plain(kind[:1].upper() + kind[1:])


def table(telling: Telling) -> Table:
    """Years across; costs, their sum, effects, net cost and net cost so far."""
    heads = (
        Column(telling.word("investment.head", unit=telling.unit), _NAME_SHARE),
        *(Column(telling.plain(telling.year(year)), align="right") for year in telling.totals.years),
        Column(telling.word("investment.sum"), align="right"),
    )
    return Table(
        id="actions",
        caption=telling.word("investment.table", unit=telling.unit),
        columns=heads,
        rows=tuple(_rows(telling)),
        alt=_alt(telling, telling.shown.decimals),
    )


def _rows(telling: Telling) -> Iterator[Row]:
    sums = telling.shown.totals
    reductions = {year: -amount for year, amount in sums.effects.items()}
    number = 0
    for name, amounts in (("investment", sums.investment), ("running", sums.running)):
        if any(amounts.values()):
            yield _row(telling, _row_name(telling, name), amounts, series=number)
            number += 1
    yield _row(telling, telling.word("investment.total-cost"), sums.costs, kind="sum")
    if sums.effect:
        yield _row(telling, _row_name(telling, "effects"), reductions, series=number)
        net = {year: -amount for year, amount in sums.net.items()}
        yield _row(telling, telling.word("investment.net"), net, kind="sum")
        yield _so_far(telling, net)


def _row(
    telling: Telling, name: Para, amounts: Mapping[int, Decimal], *, kind: RowKind = "body", series: int | None = None
) -> Row:
    figures = [amounts.get(year, ZERO) for year in telling.totals.years]
    cells = (_figure(telling, amount) for amount in (*figures, sum(figures, ZERO)))
    return Row("actions", (Cell(name, series=series), *cells), kind)


def _so_far(telling: Telling, net: Mapping[int, Decimal]) -> Row:
    """Net cost accumulated: the year in which it turns negative is the year of payback."""
    total, cells = ZERO, list[Cell]()
    for year in telling.totals.years:
        total += net[year]
        cells.append(_figure(telling, total))
    return Row("actions", (Cell(telling.word("investment.so-far"), muted=True), *cells, Cell(Para())))


def _figure(telling: Telling, amount: Decimal) -> Cell:
    return Cell(telling.plain(telling.shown_amount(amount) if amount else "–"))


def key_figures(telling: Telling) -> tuple[KeyFigure, ...]:
    """What the calculation comes to: cost, payback, effect in the last year, and how sure the effects are."""
    found = (_cost(telling), _payback(telling), _yearly(telling), _sureness(telling))
    return tuple(figure for figure in found if figure)


def _cost(telling: Telling) -> KeyFigure | None:
    sums = telling.totals
    if not sums.cost:
        return None
    last = telling.year(max(year for year, cost in sums.costs.items() if cost))
    shown = telling.shown.whole
    detail = telling.split(*(telling.shown_amount(part) if part else "" for part in (shown.running, shown.investment)))
    value = telling.plain(telling.shown_money(shown.cost))
    return KeyFigure("actions", telling.word("investment.figure.cost", year=last), value, telling.plain(detail))


def _payback(telling: Telling) -> KeyFigure | None:
    sums = telling.totals
    if not sums.cost or not sums.effect:
        return None
    year = sums.payback_year
    value = telling.plain(telling.year(year)) if year else telling.word("investment.not-paid-back")
    net = telling.shown_money(-telling.shown.whole.net)
    detail = telling.word("investment.net-to", amount=net, year=telling.year(sums.years[-1]))
    return KeyFigure("actions", telling.word("investment.figure.payback"), value, detail)


def _yearly(telling: Telling) -> KeyFigure | None:
    sums = telling.totals
    if not sums.effect:
        return None
    last = max(year for year, effect in sums.effects.items() if effect)
    value = telling.plain(telling.shown_money(telling.shown.totals.effects.get(last) or sums.effects[last]))
    detail = telling.word("investment.effect-in-all", amount=telling.shown_money(telling.shown.whole.effect))
    return KeyFigure("actions", telling.word("investment.figure.effect", year=telling.year(last)), value, detail)


def _sureness(telling: Telling) -> KeyFigure | None:
    """Direct effects beside those that are indirect or hard to value, never added up without the split."""
    shown = telling.shown.whole.by_certainty
    if not shown["indirect"] and not shown["hard-to-value"]:
        return None
    rest = telling.listed(
        telling.words(f"certainty.{certainty}", amount=telling.shown_amount(shown[certainty]))
        for certainty in certainties()[1:]
        if shown[certainty]
    )
    value = telling.plain(telling.shown_money(shown["direct"]))
    return KeyFigure("actions", telling.word("investment.figure.direct"), value, telling.plain(rest))


def _alt(telling: Telling, decimals: int) -> str:
    sums = telling.shown.totals
    rows = (
        telling.words(
            "investment.alt-row", year=telling.year(year), cost=telling.amount(sums.costs[year], decimals),
            effect=telling.amount(sums.effects.get(year, ZERO), decimals),
        )
        for year in sums.years
    )  # fmt: skip
    return f"{_sentence(telling)}. {telling.words('investment.chart', unit=telling.unit)}: {'; '.join(rows)}."


def _say(telling: Telling) -> Iterator[Para]:
    sums = telling.totals
    yield telling.word("investment.say.computed", n=len(telling.actions), count=telling.count(len(telling.actions)))
    if sums.cost:
        dearest = max(telling.actions, key=lambda action: telling.sums(action).cost)
        yield _largest(telling, "dearest", dearest, telling.shown.by_action[dearest.id].cost)
    if sums.effect:
        most = max(telling.actions, key=lambda action: telling.sums(action).effect)
        yield _largest(telling, "most", most, telling.shown.by_action[most.id].effect)


def _largest(telling: Telling, what: str, action: Action, amount: Decimal) -> Para:
    """ "Störst kostnad: Bygg den gemensamma grunden, 11,2 mkr." """
    tail = Span(f", {telling.shown_money(amount)}", telling.lang)
    text = Para((*telling.action_name(action).spans, tail))
    return cue(telling, telling.words(f"investment.say.{what}"), text)


KIND = Kind("investment", "delivery", _members, _body, _made)
