"""A small word below a field in use: how what is typed was understood. It lies over the page, so that nothing moves."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from app.gui.look import font


class Understood(QLabel):
    """Says a value right below an editor."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setObjectName("understood")
        self.setFont(font("help", self.font()))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        editor.destroyed.connect(self.clear)  # nothing is left to stand below

    def say(self, words: str) -> None:
        """Shows the words, or goes away when there are none."""
        self.setText(words)
        if not words:
            self.hide()
            return
        self._editor.setAccessibleDescription(words)
        window = self._editor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            self._watch()
        self.adjustSize()
        self._stand()
        QTimer.singleShot(0, self, self._stand)  # once what is below the field has taken its place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays below the editor when what it lies in moves: a complaint that goes away, a page that is scrolled."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._stand()
        return super().eventFilter(watched, event)

    def _watch(self) -> None:
        """Hears of every move of the editor and of what it lies in. A filter that is set again is set once."""
        window = self._editor.window()
        widget: QWidget | None = self._editor
        while widget is not None and widget is not window:
            widget.installEventFilter(self)
            widget = widget.parentWidget()

    def _stand(self) -> None:
        """Takes its place below the editor."""
        if not self.text():
            return
        window = self._editor.window()
        below = self._editor.mapTo(window, QPoint(0, self._editor.height() + 2))
        self.move(max(0, min(below.x(), window.width() - self.width())), below.y())
        self.show()
        self.raise_()
