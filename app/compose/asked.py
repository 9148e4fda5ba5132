"""The decisions asked for, grouped by the body that takes them and numbered through."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from app.compose.bodies import head
from app.compose.figures import shown_parts
from app.compose.secrecy import leaves_out_of
from app.compose.telling import Telling
from app.model.base import Id
from app.model.blocks import Ask, DecisionPoint, Decisions, KeyFigure
from app.model.project import Decision, Meeting
from app.model.rich import Para, Rich


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


def amounts_asked(telling: Telling) -> tuple[Decimal, Decimal]:
    """What is asked for: running cost and investment. Nothing where a public version leaves decisions out, since the sum would be
    another than what is asked for."""
    sums = {"running": Decimal(0), "investment": Decimal(0)}
    if leaves_out_of(telling, "decisions"):
        return sums["running"], sums["investment"]
    for decision in telling.decisions:
        sums[decision.amount_kind] += decision.amount or 0
    return sums["running"], sums["investment"]


def decisions_block(telling: Telling) -> Decisions:
    """The decisions as a table under its six heads."""
    words = ("number", "decision", "amount", "owner", "due", "consequence")
    heads = tuple(telling.word(f"decisions.head.{word}", unit=telling.unit) for word in words)
    with_amount = {decision.id: decision.amount for decision in telling.decisions if decision.amount}
    found = shown_parts(telling.project.organisation.scale, tuple(with_amount.values()))
    shown = {
        key: telling.amount(amount, found.decimals) for key, amount in zip(with_amount, found.parts[0], strict=True)
    }
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
    running, investment = amounts_asked(telling)
    if not running + investment:
        return None
    return KeyFigure(
        id="decisions",
        label=telling.word("decisions.asked-now"),
        value=telling.plain(telling.money(running + investment)),
        detail=telling.plain(telling.split(running, investment)),
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
