"""The executive summary: the answer first, three to five statements that carry it, and what is asked."""

from collections.abc import Iterator, Mapping
from typing import Final

from app.compose.asked import ask_block
from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.slides import (
    decisions,
    investment,
    kpis,
    next_steps,
    options,
    organisation,
    pattern,
    priorities,
    readiness,
    recommendation,
    risks,
    roadmap,
    why_now,
)
from app.compose.sources import own_sources, short_citation, source_line
from app.compose.spoken import cue, notes
from app.compose.storyline import SlideId
from app.compose.telling import Telling
from app.model.base import Id
from app.model.blocks import Block, Statement
from app.model.rich import Para, Span

#: The slides whose messages carry the answer when nobody has written statements.
_BEARERS: Final[tuple[Kind, ...]] = (why_now.KIND, readiness.KIND, options.KIND, investment.KIND, risks.KIND)

#: How many statements carry an answer, at least and at most.
_FEWEST: Final = 3
_MOST: Final = 5

#: The slides that a written statement may point to, by kind.
_PROVING: Final[Mapping[str, Kind]] = {
    kind.name: kind
    for kind in (
        *_BEARERS, decisions.KIND, pattern.KIND, priorities.KIND, recommendation.KIND, roadmap.KIND, kpis.KIND,
        organisation.KIND, next_steps.KIND,
    )
}  # fmt: skip


def _members(telling: Telling) -> tuple[Id, ...]:
    matter = telling.project.matter
    bears = matter.answer or matter.statements or telling.decisions
    return ONLY if bears or any(kind.members(telling) for kind in _BEARERS) else NONE


def _written(telling: Telling, _key: Id) -> Title | None:
    answer = telling.said(telling.project.matter.answer)
    return Title("matter/answer", answer) if answer else None


def _made(telling: Telling, _key: Id) -> Title:
    count = len(telling.actions)
    if not count:
        return Title("matter/answer", telling.word("summary.title.brief"))
    cost = telling.shown.whole.cost
    key = "summary.title.costing" if cost else "summary.title.actions"
    amount = telling.round_money(cost)
    return Title("matter/answer", telling.word(key, n=count, count=telling.count(count), amount=amount))


def _body(telling: Telling, _key: Id) -> Body:
    written = telling.project.matter.statements
    statements: tuple[Block, ...] = tuple(_told(telling)) if written else tuple(_inferred(telling))
    ask: tuple[Block, ...] = (ask_block(telling),) if telling.decisions else ()
    return Body(
        blocks=(*statements, *ask),
        notes=notes(telling, _say(telling)),
        source=source_line(telling, _sources(telling)),
    )


def _sources(telling: Telling) -> Iterator[Para]:
    """Those of our own evidence; the library's for a pattern that has none."""
    for chosen in telling.project.patterns:
        yield from own_sources(telling, chosen) or (short_citation(telling, chosen.pattern.sources[0]),)


def _told(telling: Telling) -> Iterator[Statement]:
    for number, statement in enumerate(telling.project.matter.statements, start=1):
        if statement.text or statement.support:
            yield Statement(
                id=f"matter/statements/{statement.id}",
                number=str(number),
                head=telling.said(statement.text),
                support=telling.said(statement.support),
                refs=_see(telling, statement.slide) if _proves(telling, statement.slide) else Para(),
            )


def _inferred(telling: Telling) -> Iterator[Statement]:
    """The messages of the slides that follow, each with the slide that proves it; where these are too few to carry an answer, what is
    proposed, or else the patterns."""
    found: list[tuple[SlideId, Para]] = [
        (kind.name, kind.made(telling, "").text) for kind in _BEARERS if kind.members(telling)
    ]
    if len(found) < _FEWEST:
        each = recommendation.KIND if telling.actions else pattern.KIND
        members = each.members(telling)[: _MOST - len(found)]
        found += [(f"{each.name}/{key}", each.made(telling, key).text) for key in members]
    for number, (slide, head) in enumerate(found, start=1):
        see = _see(telling, slide) if telling.shows(slide) else Para()
        yield Statement(id="matter/statements", number=str(number), head=head, refs=see)


def _see(telling: Telling, slide: SlideId) -> Para:
    """ "Bild 7", once slides are numbered."""
    return Para((Span(f"{telling.words('summary.see')}\u00a0", telling.lang), Span("", telling.lang, ref=slide)))


def _proves(telling: Telling, slide: SlideId) -> bool:
    """Whether a slide is there to be pointed to, and not switched off."""
    name, _, key = slide.partition("/")
    return name in _PROVING and key in _PROVING[name].members(telling) and telling.shows(slide)


def _say(telling: Telling) -> Iterator[Para]:
    yield telling.word("summary.say.opening")
    reasons = [
        cue(telling, telling.said(chosen.pattern.short), telling.said(chosen.assessment.relevance.reason))
        for chosen in telling.project.patterns[:3]
    ]
    if any(reasons):
        yield telling.word("summary.say.behind")
        yield from reasons
    if telling.decisions:
        yield telling.word("summary.say.ask")


KIND = Kind("summary", "brief", _members, _body, _made, _written)
