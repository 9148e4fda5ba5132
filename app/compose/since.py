"""What became of a project since an earlier meeting, as facts to be told: what was decided, actions, money, KPIs, risks and patterns.

Texts are no news to a board, and are not among them; `project/compare.py` finds those too."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final, Literal, NamedTuple, TypeVar, get_args

from app.model.base import Id, Record
from app.model.project import Action, ChosenPattern, DatedValue, Decision, Kpi, Project, Risk
from app.model.ratings import risk_level, risk_value
from app.model.totals import Totals, project_totals, totals
from app.project.compare import Course, cost_course, due_course, kpi_course, rising, status_course
from app.project.earlier import Earlier

#: In the order in which a board asks for it.
Theme = Literal["decision", "action", "cost", "kpi", "risk", "pattern", "readiness"]
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)
Aspect = Literal["whole", "status", "due", "late", "cost", "effect", "value", "grade", "readiness", "relevance"]
#: What it comes to; `changed`: neither better nor worse.
Verdict = Literal["worse", "better", "decided", "new", "gone", "changed", "level"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)

_M = TypeVar("_M", Decision, Action, Risk, ChosenPattern)
_Made = tuple["Fact", ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that became of a member of the project: `before` and `after` are its values then and now, of the aspect's kind.

    `record` is the member as it is now, as it was then where it is gone; of a KPI, `action` is the one that it belongs to. The sum of
    all actions is a fact without a record."""

    theme: Theme
    aspect: Aspect
    verdict: Verdict
    record: Decision | Action | Kpi | Risk | ChosenPattern | None
    before: object = None
    after: object = None
    action: Action | None = None


class _Known(NamedTuple):
    """The facts of a member, and the two states that they were found in."""

    old: Record | None
    new: Record | None
    facts: _Made


class Since:
    """A project beside what it was at an earlier meeting. `today` says what is late and which values are known; `cost` gives what all
    actions cost now."""

    def __init__(self, earlier: Earlier, now: Project, today: date, cost: Callable[[], Decimal]) -> None:
        self.earlier, self._now, self._today, self._cost = earlier, now, today, cost
        self._known: dict[str, _Known] = {}
        self._sum_before: Decimal | None = None

    def take_over(self, before: "Since") -> None:
        """Takes over what was found for an earlier state of the project, where it holds here: most members are the same as before."""
        if before.earlier == self.earlier and before._today == self._today:
            self._known, self._sum_before = before._known, before._sum_before

    @cached_property
    def facts(self) -> _Made:
        """All of them: by theme, and within one what got worse first, what stayed as it was last."""
        found = (*self._whole_cost(), *self._each())
        return tuple(sorted(found, key=lambda fact: (THEMES.index(fact.theme), VERDICTS.index(fact.verdict))))

    @cached_property
    def news(self) -> bool:
        """Whether anything has changed."""
        return any(fact.verdict != "level" for fact in self.facts)

    def _each(self) -> Iterator[Fact]:
        then, now = self.earlier.project, self._now
        yield from self._members(then.decisions, now.decisions, _decision)
        yield from self._members(then.actions, now.actions, self._action)
        yield from self._members(then.risks, now.risks, _risk)
        yield from self._members(then.patterns, now.patterns, _pattern)

    def _members(
        self, then: Sequence[_M], now: Sequence[_M], find: Callable[[_M | None, _M | None], Iterator[Fact]]
    ) -> Iterator[Fact]:
        """The facts of a collection's members, each found once for as long as it stays the same."""
        old, new = {one.id: one for one in then}, {one.id: one for one in now}
        for key in {**new, **old}:
            first, second = old.get(key), new.get(key)
            known = self._known.get(key)
            if known is None or known.old is not first or known.new is not second:
                known = _Known(first, second, tuple(find(first, second)))
                self._known[key] = known
            yield from known.facts

    @cached_property
    def whole_cost(self) -> tuple[Decimal, Decimal] | None:
        """What all actions cost together, then and now; None where that is the same, or nothing was reckoned then."""
        if self._sum_before is None:
            self._sum_before = project_totals(self.earlier.project).cost
        old, new = self._sum_before, self._cost()
        return (old, new) if old and old != new else None

    def _whole_cost(self) -> Iterator[Fact]:
        if self.whole_cost:
            old, new = self.whole_cost
            same = _live(self.earlier.project) == _live(self._now)
            yield Fact("cost", "cost", _verdict(rising(new, old)) if same else "changed", None, old, new)

    def _action(self, old: Action | None, new: Action | None) -> Iterator[Fact]:
        if old is None or new is None:
            whole = new or old
            if whole and whole.status not in ("stopped", "done"):
                yield Fact("action", "status", "gone" if new is None else "new", whole, _status(old), _status(new))
            return
        if old.status != new.status:
            yield Fact("action", "status", _verdict(status_course(old.status, new.status)), new, old.status, new.status)
        if new.status not in ("stopped", "done"):
            yield from self._timing(old, new)
        if "stopped" not in (old.status, new.status):
            yield from _money(new, totals(old.lines), totals(new.lines))
            yield from self._kpis(old, new)

    def _timing(self, old: Action, new: Action) -> Iterator[Fact]:
        """A day that was moved, or one that passed meanwhile."""
        if old.due != new.due:
            yield Fact("action", "due", _verdict(due_course(old.due, new.due)), new, old.due, new.due)
        elif new.due and self.earlier.day <= new.due < self._today:
            yield Fact("action", "late", "worse", new, new.due, new.due)

    def _kpis(self, old: Action, new: Action) -> Iterator[Fact]:
        """The values that were measured since."""
        measured = {kpi.id: latest(kpi, date.max) for kpi in old.kpis}
        for kpi in new.kpis:
            first, second = measured.get(kpi.id), latest(kpi, self._today)
            if second is not None and kpi.id in measured and first != second:
                yield Fact("kpi", "value", _measured(kpi, first, second), kpi, _value(first), second.value, new)


