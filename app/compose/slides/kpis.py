"""KPIs: where each stands on its way from start to target, against the plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.since import latest
from app.compose.spoken import cue, notes
from app.compose.telling import Telling
from app.language.format import format_number
from app.model.base import Id
from app.model.graphics import Measure, Measures, Standing
from app.model.project import Action, DatedValue, Kpi
from app.model.rich import Para, Span
from app.model.tables import Cell, Column, Row, Table

#: A value that is off its plan by less than this share of the way from start to target is on plan.
_TOLERANCE: Final = 0.05
#: A longer name does not go into a title.
_LONGEST_NAME: Final = 60
#: A unit of so few letters does not stand on a line of its own.
_SHORT: Final = 5

Verdict = Literal["ahead", "on-plan", "behind", "reached", "unmeasured", "not-begun", "no-plan"]
_COMPARED: Final = ("ahead", "on-plan", "behind", "reached")
_ORDER: Final[tuple[Verdict, ...]] = ("behind", "ahead", "on-plan", "reached", "unmeasured", "no-plan", "not-begun")


@dataclass(frozen=True, slots=True)
class Followed:
    """A KPI with its action, its latest value by the day of the export, and that day or the value's own."""

    action: Action
    kpi: Kpi
    latest: DatedValue | None
    today: date

    @property
    def reached(self) -> float | None:
        """The share of the way from start to target that the latest value has covered; None when it cannot be said."""
        return self._share(self.latest.value) if self.latest else None

    def _share(self, value: Decimal) -> float | None:
        start, target = self.kpi.baseline, self.kpi.target
        if start is None or target is None or start == target:
            return None
        return float((value - start) / (target - start))

    @property
    def planned(self) -> float | None:
        """The share that an even pace from the action's start to the target's date gives on the day of the latest value."""
        start, end = self.action.start, self.kpi.target_date or self.action.due
        if start is None or end is None or self._share(Decimal(0)) is None:
            return None
        day = self.latest.on if self.latest else self.today
        return min(max((day - start).days / max((end - start).days, 1), 0.0), 1.0)

    @property
    def verdict(self) -> Verdict:
        """How the KPI stands against its plan."""
        if self.latest is None:
            begun = self.action.start is None or self.action.start <= self.today
            return "unmeasured" if begun else "not-begun"
        reached, planned = self.reached, self.planned
        if (reached is not None and reached >= 1) or self.latest.value == self.kpi.target:
            return "reached"
        if reached is None or planned is None:
            return "no-plan"
        off = reached - planned
        return "on-plan" if abs(off) <= _TOLERANCE else "ahead" if off > 0 else "behind"


def followed(telling: Telling) -> tuple[Followed, ...]:
    """The KPIs of live actions that have a target: those behind their plan first, those that have not begun last."""
    found = (Followed(action, kpi, latest(kpi, telling.today), telling.today) for action, kpi in _aimed(telling))
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.verdict)))


def _aimed(telling: Telling) -> Iterator[tuple[Action, Kpi]]:
    """The KPIs of live actions that have a target."""
    return ((action, kpi) for action in telling.actions for kpi in action.kpis if kpi.target is not None)


def _members(telling: Telling) -> tuple[Id, ...]:
    return ONLY if any(_aimed(telling)) else NONE


def _made(telling: Telling, _key: Id) -> Title:
    return Title("actions", telling.plain(_sentence(telling)))


def _sentence(telling: Telling) -> str:
    every = followed(telling)
    compared = tuple(one for one in every if one.verdict in _COMPARED)
    if not compared:
        key = "listed" if any(one.latest for one in every) else "unmeasured"
        return telling.words(f"kpis.title.{key}", n=len(every), capital=telling.capital(len(every)))
    rest = sum(1 for one in every if one.latest is None)
    ending = telling.words("kpis.title.rest", n=rest, count=telling.count(rest)) if rest else ""
    return _standing(telling, compared) + ending


def _standing(telling: Telling, compared: tuple[Followed, ...]) -> str:
    """How many of the KPIs that can be compared are behind their plan; which one, when it is one."""
    behind = tuple(one for one in compared if one.verdict == "behind")
    count = telling.count(len(compared))
    if not behind:
        return telling.words(f"kpis.title.{ {1: 'one', 2: 'both'}.get(len(compared), 'all') }", count=count)
    name = telling.own(behind[0].kpi.name)
    if len(behind) == 1 and name and len(name) <= _LONGEST_NAME:
        return telling.words("kpis.title.behind-named", name=name)
    key = "all-behind" if len(behind) == len(compared) else "behind"
    return telling.words(f"kpis.title.{key}", n=len(behind), count=count, capital=telling.capital(len(behind)))


def _body(telling: Telling, _key: Id) -> Body:
    return Body(
        blocks=(measures(telling),),
        takeaway=_takeaway(telling),
        takeaway_id="actions",
        source=telling.word("kpis.source"),
        notes=notes(telling, _say(telling)),
    )


