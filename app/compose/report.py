"""The report: the same content as the storyline, as sections to be read."""

from dataclasses import dataclass
from typing import Literal

from app.compose.storyline import Furniture
from app.model.base import FieldPath, Lang
from app.model.blocks import Block, Decisions, KeyFigure
from app.model.report_kind import ReportKind
from app.model.rich import Para


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A section: its heading in the margin column, a claim as heading over the text, the blocks that bear it out.

    Level 1 sections are numbered by the report ("1"), level 2 sections are claims under them."""

    id: FieldPath
    level: Literal[1, 2]
    number: str
    heading: Para
    claim: Para
    margin: tuple[Block, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The report's fixed words in its language. `page` has the fields `{page}` and `{pages}`.

    `continued` stands after the caption of a table that goes on."""

    kind: str
    contents: str
    page: str
    table: str
    figure: str
    continued: str
    sources: str
    #: Says of a brief that so many decisions do not stand on it, in the field `{n}`.
    more: str = ""
    #: The heads of the lists of figures and tables.
    figures: str = ""
    tables: str = ""
    #: Captions of what has none of its own: the timeline (before its years), the risk matrix, the weighing of alternatives.
    timeline: str = ""
    risks: str = ""
    weighing: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """An A4 report. `header` are the labelled facts of the header block (to, from, date, reference, classification)."""

    kind: ReportKind
    lang: Lang
    words: ReportWords
    title_id: FieldPath
    title: Para
    lead: Para
    header: tuple[tuple[Para, Para], ...]
    key_figures: tuple[KeyFigure, ...]
    decisions_head: Para
    decisions: Decisions
    sections: tuple[ReportSection, ...]
    reference: str
    furniture: Furniture
    #: Tells this export from others of the same report: "Version 2027-06-01".
    version: str = ""
    #: The person that the file's properties name; nobody when empty.
    author: str = ""
    #: The organisation's address and how to get in touch, on one line.
    contact: Para = Para()
    #: The organisation's mark, by the digest of its picture among the project's assets.
    logo: str | None = None
    #: Sections in the order in which they give way where a report must fit on one page.
    gives_way: tuple[FieldPath, ...] = ()
