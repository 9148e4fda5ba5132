"""The report page by page, for a preview: one page drawn alone, with what stands where on it."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import cached_property
from io import BytesIO
from typing import NamedTuple

from app.compose.report import Report
from app.export.pdf.faces import Faces, faces
from app.export.pdf.report.flow import Brush, Page
from app.export.pdf.report.furniture import Furniture
from app.export.pdf.report.lines import keeping_faces
from app.export.pdf.report.memo import draw_strips
from app.export.pdf.report.setting import set_pages
from app.export.pdf.report.type import A4, FIRST_FACE
from app.export.pdf.sheet import Hex, Info, Pen, Sheet, reach
from app.layout.extent import around
from app.layout.frames import Box
from app.layout.themes import Theme, on_paper
from app.model.base import TAGS, FieldPath


class Standing(NamedTuple):
    """What stands on a page: the field that it shows, and the area in points."""

    block: FieldPath
    box: Box


class ReportPages:
    """A report set on its pages. Each is drawn when it is asked for."""

    #: A page's width and height in points.
    size = A4

    def __init__(self, report: Report, theme: Theme, assets: Mapping[str, bytes]) -> None:
        self._report, self._theme, self._assets = report, theme, assets
        self._logo = assets.get(report.logo) if report.logo else None
        self._pages: list[Page] = set_pages(report, keeping_faces())

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def page_of(self, path: FieldPath) -> int | None:
        """The number, from 1, of the first page that shows a field: itself, else what it belongs to, else what belongs to it."""
        if path in self._shown:
            return self._shown[path]
        above = [block for block in self._shown if path.startswith(f"{block}/")]
        below = (block for block in self._shown if block.startswith(f"{path}/"))
        found = max(above, key=len, default=None) or next(below, None)
        return self._shown[found] if found else None

    def draw(self, number: int) -> tuple[bytes, tuple[Standing, ...]]:
        """A page, by its number from 1, as a PDF of one page, and what stands on it in reading order."""
        info = Info(self._report.title.plain, self._report.author, TAGS[self._report.lang])
        sheet = _Watched(A4, faces(), info, FIRST_FACE)
        brush = Brush(sheet, on_paper(self._theme).colors, self._anchors, self._assets)
        Furniture(self._report, self._logo).draw(brush, number, self.count)
        sheet.seen.clear()
        draw_strips(self._pages[number - 1], brush)
        sheet.end_page()
        out = BytesIO()
        sheet.write(out)
        standing = (Standing(block, box) for block, boxes in sheet.seen.items() if (box := around(boxes)))
        return out.getvalue(), tuple(standing)

    @cached_property
    def _anchors(self) -> Mapping[str, int]:
        return {
            strip.anchor.key: number
            for number, page in enumerate(self._pages, 1)
            for _, strip in page.placed
            if strip.anchor
        }

    @cached_property
    def _shown(self) -> Mapping[FieldPath, int]:
        """The first page of each field that is shown, in reading order."""
        found: dict[FieldPath, int] = {}
        for number, page in enumerate(self._pages, 1):
            for _, strip in page.placed:
                for part in (*strip.parts, *(strip.side.parts if strip.side else ())):
                    if part.block:
                        found.setdefault(part.block, number)
        return found


class _Watched(Sheet):
    """A sheet of one page that keeps what is drawn where, by the block being drawn."""

    def __init__(self, size: tuple[float, float], faces: Faces, info: Info, first_face: str) -> None:
        super().__init__(size, faces, info, first_face, compress=False)
        self.seen: dict[FieldPath, list[Box]] = {}

    def text(
        self, x: float, baseline: float, text: str, face: str, size: float, color: Hex, *, upwards: bool = False
    ) -> None:
        super().text(x, baseline, text, face, size, color, upwards=upwards)
        width = self.faces.width(text, face, size)
        self._see(Box(x - size, baseline - width, 1.2 * size, width) if upwards else reach(x, baseline, width, size))

    def rectangle(self, box: Box, fill: Hex | None = None, pen: Pen | None = None) -> None:
        super().rectangle(box, fill, pen)
        self._see(box)

    def ellipse(self, box: Box, fill: Hex | None = None, pen: Pen | None = None) -> None:
        super().ellipse(box, fill, pen)
        self._see(box)

    def picture(self, box: Box, data: bytes) -> None:
        super().picture(box, data)
        self._see(box)

    @contextmanager
    def jump(self, box: Box, key: str, says: str) -> Generator[None]:  # noqa: ARG002 - the sheet's names
        """There are no other pages to lead to."""
        yield

    def entry(self, title: str, key: str, level: int = 0) -> None:
        """One page needs no outline."""

    def _see(self, box: Box) -> None:
        if self.place and box.w > 0 and box.h > 0:
            self.seen.setdefault(self.place, []).append(box)