def measures(telling: Telling) -> Measures:
    """The KPIs with start, target, latest value and plan."""
    name, latest, start, way, target, verdict = (
        telling.word(f"kpis.head.{head}") for head in ("name", "latest", "start", "way", "target", "verdict")
    )
    rows = tuple(_measure(telling, one) for one in followed(telling))
    return Measures(
        id="actions",
        heads=(name, latest, start, way, target, verdict),
        keys=(telling.word("kpis.plan"), telling.word("kpis.outcome")),
        rows=rows,
        alt=f"{_sentence(telling)}. {'; '.join(_alt_row(telling, row) for row in rows)}.",
    )


def table(telling: Telling) -> Table:
    """The KPIs as a table, for who reads rather than looks: start, latest value, target, and how it stands to the plan."""
    shown = measures(telling)
    name, latest, start, _, target, verdict = shown.heads
    columns = (Column(name, 2.6), Column(start, 1.0), Column(latest, 1.2), Column(target, 1.2), Column(verdict, 1.4))
    rows = tuple(
        Row(
            one.id,
            (
                Cell(one.name, below=one.owner),
                Cell(one.start),
                Cell(one.latest, below=one.dated),
                Cell(one.target, below=one.due),
                Cell(one.verdict, below=one.detail),
            ),
        )
        for one in shown.rows
    )
    return Table("actions/kpis", telling.word("kpis.table"), columns, rows, shown.alt)


def _measure(telling: Telling, one: Followed) -> Measure:
    kpi, latest, due = one.kpi, one.latest, one.kpi.target_date or one.action.due
    standing: Standing = one.verdict if one.verdict in ("ahead", "on-plan", "behind", "reached") else "open"
    return Measure(
        id=f"actions/{one.action.id}/kpis/{kpi.id}",
        name=kpi_name(telling, kpi),
        owner=telling.plain(one.action.owner) or telling.word("kpis.no-owner"),
        latest=kpi_value(telling, latest.value if latest else None),
        dated=telling.day(latest.on if latest else None),
        start=kpi_value(telling, kpi.baseline),
        target=kpi_value(telling, kpi.target),
        due=telling.day(due),
        planned=one.planned if latest else None,
        reached=one.reached,
        standing=standing,
        verdict=telling.word(f"kpis.verdict.{one.verdict}"),
        detail=_detail(telling, one),
    )


def kpi_name(telling: Telling, kpi: Kpi) -> Para:
    """The KPI with its unit: "Systemkostnad per invånare, kr". A short unit stays on the line of the last word."""
    name, unit = telling.said(kpi.name), telling.said(kpi.unit)
    if not unit:
        return name
    gap = ",\u00a0" if len(unit.plain) <= _SHORT else ", "
    return Para((*name.spans, Span(gap, telling.lang), *unit.spans))


def kpi_value(telling: Telling, value: Decimal | None) -> Para:
    """A value as it stands in tables; a dash without one."""
    return telling.plain("–" if value is None else format_number(value, telling.lang))


def _detail(telling: Telling, one: Followed) -> Para:
    """What the plan says where the value is off it; when a KPI that has not begun begins."""
    if one.verdict == "not-begun" and one.action.start:
        return telling.word("kpis.begins", day=telling.when(one.action.start, "abbr"))
    start, target, planned = one.kpi.baseline, one.kpi.target, one.planned
    if one.verdict not in ("ahead", "behind") or start is None or target is None or planned is None:
        return Para()
    decimals = max((-int(value.as_tuple().exponent) for value in (start, target)), default=0)
    value = start + (target - start) * Decimal(str(planned))
    return telling.word("kpis.planned", value=format_number(value, telling.lang, max(decimals, 0)))


def _alt_row(telling: Telling, row: Measure) -> str:
    return telling.words(
        "kpis.alt-row", name=row.name.plain, latest=row.latest.plain, start=row.start.plain,
        target=row.target.plain, verdict=row.verdict.plain,
    )  # fmt: skip


def _takeaway(telling: Telling) -> Para:
    """Who answers for what is behind its plan."""
    behind = (one.action.owner for one in followed(telling) if one.verdict == "behind")
    owners = tuple(dict.fromkeys(owner for owner in behind if owner))
    return telling.word("kpis.takeaway", owners=telling.listed(owners)) if owners else Para()


def _say(telling: Telling) -> Iterator[Para]:
    yield telling.word("kpis.say.opening")
    for one in followed(telling):
        if one.verdict == "behind":
            owner = one.action.owner
            key = "kpis.say.behind" if owner else "kpis.say.behind-unowned"
            yield cue(telling, kpi_name(telling, one.kpi), telling.word(key, owner=owner))


KIND = Kind("kpis", "delivery", _members, _body, _made)
