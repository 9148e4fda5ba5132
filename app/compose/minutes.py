"""The text for a meeting's minutes: what it decided, as it decided it; what it proposes to later bodies; and what it is still asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.compose.bodies import body_name, head
from app.compose.telling import Telling
from app.model.project import Decision, Meeting, Outcome
from app.model.rich import Para, Rich, Span


def minutes_of(telling: Telling) -> Rich:
    """The text of the meeting that the telling is for, in both cases in the decisions' own words: bold heads, numbered points, and what
    the minutes note besides."""
    groups = _groups(telling)
    bodies = [group.body for group in groups if group.body]
    lines, number = list[Para](), 0
    for group in groups:
        lines += _head(telling, group, bodies)
        for decision in group.decisions:
            number += 1
            lines.append(Para(telling.said(decision.text).spans, marker=f"{number}."))
        if group.outcome and group.outcome.note:
            lines.append(telling.labelled(telling.words("minutes.noted"), telling.said(group.outcome.note)))
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class _Group:
    """Decisions of one body that were taken in one way; `outcome` is None where they are only proposed."""

    body: Meeting | None
    outcome: Outcome | None
    decisions: list[Decision]


def _groups(telling: Telling) -> list[_Group]:
    """The decisions by body and outcome, in the order in which these first come."""
    groups: list[_Group] = []
    for decision in _of_the_meeting(telling):
        body, outcome = telling.body_of(decision), _taken(telling, decision)
        group = next((one for one in groups if (one.body, one.outcome) == (body, outcome)), None)
        if group is None:
            groups.append(_Group(body, outcome, [decision]))
        else:
            group.decisions.append(decision)
    return groups


def _of_the_meeting(telling: Telling) -> tuple[Decision, ...]:
    """What the meeting decides and what it proposes to later ones; not what bodies before it had to decide."""
    route, now = telling.project.matter.route, telling.meeting
    passed = route[: route.index(now)] if now else ()
    return tuple(
        decision for decision in telling.project.decisions if decision.text and telling.body_of(decision) not in passed
    )


def _taken(telling: Telling, decision: Decision) -> Outcome | None:
    """What the meeting itself decided; None for what it only proposes, and for what it is still to decide."""
    meeting = telling.meeting
    return decision.outcome if meeting is None or telling.body_of(decision) == meeting else None


def _head(telling: Telling, group: _Group, bodies: Sequence[Meeting]) -> Iterator[Para]:
    """Where it stands in the minutes and when it was decided, and how the decisions begin."""
    meeting, outcome = group.body, group.outcome
    if outcome is None:
        yield _bold(head(telling, meeting, bodies))
        return
    day = outcome.on or (meeting.on if meeting else None)
    place = ", ".join(part for part in (outcome.minutes, telling.when(day) if day else "") if part)
    if place:
        yield telling.plain(place)
    if outcome.kind == "approved":
        yield _bold(head(telling, meeting, bodies))
    else:
        body = body_name(telling, meeting) or telling.words("minutes.meeting")
        yield _bold(telling.word(f"minutes.{outcome.kind}", body=body))


def _bold(text: Para) -> Para:
    return replace(text, spans=tuple(Span(span.text, span.lang, bold=True) for span in text.spans))
