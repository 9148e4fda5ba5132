"""Blocks: what slides and reports say. They carry meaning and the field they came from, never coordinates, fonts or colours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from app.model.base import FieldPath, Lang


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one language. `ref` names a slide by its id: the number stands there once slides are numbered."""

    text: str
    lang: Lang
    bold: bool = False
    italic: bool = False
    href: str | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. `marker` is its list mark: "" for none, "–" for a bullet, else its number ("1.")."""

    spans: tuple[Span, ...] = ()
    marker: str = ""
    level: int = 0

    @property
    def plain(self) -> str:
        """The text without its form."""
        if len(self.spans) == 1:
            return self.spans[0].text
        return "".join(span.text for span in self.spans)

    def __bool__(self) -> bool:
        return any(span.text or span.ref for span in self.spans)


#: A text of several paragraphs.
Rich = tuple[Para, ...]


def para(text: str, lang: Lang, *, bold: bool = False) -> Para:
    """A paragraph of one span; an empty one for an empty text."""
    return Para((Span(text, lang, bold=bold),)) if text else Para()


@dataclass(frozen=True, slots=True)
class Statement:
    """One row of the executive summary: a sentence, what supports it, and the slides that prove it."""

    id: FieldPath
    number: str
    head: Para
    support: Para = Para()
    refs: Para = Para()


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text or a list under a label. `role` says which place it takes on the slide ("what", "why", "meaning", "minutes")."""

    id: FieldPath
    head: Para
    text: Rich
    role: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A value that stands out, with its label above and a detail below. An empty value says in `detail` who fills it."""

    id: FieldPath
    label: Para
    value: Para
    detail: Para = Para()


@dataclass(frozen=True, slots=True)
class Shift:
    """From one logic to another, with a line of gloss under each and what shows it here."""

    id: FieldPath
    from_label: Para
    from_word: Para
    from_gloss: Para
    to_label: Para
    to_word: Para
    to_gloss: Para
    evidence: KeyFigure | None = None


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
class Proposal:
    """An action or advice in a list of what we propose: its name, then lines of detail (due, owner, origin)."""

    id: FieldPath
    head: Para
    details: tuple[Para, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionPoint:
    """A proposed decision with what it costs, who answers, by when, and what happens if it is not taken."""

    id: FieldPath
    number: str
    text: Para
    amount: Para
    amount_detail: Para
    owner: Para
    due: Para
    consequence: Para


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions asked for, grouped by the body that takes them, under column heads.

    `heads` are the six columns' heads: number, decision, amount, owner, due, consequence."""

    id: FieldPath
    heads: tuple[Para, ...]
    groups: tuple[tuple[Para, tuple[DecisionPoint, ...]], ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """The decisions in short, as they stand beside the summary, with the sum asked for."""

    id: FieldPath
    groups: tuple[tuple[Para, tuple[tuple[FieldPath, str, Para], ...]], ...]
    total: KeyFigure | None = None


Align = Literal["left", "right", "center"]
RowKind = Literal["body", "group", "sum"]
#: Rates a cell or a dot by meaning; drawn as word, sign and fill.
Rating = Literal["advantage", "neutral", "drawback", "low", "medium", "high"]


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its head, how its cells align, and its share of the width relative to the others."""

    head: Para
    share: float = 1.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its main text, a lesser line below, a rating beside it, a chart series whose key it carries."""

    text: Para
    below: Para = Para()
    rating: Rating | None = None
    series: int | None = None
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row; `id` is the field that it came from."""

    id: FieldPath
    cells: tuple[Cell, ...]
    kind: RowKind = "body"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of heads. `caption` states what it shows, with the unit; `alt` says it to who cannot see it."""

    id: FieldPath
    caption: Para
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    alt: str = ""


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
    """A pattern's readiness today and target on the scale, in the band of its relevance."""

    id: FieldPath
    name: Para
    relevance: int | None
    today: int | None
    target: int | None
    gap: Para = Para()


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


@dataclass(frozen=True, slots=True)
class StepMark:
    """A station: its name, its date, what happens there. `state`: passed, now, coming, goal."""

    id: FieldPath
    name: Para
    when: Para = Para()
    text: Para = Para()
    state: Literal["passed", "now", "coming", "goal"] = "coming"


@dataclass(frozen=True, slots=True)
class Steps:
    """Stations along a line: the first 90 days, or the way through the bodies."""

    id: FieldPath
    head: Para
    steps: tuple[StepMark, ...]
    alt: str = ""


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """A question a board asks, with what a good answer holds."""

    id: FieldPath
    question: Para
    answer: Para
    pattern: Para = Para()


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source as listed: text with its address as link."""

    id: FieldPath
    text: Para
    href: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """The list of sources."""

    id: FieldPath
    head: Para
    entries: tuple[SourceEntry, ...]


@dataclass(frozen=True, slots=True)
class CoverBlock:
    """The opening: organisation, title, what is proposed, when and to whom."""

    id: FieldPath
    organisation: Para
    title: Para
    answer: Para
    occasion: Para
    details: Para


Block = (
    CoverBlock
    | Statement
    | Passage
    | KeyFigure
    | Shift
    | Gauge
    | Proposal
    | Decisions
    | Ask
    | Table
    | Chart
    | Timeline
    | Matrix
    | HeatMap
    | Readiness
    | Measures
    | Responsibility
    | Steps
    | QuestionAnswer
    | Sources
)
