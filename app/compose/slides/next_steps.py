"""Next steps: the way through the bodies, dated steps after the decision, and the text proposed for the minutes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.compose.asked import minutes_text
from app.compose.bodies import body_name
from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.spoken import cue, notes
from app.compose.telling import Telling
from app.model.base import FieldPath, Id
from app.model.blocks import Block, Passage, StepMark, Steps
from app.model.deadlines import deadlines
from app.model.project import Meeting
from app.model.rich import Para
from app.model.tables import Cell, Column, Row, Table

#: So many steps stand on the slide, the soonest.
_MOST = 8


@dataclass(frozen=True, slots=True)
class _Step:
    """Something that happens on a day."""

    id: FieldPath
    on: date
    what: Para
    owner: str


def _members(telling: Telling) -> tuple[Id, ...]:
    found = telling.project.matter.route or telling.decisions or _steps(telling)
    return ONLY if found else NONE


def _steps(telling: Telling) -> tuple[_Step, ...]:
    """Actions that start, and milestones, after the decision; the soonest."""
    since = (telling.deciding.on if telling.deciding else None) or telling.today
    found = [step for step in _all_steps(telling) if step.on >= since]
    return tuple(sorted(found, key=lambda step: step.on)[:_MOST])


def _all_steps(telling: Telling) -> Iterator[_Step]:
    for action in telling.actions:
        if action.start and action.status != "done":
            yield _Step(f"actions/{action.id}/start", action.start, telling.action_name(action), action.owner)
        for milestone in action.milestones:
            if milestone.on and milestone.name:
                key = f"actions/{action.id}/milestones/{milestone.id}"
                yield _Step(key, milestone.on, telling.said(milestone.name), action.owner)


def _made(telling: Telling, _key: Id) -> Title:
    return Title("matter/route", telling.plain(_sentence(telling)))


def _sentence(telling: Telling) -> str:
    deciding = [meeting for meeting in telling.project.matter.route if meeting.decides and meeting.on]
    last = max(deciding, key=lambda meeting: meeting.on or date.min, default=None)
    step = next(iter(_steps(telling)), None)
    start = telling.when(step.on, "short") if step else ""
    if last is None or last.on is None:
        return telling.words("next-steps.title.starts" if step else "next-steps.title.undated", start=start)
    body = body_name(telling, last)
    key = f"{'body' if body else 'nobody'}{'-starts' if step else ''}"
    return telling.words(f"next-steps.title.{key}", body=body, day=telling.when(last.on, "short"), start=start)


def _body(telling: Telling, _key: Id) -> Body:
    found: tuple[Block | None, ...] = (route(telling), coming(telling), _minutes(telling))
    reference = telling.project.matter.reference
    return Body(
        blocks=tuple(block for block in found if block),
        source=telling.word("next-steps.source", reference=reference) if reference else Para(),
        notes=notes(telling, _say(telling)),
    )


def route(telling: Telling) -> Steps | None:
    """The bodies that the matter passes; None while none is named."""
    meetings = telling.project.matter.route
    if not meetings:
        return None
    marks = tuple(_station(telling, meeting, last=meeting is meetings[-1]) for meeting in meetings)
    alt = "; ".join(
        " ".join(part for part in (mark.name.plain, mark.when.plain, mark.text.plain) if part) for mark in marks
    )
    return Steps("matter/route", telling.word("next-steps.route"), marks, alt)


def _station(telling: Telling, meeting: Meeting, *, last: bool) -> StepMark:
    route, now = telling.project.matter.route, meeting == telling.meeting
    passed = telling.meeting is not None and route.index(meeting) < route.index(telling.meeting)
    has_been = meeting.on is None or meeting.on < telling.today
    state: Literal["passed", "now", "coming", "goal"] = (
        "passed" if passed else "now" if now else "goal" if last else "coming"
    )
    return StepMark(
        id=f"matter/route/{meeting.id}",
        name=telling.said(meeting.body),
        when=telling.day(meeting.on, "short"),
        text=_done(telling, meeting) if passed and has_been else _does(telling, meeting),
        state=state,
    )


def _does(telling: Telling, meeting: Meeting) -> Para:
    """What a body does that is still to meet, and when its papers are sent out."""
    does = telling.words(f"next-steps.{'decides' if meeting.decides else 'prepares'}")
    sent = deadlines(meeting, telling.project.organisation.deadlines).sending_out
    if sent is None or sent < telling.today:
        return telling.plain(does)
    return telling.word("next-steps.does-after", does=does, day=telling.when(sent, "short"))


def _done(telling: Telling, meeting: Meeting) -> Para:
    """What a body did that the matter has passed: how it decided what it was asked, else what is known of it."""
    if not meeting.decides:
        return telling.word("next-steps.has-prepared")
    own = [decision for decision in telling.project.decisions if decision.meeting == meeting.id]
    kinds = {decision.outcome.kind for decision in own if decision.outcome}
    if not own:
        return telling.word("next-steps.has-proposed")
    if any(decision.outcome is None for decision in own):
        return telling.word("outcome.none")
    if len(kinds) == 1:
        return telling.word(f"outcome.{kinds.pop()}")
    return telling.word("next-steps.has-decided", n=len(own))


def coming(telling: Telling) -> Table | None:
    """What starts and what is reached after the meeting, the soonest first; None when nothing is dated."""
    steps = _steps(telling)
    if not steps:
        return None
    caption = telling.word("next-steps.after")
    rows = (
        Row(step.id, (Cell(telling.day(step.on), muted=True), Cell(step.what), Cell(telling.plain(step.owner))))
        for step in steps
    )
    return Table("actions", caption, columns(telling), tuple(rows), caption.plain)


def columns(telling: Telling) -> tuple[Column, ...]:
    """The columns of dated steps: when, what, who answers."""
    return (
        Column(telling.word("next-steps.head.day"), 1.5),
        Column(telling.word("next-steps.head.step"), 3.6),
        Column(telling.word("next-steps.head.owner"), 1.9),
    )


def _minutes(telling: Telling) -> Passage | None:
    if not telling.decisions:
        return None
    return Passage("decisions", telling.word("next-steps.minutes"), minutes_text(telling), "minutes")


def _papers(telling: Telling) -> Iterator[Para]:
    """When the papers for the meetings to come are handed in and sent out."""
    route, now = telling.project.matter.route, telling.meeting
    for meeting in route[route.index(now) :] if now else ():
        due = deadlines(meeting, telling.project.organisation.deadlines)
        if due.handing_in and due.handing_in >= telling.today:
            yield cue(
                telling,
                telling.words("next-steps.say.hand-in", day=telling.when(due.handing_in)),
                telling.said(meeting.body),
            )
        if due.sending_out and due.sending_out >= telling.today:
            yield cue(
                telling,
                telling.words("next-steps.say.send-out", day=telling.when(due.sending_out)),
                telling.said(meeting.body),
            )


def _say(telling: Telling) -> Iterator[Para]:
    if telling.decisions:
        yield telling.word("next-steps.say.minutes")
    yield from _papers(telling)
    for step in _steps(telling)[:1]:
        yield cue(telling, telling.words("next-steps.say.first", day=telling.when(step.on)), step.what)


KIND = Kind("next-steps", "delivery", _members, _body, _made)
