"""The picture of a page, kept as it changes: where only a little of a slide is different, only that is drawn anew."""

from functools import cached_property
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter

from app.gui.shown import Shown

if TYPE_CHECKING:
    from app.gui.raster import PageRaster

#: A change over more of the page than this share is drawn with the whole page.
_LITTLE: Final = 0.6
#: A page is drawn with so many pixels at the most, and enlarged from there.
_MOST: Final = 24_000_000


class PagePicture:
    """Draws one page after the other, at the size that is asked for."""

    def __init__(self) -> None:
        self._shown: Shown | None = None
        self.image = QImage()
        #: Whether parts were drawn by themselves: at their size some letters come out a pixel aside.
        self.pieced = False

    def draw(self, shown: Shown, wanted: QSize) -> QRect:
        """Draws a page. Returns the part of the picture, in its pixels, that is different from before."""
        size = _within_limits(wanted)
        part = self._changed(shown, size)
        self._shown = shown
        if part is None:
            self.image = self._raster.picture(shown.pdf, size, shown.backdrop)
            self.pieced = False
            return QRect(self.image.rect())
        if not part.isEmpty():
            self._patch(shown, part)
        return part

    def settle(self) -> None:
        """Draws the page as a whole where it was pieced together."""
        if self.pieced and self._shown is not None:
            self.image = self._raster.picture(self._shown.pdf, self.image.size(), self._shown.backdrop)
            self.pieced = False

    def clear(self) -> None:
        """Forgets the page."""
        self._shown, self.image, self.pieced = None, QImage(), False

    @cached_property
    def _raster(self) -> "PageRaster":
        # Imported when the first page is drawn: Qt's PDF reader is heavy, and the start page does without.
        from app.gui.raster import PageRaster

        return PageRaster()

    def _changed(self, shown: Shown, size: QSize) -> QRect | None:
        """The part to be drawn anew, empty when there is none; None when it is the whole page."""
        last = self._shown
        before, after = last.slide if last else None, shown.slide
        if last is None or before is None or after is None or self.image.size() != size:
            return None
        if (last.size, last.backdrop) != (shown.size, shown.backdrop):
            return None
        if (before.id, before.layout, before.background) != (after.id, after.layout, after.background):
            return None
        from app.layout.extent import difference

        area = difference(before, after)
        if area is None:
            return QRect()
        across, down = size.width() / shown.size[0], size.height() / shown.size[1]
        left, top = floor(area.x * across), floor(area.y * down)
        part = QRect(left, top, ceil(area.right * across) - left, ceil(area.bottom * down) - top) & self.image.rect()
        little = part.width() * part.height() <= _LITTLE * size.width() * size.height()
        return part if little else None

    def _patch(self, shown: Shown, part: QRect) -> None:
        from app.layout.frames import Box

        across, down = shown.size[0] / self.image.width(), shown.size[1] / self.image.height()
        area = Box(part.x() * across, part.y() * down, part.width() * across, part.height() * down)
        piece = self._raster.piece(shown.draw(area), part, self.image.size(), shown.backdrop)
        painter = QPainter(self.image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(part.topLeft(), piece)
        painter.end()
        self.pieced = True


def _within_limits(size: QSize) -> QSize:
    """The size itself, or as large as a picture may be in the same shape."""
    pixels = size.width() * size.height()
    return size if pixels <= _MOST else size * (_MOST / pixels) ** 0.5
