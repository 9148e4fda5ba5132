"""Why now: the chosen shifts as pairs, from and to, each with what shows it here."""

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.sources import shared_sources, source_line
from app.compose.spoken import cue, notes
from app.compose.telling import Telling
from app.model.base import Id
from app.model.blocks import Block, KeyFigure, Passage, Shift
from app.model.project import ChosenPattern
from app.model.rich import Para

#: From this step on, a pattern means much to the organisation.
_MUCH = 4


def _members(telling: Telling) -> tuple[Id, ...]:
    return ONLY if telling.project.patterns else NONE


def _made(telling: Telling, _key: Id) -> Title:
    steps = [chosen.assessment.relevance.step or 0 for chosen in telling.project.patterns]
    count, much = len(steps), sum(step >= _MUCH for step in steps)
    key = "none" if not much else "all" if much == count else "some"
    number = much if key == "some" else count
    message = telling.words(f"why-now.title.{key}", n=number, capital=telling.capital(count), much=telling.count(much))
    return Title("patterns", telling.plain(message))


def _body(telling: Telling, _key: Id) -> Body:
    chosen = telling.project.patterns
    shifts: tuple[Block, ...] = tuple(shift(telling, one) for one in chosen)
    head: tuple[Block, ...] = (Passage("patterns", telling.word("why-now.here"), (), "here"),)
    return Body(
        blocks=(*head, *shifts) if any(one.evidence or one.meaning for one in chosen) else shifts,
        source=source_line(telling, shared_sources(telling)),
        notes=notes(
            telling,
            (cue(telling, telling.said(one.pattern.short), telling.said(one.pattern.summary)) for one in chosen),
        ),
    )


def shift(telling: Telling, chosen: ChosenPattern) -> Shift:
    """A pattern's shift, with the first evidence of it here."""
    pattern = chosen.pattern
    return Shift(
        id=f"patterns/{chosen.id}/pattern",
        from_label=telling.word("shift.from"),
        from_word=telling.said(pattern.from_),
        from_gloss=telling.said(pattern.from_gloss),
        to_label=telling.word("shift.to"),
        to_word=telling.said(pattern.to),
        to_gloss=telling.said(pattern.to_gloss),
        evidence=evidence(telling, chosen),
    )


def evidence(telling: Telling, chosen: ChosenPattern) -> KeyFigure | None:
    """What shows a pattern here: the first evidence, else the beginning of our analysis."""
    for item in chosen.evidence:
        if item.statement or item.value:
            key = f"patterns/{chosen.id}/evidence/{item.id}"
            return KeyFigure(key, Para(), telling.said(item.value), telling.said(item.statement))
    meaning = telling.prose(chosen.meaning)
    return KeyFigure(f"patterns/{chosen.id}/meaning", Para(), Para(), Para(meaning[0].spans)) if meaning else None


KIND = Kind("why-now", "why", _members, _body, _made)
