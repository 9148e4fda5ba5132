"""One recommendation that we adopt: what, why, owner, time, cost, effect, KPI, risk, the first 90 days."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from app.compose.kinds import Body, Kind, Title
from app.compose.slides.pattern import origin_key, origin_of
from app.compose.slides.readiness import gap
from app.compose.sources import pattern_sources, source_line
from app.compose.spoken import answers, cue, notes
from app.compose.telling import Telling
from app.language.format import format_number
from app.model.base import Id
from app.model.blocks import Block, KeyFigure, Passage, StepMark, Steps
from app.model.pattern import FirstStep, Recommendation
from app.model.project import Action, ChosenPattern, Kpi, Risk
from app.model.ratings import risk_level
from app.model.rich import Para, Rich, Span

#: The days that the first steps cover.
_FIRST_DAYS = 90
_DAYS_A_MONTH = Decimal("30.44")


def _members(telling: Telling) -> tuple[Id, ...]:
    """The live actions, those of the patterns that mean most and have the widest gap first."""

    def importance(action: Action) -> tuple[int, int]:
        chosen = telling.patterns.get(action.chosen or "")
        return (-(chosen.assessment.relevance.step or 0), -gap(chosen)) if chosen else (0, 0)

    return tuple(action.id for action in sorted(telling.actions, key=importance))


def _title(telling: Telling, key: Id) -> Title:
    return Title(f"actions/{key}/title", telling.action_name(telling.by_id[key]))


def _apart(telling: Telling, key: Id) -> Para:
    chosen = telling.patterns.get(telling.by_id[key].chosen or "")
    return telling.said(chosen.pattern.short) if chosen else Para()


def _ending(telling: Telling, key: Id) -> str:
    """What it costs and when it is done: ": 6,8 mkr, klart i december 2029"."""
    action, cost = telling.by_id[key], telling.shown.by_action[key].cost
    done = "recommendation.done-in" if action.status == "done" else "recommendation.done-by"
    due = f", {telling.words(done, month=telling.when(action.due, 'month'))}" if action.due else ""
    return f": {telling.round_money(cost)}{due}" if cost else due


def _body(telling: Telling, key: Id) -> Body:
    action = telling.by_id[key]
    chosen = telling.patterns.get(action.chosen or "")
    advice = chosen.pattern.recommendation(action.recommendation or "") if chosen else None
    sources = pattern_sources(telling, chosen) if chosen else ()
    blocks: tuple[Block, ...] = (
        *_texts(telling, action, chosen, advice),
        *facts(telling, action, advice),
        *_first_days(telling, action, advice),
    )
    return Body(
        blocks=blocks,
        source=_source(telling, action, sources),
        notes=notes(
            telling, _say(telling, action, chosen, advice), answers(telling, chosen) if chosen else (), sources
        ),
    )


def _texts(
    telling: Telling, action: Action, chosen: ChosenPattern | None, advice: Recommendation | None
) -> Iterator[Passage]:
    what = telling.prose(action.what) or (telling.prose(advice.what) if advice else ())
    why = _why(telling, chosen, advice)
    if what:
        yield Passage(f"actions/{action.id}/what", telling.word("recommendation.what"), what, "what")
    if why and chosen:
        yield Passage(f"patterns/{chosen.id}/meaning", telling.word("recommendation.why"), why, "why")


def _why(telling: Telling, chosen: ChosenPattern | None, advice: Recommendation | None) -> Rich:
    """Our own evidence, else why the pattern matters to us, else the effect that the library expects."""
    if chosen is None:
        return ()
    for item in chosen.evidence:
        value, statement = telling.said(item.value), telling.said(item.statement)
        if statement:
            gap_between = (Span(" ", telling.lang),) if value else ()
            return (Para((*value.spans, *gap_between, *statement.spans)), *_reason(telling, chosen))
    return _reason(telling, chosen) or (telling.prose(advice.effect) if advice else ())


def _reason(telling: Telling, chosen: ChosenPattern) -> Rich:
    return telling.prose(chosen.assessment.relevance.reason)


def facts(telling: Telling, action: Action, advice: Recommendation | None) -> tuple[KeyFigure, ...]:
    """The six facts of an action. Who fills in one that is missing stands in its place."""
    return (
        _cost(telling, action),
        _effect(telling, action, advice),
        _kpi(telling, action, advice),
        _owner(telling, action),
        _time(telling, action),
        _risk(telling, action, advice),
    )


def _fact(telling: Telling, action: Action, name: str, field: str, value: Para, detail: Para) -> KeyFigure:
    return KeyFigure(f"actions/{action.id}/{field}", telling.word(f"recommendation.fact.{name}"), value, detail)


def _missing(telling: Telling, action: Action) -> Para:
    if action.owner:
        return telling.word("recommendation.filled-by", owner=action.owner)
    return telling.word("recommendation.not-filled")


def _cost(telling: Telling, action: Action) -> KeyFigure:
    shown = telling.shown.by_action[action.id]
    if not shown.cost:
        return _fact(telling, action, "cost", "lines", Para(), _missing(telling, action))
    kind = "investment" if shown.investment else "running"
    detail = telling.words(
        "recommendation.of-which" if shown.running and shown.investment else "money.all-of-kind",
        amount=telling.shown_amount(shown.investment), kind=telling.cost_kind(kind),
    )  # fmt: skip
    value = telling.plain(telling.shown_money(shown.cost))
    return _fact(telling, action, "cost", "lines", value, telling.plain(detail))


def _effect(telling: Telling, action: Action, advice: Recommendation | None) -> KeyFigure:
    sums = telling.sums(action)
    if not sums.effect:
        expected = telling.said(advice.effect) if advice else Para()
        value = telling.word("recommendation.not-in-money") if expected else Para()
        return _fact(telling, action, "effect", "lines", value, expected or _missing(telling, action))
    effect = telling.shown.by_action[action.id].effect
    by_year = dict(zip(sums.effects, telling.shown.parts(tuple(sums.effects.values()), effect), strict=True))
    last = max(by_year)
    amount = telling.shown_money(by_year[last] or sums.effects[last])
    detail = telling.word("recommendation.effect-last-year", amount=amount, year=telling.year(last))
    return _fact(telling, action, "effect", "lines", telling.plain(telling.shown_money(effect)), detail)


def _kpi(telling: Telling, action: Action, advice: Recommendation | None) -> KeyFigure:
    kpi = next((kpi for kpi in action.kpis if kpi.target is not None or kpi.baseline is not None), None)
    if kpi is None:
        measure = (
            telling.said(action.kpis[0].name) if action.kpis else telling.said(advice.measure) if advice else Para()
        )
        value = telling.word("recommendation.no-target") if measure else Para()
        return _fact(telling, action, "kpi", "kpis", value, measure or _missing(telling, action))
    value = telling.plain(_way(telling, kpi))
    return KeyFigure(
        f"actions/{action.id}/kpis/{kpi.id}", telling.word("recommendation.fact.kpi"), value, telling.said(kpi.name)
    )


def _way(telling: Telling, kpi: Kpi) -> str:
    """ "2 → 12 %", in English "2 → 12%"."""
    numbers = [format_number(value, telling.lang) for value in (kpi.baseline, kpi.target) if value is not None]
    unit = telling.own(kpi.unit)
    space = "" if unit == "%" and telling.lang == "en" else "\u00a0"
    return " → ".join(numbers) + (f"{space}{unit}" if unit else "")


def _owner(telling: Telling, action: Action) -> KeyFigure:
    detail = telling.word(f"status.{action.status}") if action.owner else telling.word("recommendation.no-owner")
    return _fact(telling, action, "owner", "owner", telling.plain(action.owner), detail)


def _time(telling: Telling, action: Action) -> KeyFigure:
    start, due = action.start, action.due
    if start and due and due >= start:
        months = max(round(Decimal((due - start).days + 1) / _DAYS_A_MONTH), 1)
        value = telling.word("recommendation.months", n=months)
        return _fact(telling, action, "time", "due", value, telling.plain(telling.months(start, due)))
    day = due or start
    if not day:
        return _fact(telling, action, "time", "due", Para(), _missing(telling, action))
    key = "recommendation.by" if due else "recommendation.from"
    return _fact(telling, action, "time", "due", telling.day(day, "month"), telling.word(key))


def _risk(telling: Telling, action: Action, advice: Recommendation | None) -> KeyFigure:
    risk = _gravest(telling, action)
    if risk:
        level = risk_level(risk.likelihood, risk.consequence)
        value = telling.word(f"rating.{level}") if level else telling.word("risks.not-rated")
        return KeyFigure(f"risks/{risk.id}", telling.word("recommendation.fact.risk"), value, telling.said(risk.title))
    detail = telling.said(action.risk) or (telling.said(advice.risk) if advice else Para())
    value = telling.word("risks.not-rated") if detail else Para()
    return _fact(telling, action, "risk", "risk", value, detail or _missing(telling, action))


def _gravest(telling: Telling, action: Action) -> Risk | None:
    return next((risk for risk in telling.risks if risk.action == action.id), None)


def _first_days(telling: Telling, action: Action, advice: Recommendation | None) -> Iterator[Steps]:
    """The action's own first steps, else those of the advice; by date when the action has a start."""
    steps = action.first_steps or (advice.first_steps if advice else ())
    shown = sorted((step for step in steps if step.day <= _FIRST_DAYS), key=lambda step: step.day)
    if shown:
        marks = tuple(_mark(telling, action, step, last=step is shown[-1]) for step in shown)
        alt = telling.words("recommendation.first-days-alt", n=len(marks), count=telling.count(len(marks)))
        yield Steps(f"actions/{action.id}/first_steps", telling.word("recommendation.first-days"), marks, alt)


