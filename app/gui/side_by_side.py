"""Two texts side by side, in full, with the words marked in which they differ."""

from typing import Final

from PySide6.QtWidgets import QGridLayout, QLabel, QTextEdit, QWidget

from app.gui.interface import Interface
from app.project.differences import word_difference, words_apart

#: So high at most, in pixels; longer texts scroll.
_HEIGHT: Final = 112


class SideBySide(QWidget):
    """What stands on the left and on the right, each under its head; both empty until something is shown."""

    def __init__(self, interface: Interface, left: str, right: str) -> None:
        super().__init__()
        self._say = interface
        self.left, self.right = QTextEdit(), QTextEdit()
        self._heads = QLabel(), QLabel()
        column = QGridLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setHorizontalSpacing(16)
        for at, (head, text) in enumerate(zip(self._heads, (self.left, self.right), strict=True)):
            head.setProperty("tone", "secondary")
            text.setReadOnly(True)
            text.setMaximumHeight(_HEIGHT)
            text.setTabChangesFocus(True)
            column.addWidget(head, 0, at)
            column.addWidget(text, 1, at)
        self.entitle(left, right)

    def entitle(self, left: str, right: str) -> None:
        """Names both sides."""
        for head, text, name in zip(self._heads, (self.left, self.right), (left, right), strict=True):
            head.setText(name)
            text.setAccessibleName(name)

    def show_apart(self, one: str, other: str) -> None:
        """Shows two texts of which neither is the older; nothing is marked where there is only one."""
        mark = self._say.color("selection").name()
        self._show(words_apart(one, other or one, mark)[0], words_apart(one or other, other, mark)[1])

    def show_change(self, before: str, after: str) -> None:
        """Shows what became of a text: what went is struck through, what came underlined."""
        gone, come = self._say.color("error-fill").name(), self._say.color("selection").name()
        self._show(*word_difference(before, after, gone, come))

    def _show(self, left: str, right: str) -> None:
        self.left.setHtml(left)
        self.right.setHtml(right)
