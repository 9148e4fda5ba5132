"""While an export is made: how far it has come, and the question when a file is open in another program."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.gui.export.process import Progress, Refused
from app.gui.interface import Interface
from app.gui.look import font
from app.services.putting import Way, beside

#: A file's name on a button is never longer, in pixels.
_NAME: Final = 280


class Working(QWidget):
    """`answered` carries the Way that the user chose for a file that was refused."""

    answered = Signal(object)

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._say = interface
        self._bar, self._doing = QProgressBar(), QLabel()
        self._question = QFrame()
        self._which, self._why = QLabel(), QLabel()
        self._buttons = QHBoxLayout()
        self._lay_out()

    def begin(self) -> None:
        """Shows that nothing is done yet."""
        self._question.hide()
        self._bar.setValue(0)
        self._doing.setText(self._say("export.preparing"))

    def show_progress(self, progress: Progress) -> None:
        """Shows how far it has come."""
        self._bar.setValue(round(progress.part * 100))
        self._doing.setText(self._say(f"export.making-{progress.product}"))

    def show_stopping(self) -> None:
        """Shows that it is being stopped."""
        self._question.hide()
        self._doing.setText(self._say("export.stopping"))

    def ask(self, refused: Refused) -> None:
        """Asks what to do with a file that cannot be put in its place."""
        say, path = self._say, refused.path
        self._which.setText(path.name)
        self._why.setText(f"{refused.why.told.told(say.lang)} {say('export.refused')}")
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        other = beside(path)
        name = self.fontMetrics().elidedText(other.name, Qt.TextElideMode.ElideMiddle, _NAME)
        self._offer(say("export.again"), Way(path), primary=True)
        shortened = self._offer(say("export.beside", name=name), Way(other))
        shortened.setAccessibleName(say("export.beside", name=other.name))
        if refused.why.key in ("write.open-by", "write.open-in-office"):
            self._offer(say("export.over"), Way(path, over=True))
        self._offer(say("export.skip"), Way(None))
        self._buttons.addStretch(1)
        self._question.show()

    def _offer(self, words: str, way: Way, *, primary: bool = False) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("primary", primary)

        def chosen() -> None:
            self._question.hide()
            self.answered.emit(way)

        button.clicked.connect(chosen)
        self._buttons.addWidget(button)
        return button

    def _lay_out(self) -> None:
        say = self._say
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(say("export.progress"))
        calm = QLabel(say("export.calm"))
        for label in (self._doing, calm):
            label.setProperty("tone", "secondary")
            label.setWordWrap(True)
        self._question.setObjectName("wrong")
        self._which.setFont(font("body", self.font(), strong=True))
        self._why.setWordWrap(True)
        self._buttons.setSpacing(8)
        inner = QVBoxLayout(self._question)
        inner.setContentsMargins(16, 14, 16, 14)
        inner.setSpacing(8)
        inner.addWidget(self._which)
        inner.addWidget(self._why)
        inner.addLayout(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 36, 24, 24)
        column.setSpacing(12)
        for widget in (self._doing, self._bar, self._question, calm):
            column.addWidget(widget)
        column.addStretch(1)
