"""The windows of a show: the slide on the audience's screen, the presenter's view on one's own; one after the other on one screen."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QWidget

from app.gui.interface import Interface
from app.gui.presenting.plain_page import PlainPage
from app.gui.presenting.presenter import Presenter
from app.gui.presenting.show import Show
from app.language.catalogue import Words

_STEPS: Final = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_N: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Backspace: -1,
    Qt.Key.Key_P: -1,
}


class AudienceWindow(PlainPage):
    """The slide alone, on black. A click goes on."""

    clicked = Signal()
    closing = Signal()

    def __init__(self, show: Show, interface: Interface) -> None:
        super().__init__(QColor(0, 0, 0))
        self._show = show
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowTitle(Words("preview", interface.lang)("present.audience"))
        self.setAccessibleName(self.windowTitle())
        self.setCursor(Qt.CursorShape.BlankCursor)
        show.changed.connect(self._follow)
        show.darkened.connect(self._follow)
        self._follow()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.clicked.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closing.emit()

    def _follow(self) -> None:
        self.show_page(None if self._show.dark else self._show.now)


class Stage(QObject):
    """Puts the windows of a show on the screens, and reads the keys in both. `ended` says that the show is over."""

    ended = Signal()

    def __init__(self, show: Show, interface: Interface, home: QWidget) -> None:
        """`home` is the window that the show was begun from; the presenter's view stands on its screen."""
        super().__init__(home)
        self._show, self._home = show, home
        self.presenter = Presenter(show, interface)
        self.audience = AudienceWindow(show, interface)
        self._over = False
        for window in (self.presenter, self.audience):
            window.installEventFilter(self)
            window.closing.connect(self.end)
        self.audience.clicked.connect(lambda: show.step(1))
        self.presenter.ends.connect(self.end)
        self.presenter.swaps.connect(self.swap)
        self.presenter.alone.connect(self.show_alone)

    def begin(self) -> None:
        """Shows the windows."""
        own, other = self._screens()
        self._put(self.presenter, own)
        if other is not None:
            self._put(self.audience, other)
            self.presenter.activateWindow()
        self.presenter.tell_screens(2 if other else 1)
        self.presenter.setFocus(Qt.FocusReason.OtherFocusReason)

    def swap(self) -> None:
        """Has the windows change screens."""
        own, other = self.presenter.screen(), self.audience.screen()
        if self.audience.isVisible() and own is not other:
            self._put(self.presenter, other)
            self._put(self.audience, own)

    def show_alone(self) -> None:
        """Shows the slide alone where the presenter's view is, or that view again."""
        if self._screens()[1] is not None:
            return
        if self.audience.isVisible():
            self.audience.hide()
            self.presenter.activateWindow()
        else:
            self._put(self.audience, self.presenter.screen())
            self.audience.activateWindow()

    def end(self) -> None:
        """Ends the show: its windows are closed."""
        if self._over:
            return
        self._over = True
        for window in (self.audience, self.presenter):
            window.close()
            window.deleteLater()
        self._show.deleteLater()
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress and not event.modifiers():
            return self._key(Qt.Key(event.key()))
        return False

    def _key(self, key: Qt.Key) -> bool:
        """Does what a key says. False for one that says nothing here."""
        if key in _STEPS:
            self._show.step(_STEPS[key])
        elif key == Qt.Key.Key_Home:
            self._show.first()
        elif key in (Qt.Key.Key_B, Qt.Key.Key_Period):
            self._show.darken()
        elif key == Qt.Key.Key_F:
            self.show_alone()
        elif key == Qt.Key.Key_T:
            self.presenter.hold()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            alone = self.audience.isVisible() and self._screens()[1] is None
            (self.show_alone if alone else self.end)()
        else:
            return False
        return True

    def _screens(self) -> tuple[QScreen, QScreen | None]:
        """The presenter's screen, and the audience's where there is another."""
        own = self._home.screen()
        return own, next((screen for screen in QGuiApplication.screens() if screen is not own), None)

    @staticmethod
    def _put(window: QWidget, screen: QScreen) -> None:
        """Fills a screen with a window."""
        window.hide()
        window.setGeometry(screen.geometry())
        window.showFullScreen()
