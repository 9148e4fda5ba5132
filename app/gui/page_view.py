"""A page on screen: as large as wanted, with what the field in use says marked, and the field of what is clicked found."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from app.gui.interface import Interface
from app.gui.look import font
from app.gui.page_marks import Marks
from app.gui.page_picture import PagePicture
from app.gui.shown import Shown
from app.gui.slide_map import Area, area_at, area_of
from app.model.base import FieldPath

#: What a field is called.
NameOf = Callable[[FieldPath], str]
#: Room around the page, in pixels.
EDGE: Final = 12
#: Pixels for a point at 100 %.
_ACTUAL: Final = 96 / 72
LEAST, MOST = 0.5, 4.0
#: The steps of zooming by keys, as shares of the actual size.
STEPS: Final = (0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
#: How much a notch of the wheel zooms, and a full notch in eighths of a degree.
_NOTCH, _NOTCH_ANGLE = 1.1, 120
#: How long a pieced page stands before it is drawn as a whole, in milliseconds.
_REST: Final = 250
#: The shape of the view before there is a page: a slide's, in points.
_USUAL: Final = (960.0, 540.0)


class PageView(QAbstractScrollArea):
    """Shows a page. `picked` carries the field that was clicked, or reached with the keys; `picked_whole` the one that was
    double-clicked; `turned` by how many pages to go on; `zoomed` that the size is another."""

    picked = Signal(str)
    picked_whole = Signal(str)
    turned = Signal(int)
    zoomed = Signal()

    def __init__(self, interface: Interface, name_of: NameOf) -> None:
        super().__init__()
        self._interface, self._name_of = interface, name_of
        self._picture = PagePicture()
        self._shown: Shown | None = None
        self._path: FieldPath = ""
        self._under: Area | None = None
        self._zoom: float | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._settle)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 150)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        interface.look_changed.connect(self.viewport().update)

    # What is shown

    def show_page(self, shown: Shown | None) -> None:
        """Shows another page, or another state of it."""
        same = shown is not None and self._shown is not None and shown.key == self._shown.key
        self._shown = shown
        if not same:
            self._under = None
            self._picture.clear()
        self._fit_bars()
        if not same:
            self.verticalScrollBar().setValue(0)
        self._draw()

    def mark(self, path: FieldPath) -> None:
        """Marks what says a field, and brings it into sight."""
        self._path = path
        area = self.marked
        if area is not None:
            self._bring(area)
        self.viewport().update()

    @property
    def marked(self) -> Area | None:
        """What is marked on this page."""
        return area_of(self._areas, self._path) if self._path else None

    @property
    def page(self) -> QRectF:
        """Where the page stands in the viewport, in pixels, on whole pixels of the screen."""
        size, room = self._page_size(), self.viewport().size()
        left = max((room.width() - size.width()) / 2, float(EDGE)) - self.horizontalScrollBar().value()
        top = EDGE - self.verticalScrollBar().value()
        ratio = self.devicePixelRatioF()
        return QRectF(QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio), size)

    def place_of(self, area: Area) -> QRectF:
        """Where a part of the page stands in the viewport, in pixels."""
        page, scale = self.page, self._scale()
        box = QRectF(area.box.x * scale, area.box.y * scale, area.box.w * scale, area.box.h * scale)
        return box.translated(page.topLeft())

    # Zooming

    @property
    def percent(self) -> int:
        """How large the page is, 100 at its actual size."""
        return round(100 * self._scale() / _ACTUAL)

    @property
    def fits(self) -> bool:
        """Whether the page is as large as there is room for."""
        return self._zoom is None

    def fit(self) -> None:
        """Makes the page as large as there is room for: a page that is higher than wide fills the width."""
        self._zoom_to(None, self._middle())

    def zoom_by(self, steps: int) -> None:
        """Zooms in (1) or out (-1) to the next step."""
        now = self._scale() / _ACTUAL
        near = 1.01
        beyond = [step for step in STEPS if (step > now * near if steps > 0 else step < now / near)]
        if beyond:
            self._zoom_to(beyond[0 if steps > 0 else -1], self._middle())

    def zoom_to(self, percent: int) -> None:
        """Makes the page so large, from 50 to 400 percent."""
        self._zoom_to(percent / 100, self._middle())

    # Qt's events

    def sizeHint(self) -> QSize:
        return QSize(560, self.heightForWidth(560))

    def minimumSizeHint(self) -> QSize:
        return self.minimumSize()

    def heightForWidth(self, width: int) -> int:
        across, down = self._shown.size if self._shown else _USUAL
        return round((width - 2 * EDGE) * min(down / across, _USUAL[1] / _USUAL[0])) + 2 * EDGE

    def hasHeightForWidth(self) -> bool:
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bars()
        self._draw()
        if self.fits:
            self.zoomed.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / _NOTCH_ANGLE
            self._zoom_to(self._scale() / _ACTUAL * _NOTCH**notches, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._area_under(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        area = self._area_under(event.position())
        if area is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(area.block)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        area = self._area_under(event.position())
        if area is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked_whole.emit(area.block)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}.get(key)
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(key)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif step:
            self._walk(step)
        elif pages:
            self.turned.emit(pages)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._under:
            self.picked.emit(self._under.block)
        elif key == Qt.Key.Key_Escape and self._path:
            self.picked.emit(self._path)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        page = self.page
        if not self._picture.image.isNull():
            for depth in range(1, 4):
                painter.setPen(QColor(0, 0, 0, 24 - 6 * depth))
                painter.drawRect(page.adjusted(-depth, 1 - depth, depth - 1, depth))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(page, Qt.GlobalColor.white)
            painter.drawImage(page, self._picture.image)
            marks = Marks(painter, self._interface, font("help", self.font(), strong=True))
            if self.marked is not None:
                marks.solid(self.place_of(self.marked))
            if self._under is not None:
                marks.dashed(self.place_of(self._under), self._name_of(self._under.block), self.viewport().rect())
        if self.hasFocus():
            Marks(painter, self._interface, self.font()).focus(self.viewport().rect())
        painter.end()

    # Its own

    @property
    def _areas(self) -> tuple[Area, ...]:
        return self._shown.areas if self._shown else ()

    def _scale(self) -> float:
        """Pixels for a point."""
        if self._zoom is not None:
            return self._zoom * _ACTUAL
        across, down = self._shown.size if self._shown else _USUAL
        room = self.viewport().size()
        width = max(room.width() - 2 * EDGE, 1) / across
        return width if down > across else min(width, max(room.height() - 2 * EDGE, 1) / down)

    def _page_size(self) -> QSizeF:
        """The page's size in pixels, whole pixels of the screen."""
        across, down = self._shown.size if self._shown else _USUAL
        ratio = self.devicePixelRatioF()
        scale = self._scale() * ratio
        return QSizeF(round(across * scale) / ratio, round(down * scale) / ratio)

    def _fit_bars(self) -> None:
        """Sets how far can be scrolled. The upright bar stays where a page fills the width, which would change with it."""
        across, down = self._shown.size if self._shown else _USUAL
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOff if self.fits else policy.ScrollBarAsNeeded)
        upright = policy.ScrollBarAsNeeded if not self.fits else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if self.fits and down > across else upright)
        size, room = self._page_size(), self.viewport().size()
        for bar, needs, has in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            bar.setRange(0, max(0, round(needs) + 2 * EDGE - has))
            bar.setPageStep(max(has - 2 * EDGE, 1))
            bar.setSingleStep(40)

    def _zoom_to(self, zoom: float | None, at: QPointF) -> None:
        """Zooms so that the point of the page under `at` stays there."""
        page, old = self.page, self._scale()
        self._zoom = None if zoom is None else min(max(zoom, LEAST), MOST)
        self._fit_bars()
        grown = self._scale() / old
        for bar, point, start in (
            (self.horizontalScrollBar(), at.x(), page.x()),
            (self.verticalScrollBar(), at.y(), page.y()),
        ):
            bar.setValue(round(EDGE + (point - start) * grown - point))
        self._draw()
        self.viewport().update()
        self.zoomed.emit()

    def _middle(self) -> QPointF:
        """What stays where it is when no pointer says so: the marked part where it is in sight, else the middle."""
        room = QRectF(self.viewport().rect())
        marked = self.place_of(self.marked).center() if self.marked is not None else room.center()
        return marked if room.contains(marked) else room.center()

    def _draw(self) -> None:
        """Makes the picture anew, as sharp as the screen is, and shows what is different."""
        if self._shown is None or self.viewport().width() < 3 * EDGE:
            self._picture.clear()
            self.viewport().update()
            return
        ratio, size = self.devicePixelRatioF(), self._page_size()
        part = self._picture.draw(self._shown, QSize(round(size.width() * ratio), round(size.height() * ratio)))
        if self._picture.pieced:
            self._rest.start()
            scale = size.width() / max(self._picture.image.width(), 1)
            changed = QRectF(part.x() * scale, part.y() * scale, part.width() * scale, part.height() * scale)
            self.viewport().update(changed.translated(self.page.topLeft()).toAlignedRect().adjusted(-8, -8, 8, 8))
        else:
            self.viewport().update()

    def _settle(self) -> None:
        self._picture.settle()
        self.viewport().update()

    def _hover(self, area: Area | None) -> None:
        if area != self._under:
            self._under = area
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if area else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def _walk(self, step: int) -> None:
        """Goes on to the next part in reading order."""
        if self._areas:
            at = self._areas.index(self._under) + step if self._under in self._areas else 0
            self._under = self._areas[at % len(self._areas)]
            self._bring(self._under)
            self.setAccessibleDescription(self._name_of(self._under.block))
            self.viewport().update()

    def _bring(self, area: Area) -> None:
        """Scrolls a part of the page into sight."""
        place, room = self.place_of(area), self.viewport().rect()
        for bar, start, end, has in (
            (self.horizontalScrollBar(), place.left(), place.right(), room.width()),
            (self.verticalScrollBar(), place.top(), place.bottom(), room.height()),
        ):
            if start < EDGE or end > has - EDGE:
                bar.setValue(round(bar.value() + start - min(EDGE * 4, max(has - (end - start), EDGE))))

    def _area_under(self, point: QPointF) -> Area | None:
        page = self.page
        if not page.contains(point):
            return None
        scale = self._scale()
        return area_at(self._areas, (point.x() - page.x()) / scale, (point.y() - page.y()) / scale)
