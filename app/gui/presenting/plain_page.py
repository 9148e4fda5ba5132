"""A page and nothing else: as large as there is room for, on a ground of one colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.gui.page_picture import PagePicture
from app.gui.shown import Shown


class PlainPage(QWidget):
    """Shows a page, or the bare ground."""

    def __init__(self, ground: QColor) -> None:
        super().__init__()
        self._ground = ground
        self._picture = PagePicture()
        self._shown: Shown | None = None
        self.setMinimumSize(120, 68)

    def show_page(self, shown: Shown | None) -> None:
        """Shows another page; the bare ground when there is none."""
        self._shown = shown
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 270)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        if self._shown is not None:
            page, ratio = self._page(self._shown), self.devicePixelRatioF()
            self._picture.draw(self._shown, QSize(round(page.width() * ratio), round(page.height() * ratio)))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(page, Qt.GlobalColor.white)
            painter.drawImage(page, self._picture.image)
        painter.end()

    def _page(self, shown: Shown) -> QRectF:
        """Where the page stands, in pixels."""
        across, down = shown.size
        scale = min(self.width() / across, self.height() / down)
        width, height = round(across * scale), round(down * scale)
        return QRectF((self.width() - width) // 2, (self.height() - height) // 2, width, height)
