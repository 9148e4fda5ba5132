"""The full report: all that the project holds, chapter by chapter, with what it rests on at the end."""

from collections.abc import Iterator
from dataclasses import replace

from app.compose.chapters import Chapters, numbered
from app.compose.report import Report, ReportSection
from app.compose.report_frame import frame
from app.compose.storyline import Furniture
from app.compose.telling import Telling


def compose_full(telling: Telling, furniture: Furniture) -> Report:
    """The full report of a telling."""
    return replace(
        frame(telling, "full", furniture),
        lead=telling.said(telling.project.matter.answer),
        sections=numbered(_sections(Chapters(telling))),
    )


def _sections(chapters: Chapters) -> Iterator[ReportSection]:
    yield from chapters.summary()
    yield from chapters.background()
    yield from chapters.since()
    yield from chapters.patterns()
    yield from chapters.way()
    yield from chapters.options()
    yield from chapters.economy()
    yield from chapters.risks()
    yield from chapters.responsibilities()
    yield from chapters.follow_up()
    yield from chapters.questions()
    yield from chapters.calculation()
    yield from chapters.method()
    yield from chapters.glossary()
    yield from chapters.references()
