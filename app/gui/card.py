"""A button as large as what stands in it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget


class Card(QPushButton):
    """A button with words and pictures inside, laid out by `inner`. Subclasses fill it."""

    def __init__(self, name: str, inner: QBoxLayout) -> None:
        super().__init__()
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.inner = inner
        self.setLayout(inner)

    def hold(self, *widgets: QWidget) -> None:
        """Lets clicks on what stands in the card through to the card."""
        for widget in widgets:
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return self.inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.inner.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, arg__1: int) -> int:
        return self.inner.heightForWidth(arg__1)
