"""What bodies have decided in the matter, as later papers tell it: who, when, where in the minutes, how."""

from collections.abc import Iterator

from app.compose.telling import Telling
from app.model.blocks import Passage
from app.model.project import Decision
from app.model.rich import Para, Span


def decided(telling: Telling) -> tuple[Decision, ...]:
    """The decisions that are asked no more: those that were taken, and those that a body before this meeting had to take."""
    asked = {decision.id for decision in telling.decisions}
    return tuple(decision for decision in telling.project.decisions if decision.id not in asked and decision.text)


def decided_passage(telling: Telling) -> Iterator[Passage]:
    """A line for each of them; nothing where there are none."""
    lines = tuple(_line(telling, decision) for decision in decided(telling))
    if lines:
        yield Passage("decisions", telling.word("decided.head"), lines)


def _line(telling: Telling, decision: Decision) -> Para:
    """ "Kommunstyrelsen 16 december 2026, § 112, bifall: godkänna inriktningen"."""
    outcome, meeting = decision.outcome, telling.body_of(decision)
    day = (outcome.on if outcome else None) or (meeting.on if meeting else None)
    body = telling.said(meeting.body) if meeting else Para()
    awaited = "awaited" if day and day >= telling.today else "none"
    how = telling.words(f"outcome.{outcome.kind if outcome else awaited}")
    facts = (telling.when(day) if day else "", outcome.minutes if outcome else "", how)
    gap = " " if body and day else ", " if body else ""
    said = f"{gap}{', '.join(fact for fact in facts if fact)}: "
    return Para((*body.spans, Span(said, telling.lang), *telling.said(decision.text).spans), "–")
