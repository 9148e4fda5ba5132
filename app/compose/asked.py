"""The decisions asked for, grouped by the body that takes them and numbered through."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from app.compose.bodies import head
from app.compose.secrecy import leaves_out_of
from app.compose.telling import Telling
from app.language.places import shown_parts
from app.model.base import Id
from app.model.blocks import Ask, DecisionPoint, Decisions, KeyFigure
from app.model.money import CostKind
from app.model.project import Decision, Meeting
from app.model.rich import Para, Rich
from app.model.totals import ZERO


@dataclass(frozen=True, slots=True)
class AskedGroup:
    """What one body is asked to decide: how its decisions begin, and each decision with its number."""

    meeting: Meeting | None
    head: Para
    points: tuple[tuple[str, Decision], ...]


def asked(telling: Telling) -> tuple[AskedGroup, ...]:
    """The decisions by body, in the order in which the bodies first come."""
    meetings = {meeting.id: meeting for meeting in telling.project.matter.route}
    groups: dict[Id, list[Decision]] = {}
    for decision in telling.decisions:
        meeting = telling.body_of(decision)
        groups.setdefault(meeting.id if meeting else "", []).append(decision)
    bodies = tuple(meetings[key] for key in groups if key)
    found: list[AskedGroup] = []
    number = 0
    for key, decisions in groups.items():
        points = tuple((str(number + index), decision) for index, decision in enumerate(decisions, start=1))
        number += len(points)
        meeting = meetings.get(key)
        found.append(AskedGroup(meeting, head(telling, meeting, bodies), points))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class AmountsAsked:
    """What is asked for as it is shown: each decision's amount, their sum, and the parts of it by kind, which add up to it."""

    each: Mapping[Id, str]
    total: Decimal
    decimals: int
    running: str
    investment: str


def amounts_asked(telling: Telling) -> AmountsAsked:
    """What is asked for. No sum where a public version leaves decisions out, since it would be another than what is asked for."""
    asking = [decision for decision in telling.decisions if decision.amount]
    found = shown_parts(telling.project.organisation.scale, [decision.amount or ZERO for decision in asking])
    amounts = dict(zip((decision.id for decision in asking), found.parts[0], strict=True))
    by_kind: dict[CostKind, Decimal] = {"running": ZERO, "investment": ZERO}
    if not leaves_out_of(telling, "decisions"):
        for decision in asking:
            by_kind[decision.amount_kind] += amounts[decision.id]
    running, investment = (telling.amount(part, found.decimals) if part else "" for part in by_kind.values())
    each = {key: telling.amount(amount, found.decimals) for key, amount in amounts.items()}
    return AmountsAsked(each, sum(by_kind.values(), ZERO), found.decimals, running, investment)


def decisions_block(telling: Telling) -> Decisions:
    """The decisions as a table under its six heads."""
    words = ("number", "decision", "amount", "owner", "due", "consequence")
    heads = tuple(telling.word(f"decisions.head.{word}", unit=telling.unit) for word in words)
    shown = amounts_asked(telling).each
    groups = tuple(
        (group.head, tuple(_point(telling, number, decision, shown) for number, decision in group.points))
        for group in asked(telling)
    )
    return Decisions("decisions", heads, groups)


def _point(telling: Telling, number: str, decision: Decision, amounts: Mapping[Id, str]) -> DecisionPoint:
    amount = amounts.get(decision.id)
    return DecisionPoint(
        id=f"decisions/{decision.id}",
        number=number,
        text=telling.said(decision.text),
        amount=telling.plain(amount or "–"),
        amount_detail=telling.plain(telling.cost_kind(decision.amount_kind)) if amount else Para(),
        owner=telling.plain(decision.owner),
        due=telling.day(decision.due),
        consequence=telling.said(decision.consequence),
    )


def ask_block(telling: Telling) -> Ask:
    """The decisions in short, with the sum asked for."""
    groups = tuple(
        (
            group.head,
            tuple(
                (f"decisions/{decision.id}", number, telling.said(decision.text)) for number, decision in group.points
            ),
        )
        for group in asked(telling)
    )
    return Ask("decisions", groups, _total(telling))


def _total(telling: Telling) -> KeyFigure | None:
    found = amounts_asked(telling)
    if not found.total:
        return None
    return KeyFigure(
        id="decisions",
        label=telling.word("decisions.asked-now"),
        value=telling.plain(telling.money(found.total, found.decimals)),
        detail=telling.plain(telling.split(found.running, found.investment)),
    )


def minutes_text(telling: Telling) -> Rich:
    """The text proposed for the minutes: the same words as the decisions, under each body's beginning."""
    lines: list[Para] = []
    for group in asked(telling):
        lines.append(_bold(group.head))
        lines += [
            Para(telling.said(decision.text).spans, marker=f"{number}.")
            for number, decision in group.points
            if decision.text
        ]
    return tuple(lines)


def _bold(text: Para) -> Para:
    return replace(text, spans=tuple(replace(span, bold=True) for span in text.spans))
