"""Backup: how each figure of the calculation is reckoned, from what, and how much of that somebody stands behind."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.sources import source_line
from app.compose.spoken import notes
from app.compose.telling import Telling
from app.language.format import MINUS, NBSP, format_percent
from app.model.base import FieldPath, Id
from app.model.reckoning import SWING, Sensitivity, way_as_today
from app.model.rich import Para, Span
from app.model.tables import Cell, Column, Row, Table
from app.model.terms import Term
from app.model.totals import ZERO

#: A part of a sum as it is shown: its amount, with its sign, and what it is.
_Shown = tuple[Decimal, str]


def _members(telling: Telling) -> tuple[Id, ...]:
    return ONLY if telling.totals.cost or telling.totals.effect else NONE


def _made(telling: Telling, _key: Id) -> Title:
    sums, shown = telling.totals, telling.shown.whole
    key = "both" if sums.cost and sums.effect else "cost" if sums.cost else "effect"
    return Title(
        "actions",
        telling.word(
            f"calculation.title.{key}", cost=telling.round_money(shown.cost), effect=telling.round_money(shown.effect),
            last=telling.year(sums.years[-1]),
        ),
    )  # fmt: skip


def _body(telling: Telling, _key: Id) -> Body:
    return Body(
        blocks=(table(telling),),
        source=source_line(telling, (telling.word("investment.source"), *_standing(telling))),
        notes=notes(telling, _say(telling)),
    )


def table(telling: Telling) -> Table:
    """A row a figure: what it is, its value, how it is reckoned."""
    return Table(
        id="actions",
        caption=telling.word("calculation.table", unit=telling.unit),
        columns=(
            Column(telling.word("calculation.head.figure", unit=telling.unit), 3.2),
            Column(telling.word("calculation.head.value"), 1.3, "right"),
            Column(telling.word("calculation.head.how"), 7.2),
        ),
        rows=tuple(_rows(telling)),
        alt=telling.words("calculation.table", unit=telling.unit),
    )


def _rows(telling: Telling) -> Iterator[Row]:
    yield from _sums(telling)
    yield from _present_value(telling)
    yield from _capital(telling)
    yield from _as_today(telling)
    for one in telling.reckoning.sensitivity:
        yield _sensitivity(telling, one)


def _sums(telling: Telling) -> Iterator[Row]:
    """Cost by kind, effect by certainty, their difference, and the year in which it turns."""
    sums, last = telling.shown.whole, telling.year(telling.totals.years[-1])
    if telling.totals.cost:
        parts = [
            (sums.running, telling.cost_kind("running")),
            (sums.investment, telling.cost_kind("investment")),
        ]
        yield _row(telling, "cost", _amount(telling, sums.cost), _formula(telling, parts), year=last)
    if telling.totals.effect:
        found = telling.reckoning.effect()
        yield _row(
            telling,
            "effect",
            _amount(telling, sums.effect),
            _formula(telling, _parts(telling, found, sums.effect)),
            year=last,
        )
    if telling.totals.cost and telling.totals.effect:
        net = [
            (sums.cost, telling.words("calculation.part.cost")),
            (-sums.effect, telling.words("calculation.part.effect")),
        ]
        yield _row(telling, "net", _amount(telling, -sums.net), _formula(telling, net), year=last)
        payback = telling.totals.payback_year
        value = telling.year(payback) if payback else telling.words("investment.not-paid-back")
        yield _row(telling, "payback", value, _so_far(telling))


def _so_far(telling: Telling) -> str:
    """The net cost so far at the end of each year."""
    total, found = ZERO, list[str]()
    for year, gain in telling.shown.totals.net.items():
        total -= gain
        found.append(telling.words("calculation.in-year", amount=_amount(telling, total), year=telling.year(year)))
    return telling.words("calculation.so-far", amounts="; ".join(found))


def _present_value(telling: Telling) -> Iterator[Row]:
    """The net present value, each year's part for itself."""
    found, rate = telling.reckoning.present_value, telling.project.organisation.rates.discount
    if found and rate is not None:
        shown = telling.shown.rounded(found.amount)
        how = telling.words(
            "calculation.how.present-value", formula=_formula(telling, _parts(telling, found, shown)),
            rate=format_percent(rate, telling.lang), first=telling.year(telling.totals.years[0]),
        )  # fmt: skip
        yield _row(telling, "present-value", _amount(telling, shown), how, field="organisation/rates/discount")


def _capital(telling: Telling) -> Iterator[Row]:
    """Depreciation and internal interest to the calculation's last year, and what is left to write off then."""
    found = telling.reckoning.capital
    if found and found.total.amount:
        last = telling.year(found.years[-1])
        total, left = telling.shown.rounded(found.total.amount), telling.shown.rounded(found.remaining)
        how = telling.words(
            "calculation.how.capital", formula=_formula(telling, _parts(telling, found.total, total)),
            rate=format_percent(found.internal, telling.lang), left=telling.shown_money(left or found.remaining), last=last,
        )  # fmt: skip
        yield _row(
            telling, "capital-cost", _amount(telling, total), how, field="organisation/rates/internal", year=last
        )


