"""A report of any kind on its pages."""

from collections.abc import Callable, Mapping
from typing import BinaryIO, Final

from app.compose.report import Report
from app.export.pdf.faces import Faces, faces
from app.export.pdf.report.brief import fit_brief
from app.export.pdf.report.flow import Page, Strip, fill
from app.export.pdf.report.full import Full
from app.export.pdf.report.lines import KeepingFaces
from app.export.pdf.report.memo import Memo, write_pages
from app.export.pdf.report.paper import Paper
from app.export.pdf.sheet import MissingGlyph
from app.export.pdf.slides import Progress
from app.layout.themes import Theme
from app.model.report_kind import ReportKind
from app.model.rich import Para

_STRIPS: Final[Mapping[ReportKind, Callable[[Report, Faces], list[Strip]]]] = {
    "full": lambda report, faces: Full(report, faces).strips(),
    "memo": lambda report, faces: Memo(report, faces).strips(),
    "changes": lambda report, faces: Memo(report, faces).strips(),
    "tjansteskrivelse": lambda report, faces: Paper(report, faces).strips(),
}


def set_pages(report: Report, faces: Faces) -> list[Page]:
    """The report's strips on pages; a brief's on one."""
    return [fit_brief(report, faces).page] if report.kind == "brief" else fill(_STRIPS[report.kind](report, faces))


def left_out(report: Report) -> tuple[Para, ...]:
    """What a brief leaves out since it does not fit on the page, by name; nothing is left out of other reports."""
    return fit_brief(report, KeepingFaces(faces())).left_out if report.kind == "brief" else ()


def write_report(
    report: Report, theme: Theme, assets: Mapping[str, bytes], out: BinaryIO, progress: Progress
) -> tuple[MissingGlyph, ...]:
    """The report as PDF: pages numbered, an outline, links that lead where they say, fonts embedded.

    Same report, same bytes. Returns the characters that no font has; `progress` is called after each page."""
    used = KeepingFaces(faces()) if report.kind == "brief" else faces()
    return write_pages(report, set_pages(report, used), theme, assets, out, progress)
