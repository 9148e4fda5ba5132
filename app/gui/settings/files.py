"""A row of the settings in which a file is chosen: looked through before it is kept."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from app.files.errors import UserError
from app.gui.background import Background
from app.gui.file_dialogs import ask_which
from app.gui.interface import Interface
from app.gui.preferences import Preferences
from app.gui.settings.parts import Sheet


class FileKept(NamedTuple):
    """Which file: its words in the catalogue, the setting that holds its path, the kinds offered, what looks it through (raises
    UserError), and what shows another one."""

    key: str
    setting: str
    kinds: str
    look_through: Callable[[Path], object]
    show: Callable[[str], object] = bool


def add_file(sheet: Sheet, preferences: Preferences, say: Interface, kept: FileKept, picture: QLabel | None) -> None:
    """Adds the row: what is chosen, and the ways to choose another or none."""
    pick, drop = QPushButton(say(f"settings.pick-{kept.key}")), QPushButton(say("settings.drop"))
    drop.setProperty("link", True)
    row = QHBoxLayout()
    row.setSpacing(10)
    for widget in (picture, pick, drop):
        if widget is not None:
            row.addWidget(widget)
    row.addStretch(1)
    sheet.add(kept.key, row, pick)
    below, background = sheet.tell(""), Background(sheet)

    def show() -> None:
        file = str(getattr(preferences.settings, kept.setting))
        kept.show(file)
        drop.setVisible(bool(file))
        below.setText(file or say(f"settings.{kept.key}-help"))

    def keep(name: str) -> None:
        preferences.keep(preferences.settings.model_copy(update={kept.setting: name}))
        show()

    def complain(error: UserError) -> None:
        below.setText(error.told(say.lang))

    def take(name: str) -> None:
        background.run(lambda: kept.look_through(Path(name)), lambda _: keep(name), complain)

    def ask() -> None:
        ask_which(sheet, say(f"settings.pick-{kept.key}"), kept.kinds, take)

    pick.clicked.connect(ask)
    drop.clicked.connect(lambda: keep(""))
    show()
