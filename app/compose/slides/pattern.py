"""One pattern: what shifts, what it means for us, where we stand, what we propose."""

from collections.abc import Iterator
from typing import Literal

from app.compose.kinds import Body, Kind, Title
from app.compose.slides.readiness import gap
from app.compose.slides.why_now import evidence, shift
from app.compose.sources import pattern_sources, source_line
from app.compose.spoken import answers, cue, notes
from app.compose.telling import Telling
from app.model.base import Id
from app.model.blocks import Block, Passage, Proposal
from app.model.graphics import Gauge
from app.model.pattern import Origin
from app.model.project import Action, ChosenPattern
from app.model.rich import Para

#: The main source and that of our first evidence stand on the slide.
_SOURCES = 2


def _members(telling: Telling) -> tuple[Id, ...]:
    return tuple(telling.patterns)


def _title(telling: Telling, key: Id) -> Title:
    """The message as we want it, else the library's headline, else the pattern's name."""
    chosen = telling.patterns[key]
    pattern = chosen.pattern
    text = telling.said(chosen.message) or telling.said(pattern.headline) or telling.said(pattern.name)
    return Title(f"patterns/{key}/message", text or telling.plain(pattern.id))


def _apart(telling: Telling, key: Id) -> Para:
    return telling.said(telling.patterns[key].pattern.short)


def _body(telling: Telling, key: Id) -> Body:
    chosen = telling.patterns[key]
    figure = evidence(telling, chosen) if chosen.evidence else None
    blocks: tuple[Block, ...] = (
        shift(telling, chosen),
        meaning(telling, chosen),
        *((figure,) if figure else ()),
        *_standing(telling, chosen),
        *proposed(telling, chosen),
    )
    question = chosen.pattern.questions[0]
    return Body(
        blocks=blocks,
        takeaway=telling.labelled(telling.words("pattern.question"), telling.said(question.ask)),
        takeaway_id=f"patterns/{key}/pattern/questions/{question.id}",
        source=source_line(telling, pattern_sources(telling, chosen), most=_SOURCES),
        notes=notes(telling, _say(telling, chosen), answers(telling, chosen), pattern_sources(telling, chosen)),
    )


def meaning(telling: Telling, chosen: ChosenPattern) -> Passage:
    """Our analysis; the library's, and said to be so, while nothing is written."""
    ours = bool(chosen.meaning)
    return Passage(
        id=f"patterns/{chosen.id}/meaning",
        head=telling.word("pattern.meaning" if ours else "pattern.can-mean"),
        text=telling.prose(chosen.meaning if ours else chosen.pattern.meaning),
        role="meaning",
    )


def _standing(telling: Telling, chosen: ChosenPattern) -> Iterator[Block]:
    note = remaining(telling, chosen)
    yield Passage(
        id=f"patterns/{chosen.id}/assessment",
        head=telling.word("pattern.standing"),
        text=(note,) if note else (),
        role="standing",
    )
    yield from gauges(telling, chosen)


def remaining(telling: Telling, chosen: ChosenPattern) -> Para:
    """How many steps remain to the target; that nothing is assessed, when nothing is."""
    assessment = chosen.assessment
    if not assessment.readiness.step and not assessment.relevance.step:
        return telling.word("pattern.not-assessed")
    if not assessment.readiness.step or not assessment.target.step:
        return Para()
    steps = gap(chosen)
    key = "pattern.steps-left" if steps else "pattern.reached"
    return telling.word(key, n=steps, capital=telling.capital(steps))


def gauges(telling: Telling, chosen: ChosenPattern) -> tuple[Gauge, ...]:
    """Relevance, and readiness today with its target; only what is assessed."""
    return (*_relevance(telling, chosen), *_readiness(telling, chosen))


def _relevance(telling: Telling, chosen: ChosenPattern) -> Iterator[Gauge]:
    step = chosen.assessment.relevance.step
    if step:
        yield Gauge(
            id=f"patterns/{chosen.id}/assessment/relevance",
            label=telling.word("gauge.relevance"),
            reading=telling.word("gauge.of-five", step=step),
            today=step,
            kind="bar",
        )


def _readiness(telling: Telling, chosen: ChosenPattern) -> Iterator[Gauge]:
    today, target = chosen.assessment.readiness.step, chosen.assessment.target.step
    if today or target:
        key = "both" if today and target else "today" if today else "target"
        yield Gauge(
            id=f"patterns/{chosen.id}/assessment/readiness",
            label=telling.word("gauge.readiness"),
            reading=telling.word(f"gauge.reading.{key}", today=today, target=target),
            today=today,
            target=target,
            low=telling.word("gauge.step.1"),
            high=telling.word("gauge.step.5"),
            kind="track",
        )


def proposed(telling: Telling, chosen: ChosenPattern) -> Iterator[Block]:
    """The actions we take; else the library's advice, as advice."""
    actions = tuple(action for action in telling.actions if action.chosen == chosen.id)
    yield Passage(
        id=f"patterns/{chosen.id}/actions",
        head=telling.word("pattern.proposed" if actions else "pattern.advice"),
        text=(),
        role="proposals",
    )
    for action in actions:
        when = _when(telling, action)
        details = tuple(detail for detail in (when, origin(telling, action)) if detail)
        yield Proposal(f"actions/{action.id}", telling.action_name(action), details)
    for advice in () if actions else chosen.pattern.recommendations:
        key = f"patterns/{chosen.id}/pattern/recommendations/{advice.id}"
        yield Proposal(key, telling.said(advice.title), (telling.word(f"origin.{_advice_key(chosen, advice.origin)}"),))


def _when(telling: Telling, action: Action) -> Para:
    """ "Klart 15 okt. 2027, CIO"."""
    done = telling.words("pattern.due", day=telling.when(action.due, "abbr")) if action.due else ""
    return telling.plain(", ".join(part for part in (done, action.owner) if part))


def origin_of(telling: Telling, action: Action) -> Origin | Literal["own"]:
    """Who gives the advice behind an action: the source, the library's editors, or we ourselves."""
    chosen = telling.patterns.get(action.chosen or "")
    advice = chosen.pattern.recommendation(action.recommendation or "") if chosen else None
    return advice.origin if advice else "own"


def origin(telling: Telling, action: Action) -> Para:
    """The same in words: "Råd i källan"."""
    return telling.word(f"origin.{origin_key(telling, action)}")


def origin_key(telling: Telling, action: Action) -> str:
    """Who gives the advice, and whether its source is known in part: the end of a key in the catalogue."""
    chosen = telling.patterns.get(action.chosen or "")
    kind = origin_of(telling, action)
    return _advice_key(chosen, kind) if chosen and kind != "own" else "own"


def _advice_key(chosen: ChosenPattern, kind: Origin) -> str:
    in_part = kind == "source" and chosen.pattern.sources[0].known == "part"
    return "source-in-part" if in_part else kind


def _say(telling: Telling, chosen: ChosenPattern) -> Iterator[Para]:
    yield telling.said(chosen.pattern.summary)
    yield from telling.prose(chosen.pattern.why)
    yield from telling.prose(chosen.pattern.tension)
    for objection in chosen.pattern.against:
        yield cue(telling, telling.words("pattern.objection"), telling.said(objection))
    assessment = chosen.assessment
    for name, score in (
        ("relevance", assessment.relevance),
        ("readiness", assessment.readiness),
        ("target", assessment.target),
    ):
        if score.step:
            yield cue(telling, telling.words(f"pattern.reason.{name}", step=score.step), telling.said(score.reason))


KIND = Kind("pattern", "state", _members, _body, _title, _title, _apart)
