"""A report of any kind on its pages."""

from collections.abc import Callable, Mapping
from typing import BinaryIO, Final

from app.compose.report import Report, ReportKind
from app.export.pdf.report.flow import Page, Strip, fill
from app.export.pdf.report.memo import Memo, write_pages
from app.export.pdf.report.paper import Paper
from app.export.pdf.sheet import MissingGlyph
from app.export.pdf.slides import Progress
from app.layout.themes import Theme

_STRIPS: Final[Mapping[ReportKind, Callable[[Report], list[Strip]]]] = {
    "memo": lambda report: Memo(report).strips(),
    "tjansteskrivelse": lambda report: Paper(report).strips(),
}


def set_pages(report: Report) -> list[Page]:
    """The report's strips on pages."""
    return fill(_STRIPS[report.kind](report))


def write_report(
    report: Report, theme: Theme, assets: Mapping[str, bytes], out: BinaryIO, progress: Progress
) -> tuple[MissingGlyph, ...]:
    """The report as PDF: pages numbered, an outline, links that lead where they say, fonts embedded.

    Same report, same bytes. Returns the characters that no font has; `progress` is called after each page."""
    return write_pages(report, set_pages(report), theme, assets, out, progress)