def _live(project: Project) -> frozenset[Id]:
    """The actions that count: where others do, a sum that changed says neither good nor bad."""
    return frozenset(action.id for action in project.actions if action.status != "stopped")


def _decision(old: Decision | None, new: Decision | None) -> Iterator[Fact]:
    if new is None:
        if old:  # what was decided is not taken along into the next quarter's project
            yield Fact("decision", "whole", "decided" if old.outcome else "gone", old, None, old.outcome)
    elif old is None:
        if new.is_asked:
            yield Fact("decision", "whole", "new", new)
    elif new.outcome and old.outcome != new.outcome:
        yield Fact("decision", "whole", "decided", new, old.outcome, new.outcome)


def _money(action: Action, old: Totals, new: Totals) -> Iterator[Fact]:
    """What an action costs, or what it gives where only that changed."""
    if old.cost != new.cost:
        yield Fact("cost", "cost", _verdict(cost_course(old, new)), action, old.cost, new.cost)
    elif old.effect != new.effect:
        yield Fact("cost", "effect", _verdict(cost_course(old, new)), action, old.effect, new.effect)


def _measured(kpi: Kpi, first: DatedValue | None, second: DatedValue) -> Verdict:
    """What a new value says: the first one is news, the same again is none."""
    if first is None:
        return "new"
    return "level" if first.value == second.value else _verdict(kpi_course(kpi, first.value, second.value))


def _risk(old: Risk | None, new: Risk | None) -> Iterator[Fact]:
    """How grave a risk has become; one that is high and stays so is told too."""
    first, second = (risk_value(one.likelihood, one.consequence) if one else 0 for one in (old, new))
    shown = new or old
    if shown is None:
        return
    if old is None or new is None:
        yield Fact("risk", "grade", "gone" if new is None else "new", shown, first, second)
    elif first != second:
        yield Fact(
            "risk", "grade", _verdict(rising(second, first)) if first and second else "changed", new, first, second
        )
    elif risk_level(new.likelihood, new.consequence) == "high":
        yield Fact("risk", "grade", "level", new, first, second)


def _pattern(old: ChosenPattern | None, new: ChosenPattern | None) -> Iterator[Fact]:
    shown = new or old
    if shown is None:
        return
    if old is None or new is None:
        yield Fact("pattern", "whole", "gone" if new is None else "new", shown)
        return
    first, second = old.assessment, new.assessment
    if first.readiness.step != second.readiness.step:
        steps = first.readiness.step, second.readiness.step
        verdict = _verdict(rising(steps[0], steps[1])) if steps[0] and steps[1] else "changed"
        yield Fact("readiness", "readiness", verdict, new, *steps)
    if first.relevance.step != second.relevance.step:
        yield Fact("readiness", "relevance", "changed", new, first.relevance.step, second.relevance.step)


def leading(facts: Sequence[Fact], most: int) -> _Made:
    """The facts with those first that are to be seen first, so many at the most: of each theme in turn the next one. All of them are
    there, and each part by theme."""
    waiting = {theme: [fact for fact in facts if fact.theme == theme] for theme in THEMES}
    first: list[Fact] = []
    while len(first) < min(most, len(facts)):
        for queue in waiting.values():
            if queue and len(first) < most:
                first.append(queue.pop(0))
    seen = {id(fact) for fact in first}
    return (*(fact for fact in facts if id(fact) in seen), *(fact for queue in waiting.values() for fact in queue))


def latest(kpi: Kpi, day: date) -> DatedValue | None:
    """A KPI's latest value by a day."""
    return max((value for value in kpi.values if value.on <= day), key=lambda value: value.on, default=None)


def _status(action: Action | None) -> str | None:
    return action.status if action else None


def _value(value: DatedValue | None) -> Decimal | None:
    return value.value if value else None


def _verdict(course: Course) -> Verdict:
    return "changed" if course == "open" else course
