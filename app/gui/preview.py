"""The preview of the slides: the current one as the exporter draws it, anew after every change."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from app.files.errors import UserError
from app.gui.background import Background
from app.gui.document import Document
from app.gui.shown import Shown
from app.gui.slide_map import area_of, areas
from app.gui.source import Source, Today
from app.language.told import Told
from app.model.base import FieldPath

if TYPE_CHECKING:
    from app.compose.storyline import SlideId
    from app.layout.frames import Box, PlacedSlide
    from app.services.export import Choices
    from app.services.preview import Previewer
    from app.services.templates import Template

__all__ = ["Preview", "Today", "slide_for"]

#: The slide that shows a place; places with members have a slide for each.
_SLIDES: Final[Mapping[str, str]] = {
    "matter": "cover",
    "matter/answer": "summary",
    "matter/statements": "summary",
    "matter/route": "next-steps",
    "organisation": "cover",
    "alternatives": "options",
    "criteria": "options",
    "actions": "roadmap",
    "risks": "risks",
    "figures": "investment",
    "decisions": "decisions",
}


class Preview(Source):
    """Keeps one slide drawn."""

    def __init__(self, document: Document, today: Today, parent: QObject | None = None) -> None:
        super().__init__(document, today, 0, parent)
        self._slide: SlideId = "cover"
        self._part = 0
        self._known: Template | None = None
        self._background = Background(self)

    @property
    def slide(self) -> "SlideId":
        """The id of the slide that is turned to."""
        return self._slide

    @property
    def part(self) -> int:
        """Which of the slide's pages is shown, from 0."""
        return self._part

    @property
    def pace(self) -> float:
        """How many minutes a slide is planned to take."""
        return self._previewer.pace(self._document.project, self._choices())

    def follow(self, place: FieldPath) -> None:
        wanted = slide_for(place)
        if wanted != self._slide and self._has(wanted):
            self.turn(wanted)

    def follow_field(self, path: FieldPath) -> None:
        if self._shown is None or area_of(self._shown.areas, path) is None:
            self.follow(path)

    def first(self) -> None:
        self._slide, self._part = "cover", 0

    def turn(self, slide: "SlideId", part: int = 0) -> None:
        """Turns to a slide, and to one of its pages where it has several."""
        self._slide, self._part = slide, part
        self._anew()

    def step(self, by: int) -> None:
        order = self._order()
        if self._slide in order and 0 <= self._part + by < len(self._pages()):
            self.turn(self._slide, self._part + by)
            return
        at = order.index(self._slide) + by if self._slide in order else 0
        if 0 <= at < len(order):
            self.turn(order[at])

    def mirror(self, other: Source) -> None:
        if isinstance(other, Preview) and (other.slide, other.part) != (self._slide, self._part):
            self.turn(other.slide, other.part)

    def draw(self) -> None:
        self._soon.stop()
        self._stale = False
        order = self._order()
        if not self._has(self._slide):
            self._slide, self._part = (order[0] if order else "cover"), 0
        self._complaint, self._shown = None, None
        if self._awaits_template():
            self.changed.emit()
            return
        try:
            pages = self._pages()
            self._part = min(self._part, len(pages) - 1)
            number = order.index(self._slide) + 1 if self._slide in order else 0
            self._shown = self._page(pages[self._part], number, len(order))
        except Told as complaint:
            self._complaint = complaint
        self.changed.emit()

    def _awaits_template(self) -> bool:
        """Whether the project's template is still being looked through, which happens beside the window; drawing goes on then."""
        choices = self._choices()
        template, project = choices.template, self._document.project
        if template is None or template == self._known:
            return False
        from app.services.export import style_of

        def known(_theme: object) -> None:
            self._known = template
            if waiting:
                self.draw()

        def failed(complaint: UserError) -> None:
            self._complaint = complaint
            self.changed.emit()

        waiting = False
        self._background.run(lambda: style_of(project, choices).bare_theme(), known, failed)
        waiting = template != self._known
        return waiting

    def _page(self, page: "PlacedSlide", number: int, count: int) -> Shown:
        project, assets = self._document.project, self._document.assets
        choices, previewer = self._choices(), self._previewer

        def draw(part: "Box | None") -> bytes:
            if part is None:
                return previewer.page(page, project, assets, choices)
            return previewer.part(page, part, project, assets, choices)

        size, backdrop = previewer.size(project, choices), previewer.backdrop(page, project, choices)
        return Shown(page.id, page.title, size, number, count, areas(page), draw, page.notes.text, page, backdrop)

    def _has(self, slide: "SlideId") -> bool:
        return self._previewer.has(self._document.project, slide, self._choices())

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
        from app.services.export import Choices, settled

        document = self._document
        return settled(document.project, document.assets, Choices(lang=self._lang, today=self._today()))


def slide_for(place: FieldPath) -> "SlideId":
    """The slide that shows a place."""
    head, _, rest = place.partition("/")
    key = rest.partition("/")[0]
    if head == "storyline":
        own = rest.split("/")[:2]
        return "/".join(own) if own[0] == "free" else rest.removesuffix("/title")
    if head == "patterns" and key:
        return f"pattern/{key}"
    if head == "actions" and key:
        return f"recommendation/{key}"
    return _SLIDES.get(f"{head}/{key}") or _SLIDES.get(head, "")