def _as_today(telling: Telling) -> Iterator[Row]:
    """What going on as today costs."""
    found, way = telling.as_today, way_as_today(telling.project)
    if found and way and found.amount:
        total = -telling.shown.alone(way.lines).net
        parts = _parts(telling, found, total)
        yield _row(telling, "as-today", _amount(telling, total), _formula(telling, parts), field="alternatives")


def _sensitivity(telling: Telling, one: Sensitivity) -> Row:
    """What becomes of the net cost when a row turns out worse, and how much worse it may turn out."""
    payback = one.payback_worse
    how = telling.words(
        "calculation.how.paid-back-then" if payback else "calculation.how.not-paid-back-then",
        payback=telling.year(payback) if payback else "",
    )
    if one.margin is not None:
        key = "calculation.how.margin-fall" if one.entry.line.sign == "effect" else "calculation.how.margin-rise"
        how += " " + telling.words(key, margin=format_percent(abs(one.margin), telling.lang, 0))
    return _row(
        telling, f"sensitivity.{one.entry.line.sign}", _amount(telling, telling.shown.rounded(-one.worse)), how,
        field=one.entry.path, below=_line_name(telling, one), swing=format_percent(SWING, telling.lang),
    )  # fmt: skip


def _line_name(telling: Telling, one: Sensitivity) -> Para:
    """What the row is called, else its action."""
    action = telling.by_id.get(one.entry.path.split("/")[1])
    return telling.said(one.entry.line.what) or (telling.action_name(action) if action else Para())


def _row(
    telling: Telling,
    what: str,
    value: str,
    how: str,
    *,
    field: FieldPath = "actions",
    below: Para = Para(),
    **values: object,
) -> Row:
    name = Para((Span(telling.words(f"calculation.{what}", **values), telling.lang, bold=True),))
    return Row(field, (Cell(name, below=below), Cell(telling.plain(value)), Cell(telling.plain(how))))


def _parts(telling: Telling, term: Term, total: Decimal) -> Sequence[_Shown]:
    """The terms of a sum as shown beside it, which adds up to `total`; a sum of one term is told by that one's own terms."""
    terms = [each for each in term.terms if each.amount]
    if len(terms) == 1 and terms[0].part in ("cost", "running", "investment"):
        return _parts(telling, terms[0], total)
    exact = [-each.amount if each.taken_away else each.amount for each in terms]
    shown = telling.shown.parts(exact, total)
    return [(amount, _name(telling, each)) for amount, each in zip(shown, terms, strict=True)]


def _name(telling: Telling, term: Term) -> str:
    if term.part == "discounted" and term.year is not None:
        return f"({telling.year(term.year)})"
    if term.part in ("running", "investment"):
        return telling.cost_kind("running" if term.part == "running" else "investment")
    if term.part == "row" and term.line:
        return telling.own(term.line.what) or telling.cost_kind(term.line.kind)
    if term.part == "interest":
        return telling.words(f"calculation.part.interest.{telling.group}")
    return telling.words(f"calculation.part.{term.part}")


def _formula(telling: Telling, parts: Iterable[_Shown]) -> str:
    """A sum in words: "26,0 drift + 8,0 investering − 22,8 effekt"."""
    found = [(amount, name) for amount, name in parts if amount]
    told: list[str] = []
    for index, (amount, name) in enumerate(found):
        sign = f" {MINUS} " if amount < 0 else " + "
        lead = (MINUS if amount < 0 else "") if index == 0 else sign
        told.append(f"{lead}{_amount(telling, abs(amount))}{NBSP}{name}")
    return "".join(told)


def _amount(telling: Telling, amount: Decimal) -> str:
    return telling.shown_amount(amount)


def _standing(telling: Telling) -> Iterator[Para]:
    """How many of the amounts are reconciled, which files amounts were read from, and in what prices they are."""
    lines = [entry.line for entry in telling.reckoning.entries]
    settled = sum(len(line.amounts) for line in lines if line.reconciled)
    key = "calculation.reconciled" if settled else "calculation.preliminary"
    yield telling.word(key, settled=settled, count=sum(len(line.amounts) for line in lines))
    files = dict.fromkeys(origin.file for line in lines for origin in line.origins.values())
    if files:
        yield telling.word("calculation.files", files=telling.listed(files))
    if level := telling.project.organisation.rates.price_level:
        yield telling.word("calculation.prices", year=level)


def _say(telling: Telling) -> Iterator[Para]:
    yield telling.word("calculation.say")


KIND = Kind("calculation", "method", _members, _body, _made, backup=True)
