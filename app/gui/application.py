"""The program around the window: language, look, Qt's own words, and what happens when something breaks."""

import logging
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from app.files.settings import Settings
from app.gui.collecting import Collecting
from app.gui.constants_kept import keep_constants
from app.gui.contrast import contrast_look, follow_contrast, wants_contrast
from app.gui.document import Document
from app.gui.folders import Folders
from app.gui.icons import program_icon
from app.gui.interface import Interface
from app.gui.look import DARK, LIGHT, Look, base_font, look_for, palette, style_sheet
from app.gui.pages import make_page
from app.gui.preferences import Preferences
from app.gui.spelling import Spelling
from app.gui.window import MainWindow
from app.language.preferred import preferred_language
from app.language.told import Told
from app.model.base import TAGS
from app.project.choices import new_project
from app.project.ids import new_id


def run_application(path: Path | None) -> int:
    """Runs the window until it is closed."""
    keep_constants()
    program = QApplication(sys.argv[:1])
    Collecting(program)
    window = open_window(program, Preferences(), Folders.of_user())
    window.show()
    window.begin(path)
    sys.excepthook = teller(window)
    status = program.exec()
    sys.excepthook = sys.__excepthook__
    # Left to the interpreter's end, the window's parts would go in no order, each with what lies in it.
    window.deleteLater()
    program.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return status


def open_window(program: QApplication, preferences: Preferences, folders: Folders) -> MainWindow:
    """The main window with its start page, in the user's language and look."""
    name_program(program)
    settings = preferences.settings
    interface = Interface(settings.language or preferred_language(), wanted_look(program, settings))
    dress(program, interface)
    interface.spelling = Spelling(preferences, interface)
    document = Document(new_project(date.today(), interface.lang, new_id))
    window = MainWindow(document, interface, preferences, date.today, make_page, folders)
    for part in (
        interface,
        document,
        preferences,
        Translated(program, interface),
        Dressed(program, interface, preferences),
    ):
        part.setParent(window)
    interface.spelling.failed.connect(window.tell)
    program.aboutToQuit.connect(interface.spelling.stop)
    if preferences.complaint is not None:
        window.tell(preferences.complaint)
    return window


def name_program(program: QApplication) -> None:
    """Tells the system who we are."""
    program.setApplicationName("boardwright")
    program.setApplicationDisplayName("Boardwright")
    program.setOrganizationName("boardwright")
    program.setDesktopFileName("boardwright")
    program.setWindowIcon(program_icon())
    program.setStyle("Fusion")
    program.setFont(base_font(QFont(program.font())))


def dress(program: QApplication, interface: Interface) -> None:
    """Puts the look on: the palette, and the style sheet made of the same colours. High contrast is the system's own palette, with no
    style sheet over it."""
    look = interface.look
    program.setPalette(QPalette() if look.own else palette(look))
    program.setStyleSheet("" if look.own else style_sheet(look))


def wanted_look(program: QApplication, settings: Settings) -> Look:
    """The look that the user set, else the system's; high contrast comes before both."""
    if wants_contrast(program.styleHints()):
        return contrast_look(program.style().standardPalette())
    if settings.look == "system":
        return look_for(program.styleHints().colorScheme())
    return DARK if settings.look == "dark" else LIGHT


class Dressed(QObject):
    """Has the window follow the look that is set, or the system's when it changes."""

    def __init__(self, program: QApplication, interface: Interface, preferences: Preferences) -> None:
        super().__init__()
        self._program, self._interface, self._preferences = program, interface, preferences
        preferences.changed.connect(self._follow)
        program.styleHints().colorSchemeChanged.connect(self._follow)
        follow_contrast(program.styleHints(), self._follow)
        interface.look_changed.connect(self._dress)

    def _follow(self) -> None:
        self._interface.wear(wanted_look(self._program, self._preferences.settings))

    def _dress(self) -> None:
        dress(self._program, self._interface)


class Translated(QObject):
    """Has Qt's own buttons and menus speak the interface's language."""

    def __init__(self, program: QApplication, interface: Interface) -> None:
        super().__init__()
        self._program, self._interface = program, interface
        self._translator: QTranslator | None = None
        interface.language_changed.connect(self._speak)
        self._speak()

    def _speak(self) -> None:
        if self._translator is not None:
            self._program.removeTranslator(self._translator)
        locale = QLocale(TAGS[self._interface.lang].replace("-", "_"))
        QLocale.setDefault(locale)
        self._translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self._interface.lang}", folder):
            self._program.installTranslator(self._translator)


ExceptHook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def teller(window: MainWindow) -> ExceptHook:
    """What takes the place of a traceback: a message, with the work kept, and copied aside at once."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger(__name__).error("unexpected", exc_info=(kind, error, trace))
        window.keeping.autosave.keep()
        window.tell(error if isinstance(error, Told) else Told("window.broke", error=f"{kind.__name__}: {error}"))

    return tell
