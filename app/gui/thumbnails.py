"""Small pictures of slides, drawn when they come into sight and kept until the slide is another."""

from collections import OrderedDict
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from app.gui.document import Document
from app.gui.raster import PageRaster
from app.language.told import Told
from app.model.base import FieldPath

if TYPE_CHECKING:
    from app.compose.storyline import SlideId
    from app.layout.frames import PlacedSlide
    from app.services.preview import Previewer

#: A thumbnail's size in pixels at 100 %.
SIZE: Final = QSize(96, 54)
#: How long after a change thumbnails are looked at again, in milliseconds: not in the way of typing.
_PAUSE: Final = 300


class Thumbnails(QObject):
    """Draws one thumbnail at a time, between the window's other work. `ready` carries the slide whose picture is there."""

    ready = Signal(str)

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._raster = PageRaster()
        self._ratio = 1.0
        self._drawn: dict[SlideId, tuple[PlacedSlide, QImage]] = {}
        self._stale: set[SlideId] = set()
        self._wanted: OrderedDict[SlideId, None] = OrderedDict()
        self._made: Previewer | None = None
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._draw_next)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._next.start)
        document.changed.connect(self._changed)
        document.replaced.connect(self._forget)

    def picture(self, slide: "SlideId", ratio: float) -> QImage | None:
        """The thumbnail of a slide as it was drawn last, for a screen of a density; asks for it where it is missing or out of date."""
        if ratio != self._ratio:
            self._ratio = ratio
            self._drawn.clear()
        drawn = self._drawn.get(slide)
        if drawn is None or slide in self._stale:
            self._wanted[slide] = None
            if not self._pause.isActive():
                self._next.start()
        return drawn[1] if drawn else None

    def _draw_next(self) -> None:
        """Draws what was asked for last: what is in sight just now."""
        if not self._wanted:
            self._next.stop()
            return
        slide, _ = self._wanted.popitem()
        self._stale.discard(slide)
        try:
            self._draw(slide)
        except (Told, KeyError):
            # Without a picture the row stands by its title; the preview says what is wrong.
            self._drawn.pop(slide, None)

    def _draw(self, slide: "SlideId") -> None:
        from app.services.export import Choices, settled

        project = self._document.project
        choices = settled(project, self._document.assets, Choices(lang=project.language, today=date.today()))
        placed = self._previewer.placed(project, slide, choices)[0]
        before = self._drawn.get(slide)
        if before is not None and before[0] == placed:
            return
        pdf = self._previewer.page(placed, project, self._document.assets, choices)
        backdrop = self._previewer.backdrop(placed, project, choices)
        size = self._previewer.size(project, choices)
        image = self._raster.within(pdf, size, SIZE * self._ratio, backdrop)
        image.setDevicePixelRatio(self._ratio)
        self._drawn[slide] = placed, image
        self.ready.emit(slide)

    def _changed(self, _paths: frozenset[FieldPath]) -> None:
        self._stale.update(self._drawn)
        self._next.stop()
        self._pause.start()

    def _forget(self) -> None:
        for kept in (self._drawn, self._stale, self._wanted):
            kept.clear()

    @property
    def _previewer(self) -> "Previewer":
        if self._made is None:
            # Imported when the first thumbnail is drawn, as the exporters are.
            from app.services.preview import Previewer

            self._made = Previewer()
        return self._made
