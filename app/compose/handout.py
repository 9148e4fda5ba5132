"""The handout: the deck's slides with what is said to them, on the pages of a report."""

from dataclasses import dataclass, replace

from app.compose.report import Report
from app.compose.report_frame import frame
from app.compose.storyline import Furniture
from app.compose.telling import Telling
from app.language.catalogue import Words


@dataclass(frozen=True, slots=True)
class Handout:
    """What stands around the slides: `report` bears it and has no sections.

    `slide` names a slide by its number, in the field `{n}`; `notes` is the head over the lines to write on."""

    report: Report
    slide: str
    notes: str


def compose_handout(telling: Telling, furniture: Furniture) -> Handout:
    """What stands around the slides of a project's handout."""
    words = Words("report", telling.lang)
    report = frame(telling, "memo", furniture)
    return Handout(
        report=replace(report, words=replace(report.words, kind=words("handout.kind"))),
        slide=words("handout.slide"),
        notes=words("handout.notes"),
    )
