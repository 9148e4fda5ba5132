"""The storyline: the ordered slides for one audience and time, in blocks of meaning."""

from dataclasses import dataclass
from typing import Literal

from app.model.base import FieldPath, Lang
from app.model.blocks import Block
from app.model.rich import Para, Rich

SlideKind = Literal[
    "cover",
    "summary",
    "decisions",
    "since",
    "why-now",
    "options",
    "readiness",
    "pattern",
    "recommendation",
    "free",
    "evidence",
    "priorities",
    "status",
    "roadmap",
    "investment",
    "risks",
    "kpis",
    "organisation",
    "next-steps",
    "questions",
    "calculation",
    "method",
    "glossary",
    "sources",
]
#: Stable id of a slide, derived from the project: "decisions", "pattern/<id>".
SlideId = str


@dataclass(frozen=True, slots=True)
class Notes:
    """Speaker notes: what to say, likely questions with answers, sources; each under its label.

    `whole_label` is for what did not fit on the slide; `continued` is all there is to say of a slide that goes on from the one before."""

    say_label: Para
    say: Rich
    questions_label: Para
    questions: Rich
    sources_label: Para
    sources: Rich
    whole_label: Para = Para()
    continued: Para = Para()


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its message as a title, the blocks that prove it, and what follows from it.

    `rest` is the section among the backup to which the pages go that do not fit on the first; None where they follow it.
    `title_id` is the field that the title came from. `section` is the index in the storyline's tracker of its part
    (main or backup), None on the cover."""

    id: SlideId
    kind: SlideKind
    title_id: FieldPath
    title: Para
    section: int | None
    blocks: tuple[Block, ...]
    takeaway: Para = Para()
    takeaway_id: FieldPath = ""
    source: Para = Para()
    notes: Notes | None = None
    backup: bool = False
    rest: int | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on every slide: organisation, meeting and date, classification (and whether it is filled), draft word."""

    organisation: Para
    occasion: Para
    classification: Para
    confidential: bool
    draft: Para = Para()


@dataclass(frozen=True, slots=True)
class Storyline:
    """All slides in order, with the tracker's words for main slides and for backup slides.

    `continued` is how a split title ends, with `{part}` and `{parts}` ("({part}/{parts})")."""

    lang: Lang
    title: str
    slides: tuple[Slide, ...]
    sections: tuple[Para, ...]
    backup_sections: tuple[Para, ...]
    furniture: Furniture
