"""The organisation's settings: what new projects begin with."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from app.gui.forms.wording import CLASSIFICATIONS, MONTHS, ORGANISATION_KINDS, SCALES
from app.gui.interface import Interface
from app.gui.preferences import Preferences
from app.gui.settings.files import FileKept, add_file
from app.gui.settings.parts import Sheet, choice, line, segments
from app.layout.themes import THEMES
from app.services.export import word_template_at
from app.services.outfit import taken_logo
from app.services.package import FIELDS, USUAL_NAMES
from app.services.templates import template_at

#: Currencies that may be picked; another that is set already is offered too.
_CURRENCIES: Final = ("SEK", "EUR", "NOK", "DKK", "USD", "GBP")
_LOGO_HEIGHT: Final = 36


def organisation(preferences: Preferences, say: Interface) -> QWidget:
    """The page of the organisation's settings."""

    def keep(name: str) -> Callable[[Any], None]:
        def kept(value: object) -> None:
            whose = preferences.settings.organisation.model_copy(update={name: value})
            preferences.keep(preferences.settings.model_copy(update={"organisation": whose}))

        return kept

    whose, sheet = preferences.settings.organisation, Sheet(say, "organisation")
    sheet.add("name", line(whose.name, keep("name")))
    sheet.add("kind", choice(_worded(ORGANISATION_KINDS, say), whose.kind, keep("kind")))
    _add_logo(sheet, preferences, say)
    themes = [(theme, say(f"theme.{theme}")) for theme in THEMES]
    sheet.add("theme", choice(themes, whose.theme, keep("theme")))
    _add_template(sheet, preferences, say)
    _add_word_template(sheet, preferences, say)
    _add_names(sheet, preferences, say)
    sheet.add("classification", segments(_worded(CLASSIFICATIONS, say), whose.classification, keep("classification")))
    currencies = [(code, code) for code in dict.fromkeys((*_CURRENCIES, whose.currency))]
    sheet.add("currency", choice(currencies, whose.currency, keep("currency")))
    sheet.add("scale", segments(_worded(SCALES, say), whose.scale, keep("scale")))
    sheet.add("fiscal", choice(_worded(MONTHS, say), whose.fiscal_year_starts, keep("fiscal_year_starts")))
    return sheet


def _worded(options: Any, say: Interface) -> list[tuple[Any, str]]:
    return [(value, say.say(wording)) for value, wording in options]


def _add_logo(sheet: Sheet, preferences: Preferences, say: Interface) -> None:
    """A row with the logo, and the ways to choose another or none."""
    picture = QLabel()

    def shown(file: str) -> None:
        found = QPixmap(file) if file else QPixmap()
        if not found.isNull():
            found = found.scaledToHeight(_LOGO_HEIGHT, Qt.TransformationMode.SmoothTransformation)
        picture.setPixmap(found)
        picture.setVisible(not found.isNull())

    kept = FileKept("logo", "logo_file", f"{say('settings.pictures')} (*.png *.jpg *.jpeg)", taken_logo, shown)
    add_file(sheet, preferences, say, kept, picture)


def _add_template(sheet: Sheet, preferences: Preferences, say: Interface) -> None:
    """A row with the template that decks stand on."""
    kind = f"{say('settings.templates')} (*.pptx *.potx *.pptm *.potm)"
    add_file(sheet, preferences, say, FileKept("template", "template_file", kind, template_at), None)


def _add_word_template(sheet: Sheet, preferences: Preferences, say: Interface) -> None:
    """A row with the template that reports in Word are written in."""
    kind = f"{say('export.word-kinds')} (*.docx *.dotx)"
    add_file(sheet, preferences, say, FileKept("word-template", "word_template_file", kind, word_template_at), None)


def _add_names(sheet: Sheet, preferences: Preferences, say: Interface) -> None:
    """A row with the pattern of file names in a package for a meeting."""

    def keep(names: str) -> None:
        preferences.keep(preferences.settings.model_copy(update={"package_names": names.strip()}))

    names = line(preferences.settings.package_names, keep)
    names.setPlaceholderText(USUAL_NAMES)
    sheet.add("package-names", names)
    sheet.tell(say("settings.package-names-help", fields=", ".join(f"{{{field}}}" for field in FIELDS)))
