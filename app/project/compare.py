"""What became of a project from one state to another, by meaning: each change under its topic, with the course that it took.

Every field that differs is covered by exactly one change; `Change.paths` names those that it covers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal, cast, get_args

from app.model.base import FieldPath
from app.model.project import Action, ActionStatus, Kpi, Outcome, Project, Risk
from app.model.ratings import risk_value
from app.model.totals import Totals, totals
from app.project import edits
from app.project.changes import changed_paths
from app.project.edits import NoSuchPlace
from app.project.paths import keys_of

Topic = Literal[
    "decision", "action", "cost", "kpi", "risk", "assessment", "pattern", "alternative", "figure", "text", "route",
    "storyline", "setting",
]  # fmt: skip
TOPICS: Final[tuple[Topic, ...]] = get_args(Topic)
#: `late`: nothing was written, but its day has passed.
ChangeKind = Literal["added", "removed", "changed", "moved", "late"]
#: Whether what changed is good news; `open` where that is not for a program to say.
Course = Literal["better", "worse", "level", "open"]

#: How far on an action is.
_STATUS: Final[Mapping[ActionStatus, int]] = {"stopped": -1, "proposed": 0, "planned": 1, "ongoing": 2, "done": 3}
#: What is told as a whole, whichever of its fields changed.
_GATHERED: Final = re.compile(
    r"(patterns/[^/]+/pattern|(?:actions|alternatives)/[^/]+/lines|decisions/[^/]+/outcome|actions/[^/]+/kpis/[^/]+"
    r"|patterns/[^/]+/evidence/[^/]+|(?:storyline|checks|organisation)/[^/]+|secrecy|assets)(?:/|$)"
)
#: The topic of a path: the first whose pattern it begins with.
_BY_PATH: Final = tuple(
    (re.compile(pattern), topic)
    for pattern, topic in (
        ("decisions", "decision"),
        (r"(actions|alternatives)/[^/]+/lines", "cost"),
        (r"actions/[^/]+/kpis", "kpi"),
        (r"(patterns|actions|risks)/[^/]+/(.*/)?(title|what|message|meaning|reason|risk|treatment)(/|$)", "text"),
        ("risks", "risk"),
        (r"patterns/[^/]+/assessment", "assessment"),
        ("matter/route", "route"),
        ("matter", "text"),
        ("patterns", "pattern"),
        ("actions", "action"),
        ("alternatives|criteria|recommended", "alternative"),
        ("figures", "figure"),
        ("storyline", "storyline"),
    )
)
#: What is no content: what was typed and is not valid, and the editions themselves.
_UNTOLD: Final = frozenset({"drafts", "editions"})


@dataclass(frozen=True, slots=True)
class Change:
    """Something that changed: where, how, in which topic, and whether for better or worse.

    `paths` are the fields that it covers: several where they tell one thing together, as a risk's likelihood and consequence do."""

    path: FieldPath
    kind: ChangeKind
    topic: Topic
    course: Course = "open"
    paths: tuple[FieldPath, ...] = ()


def compare(before: Project, after: Project) -> tuple[Change, ...]:
    """All that changed from one state to the other, topic by topic, in the order in which the later project has it."""
    found: dict[FieldPath, list[FieldPath]] = {}
    for path in sorted(_told_paths(before, after)):
        found.setdefault(_gathered(path), []).append(path)
    changes = (_change(path, tuple(paths), before, after) for path, paths in found.items())
    places = {**_places(before), **_places(after)}
    return tuple(sorted(changes, key=lambda change: (TOPICS.index(change.topic), _place(change.path, places))))


def fallen_late(project: Project, since: date, today: date) -> tuple[Change, ...]:
    """The actions whose last day passed after `since` and before `today` without their being done."""
    return tuple(
        Change(f"actions/{action.id}/due", "late", "action", "worse")
        for action in project.actions
        if action.due and since <= action.due < today and action.status not in ("done", "stopped")
    )


def latest(kpi: Kpi) -> Decimal | None:
    """The value of the last day that has one."""
    return max(kpi.values, key=lambda value: value.on).value if kpi.values else None


def found(project: Project, path: FieldPath) -> object:
    """The value at a path; None where the project has no such place."""
    try:
        return edits.get(project, path)
    except NoSuchPlace:
        return None


def _told_paths(before: Project, after: Project) -> Iterator[FieldPath]:
    """The paths that differ. A collection is among them only where its members stand in another order."""
    paths = [path for path in changed_paths(before, after) if path.partition("/")[0] not in _UNTOLD]
    parents = {path.rpartition("/")[0] for path in paths}
    for path in paths:
        if path not in parents or _reordered(found(before, path), found(after, path)):
            yield path


def _reordered(old: object, new: object) -> bool:
    """Whether the members that two states of a collection share stand in another order."""
    if not isinstance(old, tuple) or not isinstance(new, tuple):
        return False
    first, second = keys_of(cast("Sequence[object]", old)), keys_of(cast("Sequence[object]", new))
    return [key for key in first if key in second] != [key for key in second if key in first]


def _gathered(path: FieldPath) -> FieldPath:
    """The path under which a field's change is told: its own, or that of what it belongs to."""
    whole = _GATHERED.match(path)
    return re.sub(r"^(risks/[^/]+)/consequence$", r"\1/likelihood", path) if whole is None else whole[1]


