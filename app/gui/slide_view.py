"""The slide on screen: marks what the field in use says, and finds the field of what is clicked."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.gui.interface import Interface
from app.gui.preview import PageRaster, Shown
from app.gui.slide_map import Area, area_at, area_of, areas
from app.model.base import FieldPath

_EDGE = 12
#: The slide in points, 16:9 (see app.layout.grid, which is not imported before a slide is drawn).
WIDTH, HEIGHT = 960.0, 540.0


class SlideView(QWidget):
    """Shows a page. `picked` carries the field that was clicked, or reached with the keys."""

    picked = Signal(str)

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 150)
        self._interface = interface
        self._raster = PageRaster()
        self._shown: Shown | None = None
        self._picture = QImage()
        self._areas: tuple[Area, ...] = ()
        self._path: FieldPath = ""
        self._under: Area | None = None
        interface.look_changed.connect(self.update)

    def show_page(self, shown: Shown | None) -> None:
        """Shows another page, or another state of it."""
        self._shown = shown
        self._areas = areas(shown.slide) if shown else ()
        self._under = None
        self._draw()

    def mark(self, path: FieldPath) -> None:
        """Marks what says a field."""
        self._path = path
        self.update()

    @property
    def marked(self) -> Area | None:
        """What is marked on this page."""
        return area_of(self._areas, self._path) if self._path else None

    def sizeHint(self) -> QSize:
        return QSize(560, 330)

    def heightForWidth(self, width: int) -> int:
        return round((width - 2 * _EDGE) * HEIGHT / WIDTH) + 2 * _EDGE

    def hasHeightForWidth(self) -> bool:
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        under = self._area_under(event.position())
        if under != self._under:
            self._under = under
            self.setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._under = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        area = self._area_under(event.position())
        if area is not None:
            self.picked.emit(area.block)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}.get(
            Qt.Key(event.key())
        )
        if step and self._areas:
            at = self._areas.index(self._under) + step if self._under in self._areas else 0
            self._under = self._areas[at % len(self._areas)]
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._under:
            self.picked.emit(self._under.block)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame()
        if not self._picture.isNull():
            for depth in range(4):
                painter.fillRect(frame.adjusted(-depth, -depth + 1, depth, depth + 1), QColor(0, 0, 0, 10))
            painter.drawImage(frame, self._picture)
            self._outline(painter, self.marked, Qt.PenStyle.SolidLine)
            self._outline(painter, self._under, Qt.PenStyle.DashLine)
        if self.hasFocus():
            painter.setPen(QPen(self._interface.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.end()

    def _outline(self, painter: QPainter, area: Area | None, style: Qt.PenStyle) -> None:
        if area is None:
            return
        frame = self._frame()
        scale = frame.width() / WIDTH
        box = QRectF(area.box.x * scale, area.box.y * scale, area.box.w * scale, area.box.h * scale)
        box = box.translated(frame.topLeft()).adjusted(-4, -4, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(255, 255, 255), 4))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QPen(QColor("#B0480B"), 2, style))
        painter.drawRoundedRect(box, 4, 4)

    def _draw(self) -> None:
        """Makes the picture anew, as sharp as the screen is."""
        frame, ratio = self._frame(), self.devicePixelRatioF()
        if self._shown is None or frame.width() < 1:
            self._picture = QImage()
        else:
            size = QSize(round(frame.width() * ratio), round(frame.height() * ratio))
            self._picture = self._raster.picture(self._shown.pdf, size)
        self.update()

    def _frame(self) -> QRectF:
        """Where the slide stands in the view."""
        room_w, room_h = self.width() - 2 * _EDGE, self.height() - 2 * _EDGE
        width = max(0.0, min(room_w, room_h * WIDTH / HEIGHT))
        height = width * HEIGHT / WIDTH
        return QRectF((self.width() - width) / 2, _EDGE, width, height)

    def _area_under(self, point: QPointF) -> Area | None:
        frame = self._frame()
        if not frame.contains(point):
            return None
        scale = WIDTH / frame.width()
        return area_at(self._areas, (point.x() - frame.x()) * scale, (point.y() - frame.y()) * scale)
