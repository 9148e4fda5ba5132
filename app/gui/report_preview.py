"""The preview of the report: the page that holds the field in use, made in a process of its own after a pause in the writing."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from app.gui.document import Document
from app.gui.shown import Shown
from app.gui.slide_map import Area
from app.gui.source import Source, Today
from app.language.told import Told
from app.model.base import FieldPath
from app.model.report_kind import ReportKind

if TYPE_CHECKING:
    from app.gui.report_process import Content, ReportProcess
    from app.services.report_preview import ReportPage

#: A pause in the writing after which the page is made anew, in milliseconds.
_PAUSE: Final = 150


class ReportPreview(Source):
    """Keeps one page of the report drawn."""

    def __init__(self, document: Document, today: Today, parent: QObject | None = None) -> None:
        super().__init__(document, today, _PAUSE, parent)
        self._number = 1
        self._field: FieldPath = ""
        self._process: ReportProcess | None = None
        self._content: Content | None = None
        self._kind: ReportKind = "memo"

    def take(self, kind: ReportKind) -> None:
        """Shows a kind of report from its first page."""
        if kind != self._kind:
            self._kind = kind
            self.first()
            self._anew()

    def follow(self, place: FieldPath) -> None:
        self.follow_field(place)

    def follow_field(self, path: FieldPath) -> None:
        if path != self._field:
            self._field = path
            self._anew()

    def first(self) -> None:
        self._number, self._field = 1, ""

    def step(self, by: int) -> None:
        if self._shown is not None and 1 <= self._shown.number + by <= self._shown.count:
            self._number, self._field = self._shown.number + by, ""
            self._anew()

    def mirror(self, other: Source) -> None:
        """The page with the first field that the other shows: in another language it may have another number."""
        if other.shown is not None and other.shown.areas:
            self.follow_field(other.shown.areas[0].block)

    def draw(self) -> None:
        self._soon.stop()
        self._stale = False
        self._asked().ask(self._current(), self._number, self._field)

    def end(self) -> None:
        """Ends the process that makes the pages."""
        if self._process is not None:
            self._process.stop()

    def _current(self) -> "Content":
        """What the report is made of; the same object as before where nothing has changed."""
        from app.gui.report_process import Content
        from app.services.export import Choices

        project, assets = self._document.project, self._document.assets
        choices = Choices(lang=self._lang, today=self._today(), report=self._kind)
        last = self._content
        if last is None or last.project is not project or last.choices != choices:
            self._content = last = Content(project, assets, choices)
        return last

    def _asked(self) -> "ReportProcess":
        if self._process is None:
            # Imported when the first page is asked for, as the exporters are.
            from app.gui.report_process import ReportProcess

            self._process = ReportProcess(self)
            self._process.made.connect(self._made)
            self._process.failed.connect(self._failed)
        return self._process

    def _made(self, page: "ReportPage") -> None:
        self._number, self._complaint = page.number, None
        areas = tuple(Area(block, box) for block, box in page.standing)
        pdf = page.pdf
        self._shown = Shown(f"report/{page.number}", "", page.size, page.number, page.count, areas, lambda _part: pdf)
        self.changed.emit()

    def _failed(self, complaint: Told) -> None:
        self._shown, self._complaint = None, complaint
        self.changed.emit()
