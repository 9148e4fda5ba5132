"""A question to the user: what happened, what is safe, and buttons named after what they do."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from app.gui.interface import Interface

Do = Callable[[], object]


class Answer(NamedTuple):
    """A button: its words, and what it does."""

    words: str
    do: Do


def ask(
    window: QWidget, say: Interface, name: str, text: str, more: str, answers: Sequence[Answer], stay: str = ""
) -> QMessageBox:
    """Asks without stopping the program. The first answer is the usual one (Enter); Esc and the last button, `stay`, change nothing."""
    box = QMessageBox(window)
    box.setObjectName(name)
    box.setWindowTitle(say("app.name"))
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(text)
    box.setInformativeText(more)
    buttons: dict[QPushButton, Do] = {}
    for answer in answers:
        buttons[box.addButton(answer.words, QMessageBox.ButtonRole.ActionRole)] = answer.do
    leave = box.addButton(stay or say("files.stay"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(next(iter(buttons)))
    box.setEscapeButton(leave)

    def answered() -> None:
        for button, do in buttons.items():
            if box.clickedButton() is button:
                do()

    box.finished.connect(answered)
    box.finished.connect(box.deleteLater)
    box.open()
    return box
