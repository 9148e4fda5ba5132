"""Blocks: what slides and reports say. They carry meaning and the field they came from, never coordinates, fonts or colours."""

from dataclasses import dataclass
from typing import Literal

from app.model.base import FieldPath
from app.model.graphics import Balance, Chart, Gauge, HeatMap, Matrix, Measures, Readiness, Responsibility, Timeline
from app.model.rich import Para, Rich
from app.model.tables import Table


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
    """Running text or a list under a label. `role` says which place it takes on the slide ("what", "why", "meaning",
    "minutes"), or in the report ("basis": the small print below a table; "signature")."""

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


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by the digest of its bytes, with what it shows in words, and its size in pixels where that is known."""

    id: FieldPath
    sha256: str
    alt: str
    width: int | None = None
    height: int | None = None
    #: What it shows, said below or above it where it stands in running text.
    caption: Para = Para()


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
    | Balance
    | Steps
    | QuestionAnswer
    | Sources
    | Picture
)
