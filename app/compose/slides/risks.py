"""The risks: all in the matrix, gravest first in the table, with owner and treatment."""

from collections.abc import Iterator

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.spoken import cue, notes
from app.compose.telling import Telling
from app.model.base import Id
from app.model.blocks import Block
from app.model.graphics import Dot, Matrix
from app.model.project import Risk
from app.model.ratings import risk_level, risk_value
from app.model.rich import Para
from app.model.tables import Cell, Column, Row, Table


def _members(telling: Telling) -> tuple[Id, ...]:
    return ONLY if telling.project.risks else NONE


def _made(telling: Telling, _key: Id) -> Title:
    return Title("risks", telling.plain(_sentence(telling)))


def _sentence(telling: Telling) -> str:
    total, high = len(telling.risks), len(telling.high_risks)
    values = {
        "count": telling.count(total), "capital": telling.capital(total),
        "high": telling.words("risks.one") if high == 1 else telling.capital(high),
    }  # fmt: skip
    if not high:
        rated = any(risk_value(risk.likelihood, risk.consequence) for risk in telling.risks)
        return telling.words("risks.title.none-high" if rated else "risks.title.listed", n=total, **values)
    start = telling.words("risks.title.only" if total == 1 else "risks.title.some-high", n=high, **values)
    bare = len(_untreated(telling))
    if not bare:
        return start + telling.words(f"risks.title.treated.{'one' if high == 1 else 'both' if high == 2 else 'all'}")
    bare_count = telling.words("risks.bare-one") if bare == 1 else telling.count(bare)
    return start + telling.words(f"risks.title.untreated.{'only' if high == 1 else 'some'}", n=bare, bare=bare_count)


def _untreated(telling: Telling) -> tuple[Risk, ...]:
    return tuple(risk for risk in telling.high_risks if not risk.owner or not risk.treatment)


def _body(telling: Telling, _key: Id) -> Body:
    rated = any(risk_level(risk.likelihood, risk.consequence) for risk in telling.risks)
    blocks: tuple[Block, ...] = (*((matrix(telling),) if rated else ()), table(telling))
    return Body(
        blocks=blocks,
        takeaway=_takeaway(telling),
        takeaway_id="risks",
        source=telling.word("risks.source"),
        notes=notes(telling, _say(telling)),
    )


def matrix(telling: Telling) -> Matrix:
    """The assessed risks by consequence (across) and likelihood (upwards)."""
    dots = (
        Dot(f"risks/{risk.id}", str(number), risk.consequence, risk.likelihood)
        for number, risk in enumerate(telling.risks, start=1)
        if risk.likelihood and risk.consequence
    )
    return Matrix(
        id="risks",
        kind="risk",
        x_label=telling.word("risks.consequence"),
        y_label=telling.word("risks.likelihood"),
        zones={zone: telling.word(f"rating.{zone}") for zone in ("low", "medium", "high")},
        dots=tuple(dots),
        alt=_alt(telling),
    )


def table(telling: Telling) -> Table:
    """The risks by number, with owner, value and treatment."""
    return Table(
        id="risks",
        caption=telling.word("risks.table"),
        columns=(
            Column(telling.word("risks.head.number"), 0.5),
            Column(telling.word("risks.head.risk"), 3.6),
            Column(telling.word("risks.head.value"), 1.4),
            Column(telling.word("risks.head.treatment"), 3.6),
        ),
        rows=tuple(_row(telling, number, risk) for number, risk in enumerate(telling.risks, start=1)),
        alt=_alt(telling),
    )


def _row(telling: Telling, number: int, risk: Risk) -> Row:
    return Row(
        f"risks/{risk.id}",
        (
            Cell(telling.plain(str(number))),
            Cell(telling.said(risk.title), below=telling.plain(risk.owner) or telling.word("risks.no-owner")),
            _value(telling, risk),
            Cell(telling.said(risk.treatment) or telling.word("risks.no-treatment"), muted=not risk.treatment),
        ),
    )


def _value(telling: Telling, risk: Risk) -> Cell:
    level = risk_level(risk.likelihood, risk.consequence)
    if level is None:
        return Cell(telling.word("risks.not-rated"), muted=True)
    value = risk_value(risk.likelihood, risk.consequence)
    return Cell(telling.word(f"rating.{level}"), below=telling.word("risks.value", value=value), rating=level)


def _takeaway(telling: Telling) -> Para:
    """Which high risks lack an owner or a treatment: something for the meeting to settle."""
    numbers = [str(telling.risks.index(risk) + 1) for risk in _untreated(telling)]
    return telling.word("risks.takeaway", n=len(numbers), numbers=telling.listed(numbers)) if numbers else Para()


def _alt(telling: Telling) -> str:
    rows = (
        telling.words(
            "risks.alt-row", number=number, name=telling.said(risk.title).plain,
            likelihood=risk.likelihood or "–", consequence=risk.consequence or "–",
        )
        for number, risk in enumerate(telling.risks, start=1)
    )  # fmt: skip
    return f"{_sentence(telling)}. {'; '.join(rows)}."


def _say(telling: Telling) -> Iterator[Para]:
    for number, risk in enumerate(telling.high_risks, start=1):
        label = telling.words("risks.say.treatment", number=number)
        yield cue(telling, label, telling.said(risk.treatment))
    for number, risk in enumerate(telling.risks, start=1):
        action = telling.by_id.get(risk.action or "")
        if action:
            yield cue(telling, telling.words("risks.say.belongs-to", number=number), telling.action_name(action))


KIND = Kind("risks", "delivery", _members, _body, _made)
