"""The whole way, by mouse and keys alone: start, pick, annotate, reorder, look, export, save, close, and open again."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
)
from pytestqt.qtbot import QtBot

from app.files.settings import Settings
from app.gui.application import open_window
from app.gui.export.dialog import ExportDialog
from app.gui.folders import Folders
from app.gui.library.shelf import ShelfView
from app.gui.preferences import Preferences
from app.gui.slide_list import SlideList
from app.gui.window import MainWindow
from app.model.project import Project
from tests.gui.hands import button, click, click_row, press, the, write

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Dialog = TypeVar("Dialog", bound=QDialog)
#: Where a pattern's mark stands in its row of the shelf, in pixels.
_MARK = QPoint(28, 18)


def test_from_the_start_page_to_a_deck_and_back(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "Plan.boardwright"
    window = opened(qapp, tmp_path, qtbot)
    click(the(QPushButton, window.start, "Tomt projekt"))
    pick_three(window)
    name_the_matter(window)
    annotate(window)
    reorder(window)
    look_and_go_to_the_field(window)
    deck = export(window, tmp_path, qtbot)
    assert deck.read_bytes().startswith(b"PK")
    save(window, file, qtbot)
    before = window.document.project
    window.close()
    assert not window.isVisible()
    window.deleteLater()

    again = opened(qapp, tmp_path, qtbot)
    # Its card shows the title once the file has been looked into, beside the window's other work.
    qtbot.waitUntil(lambda: bool(cards(again)), timeout=30_000)
    click(cards(again)[0])
    qtbot.waitUntil(again.bench.isVisible)
    holds_what_was_done(again.document.project, before)
    again.close()
    again.deleteLater()


def opened(program: QApplication, folder: Path, qtbot: QtBot) -> MainWindow:
    """The program as it starts, with the settings and recent projects of before."""
    preferences = Preferences(folder / "settings.toml")
    if not (folder / "settings.toml").exists():
        preferences.keep(Settings(language="sv", look="light", spelling=False))
    window = open_window(program, preferences, Folders(folder / "recovery", folder / "covers"))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def cards(window: MainWindow) -> list[QAbstractButton]:
    """What opens the project that was just saved."""
    found = window.start.findChildren(QAbstractButton)
    return [button for button in found if "Gemensam väg framåt" in button.accessibleName()]


def pick_three(window: MainWindow) -> None:
    """Three patterns from the library: by key, by search and key, by the mouse."""
    press(window, Qt.Key.Key_2, CTRL)
    shelf = the(ShelfView, window)
    shelf.setFocus()
    press(shelf, Qt.Key.Key_Space)
    search = the(QLineEdit, window, "Sök i biblioteket")
    write(search, "bransch")
    press(search, Qt.Key.Key_Down)
    press(shelf, Qt.Key.Key_Space)
    search.clear()
    third = shelf.shelf.index(3)
    shelf.scrollTo(third)
    QTest.mouseClick(shelf.viewport(), Qt.MouseButton.LeftButton, pos=shelf.visualRect(third).topLeft() + _MARK)
    assert len(window.document.project.patterns) == 3
    assert "hyper-industries" in [chosen.pattern.id for chosen in window.document.project.patterns]


def name_the_matter(window: MainWindow) -> None:
    press(window, Qt.Key.Key_1, CTRL)
    title = the(QLineEdit, window.bench, "Ärenderubrik")
    click(title)
    write(title, "Gemensam väg framåt")
    shown = window.preview.shown
    assert shown is not None


def annotate(window: MainWindow) -> None:
    """From the library to the form of the pattern that was picked by search, and into its analysis."""
    press(window, Qt.Key.Key_2, CTRL)
    shelf = the(ShelfView, window)
    path = "library/disintegration/hyper-industries"
    click_row(shelf, shelf.shelf.index_of(path))
    click(button(window, "Skriv vår analys"))
    field = the(QTextEdit, window.bench, "Vår analys")
    click(field)
    write(field, "Nya aktörer möter våra invånare före oss.")


def reorder(window: MainWindow) -> None:
    """The options go up two steps, past what stands before them."""
    press(window, Qt.Key.Key_8, CTRL)
    slides = the(SlideList, window)
    slides.setFocus()
    press(slides, Qt.Key.Key_End)
    last = slides.current
    press(slides, Qt.Key.Key_Home)
    press(slides, Qt.Key.Key_Down)
    moved = slides.current
    press(slides, Qt.Key.Key_Down, ALT)
    assert slides.current == moved != last
    assert window.document.project.storyline.order[2] == moved


def look_and_go_to_the_field(window: MainWindow) -> None:
    """The preview shows what was written, and a click on it leads there."""
    chosen = next(one for one in window.document.project.patterns if one.pattern.id == "hyper-industries")
    slides, view = the(SlideList, window), window.result.view
    assert slides.look_at(f"pattern/{chosen.id}")
    QApplication.processEvents()
    shown = window.preview.shown
    assert shown is not None
    part = next(area for area in shown.areas if area.block.endswith("/meaning"))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.place_of(part).center().toPoint())
    assert window.bench.place == f"patterns/{chosen.id}"
    assert window.focusWidget().accessibleName() == "Vår analys"


def export(window: MainWindow, folder: Path, qtbot: QtBot) -> Path:
    press(window, Qt.Key.Key_E, CTRL)
    dialog = the_open(ExportDialog)
    the(QLineEdit, dialog, "Mapp").setText(str(folder))
    for box in dialog.findChildren(QCheckBox):
        if box.isChecked() and box.text() != "Presentation, PowerPoint":
            click(box)
    (deck,) = dialog.targets.values()
    click(button(dialog, "Exportera en fil"))
    qtbot.waitUntil(lambda: any("klar" in label.text() for label in dialog.findChildren(QLabel)), timeout=60_000)
    click(button(dialog, "Stäng"))
    return deck


def save(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    press(window, Qt.Key.Key_S, CTRL)
    dialog = the_open(QFileDialog)
    dialog.setDirectory(str(file.parent))
    dialog.selectFile(str(file))
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: file.exists() and window.document.is_clean)


def holds_what_was_done(project: Project, before: Project) -> None:
    assert project == before
    assert project.matter.title.root == {"sv": "Gemensam väg framåt"}
    chosen = next(one for one in project.patterns if one.pattern.id == "hyper-industries")
    assert chosen.meaning.root == {"sv": "Nya aktörer möter våra invånare före oss."}
    assert len(project.patterns) == 3
    assert project.storyline.order


def the_open(kind: type[Dialog]) -> Dialog:
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    assert len(found) == 1
    return found[0]
