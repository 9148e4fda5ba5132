"""Graphics as blocks: charts, timelines, matrices and what else is drawn from values. Each is described for who cannot see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from app.model.base import FieldPath
from app.model.rich import Para, Rich
from app.model.tables import Row


@dataclass(frozen=True, slots=True)
class Gauge:
    """A value on the scale from 1 to 5: relevance (no target) or readiness (today and target). `reading` says it in words."""

    id: FieldPath
    label: Para
    reading: Para
    today: int | None
    target: int | None = None
    low: Para = Para()
    high: Para = Para()
    note: Para = Para()
    kind: Literal["bar", "track"] = "bar"


@dataclass(frozen=True, slots=True)
class Series:
    """A chart's series: values by category in the chart's unit, with the labels as shown.

    `role` says what it means: "ours" is the accent, "second" and "third" the rest, "reduction" is drawn hollow below zero."""

    name: Para
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...]
    role: Literal["ours", "second", "third", "reduction"] = "ours"


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked columns over years, costs above zero and reductions below, with a total above each column."""

    id: FieldPath
    caption: Para
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    totals: tuple[str, ...]
    unit: str
    alt: str
    above: Para = Para()
    below: Para = Para()


@dataclass(frozen=True, slots=True)
class Bar:
    """An action on the timeline. `state`: "done", "critical" (decides the end), "planned"."""

    id: FieldPath
    name: Para
    start: date
    end: date
    state: Literal["done", "critical", "planned"]
    after: tuple[FieldPath, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone or a decision point on the timeline."""

    id: FieldPath
    name: Para
    on: date


@dataclass(frozen=True, slots=True)
class Lanes:
    """A group of bars under a common name."""

    id: FieldPath
    name: Para
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Actions over quarters. `start` and `end` are first days of quarters; `quarters` labels each ("Kv 1"), `years` each year's start.

    `keys` label the states: done, critical, planned, decision point, dependency."""

    id: FieldPath
    start: date
    end: date
    years: tuple[tuple[date, str], ...]
    quarters: tuple[tuple[date, str], ...]
    lanes: tuple[Lanes, ...]
    marks: tuple[Mark, ...]
    today: date | None
    keys: Mapping[str, Para]
    alt: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A numbered risk or action at a place on two scales from 1 to 5. `leading` dots are the ones that the title is about."""

    id: FieldPath
    number: str
    x: int
    y: int
    leading: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """Two scales from 1 to 5 with numbered dots; the table beside it names them.

    `risk` shades by severity and has the zones "low", "medium" and "high"; `plain` tints what is as good as its leading dots, and
    names the corner of most y for least x in the zone "most", the opposite one in "least"."""

    id: FieldPath
    kind: Literal["risk", "plain"]
    x_label: Para
    y_label: Para
    zones: Mapping[str, Para]
    dots: tuple[Dot, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Alternatives by criteria. `options` are the heads; one of them may be recommended; a cell says its rating in words."""

    id: FieldPath
    corner: Para
    options: tuple[Para, ...]
    recommended: int | None
    recommended_label: Para
    rows: tuple[Row, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A pattern's readiness today and target on the scale, in the band of its relevance. `notes` say why, the most telling first;
    `leading` lanes have the widest gap."""

    id: FieldPath
    name: Para
    relevance: int | None
    today: int | None
    target: int | None
    gap: Para = Para()
    notes: Rich = ()
    leading: bool = False


@dataclass(frozen=True, slots=True)
class Readiness:
    """Where we stand: patterns by relevance, today to target. `heads`: relevance, pattern, gap; `steps`: the five steps' names."""

    id: FieldPath
    heads: tuple[Para, Para, Para]
    scale: Para
    steps: tuple[Para, ...]
    keys: tuple[Para, Para]
    lanes: tuple[Lane, ...]
    alt: str


#: How a KPI stands against its plan; "open" where it cannot be said yet.
Standing = Literal["ahead", "on-plan", "behind", "reached", "open"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A KPI from start to target. `planned` and `reached` are shares of that way (0 to 1): where the plan has it on the day of the
    latest value, and where that value is; None where it is not known. `standing` is said in words in `verdict`."""

    id: FieldPath
    name: Para
    owner: Para
    latest: Para
    dated: Para
    start: Para
    target: Para
    due: Para
    planned: float | None
    reached: float | None
    standing: Standing
    verdict: Para
    detail: Para = Para()


@dataclass(frozen=True, slots=True)
class Measures:
    """KPIs against their plan. `heads`: KPI and owner, latest, start, way, target, against the plan; `keys`: plan, outcome."""

    id: FieldPath
    heads: tuple[Para, Para, Para, Para, Para, Para]
    keys: tuple[Para, Para]
    rows: tuple[Measure, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Involvement:
    """What one party does in a task, as a verb; empty where it does nothing. `lacks` says that nobody does what must be done."""

    text: Para = Para()
    kind: Literal["decides", "answers", "takes-part", "lacks"] = "takes-part"


@dataclass(frozen=True, slots=True)
class Task:
    """A task with the part of each party, in the order of the heads."""

    id: FieldPath
    name: Para
    parts: tuple[Involvement, ...]


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who decides and who answers: tasks in groups, by party. `bodies` of the heads, the first ones, are of bodies that meet."""

    id: FieldPath
    corner: Para
    heads: tuple[Para, ...]
    bodies: int
    groups: tuple[tuple[Para, tuple[Task, ...]], ...]
    alt: str


#: How things went: `other` where that is neither better nor worse.
Course = Literal["better", "level", "worse", "new", "other"]


@dataclass(frozen=True, slots=True)
class BalancePart:
    """How many things went one way, and what that way is called."""

    course: Course
    count: int
    label: Para


@dataclass(frozen=True, slots=True)
class Balance:
    """How many things went which way, as parts of one bar."""

    id: FieldPath
    parts: tuple[BalancePart, ...]
    alt: str
