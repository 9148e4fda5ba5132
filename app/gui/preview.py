"""The preview: the current slide as the exporter draws it, anew after every change."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from app.gui.document import Document
from app.gui.slide_map import area_of, areas
from app.language.told import Told
from app.model.base import FieldPath, Lang

if TYPE_CHECKING:
    from app.compose.storyline import SlideId
    from app.layout.frames import PlacedSlide
    from app.services.export import Choices
    from app.services.preview import Previewer

Today = Callable[[], date]
#: The slide that shows a place; places with members have a slide for each.
_SLIDES: Final = {
    "matter": "cover",
    "matter/answer": "summary",
    "matter/statements": "summary",
    "organisation": "cover",
    "alternatives": "options",
    "actions": "roadmap",
    "risks": "risks",
    "figures": "investment",
    "decisions": "decisions",
}


@dataclass(frozen=True)
class Shown:
    """A page of the deck, ready to be looked at: its number among all, and what stands where."""

    slide: "PlacedSlide"
    pdf: bytes
    number: int
    count: int


class Preview(QObject):
    """Keeps one slide drawn. `changed` says that another page, or another state of it, is there to be shown."""

    changed = Signal()

    def __init__(self, document: Document, today: Today, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._today = document, today
        self._lang: Lang = document.project.language
        self._slide: SlideId = "cover"
        self._part = 0
        self._shown: Shown | None = None
        self._complaint: Told | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.draw)
        document.changed.connect(self._later)
        document.replaced.connect(self._begin)

    @property
    def shown(self) -> Shown | None:
        """What is drawn; None while there is nothing to draw."""
        return self._shown

    @property
    def complaint(self) -> Told | None:
        """Why nothing is drawn."""
        return self._complaint

    @property
    def lang(self) -> Lang:
        """The language of the slides."""
        return self._lang

    def speak(self, lang: Lang) -> None:
        """Draws the slides in another language."""
        self._lang = lang
        self.draw()

    def follow(self, place: FieldPath) -> None:
        """Turns to the slide that shows a place, where there is one."""
        wanted = slide_for(place)
        if wanted != self._slide and wanted in self._order():
            self._turn(wanted, 0)

    def follow_field(self, path: FieldPath) -> None:
        """Turns to a slide that says a field, unless the one that is shown says it."""
        if self._shown is None or area_of(areas(self._shown.slide), path) is None:
            self.follow(path)

    def step(self, by: int) -> None:
        """Turns to the next page, or the one before."""
        order = self._order()
        if self._slide in order and 0 <= self._part + by < len(self._pages()):
            self._turn(self._slide, self._part + by)
            return
        at = order.index(self._slide) + by if self._slide in order else 0
        if 0 <= at < len(order):
            self._turn(order[at], 0)

    def draw(self) -> None:
        """Draws the current slide as the project stands now."""
        self._soon.stop()
        order = self._order()
        if self._slide not in order:
            self._slide, self._part = (order[0] if order else "cover"), 0
        self._complaint, self._shown = None, None
        try:
            pages = self._pages()
            page = pages[min(self._part, len(pages) - 1)]
            pdf = self._previewer.page(page, self._document.project, self._document.assets, self._choices())
            self._shown = Shown(page, pdf, order.index(self._slide) + 1, len(order))
        except Told as complaint:
            self._complaint = complaint
        self.changed.emit()

    def _later(self, _paths: frozenset[FieldPath]) -> None:
        self._soon.start()

    def _begin(self) -> None:
        self._lang = self._document.project.language
        self._turn("cover", 0)

    def _turn(self, slide: "SlideId", part: int) -> None:
        self._slide, self._part = slide, part
        self.draw()

    def _order(self) -> "tuple[SlideId, ...]":
        return self._previewer.slides(self._document.project, self._choices())

    def _pages(self) -> "tuple[PlacedSlide, ...]":
        return self._previewer.placed(self._document.project, self._slide, self._choices())

    @cached_property
    def _previewer(self) -> "Previewer":
        # Imported when the first slide is drawn: the exporters are heavy, and the start page does without.
        from app.services.preview import Previewer

        return Previewer()

    def _choices(self) -> "Choices":
        from app.services.export import Choices

        return Choices(lang=self._lang, today=self._today())


def slide_for(place: FieldPath) -> "SlideId":
    """The slide that shows a place."""
    head, _, rest = place.partition("/")
    key = rest.partition("/")[0]
    if head == "storyline":
        return rest
    if head == "patterns" and key:
        return f"pattern/{key}"
    if head == "actions" and key:
        return f"recommendation/{key}"
    return _SLIDES.get(f"{head}/{key}") or _SLIDES.get(head, "")


class PageRaster:
    """Turns a page's PDF into a picture."""

    def __init__(self) -> None:
        self._document = QPdfDocument()
        self._buffer = QBuffer()

    def picture(self, pdf: bytes, size: QSize) -> QImage:
        """The page at a size in pixels."""
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        return self._document.render(0, size)
