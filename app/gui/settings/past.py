"""The row of the settings about the index of past projects: whether there is one, where it lies, and a way to clear it."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton

from app.files.errors import UserError
from app.gui.interface import Interface
from app.gui.preferences import Preferences
from app.gui.settings.parts import Sheet
from app.services.past import clear, index_in


def add_past(sheet: Sheet, preferences: Preferences, say: Interface) -> None:
    """Adds the row. Switched off, the index is taken away at once."""
    index = index_in(preferences.folder)
    on, empty = QCheckBox(say("settings.past-on")), QPushButton(say("settings.past-clear"))
    row = QHBoxLayout()
    row.addWidget(on)
    row.addStretch(1)
    row.addWidget(empty)
    sheet.add("past", row, on)
    below = sheet.tell(say("settings.past-help", file=index))

    def take_away() -> None:
        try:
            clear(index)
        except UserError as error:
            below.setText(error.told(say.lang))
        else:
            below.setText(say("settings.past-cleared"))

    def switch() -> None:
        preferences.keep(preferences.settings.model_copy(update={"past": on.isChecked()}))
        below.setText(say("settings.past-help", file=index))
        if not on.isChecked():
            take_away()

    on.setChecked(preferences.settings.past)
    on.clicked.connect(switch)
    empty.setProperty("link", True)
    empty.clicked.connect(take_away)
