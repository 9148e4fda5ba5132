"""Status: every action then and now, and how ready we are for each pattern, with an arrow and a word for which way it went."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.slides import since
from app.compose.slides.since_told import SinceTold
from app.compose.spoken import cue, notes
from app.compose.telling import Telling
from app.model.base import FieldPath, Id
from app.model.graphics import Balance, BalancePart, Course
from app.model.project import Action, ChosenPattern
from app.model.rich import Para, Span
from app.model.tables import Cell, Column, Rating, Row, Table
from app.project.compare import rising, status_course

#: What is to be seen first.
Standing = Literal["late", "worse", "better", "new", "level", "done"]
_ORDER: Final[tuple[Standing, ...]] = get_args(Standing)
_ARROWS: Final[Mapping[Standing, str]] = {"better": "↑", "worse": "↓"}
_RATINGS: Final[Mapping[Standing, Rating]] = {
    "late": "worse", "worse": "worse", "better": "better", "new": "new", "level": "level", "done": "level",
}  # fmt: skip
_BALANCE: Final[tuple[tuple[Course, tuple[Standing, ...]], ...]] = (
    ("better", ("better",)), ("level", ("level", "done")), ("worse", ("late", "worse")), ("new", ("new",)),
)  # fmt: skip
#: So many of the late actions are spoken of.
_SPOKEN: Final = 5


@dataclass(frozen=True, slots=True)
class _Followed:
    """An action or a pattern, then and now."""

    id: FieldPath
    name: Para
    owner: Para
    before: Para
    after: Para
    due: Para
    standing: Standing


def _members(telling: Telling) -> tuple[Id, ...]:
    news = telling.since is not None and telling.since.news
    return ONLY if news and telling.actions else NONE


def _made(telling: Telling, _key: Id) -> Title:
    return Title("actions", telling.plain(_sentence(telling)))


def _sentence(telling: Telling) -> str:
    """How many actions are done, and how many late."""
    words = since.told(telling)
    whole = len(telling.actions)
    done = sum(action.status == "done" for action in telling.actions)
    late = sum(_late(telling, action) for action in telling.actions)
    key = "all" if done == whole else "done" if done else "none"
    shown = done if key == "done" else whole
    start = words.words(
        f"status.title.{key}", n=shown, count=telling.count(whole), capital=telling.capital(done)
    )  # fmt: skip
    if key == "all":
        return start
    ending = "late" if late else "on-time"
    return start + words.words(f"status.title.{ending}", n=late, late=telling.count(late))


def _late(telling: Telling, action: Action) -> bool:
    return action.due is not None and action.due < telling.today and action.status not in ("done", "stopped")


def _body(telling: Telling, _key: Id) -> Body:
    words = since.told(telling)
    actions, patterns = _actions(telling, words), _patterns(telling, words)
    return Body(
        blocks=(_balance(words, actions), _table(words, actions, patterns)),
        source=words.word("status.source"),
        notes=notes(telling, _say(telling, words)),
    )


def _actions(telling: Telling, words: SinceTold) -> Sequence[_Followed]:
    """The actions, late ones first, those that have not moved last."""
    before = {action.id: action for action in words.since.earlier.project.actions}
    found = (_action(telling, before.get(action.id), action) for action in telling.actions)
    return sorted(found, key=lambda one: _ORDER.index(one.standing))


def _action(telling: Telling, old: Action | None, new: Action) -> _Followed:
    standing = _standing(telling, old, new)
    return _Followed(
        id=f"actions/{new.id}/status",
        name=telling.action_name(new),
        owner=telling.plain(new.owner or "–"),
        before=_status(telling, old) if old else telling.plain("–"),
        after=_status(telling, new),
        due=telling.day(new.due) or telling.plain("–"),
        standing=standing,
    )


def _status(telling: Telling, action: Action) -> Para:
    return telling.plain(telling.words(f"status.{action.status}").capitalize())


def _standing(telling: Telling, old: Action | None, new: Action) -> Standing:
    if _late(telling, new):
        return "late"
    if old is None:
        return "new"
    course = status_course(old.status, new.status)
    if course in ("better", "worse"):
        return course
    return "done" if new.status == "done" else "level"


def _patterns(telling: Telling, words: SinceTold) -> Sequence[_Followed]:
    """The patterns whose readiness has been rated, now or then."""
    before = {chosen.id: chosen for chosen in words.since.earlier.project.patterns}
    found = (_pattern(telling, words, before.get(chosen.id), chosen) for chosen in telling.project.patterns)
    return sorted((one for one in found if one), key=lambda one: _ORDER.index(one.standing))


def _pattern(telling: Telling, words: SinceTold, old: ChosenPattern | None, new: ChosenPattern) -> _Followed | None:
    first, second = (chosen.assessment.readiness.step if chosen else None for chosen in (old, new))
    if second is None:
        return None
    standing: Standing = "new"
    if first is not None:
        course = rising(first, second)
        standing = course if course in ("better", "worse") else "level"
    return _Followed(
        id=f"patterns/{new.id}/assessment/readiness/step",
        name=telling.said(new.pattern.short or new.pattern.name),
        owner=Para(),
        before=words.word("status.step", step=first) if first else telling.plain("–"),
        after=words.word("status.step", step=second),
        due=Para(),
        standing=standing,
    )


def _balance(words: SinceTold, actions: Sequence[_Followed]) -> Balance:
    """How many actions went which way."""
    parts = tuple(
        BalancePart(course, count, words.word(f"status.part.{course}"))
        for course, those in _BALANCE
        if (count := sum(one.standing in those for one in actions))
    )
    said = ", ".join(f"{part.count} {part.label.plain}" for part in parts)
    return Balance("actions", parts, words.words("balance", day=words.day, parts=said))


def _table(words: SinceTold, actions: Sequence[_Followed], patterns: Sequence[_Followed]) -> Table:
    columns = (
        Column(words.word("status.head.name"), 4.3),
        Column(words.word("status.head.owner"), 1.9),
        Column(words.plain(words.day), 1.5),
        Column(words.word("head.now"), 1.7),
        Column(words.word("status.head.due"), 1.5),
        Column(words.word("head.movement"), 1.6),
    )
    rows = [_row(words, one) for one in actions]
    if patterns:
        rows = [_group(words, "actions"), *rows, _group(words, "patterns")]
        rows += [_row(words, one) for one in patterns]
    caption = words.word("status.table", day=words.day)
    alt = "; ".join(
        words.words("alt-row", name=one.name.plain, before=one.before.plain, after=one.after.plain,
                    verdict=words.words(f"status.verdict.{one.standing}"))
        for one in (*actions, *patterns)
    )  # fmt: skip
    return Table("actions", caption, columns, tuple(rows), alt)


def _group(words: SinceTold, name: str) -> Row:
    return Row(name, (Cell(words.word(f"status.group.{name}")),), "group")


def _row(words: SinceTold, one: _Followed) -> Row:
    arrow = _ARROWS.get(one.standing, "")
    lead = (Span(f"{arrow} ", words.lang),) if arrow else ()
    after = Para((*lead, *(Span(span.text, span.lang, bold=True) for span in one.after.spans)))
    cells = (
        Cell(one.name),
        Cell(one.owner),
        Cell(one.before, muted=True),
        Cell(after),
        Cell(one.due),
        Cell(words.word(f"status.verdict.{one.standing}"), rating=_RATINGS[one.standing]),
    )
    return Row(one.id, cells)


def _say(telling: Telling, words: SinceTold) -> Iterator[Para]:
    yield words.word("status.say.opening")
    late = [action for action in telling.actions if _late(telling, action)]
    for action in late[:_SPOKEN]:
        key = "late" if action.owner else "late-unowned"
        due = telling.when(action.due) if action.due else ""
        yield cue(telling, telling.action_name(action), words.word(f"status.say.{key}", due=due, owner=action.owner))


KIND = Kind("status", "delivery", _members, _body, _made)
