"""What random projects know of their figures: rates, currencies, standings, where amounts were read, and texts that mention them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from random import Random
from typing import Final, TypeVar, cast

from app.model.base import Id, text
from app.model.mentions import COMPUTED, OF_ROW, OF_WHOLE, mention, mention_of
from app.model.money import CostLine, MoneyHabits, Origin, RateHabits, Reconciled
from app.model.project import Action, Alternative, Decision, Figure, Project

_READ: Final = date(2027, 5, 3)
_YEARS: Final = range(2024, 2031)
_Owner = TypeVar("_Owner", Action, Alternative)


def with_figures(project: Project, draw: Random) -> Project:
    """The project with all that figures can have; now and then it has none of it."""
    if not draw.randrange(4):
        return project
    organisation = project.organisation.model_copy(update={"rates": _rates(draw), "money": _money(draw)})
    project = project.model_copy(
        update={
            "organisation": organisation,
            "actions": tuple(_with_lines(action, draw) for action in project.actions),
            "alternatives": tuple(_with_lines(way, draw) for way in project.alternatives),
            "figures": tuple(_figure(figure, draw) for figure in project.figures),
            "decisions": tuple(_decision(decision, project.actions, draw) for decision in project.decisions),
        }
    )
    return project if draw.randrange(3) else _mentioning(project, draw)


def _rates(draw: Random) -> RateHabits:
    return RateHabits(
        discount=draw.choice((None, Decimal(0), Decimal("3.5"), Decimal("8.25"))),
        internal=draw.choice((None, Decimal(0), Decimal("2.5"))),
        depreciation_years=draw.choice((None, 1, 5, 33)),
        price_level=draw.choice((None, *_YEARS)),
    )


def _money(draw: Random) -> MoneyHabits:
    return MoneyHabits(unit=draw.choice(("mkr", "mnkr", "code")), negative=draw.choice(("minus", "parentheses")))


def _origin(draw: Random) -> Origin:
    sheet, place = draw.choice(
        (("", "B4"), ("Drift", "D14"), ("Åtgärder & effekter", "Drift_2028"), ("Blad1", "B3:F3"))
    )
    return Origin(
        file=draw.choice(("Kalkyl.xlsx", "budget 2027.csv")), sheet=sheet, place=place, read=_READ, sha256="0" * 64
    )


def _reconciled(draw: Random) -> Reconciled | None:
    return Reconciled(by=draw.choice(("L. Borg", "")), on=draw.choice((None, _READ))) if draw.randrange(2) else None


def _with_lines(owner: _Owner, draw: Random) -> _Owner:
    return owner.model_copy(update={"lines": tuple(_line(line, draw) for line in owner.lines)})


def _line(line: CostLine, draw: Random) -> CostLine:
    currency = draw.choice((None, None, "EUR", "USD"))
    changes: Mapping[str, object] = {
        "currency": currency,
        "rate": draw.choice((None, Decimal("0.000001"), Decimal("11.2345"))) if currency else None,
        "recurrence": draw.choice((None, "one-off", "recurring")),
        "price_level": draw.choice((None, *_YEARS)),
        "depreciation_years": draw.choice((None, None, 1, 100)),
        "funding": text(draw.choice(("", "Inom ram", "Statsbidrag *och* egen ram"))),
        "budget_owner": draw.choice(("", "Ekonomichefen")),
        "reconciled": _reconciled(draw),
        "origins": {year: _origin(draw) for year in line.amounts if draw.randrange(2)},
    }
    return line.model_copy(update=changes)


def _figure(figure: Figure, draw: Random) -> Figure:
    changes: Mapping[str, object] = {
        "recurrence": draw.choice((None, "one-off", "recurring")),
        "funding": text(draw.choice(("", "Inom ram"))),
        "budget_owner": draw.choice(("", "Ekonomichefen")),
        "reconciled": _reconciled(draw),
        "origin": _origin(draw) if draw.randrange(2) else None,
    }
    return figure.model_copy(update=changes)


def _decision(decision: Decision, actions: tuple[Action, ...], draw: Random) -> Decision:
    carried = draw.sample(actions, min(len(actions), draw.choice((0, 0, 1, 3))))
    return decision.model_copy(update={"actions": tuple(action.id for action in carried)})


def _mentioning(project: Project, draw: Random) -> Project:
    """The project with a figure at the end of every text of its own, drawn anew for each."""
    lines = [line.id for action in project.actions for line in action.lines]
    names: list[str] = [*COMPUTED, *OF_WHOLE, *(figure.id for figure in project.figures), f"{1:032x}"]
    names += [mention_of(_one(project.actions, draw), part) for part in COMPUTED if project.actions]
    names += [mention_of(draw.choice(lines), part) for part in OF_ROW if lines]
    data = _ending(project.model_dump(mode="json", by_alias=True), names, draw)
    return Project.model_validate(data)


def _one(members: tuple[Action, ...], draw: Random) -> Id:
    return draw.choice(members).id


def _ending(part: object, names: list[str], draw: Random) -> object:
    if isinstance(part, list):
        return [_ending(one, names, draw) for one in cast("list[object]", part)]
    if not isinstance(part, dict):
        return part
    entries = cast("dict[str, object]", part)
    if entries and entries.keys() <= {"sv", "en"}:
        return {lang: f"{wording} {mention(draw.choice(names))}" for lang, wording in entries.items()}
    return {
        key: value if key in ("pattern", "label") else _ending(value, names, draw) for key, value in entries.items()
    }
