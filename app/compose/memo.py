"""The strategy memo: the decisions first, then what they rest on. A section without content is left out."""

from collections.abc import Iterator
from dataclasses import replace

from app.compose.chapters import Chapters, numbered
from app.compose.report import Report, ReportSection
from app.compose.report_frame import frame
from app.compose.slides import investment
from app.compose.storyline import Furniture
from app.compose.telling import Telling

#: So many figures stand under the lead.
_KEY_FIGURES = 3


def compose_memo(telling: Telling, furniture: Furniture) -> Report:
    """The memo of a telling."""
    return replace(
        frame(telling, "memo", furniture),
        lead=telling.said(telling.project.matter.answer),
        key_figures=investment.key_figures(telling)[:_KEY_FIGURES] if telling.totals.years else (),
        sections=numbered(_sections(Chapters(telling))),
    )


def _sections(chapters: Chapters) -> Iterator[ReportSection]:
    yield from chapters.situation()
    yield from chapters.since()
    yield from chapters.patterns()
    yield from chapters.way()
    yield from chapters.options()
    yield from chapters.economy()
    yield from chapters.risks()
    yield from chapters.references()
