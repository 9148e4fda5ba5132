"""Options and trade-off: the alternatives by criteria as a heat map, the recommended one marked."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.spoken import cue, notes
from app.compose.telling import Telling
from app.model.base import Id
from app.model.blocks import Block, Passage
from app.model.graphics import HeatMap
from app.model.money import CostLine
from app.model.project import Alternative, Criterion, Score
from app.model.rich import Para
from app.model.tables import Cell, Rating, Row


def _members(telling: Telling) -> tuple[Id, ...]:
    """Nothing has been weighed while the alternative that every project begins with stands there alone and untouched."""
    alternatives = telling.project.alternatives
    weighed = len(alternatives) > 1 or any(one.scores or one.lines or one.description for one in alternatives)
    return ONLY if weighed else NONE


def _recommended(telling: Telling) -> Alternative | None:
    return next((one for one in telling.project.alternatives if one.id == telling.project.recommended), None)


def rating(score: Score | None) -> Rating | None:
    """A score as an advantage, neutral or a drawback; None when it is not given."""
    step = score.step if score else None
    if step is None:
        return None
    return "drawback" if step <= 2 else "neutral" if step == 3 else "advantage"


def _rated(telling: Telling, alternative: Alternative, wanted: Rating) -> tuple[Criterion, ...]:
    return tuple(
        criterion for criterion in telling.project.criteria if rating(alternative.scores.get(criterion.id)) == wanted
    )


def _made(telling: Telling, _key: Id) -> Title:
    return Title("alternatives", telling.plain(_sentence(telling)))


def _sentence(telling: Telling) -> str:
    count, criteria = len(telling.project.alternatives), len(telling.project.criteria)
    best = _recommended(telling)
    gains = len(_rated(telling, best, "advantage")) if best else 0
    if not best or not gains:
        key = "weighed" if criteria else "considered"
        return telling.words(
            f"options.title.{key}", n=count, capital=telling.capital(count), criteria=_criteria(telling, criteria)
        )
    losses = len(_rated(telling, best, "drawback"))
    name = telling.own(best.name) or telling.words("options.title.recommended")
    return telling.words(
        "options.title.leads-at-a-price" if losses else "options.title.leads",
        name=name,
        gains=telling.words("options.one") if gains == 1 else telling.count(gains),
        criteria=_criteria(telling, criteria),
        losses=telling.words("options.one") if losses == 1 else telling.count(losses),
    )


def _criteria(telling: Telling, number: int) -> str:
    return telling.words("options.criteria", n=number, count=telling.count(number))


def _body(telling: Telling, _key: Id) -> Body:
    project = telling.project
    return Body(
        blocks=(heat_map(telling),) if project.criteria else tuple(_described(telling)),
        takeaway=_price(telling),
        takeaway_id=f"alternatives/{project.recommended}" if project.recommended else "",
        source=telling.word("options.source"),
        notes=notes(telling, _say(telling)),
    )


def heat_map(telling: Telling) -> HeatMap:
    """The alternatives by criteria, with the cost of each in a row of its own where one is calculated."""
    project = telling.project
    ids = [alternative.id for alternative in project.alternatives]
    rows = tuple(_row(telling, criterion) for criterion in project.criteria)
    return HeatMap(
        id="alternatives",
        corner=telling.word("options.corner"),
        options=tuple(telling.said(alternative.name) for alternative in project.alternatives),
        recommended=ids.index(project.recommended) if project.recommended in ids else None,
        recommended_label=telling.word("options.recommended"),
        rows=(*rows, *_cost_row(telling)),
        alt=_alt(telling),
    )


def _row(telling: Telling, criterion: Criterion) -> Row:
    cells = (_cell(telling, one.scores.get(criterion.id)) for one in telling.project.alternatives)
    return Row(f"criteria/{criterion.id}", (Cell(telling.said(criterion.name)), *cells))


def _cell(telling: Telling, score: Score | None) -> Cell:
    found = rating(score)
    if score is None or found is None:
        return Cell(telling.word("options.not-rated"), muted=True)
    return Cell(telling.word(f"rating.{found}"), below=telling.said(score.reason), rating=found)


def _cost_row(telling: Telling) -> Iterator[Row]:
    """What each alternative costs net, by its own calculation; the recommended one by its actions when it has none."""
    lines = {one.id: _lines(telling, one) for one in telling.project.alternatives}
    if any(lines.values()):
        cells = tuple(
            Cell(telling.plain(telling.shown_money(_net_cost(telling, one)) if lines[one.id] else "–"))
            for one in telling.project.alternatives
        )
        yield Row("alternatives", (Cell(telling.word("options.net-cost")), *cells))


def net_costs(telling: Telling) -> Mapping[Id, str]:
    """What each alternative costs net, without its unit, by its id; nothing where none is calculated."""
    lines = {one.id: _lines(telling, one) for one in telling.project.alternatives}
    if not any(lines.values()):
        return {}
    return {
        one.id: telling.shown_amount(_net_cost(telling, one)) if lines[one.id] else "–"
        for one in telling.project.alternatives
    }


def _net_cost(telling: Telling, alternative: Alternative) -> Decimal:
    """What an alternative costs less what it gives, as shown."""
    own = alternative.lines or alternative.id != telling.project.recommended
    return -(telling.shown.alone(alternative.lines) if own else telling.shown.whole).net


def count_rated(telling: Telling, alternative: Alternative, wanted: Rating) -> int:
    """How many criteria rate an alternative so."""
    return len(_rated(telling, alternative, wanted))


def _lines(telling: Telling, alternative: Alternative) -> tuple[CostLine, ...]:
    if alternative.lines or alternative.id != telling.project.recommended:
        return alternative.lines
    return tuple(line for action in telling.actions for line in action.lines)


def _alt(telling: Telling) -> str:
    parts = [
        telling.words(
            "options.alt-row", name=telling.said(one.name).plain,
            gains=len(_rated(telling, one, "advantage")), losses=len(_rated(telling, one, "drawback")),
        )
        for one in telling.project.alternatives
    ]  # fmt: skip
    return f"{_sentence(telling)}. {'; '.join(parts)}."


def _described(telling: Telling) -> Iterator[Block]:
    """Without criteria: each alternative in its own words."""
    for one in telling.project.alternatives:
        yield Passage(f"alternatives/{one.id}", telling.said(one.name), telling.prose(one.description), "alternative")


def _price(telling: Telling) -> Para:
    """What the recommended way costs us in other respects: its gravest drawback."""
    best = _recommended(telling)
    drawbacks = _rated(telling, best, "drawback") if best else ()
    if best is None or not drawbacks:
        return Para()
    worst = min(drawbacks, key=lambda criterion: best.scores[criterion.id].step or 0)
    reason = telling.said(best.scores[worst.id].reason)
    return telling.labelled(telling.words("options.price"), reason or telling.said(worst.name))


def _say(telling: Telling) -> Iterator[Para]:
    for one in telling.project.alternatives:
        yield cue(telling, telling.said(one.name), telling.said(one.description))
        if one.as_today:
            yield telling.word("options.say.as-today")


KIND = Kind("options", "choice", _members, _body, _made)