def _change(path: FieldPath, paths: tuple[FieldPath, ...], before: Project, after: Project) -> Change:
    old, new = found(before, path), found(after, path)
    kind: ChangeKind = "changed"
    if path in paths and _reordered(old, new):
        kind = "moved"
    elif (old is None) != (new is None) and _is_member(path):
        kind = "added" if old is None else "removed"
    course = _course(path, before, after) if kind == "changed" else "open"
    return Change(path, kind, _topic(path), course, paths)


def _is_member(path: FieldPath) -> bool:
    """Whether a path leads to a member of a collection, and not to a field of one."""
    parts = path.split("/")
    return len(parts) % 2 == 0 if parts[0] != "matter" else len(parts) == 3


def _topic(path: FieldPath) -> Topic:
    found = (topic for pattern, topic in _BY_PATH if pattern.match(path))
    return cast("Topic", next(found, "setting"))


def _course(path: FieldPath, before: Project, after: Project) -> Course:
    judge = next((judge for pattern, judge in _JUDGED if pattern.fullmatch(path)), None)
    return "open" if judge is None else judge(path, before, after)


def status_course(old: ActionStatus, new: ActionStatus) -> Course:
    """Better when the action is further on."""
    return rising(_STATUS[old], _STATUS[new])


def due_course(old: date | None, new: date | None) -> Course:
    """Better when the day is sooner."""
    return rising(new.toordinal(), old.toordinal()) if old and new else "open"


def cost_course(old: Totals, new: Totals) -> Course:
    """Less cost is better; at the same cost, more effect is."""
    if old.cost != new.cost:
        return rising(new.cost, old.cost)
    return "open" if old.effect == new.effect else rising(old.effect, new.effect)


def kpi_course(kpi: Kpi, old: Decimal | None, new: Decimal | None) -> Course:
    """Whether the value has come nearer to where the target lies."""
    start, target = kpi.baseline, kpi.target
    if old is None or new is None or target is None or start is None or start == target or old == new:
        return "open"
    return rising(old, new) if target > start else rising(new, old)


def _status_course(path: FieldPath, before: Project, after: Project) -> Course:
    return status_course(cast("ActionStatus", found(before, path)), cast("ActionStatus", found(after, path)))


def _due_course(path: FieldPath, before: Project, after: Project) -> Course:
    old, new = (cast("date | None", found(project, path)) for project in (before, after))
    return due_course(old, new)


def _readiness_course(path: FieldPath, before: Project, after: Project) -> Course:
    old, new = found(before, path), found(after, path)
    return rising(old, new) if isinstance(old, int) and isinstance(new, int) else "open"


def _risk_course(path: FieldPath, before: Project, after: Project) -> Course:
    old, new = grade(before, path), grade(after, path)
    return rising(new, old) if old and new else "open"


def _outcome_course(path: FieldPath, _before: Project, after: Project) -> Course:
    outcome = found(after, path)
    good: Mapping[str, Course] = {"approved": "better", "rejected": "worse"}
    return good.get(outcome.kind, "open") if isinstance(outcome, Outcome) else "open"


def totals_at(project: Project, path: FieldPath) -> Totals:
    """The sums of the cost lines at a path, `actions/<id>/lines`."""
    owner = cast("Action | None", found(project, path.rpartition("/")[0]))
    return totals(owner.lines if owner else ())


def _money_course(path: FieldPath, before: Project, after: Project) -> Course:
    return cost_course(totals_at(before, path), totals_at(after, path))


def _kpi_course(path: FieldPath, before: Project, after: Project) -> Course:
    old, new = (cast("Kpi", found(project, path)) for project in (before, after))
    return kpi_course(new, latest(old), latest(new))


def grade(project: Project, path: FieldPath) -> int:
    """How grave the risk is that a path leads into: likelihood times consequence; 0 where it is not assessed."""
    risk = cast("Risk | None", found(project, "/".join(path.split("/")[:2])))
    return risk_value(risk.likelihood, risk.consequence) if risk else 0


def rising(old: Decimal | int, new: Decimal | int) -> Course:
    """Better when the second is the greater."""
    return "level" if old == new else "better" if new > old else "worse"


#: How the changes of fields are judged, by the path under which they are told.
_JUDGED: Final = tuple(
    (re.compile(pattern), judge)
    for pattern, judge in (
        (r"actions/[^/]+/status", _status_course),
        (r"actions/[^/]+/due", _due_course),
        (r"(actions|alternatives)/[^/]+/lines", _money_course),
        (r"actions/[^/]+/kpis/[^/]+", _kpi_course),
        (r"risks/[^/]+/likelihood", _risk_course),
        (r"patterns/[^/]+/assessment/readiness/step", _readiness_course),
        (r"decisions/[^/]+/outcome", _outcome_course),
    )
)


def _places(project: Project) -> Mapping[str, int]:
    """Where each member of the project's collections stands."""
    collections: Sequence[Sequence[object]] = (
        project.decisions, project.patterns, project.actions, project.alternatives, project.risks, project.figures,
    )  # fmt: skip
    return {key: at for members in collections for at, key in enumerate(keys_of(members))}


def _place(path: FieldPath, places: Mapping[str, int]) -> tuple[int, FieldPath]:
    return places.get(path.split("/")[1], len(places)) if "/" in path else len(places), path
