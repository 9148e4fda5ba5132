"""Pages of a PDF as pictures, with what lies under them."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument


class PageRaster:
    """Turns a page's PDF into a picture. The backdrop used last is kept at its size, so that it is read and scaled but once."""

    def __init__(self) -> None:
        self._document = QPdfDocument()
        self._buffer = QBuffer()
        self._backdrop: bytes | None = None
        self._ground = QImage()

    def picture(self, pdf: bytes, size: QSize, backdrop: bytes | None = None) -> QImage:
        """The first page at a size in pixels, over a picture that fills it."""
        page = self._page(pdf, size)
        return page if backdrop is None else _over(self._grounded(backdrop, size), page)

    def piece(self, pdf: bytes, part: QRect, whole: QSize, backdrop: bytes | None = None) -> QImage:
        """The first page, which shows a part (in pixels) of a page of a size, over that part of the backdrop."""
        page = self._page(pdf, part.size())
        return page if backdrop is None else _over(self._grounded(backdrop, whole).copy(part), page)

    def within(self, pdf: bytes, page: tuple[float, float], room: QSize, backdrop: bytes | None = None) -> QImage:
        """The first page, of a size in points, as large as it fits into a picture of `room`, in its middle."""
        size = QSize(round(page[0]), round(page[1])).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        if abs(size.width() - room.width()) <= 1 and abs(size.height() - room.height()) <= 1:
            return self.picture(pdf, room, backdrop)
        whole = QImage(room, QImage.Format.Format_ARGB32_Premultiplied)
        whole.fill(Qt.GlobalColor.transparent)
        painter = QPainter(whole)
        corner = QPoint((room.width() - size.width()) // 2, (room.height() - size.height()) // 2)
        painter.drawImage(corner, self.picture(pdf, size, backdrop))
        painter.end()
        return whole

    def _page(self, pdf: bytes, size: QSize) -> QImage:
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        return self._document.render(0, size)

    def _grounded(self, backdrop: bytes, size: QSize) -> QImage:
        if backdrop is not self._backdrop or self._ground.size() != size:
            aspect, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            drawn = QImage.fromData(backdrop).scaled(size, aspect, smooth)
            self._backdrop, self._ground = backdrop, drawn.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        return self._ground


def _over(ground: QImage, page: QImage) -> QImage:
    """The ground with a page drawn over it."""
    whole = ground.copy()
    painter = QPainter(whole)
    painter.drawImage(0, 0, page)
    painter.end()
    return whole
