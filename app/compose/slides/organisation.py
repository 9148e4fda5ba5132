"""Organisation: who decides and who answers, by task."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from app.compose.asked import AskedGroup, asked
from app.compose.bodies import body_name
from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.spoken import cue, notes
from app.compose.telling import Telling
from app.model.base import FieldPath, Id
from app.model.graphics import Involvement, Responsibility, Task
from app.model.project import Decision, Meeting
from app.model.rich import Para, Span

#: So many parties have a column of their own; more share the last one.
_MOST: Final = 6
#: So many bodies are named in the title.
_MOST_NAMED: Final = 2

#: What is left out where there is no column for it.
_LESSER: Final[tuple[str, ...]] = ("proposes", "prepares")

Verb = Literal["decides", "proposes", "prepares", "answers", "decides-answers"]


@dataclass(frozen=True, slots=True)
class Duty:
    """A task, what each party does in it (parties by name), and whether it lacks somebody who answers."""

    id: FieldPath
    name: Para
    verbs: Mapping[str, Verb]

    @property
    def lacks(self) -> bool:
        """Whether nobody answers for it."""
        return not any(verb in ("answers", "decides-answers") for verb in self.verbs.values())


def _members(telling: Telling) -> tuple[Id, ...]:
    return ONLY if any(decision.owner for decision in telling.decisions) else NONE


def _decided(telling: Telling) -> tuple[Duty, ...]:
    """The decisions with the bodies that prepare, propose and take them, and who answers for carrying them out."""
    return tuple(
        Duty(
            f"decisions/{decision.id}",
            _short(telling, number, decision),
            _with_owner(_bodies(telling, group), decision.owner),
        )
        for group in asked(telling)
        for number, decision in group.points
    )


def _bodies(telling: Telling, group: AskedGroup) -> Mapping[str, Verb]:
    """What each body on the way to the one that decides does."""
    found: dict[str, Verb] = {}
    for meeting in telling.project.matter.route:
        if group.meeting and meeting.id == group.meeting.id:
            return {**found, _name(telling, meeting): "decides"}
        found.setdefault(_name(telling, meeting), "proposes" if meeting.decides else "prepares")
    return {}


def _name(telling: Telling, meeting: Meeting) -> str:
    return telling.said(meeting.body).plain


def _with_owner(verbs: Mapping[str, Verb], owner: str) -> Mapping[str, Verb]:
    if not owner:
        return verbs
    return {**verbs, owner: "decides-answers" if verbs.get(owner) == "decides" else "answers"}


def _short(telling: Telling, number: str, decision: Decision) -> Para:
    """A decision's number and its operative words: those in bold, else all."""
    text = telling.said(decision.text)
    if not text:
        return telling.word("organisation.unnamed", number=number)
    spans = tuple(span for span in text.spans if span.bold) or text.spans
    return Para((Span(f"{number}. ", telling.lang), *(Span(span.text, span.lang) for span in spans)))


def _delivered(telling: Telling) -> tuple[Duty, ...]:
    """The live actions with who answers for each."""
    return tuple(
        Duty(f"actions/{action.id}", telling.action_name(action), _with_owner({}, action.owner))
        for action in telling.actions
    )


def _deciders(telling: Telling) -> tuple[Meeting, ...]:
    """The bodies that are asked to decide."""
    return tuple(group.meeting for group in asked(telling) if group.meeting)


def _parties(telling: Telling) -> tuple[tuple[str, ...], int]:
    """Who has a column: the bodies that decide, those who answer for most first, and those who prepare if there is room; bodies
    stand first, as the matter takes its way. With them how many of them are bodies.

    Where those who would share the last column answer for most tasks, it holds all who answer."""
    duties = (*_decided(telling), *_delivered(telling))
    tasks = Counter(party for duty in duties for party, verb in duty.verbs.items() if "answers" in verb)
    route = _route(telling)
    deciding = {_name(telling, meeting) for meeting in _deciders(telling)}
    owners = [party for party, _ in tasks.most_common() if party not in route]
    room = _MOST - len(owners) - len(deciding)
    active = {party for duty in duties for party in duty.verbs}
    bodies = [
        body
        for body in route
        if body in active and (body in deciding or body in tasks or room >= len(route) - len(deciding))
    ]
    every = (*bodies, *owners)
    shown = every if len(every) <= _MOST else every[: _MOST - 1]
    if sum(tasks[party] for party in every if party not in shown) * 2 > tasks.total():
        shown = tuple(bodies[: _MOST - 1])
    return shown, sum(1 for party in shown if party in route)


def _route(telling: Telling) -> tuple[str, ...]:
    """The bodies by name, each once, as the matter takes its way."""
    return tuple(dict.fromkeys(_name(telling, meeting) for meeting in telling.project.matter.route))


def _owners(telling: Telling) -> int:
    """How many different owners there are."""
    owned = (*telling.decisions, *telling.actions)
    return len({one.owner for one in owned if one.owner})