def _mark(telling: Telling, action: Action, step: FirstStep, *, last: bool) -> StepMark:
    key = "recommendation.start" if step.day <= 1 else "recommendation.day"
    when: date | None = action.start + timedelta(days=step.day - 1) if action.start else None
    return StepMark(
        id=f"actions/{action.id}/first_steps",
        name=telling.word(key, day=step.day),
        when=telling.day(when, "short"),
        text=telling.said(step.text),
        state="goal" if last else "coming",
    )


def _source(telling: Telling, action: Action, sources: tuple[Para, ...]) -> Para:
    """Our own calculation, then who gives the advice, then our own evidence."""
    own = telling.word("recommendation.calculation") if action.lines else Para()
    given = telling.word(f"recommendation.after.{origin_of(telling, action)}").spans
    first = (Para((*given, Span(" ", telling.lang), *sources[0].spans)),) if sources else ()
    return source_line(telling, (own, *first, *sources[1:]))


def _say(
    telling: Telling, action: Action, chosen: ChosenPattern | None, advice: Recommendation | None
) -> Iterator[Para]:
    yield telling.word(f"recommendation.say.origin.{origin_key(telling, action)}")
    if chosen and chosen.meaning:
        yield telling.word("recommendation.say.behind")
        yield from telling.prose(chosen.meaning)
    if advice:
        yield cue(telling, telling.words("recommendation.say.effect"), telling.said(advice.effect))
        yield cue(telling, telling.words("recommendation.say.risk"), telling.said(advice.risk))
        yield cue(telling, telling.words("recommendation.say.measure"), telling.said(advice.measure))
    yield cue(telling, telling.words("recommendation.say.own-risk"), telling.said(action.risk))
    for milestone in action.milestones:
        day = telling.when(milestone.on) if milestone.on else ""
        label = telling.words(f"recommendation.say.milestone{'' if day else '-undated'}", day=day)
        yield cue(telling, label, telling.said(milestone.name))


KIND = Kind("recommendation", "choice", _members, _body, _title, _title, _apart, _ending)
