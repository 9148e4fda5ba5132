"""What each audience is shown in the time it has: which slides stand in the main part, in which order, and which go to the backup."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from app.compose.kinds import Kind, Part
from app.compose.slides import KINDS
from app.compose.slides.readiness import gap
from app.compose.storyline import SlideKind
from app.compose.telling import Telling
from app.compose.timing import time_of
from app.model.base import Id
from app.model.project import Audience
from app.model.ratings import risk_value

#: What a slide is, and the pattern or action that it is about.
Subject = tuple[SlideKind, Id]


@dataclass(frozen=True, slots=True)
class Preset:
    """What an audience wants to see. `turns` are the kinds in the order in which they are let in while there is room (a kind named
    again brings its next slide; what is not named comes last), `told` those that are told first, in this order, and `parts` the
    parts of the tracker where they are not the usual ones."""

    turns: tuple[SlideKind, ...]
    told: tuple[SlideKind, ...] = ()
    parts: Mapping[SlideKind, Part] = field(default_factory=dict[SlideKind, Part])


_BOARD: Final[tuple[SlideKind, ...]] = (
    "cover", "summary", "decisions", "since", "options", "investment", "risks", "roadmap", "pattern", "recommendation",
    "status", "why-now", "next-steps", "recommendation", "pattern", "readiness", "priorities", "organisation", "kpis",
    "recommendation", "pattern",
)  # fmt: skip
_AUDIT: Final = Preset(
    turns=(
        "cover", "summary", "risks", "since", "organisation", "decisions", "recommendation", "kpis", "investment",
        "status", "pattern", "next-steps", "recommendation", "pattern", "readiness", "roadmap", "recommendation", "pattern",
        "options",
    ),
    told=(
        "cover", "summary", "decisions", "since", "risks", "recommendation", "status", "organisation", "pattern",
        "readiness", "kpis",
    ),
    parts={
        "risks": "risk", "recommendation": "risk",
        "organisation": "control", "pattern": "control", "readiness": "control", "kpis": "control",
    },
)  # fmt: skip
PRESETS: Final[Mapping[Audience, Preset]] = {
    "ten-minutes": Preset(_BOARD),
    "half-hour": Preset(_BOARD),
    "full-review": Preset(_BOARD),
    "audit": _AUDIT,
}


def kinds_told(audience: Audience) -> tuple[Kind, ...]:
    """Every kind of slide in the order in which the audience is told them."""
    first = PRESETS[audience].told
    return tuple(sorted(KINDS, key=lambda kind: first.index(kind.name) if kind.name in first else len(first)))


def members_told(telling: Telling, kind: Kind) -> tuple[Id, ...]:
    """What a kind's slides are about, in the order in which the audience is told them: an audit hears of the gravest first."""
    members = kind.members(telling)
    if telling.audience != "audit" or len(members) < 2:
        return members
    return tuple(sorted(members, key=lambda key: _rank(telling, (kind.name, key))))


def part_told(audience: Audience, kind: Kind) -> Part | None:
    """The part of the tracker that a kind belongs to before the audience."""
    return PRESETS[audience].parts.get(kind.name) or kind.part


def main_slides(telling: Telling, subjects: Iterable[Subject]) -> frozenset[Subject]:
    """Those of the slides that stand in the main part: as many as the time holds, the most relevant of each kind first."""
    waiting: dict[SlideKind, list[Subject]] = {}
    for subject in subjects:
        waiting.setdefault(subject[0], []).append(subject)
    for members in waiting.values():
        members.sort(key=lambda subject: _rank(telling, subject))
    rest: list[SlideKind] = [kind for kind, members in waiting.items() for _ in members]
    turns: tuple[SlideKind, ...] = (*PRESETS[telling.audience].turns, *rest)
    found = [waiting[kind].pop(0) for kind in turns if waiting.get(kind)]
    return frozenset(found[: time_of(telling).room])


def _rank(telling: Telling, subject: Subject) -> tuple[Decimal, ...]:
    """How early a slide comes among those of its kind: the lowest first."""
    kind, key = subject
    if kind == "pattern":
        return _pattern_rank(telling, key)
    return _action_rank(telling, key) if kind == "recommendation" else ()


def _pattern_rank(telling: Telling, key: Id) -> tuple[Decimal, ...]:
    """What means most and has the widest gap; for an audit what is about governance, then what the gravest risks belong to."""
    chosen = telling.patterns[key]
    meaning = (-Decimal(chosen.assessment.relevance.step or 0), -Decimal(gap(chosen)))
    if telling.audience != "audit":
        return meaning
    grave = max((_gravest(telling, action.id) for action in telling.project.actions_of(key)), default=0)
    return (Decimal("governance" not in chosen.pattern.themes), -Decimal(grave), *meaning)


def _action_rank(telling: Telling, key: Id) -> tuple[Decimal, ...]:
    """What is not done yet and belongs to what means most, the dearest first; for an audit what the gravest risks belong to."""
    action = telling.by_id[key]
    chosen = telling.patterns.get(action.chosen or "")
    relevance = chosen.assessment.relevance.step or 0 if chosen else 0
    grave = _gravest(telling, key) if telling.audience == "audit" else 0
    return (Decimal(action.status == "done"), -Decimal(grave), -Decimal(relevance), -telling.sums(action).cost)


def _gravest(telling: Telling, action: Id) -> int:
    """The value of the gravest risk of an action; 0 without one."""
    values = (risk_value(risk.likelihood, risk.consequence) for risk in telling.risks if risk.action == action)
    return max(values, default=0)
