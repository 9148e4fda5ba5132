"""What tests of the window may ask for: a document, an interface, and proof that nothing is left behind."""

import gc
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.files.settings import Settings
from app.gui.application import open_window
from app.gui.constants_kept import keep_constants
from app.gui.document import Document
from app.gui.folders import Folders
from app.gui.interface import Interface
from app.gui.look import LIGHT
from app.gui.preferences import Preferences
from app.gui.window import MainWindow
from app.model.base import text
from app.model.project import Action, Matter, Meeting, Organisation, Project

keep_constants()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Lets pass what only the screenless platform complains of."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def fresh_settings(tmp_path: Path) -> None:
    """Window state and recent projects of this test alone."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Fails a test that leaves a thread, a running timer or a window behind, or a part of one that is nobody's."""
    threads = set(threading.enumerate())
    gc.disable()  # as in the program, see app/gui/collecting.py
    yield
    qapp.sendPostedEvents(None, 52)  # deferred deletions
    gc.collect()
    gc.enable()
    assert set(threading.enumerate()) <= threads, "threads left"
    left = QApplication.topLevelWidgets()
    assert not left, f"windows left: {left}"
    running = [timer for timer in _timers(qapp) if timer.isActive()]
    assert not running, f"timers left: {running}"


def _timers(qapp: QApplication) -> list[QTimer]:
    roots: list[QObject] = [qapp, *QApplication.topLevelWidgets()]
    return [timer for root in roots for timer in root.findChildren(QTimer)]


def key(number: int) -> str:
    """An id for tests."""
    return f"{number:032x}"


@pytest.fixture
def project() -> Project:
    """A small project: a matter with a meeting, and one action of its own."""
    return Project(
        id=key(1),
        created=date(2026, 11, 2),
        organisation=Organisation(name="Almesjö kommun"),
        matter=Matter(
            title=text("Digital strategi 2027–2029"),
            route=(Meeting(id=key(2), body=text("Kommunstyrelsen"), on=date(2026, 12, 8)),),
        ),
        actions=(Action(id=key(3), title=text("Öppna lokalbokningen"), owner="Jonas Ek"),),
    )


@pytest.fixture
def interface(qapp: QApplication) -> Interface:
    """A Swedish window in the light look."""
    return Interface("sv", LIGHT, qapp)


@pytest.fixture
def document(project: Project, qapp: QApplication) -> Document:
    """The small project, open and saved nowhere."""
    return Document(project, parent=qapp)


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The main window at its start page, in Swedish, with settings of its own; larger than the screenless platform's screen."""
    preferences = Preferences(tmp_path / "settings.toml")
    preferences.keep(Settings(language="sv", look="light", spelling=False))
    made = open_window(qapp, preferences, Folders(tmp_path / "recovery", tmp_path / "covers"))
    made.setWindowState(Qt.WindowState.WindowNoState)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.document.stack.setClean()
    made.close()
    made.deleteLater()


@pytest.fixture
def empty(window: MainWindow) -> MainWindow:
    """The window on an empty project."""
    window.files.new("empty")
    return window


@pytest.fixture
def sample(window: MainWindow) -> MainWindow:
    """The window on the filled-in municipality."""
    window.files.new("municipality")
    return window
