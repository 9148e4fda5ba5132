"""Pages of a PDF as pictures."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument


class PageRaster:
    """Turns a page's PDF into a picture."""

    def __init__(self) -> None:
        self._document = QPdfDocument()
        self._buffer = QBuffer()

    def picture(self, pdf: bytes, size: QSize) -> QImage:
        """The first page at a size in pixels."""
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        return self._document.render(0, size)
