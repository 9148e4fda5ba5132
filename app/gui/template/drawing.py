"""Slides of the project on a proposed template, one of each kind, drawn one by one between the window's other work."""

from collections import deque
from dataclasses import replace
from typing import Final, get_args

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from app.compose.storyline import SlideId, SlideKind
from app.gui.document import Document
from app.gui.raster import PageRaster
from app.language.told import Told
from app.services.export import Choices
from app.services.preview import Previewer
from app.services.templates import Template

#: The width of a picture in pixels at 100 %.
_WIDTH: Final = 480


class Drawing(QObject):
    """`drawn` carries a kind of slide, its picture, and on how many slides it stands."""

    drawn = Signal(str, QImage, int)

    def __init__(self, document: Document, choices: Choices, ratio: float, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._choices, self._ratio = document, choices, ratio
        self._previewer, self._raster = Previewer(), PageRaster()
        self._waiting: deque[str] = deque()
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._draw_next)
        self._slides = self._of_each_kind()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of slide in the project's deck, in its order."""
        return tuple(self._slides)

    def begin(self, template: Template, first: str) -> None:
        """Draws all anew on a template, beginning with one kind."""
        self._choices = replace(self._choices, template=template)
        self._waiting = deque(sorted(self._slides, key=lambda kind: kind != first))
        self._next.start()

    def end(self) -> None:
        """Draws no more."""
        self._next.stop()

    def _of_each_kind(self) -> dict[str, SlideId]:
        """The first slide of each kind."""
        found: dict[str, SlideId] = {}
        for slide in self._previewer.slides(self._document.project, self._choices):
            kind = slide.partition("/")[0]
            if kind in get_args(SlideKind):
                found.setdefault(kind, slide)
        return found

    def _draw_next(self) -> None:
        if not self._waiting:
            self._next.stop()
            return
        kind = self._waiting.popleft()
        project, choices, previewer = self._document.project, self._choices, self._previewer
        try:
            pages = previewer.placed(project, self._slides[kind], choices)
            pdf = previewer.page(pages[0], project, self._document.assets, choices)
        except (Told, KeyError):
            return  # without a picture the slide stands by its name; the preview says what is wrong
        across, down = previewer.size(project, choices)
        width = round(_WIDTH * self._ratio)
        size = QSize(width, round(width * down / across))
        image = self._raster.picture(pdf, size, previewer.backdrop(pages[0], project, choices))
        image.setDevicePixelRatio(self._ratio)
        self.drawn.emit(kind, image, len(pages))
