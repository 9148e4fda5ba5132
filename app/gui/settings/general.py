"""General settings: language, look, spelling, search in past projects, autosave."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtWidgets import QCheckBox, QWidget

from app.gui.interface import Interface
from app.gui.preferences import Preferences
from app.gui.settings.parts import Sheet, choice, segments
from app.gui.settings.past import add_past
from app.model.base import LANGS, Lang

#: Seconds between a change and its copy that may be picked, beside never.
_INTERVALS: Final = (5, 20, 60, 300)
_LOOKS: Final = ("system", "light", "dark")


def general(preferences: Preferences, say: Interface) -> QWidget:
    """The page of general settings."""

    def keep(**changes: Any) -> None:
        preferences.keep(preferences.settings.model_copy(update=changes))

    settings, sheet = preferences.settings, Sheet(say, "general")
    languages: Sequence[tuple[Lang, str]] = [(lang, say(f"start.lang-{lang}")) for lang in LANGS]
    sheet.add("language", segments(languages, say.lang, say.speak))
    looks = [(look, say(f"settings.look-{look}")) for look in _LOOKS]
    sheet.add("look", segments(looks, settings.look, lambda look: keep(look=look)))
    spelling = QCheckBox(say("settings.spelling-on"))
    spelling.setChecked(settings.spelling)
    spelling.clicked.connect(lambda: keep(spelling=spelling.isChecked()))
    sheet.add("spelling", spelling)
    sheet.tell(say("settings.spelling-help"))
    add_past(sheet, preferences, say)
    seconds: set[int] = {*_INTERVALS, settings.autosave} - {0}
    intervals = [(each, _after(each, say)) for each in (*sorted(seconds), 0)]
    sheet.add("autosave", choice(intervals, settings.autosave, lambda interval: keep(autosave=interval)))
    sheet.tell(say("settings.autosave-help"))
    return sheet


def _after(seconds: int, say: Interface) -> str:
    if not seconds:
        return say("settings.never")
    if seconds % 60:
        return say("settings.after-seconds", n=seconds)
    return say("settings.after-minutes", n=seconds // 60)
