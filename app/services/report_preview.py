"""The preview of the report: set as a whole after a pause, drawn page by page as it is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.export.pdf.report.pages import ReportPages, Standing
from app.model.base import FieldPath
from app.model.project import Project
from app.services.export import Choices, compared, report_of, theme_of


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A page of the report: a PDF of one page, its number from 1 and how many there are, its size in points, what stands on it."""

    pdf: bytes
    number: int
    count: int
    size: tuple[float, float]
    standing: tuple[Standing, ...]


class ReportPreviewer:
    """Draws pages of the report of one project after the other. It keeps the last one set, so that another page of it comes at once."""

    def __init__(self) -> None:
        self._last: tuple[Project, Choices, ReportPages] | None = None

    def page(
        self, project: Project, assets: Mapping[str, bytes], choices: Choices, number: int, field: FieldPath = ""
    ) -> ReportPage:
        """The page that shows a field, where one does; else the page of that number, or the last when there are fewer.

        Raises UserError for a theme that does not exist."""
        pages = self._pages(project, assets, choices)
        shown = pages.page_of(field) if field else None
        at = min(max(shown or number, 1), pages.count)
        pdf, standing = pages.draw(at)
        return ReportPage(pdf, at, pages.count, pages.size, standing)

    def _pages(self, project: Project, assets: Mapping[str, bytes], choices: Choices) -> ReportPages:
        last = self._last
        if last is not None and last[0] is project and last[1] == choices:
            return last[2]
        pages = ReportPages(report_of(project, compared(project, assets, choices)), theme_of(project, choices), assets)
        self._last = (project, choices, pages)
        return pages