def _made(telling: Telling, _key: Id) -> Title:
    return Title("decisions", telling.plain(_sentence(telling)))


def _sentence(telling: Telling) -> str:
    lacking = sum(1 for duty in (*_decided(telling), *_delivered(telling)) if duty.lacks)
    number, what = (lacking, "lacking") if lacking else (_owners(telling), "owners")
    values = {"n": number, "count": telling.count(number), "capital": telling.capital(number)}
    start = _who_decides(telling)
    if not start:
        return telling.words(f"organisation.title.only-{what}", **values)
    return start + telling.words(f"organisation.title.{what}", **values)


def _who_decides(telling: Telling) -> str:
    """Which bodies decide; nothing when none is known, or one of few has no name in the language."""
    bodies = _deciders(telling)
    if len(bodies) > _MOST_NAMED:
        return telling.words("organisation.title.bodies", capital=telling.capital(len(bodies)))
    names = [name for name in (body_name(telling, body) for body in bodies) if name]
    if not names or len(names) < len(bodies):
        return ""
    listed = telling.listed((names[0], *(_inside(name) for name in names[1:])))
    return telling.words("organisation.title.decide", n=len(names), bodies=listed)


def _inside(name: str) -> str:
    """A body's name within a sentence: a small letter at its start, unless it is an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _body(telling: Telling, _key: Id) -> Body:
    return Body(
        blocks=(table(telling),),
        source=telling.word("organisation.source"),
        notes=notes(telling, _say(telling)),
    )


def table(telling: Telling) -> Responsibility:
    """Decisions and actions by party."""
    shown, bodies = _parties(telling)
    decided, delivered = _decided(telling), _delivered(telling)
    rest = any(_others(telling, duty, shown).text for duty in (*decided, *delivered))
    heads = [telling.plain(party) for party in shown]
    last = telling.word("organisation.others" if bodies < len(shown) else "organisation.owner")
    groups = (("decisions", decided), ("actions", delivered))
    return Responsibility(
        id="decisions",
        corner=telling.word("organisation.corner"),
        heads=(*heads, last) if rest else tuple(heads),
        bodies=bodies,
        groups=tuple(
            (telling.word(f"organisation.{name}"), tuple(_task(telling, duty, shown, rest=rest) for duty in duties))
            for name, duties in groups
            if duties
        ),
        alt=_alt(telling, (*decided, *delivered)),
    )


def _task(telling: Telling, duty: Duty, shown: tuple[str, ...], *, rest: bool) -> Task:
    own = tuple(_part(telling, duty.verbs.get(party)) for party in shown)
    return Task(duty.id, duty.name, (*own, _others(telling, duty, shown)) if rest else own)


def _part(telling: Telling, verb: Verb | None) -> Involvement:
    if verb is None:
        return Involvement()
    kind = "decides" if verb.startswith("decides") else "answers" if verb == "answers" else "takes-part"
    return Involvement(telling.word(f"organisation.verb.{verb}"), kind)


def _others(telling: Telling, duty: Duty, shown: tuple[str, ...]) -> Involvement:
    """What those without a column of their own do: that nobody answers, else who decides or answers."""
    if duty.lacks:
        return Involvement(telling.word("organisation.lacks"), "lacks")
    others: dict[str, Verb] = {
        party: verb for party, verb in duty.verbs.items() if party not in shown and verb not in _LESSER
    }
    if not others:
        return Involvement()
    apart = any(party not in _route(telling) for party in shown)
    texts = (
        party if verb == "answers" and not apart else _named(telling, party, verb) for party, verb in others.items()
    )
    kind = "decides" if any(verb != "answers" for verb in others.values()) else "answers"
    return Involvement(telling.plain("; ".join(texts)), kind)


def _named(telling: Telling, party: str, verb: Verb) -> str:
    return telling.words("organisation.named", name=party, verb=telling.words(f"organisation.verb.{verb}"))


def _alt(telling: Telling, duties: tuple[Duty, ...]) -> str:
    rows = (
        telling.words("organisation.alt-row", name=duty.name.plain, parts=_alt_parts(telling, duty)) for duty in duties
    )
    return f"{_sentence(telling)}. {'; '.join(rows)}."


def _alt_parts(telling: Telling, duty: Duty) -> str:
    parts = [
        telling.words(
            "organisation.alt-part", party=party, verb=telling.words(f"organisation.verb.{verb}").lower()
        )
        for party, verb in duty.verbs.items()
    ]  # fmt: skip
    return ", ".join((*parts, telling.words("organisation.lacks").lower()) if duty.lacks else parts)


def _say(telling: Telling) -> Iterator[Para]:
    """Who reports to whom, and what each one answers for."""
    yield telling.word("organisation.say")
    answering: dict[str, list[str]] = {}
    for duty in _delivered(telling):
        for party in duty.verbs:
            answering.setdefault(party, []).append(duty.name.plain)
    for party, names in answering.items():
        yield cue(telling, party, telling.plain("; ".join(names)))


KIND = Kind("organisation", "delivery", _members, _body, _made)
