"""The roadmap: the actions over quarters, grouped by pattern, with milestones, dependencies and today."""

from collections.abc import Iterator, Sequence
from datetime import date

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.spoken import cue, notes
from app.compose.telling import Telling
from app.language.format import quarter_name
from app.model.base import Id
from app.model.graphics import Bar, Lanes, Mark, Timeline
from app.model.project import Action
from app.model.rich import Para, Span

_QUARTER_MONTHS = 3
#: The name of the group of actions that belong to no pattern.
_OWN = ""


def _dated(telling: Telling) -> tuple[Action, ...]:
    return tuple(action for action in telling.actions if action.start or action.due)


def _members(telling: Telling) -> tuple[Id, ...]:
    return ONLY if _dated(telling) else NONE


def _span(action: Action) -> tuple[date, date]:
    """From start to due; a single day when only one of them is set."""
    start, due = action.start or action.due, action.due or action.start
    if start is None or due is None:
        raise ValueError(f"action {action.id} has no date")
    return min(start, due), max(start, due)


def _made(telling: Telling, _key: Id) -> Title:
    return Title("actions", telling.plain(_sentence(telling)))


def _sentence(telling: Telling) -> str:
    actions = _dated(telling)
    done = sum(action.status == "done" for action in actions)
    first, last = min(_span(action)[0] for action in actions), max(_span(action)[1] for action in actions)
    key = "all-done" if done == len(actions) else "some-done" if done else "ahead"
    return telling.words(
        f"roadmap.title.{key}",
        n=done if key == "some-done" else len(actions),
        count=telling.count(len(actions)),
        capital=telling.capital(len(actions)),
        done=telling.words("roadmap.one-done") if done == 1 else telling.capital(done),
        start=telling.when(first, "month"),
        end=telling.when(last, "month"),
    )


def _body(telling: Telling, _key: Id) -> Body:
    return Body(
        blocks=(timeline(telling),),
        takeaway=_takeaway(telling),
        takeaway_id="actions",
        source=telling.word("roadmap.source"),
        notes=notes(telling, _say(telling)),
    )


def timeline(telling: Telling) -> Timeline:
    """The actions with dates over the quarters that they span."""
    actions = _dated(telling)
    marks = tuple(_marks(telling, actions))
    days = [day for action in actions for day in _span(action)] + [mark.on for mark in marks]
    start, end = _quarter(min(days)), _next_quarter(_quarter(max(days)))
    quarters = tuple(_quarters(start, end))
    return Timeline(
        id="actions",
        start=start,
        end=end,
        years=tuple((day, str(day.year)) for day in quarters if day.month == 1 or day == start),
        quarters=tuple((day, quarter_name(day, telling.lang)) for day in quarters),
        lanes=tuple(_lanes(telling, actions)),
        marks=marks,
        today=telling.today if start <= telling.today < end else None,
        keys={key: telling.word(f"roadmap.key.{key}") for key in _KEYS},
        alt=_alt(telling, actions),
    )


_KEYS = ("done", "critical", "planned", "decision", "dependency", "today")


def _quarter(day: date) -> date:
    return date(day.year, day.month - (day.month - 1) % _QUARTER_MONTHS, 1)


def _next_quarter(day: date) -> date:
    month = day.month + _QUARTER_MONTHS
    return date(day.year + month // 13, (month - 1) % 12 + 1, 1)


def _quarters(start: date, end: date) -> Iterator[date]:
    day = start
    while day < end:
        yield day
        day = _next_quarter(day)


def _lanes(telling: Telling, actions: Sequence[Action]) -> Iterator[Lanes]:
    """Groups by pattern in the project's order, what belongs to none last; by start within a group."""
    critical = _critical(actions)
    groups: dict[Id, list[Action]] = {key: [] for key in (*telling.patterns, _OWN)}
    for action in actions:
        key = action.chosen or _OWN
        groups[key if key in telling.patterns else _OWN].append(action)
    for key, group in groups.items():
        name = telling.said(telling.patterns[key].pattern.short) if key else telling.word("roadmap.own")
        if group:
            bars = tuple(_bar(telling, action, critical) for action in sorted(group, key=_span))
            yield Lanes(f"patterns/{key}" if key else "actions", name, bars)


def _bar(telling: Telling, action: Action, critical: frozenset[Id]) -> Bar:
    start, end = _span(action)
    return Bar(
        id=f"actions/{action.id}",
        name=telling.action_name(action),
        start=start,
        end=end,
        state="done" if action.status == "done" else "critical" if action.id in critical else "planned",
        after=tuple(f"actions/{key}" for key in action.depends_on),
    )


def _critical(actions: Sequence[Action]) -> frozenset[Id]:
    """The actions that decide the end: those that end last, with all that they wait for. None when nothing waits."""
    by_id = {action.id: action for action in actions}
    last = max((_span(action)[1] for action in actions), default=None)
    waiting = [action.id for action in actions if _span(action)[1] == last]
    found: set[Id] = set()
    while waiting:
        key = waiting.pop()
        if key in by_id and key not in found:
            found.add(key)
            waiting += by_id[key].depends_on
    return frozenset(found) if len(found) > 1 else frozenset()


def _marks(telling: Telling, actions: Sequence[Action]) -> Iterator[Mark]:
    for meeting in telling.project.matter.route:
        if meeting.on and meeting.decides:
            day = Span(f"{telling.when(meeting.on, 'short')}: ", telling.lang)
            name = telling.said(meeting.body) or telling.word("roadmap.decision")
            yield Mark(f"matter/route/{meeting.id}", Para((day, *name.spans)), meeting.on)
    for action in actions:
        for milestone in action.milestones:
            if milestone.on and milestone.name:
                key = f"actions/{action.id}/milestones/{milestone.id}"
                yield Mark(key, telling.said(milestone.name), milestone.on)


def _alt(telling: Telling, actions: Sequence[Action]) -> str:
    rows = (
        f"{telling.action_name(action).plain} {telling.when(_span(action)[0], 'month')}"
        f"–{telling.when(_span(action)[1], 'month')}"
        for action in sorted(actions, key=_span)
    )
    return f"{_sentence(telling)}. {'; '.join(rows)}."


def _takeaway(telling: Telling) -> Para:
    """The action that most others wait for, else how many have no date."""
    waits: dict[Id, int] = {}
    for action in telling.actions:
        for key in action.depends_on:
            waits[key] = waits.get(key, 0) + 1
    pending = {
        key: number for key, number in waits.items() if key in telling.by_id and telling.by_id[key].status != "done"
    }
    if pending:
        key = max(pending, key=lambda one: pending[one])
        label = telling.words("roadmap.waits", n=pending[key], capital=telling.capital(pending[key]))
        return telling.labelled(label, telling.action_name(telling.by_id[key]))
    undated = len(telling.actions) - len(_dated(telling))
    return telling.word("roadmap.undated", n=undated, capital=telling.capital(undated)) if undated else Para()


def _say(telling: Telling) -> Iterator[Para]:
    yield telling.word("roadmap.say.opening")
    for action in sorted(_dated(telling), key=_span):
        start, end = _span(action)
        when = telling.words("roadmap.say.span", start=telling.when(start, "month"), end=telling.when(end, "month"))
        owner = f", {action.owner}" if action.owner else ""
        yield cue(telling, telling.action_name(action), telling.plain(f"{when}{owner}"))


KIND = Kind("roadmap", "delivery", _members, _body, _made)
