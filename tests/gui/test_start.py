"""The start page: recent projects with their covers, what is missing, the tour."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.gui.card import Card
from app.gui.recent import Recent
from app.gui.tour import Tour
from app.gui.window import MainWindow
from app.model.base import text
from app.model.project import Project
from app.project import edits
from app.project.store import save_project
from tests.gui.hands import button, click, press, the

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def recent(window: MainWindow, tmp_path: Path, project: Project) -> list[Path]:
    """Five projects that were open before, the last two of them as rows; the second and fifth are gone by now."""
    paths = [tmp_path / f"Plan {number}.boardwright" for number in range(1, 6)]
    for number, path in enumerate(paths, start=1):
        save_project(path, edits.put(project, "matter/title", text(f"Strategi {number}")), {})
    settings = window.preferences.settings
    for path in reversed(paths):
        settings = settings.opened(path)
    window.preferences.keep(settings)
    paths[1].unlink()
    paths[4].unlink()
    return paths


def says(window: MainWindow, words: str) -> bool:
    shown = [label.accessibleName() or label.text() for label in window.start.findChildren(QLabel) if label.isVisible()]
    shown += [found.text() for found in window.start.findChildren(QAbstractButton) if found.isVisible()]
    return any(words in each for each in shown)


def named(window: MainWindow, name: str) -> QAbstractButton:
    return the(QAbstractButton, window.start, name)


def test_covers_and_titles_come_by_themselves_and_stay_in_the_cache(
    window: MainWindow, recent: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    window.show_start()
    qtbot.waitUntil(lambda: says(window, "Strategi 4") and says(window, "Strategi 1"), timeout=60_000)
    qtbot.waitUntil(lambda: len(list((tmp_path / "covers").glob("*.png"))) == 3, timeout=60_000)
    card = the(Recent, window.start).findChildren(Card)[0]
    assert "Almesjö kommun" in card.accessibleDescription()
    press(card, Qt.Key.Key_Space)
    assert window.document.path == recent[0]


def test_what_is_gone_is_taken_off_the_list_or_found_again(
    window: MainWindow, recent: list[Path], project: Project, qtbot: QtBot
) -> None:
    window.show_start()
    for gone in ("Ta bort ur listan: Plan 5", "Leta upp…: Plan 2"):
        qtbot.waitUntil(lambda gone=gone: named(window, gone).isVisible(), timeout=20_000)
    assert not the(Recent, window.start).findChildren(Card)[1].isEnabled()
    click(named(window, "Ta bort ur listan: Plan 5"))
    assert str(recent[4]) not in window.preferences.settings.recent
    moved = recent[1].with_name("Flyttad.boardwright")
    save_project(moved, project, {})
    click(named(window, "Leta upp…: Plan 2"))
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(moved))
    dialog.reject()
    assert window.document.path == moved
    assert str(recent[1]) not in window.preferences.settings.recent


def test_a_damaged_file_keeps_its_name(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    torn = tmp_path / "torn.boardwright"
    torn.write_bytes(b"PK\x03\x04 not a project")
    window.preferences.keep(window.preferences.settings.opened(torn))
    window.show_start()
    qtbot.waitUntil(lambda: says(window, " · "), timeout=20_000)
    assert says(window, "torn")


def test_a_file_is_dropped_on_the_window(window: MainWindow, recent: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(recent[0]))])
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    window.dropEvent(drop)
    assert window.document.path == recent[0]


def test_the_tour_is_offered_once_and_goes_over_the_real_window(window: MainWindow) -> None:
    click(button(window.start, "Starta rundturen"))
    tour = the(Tour, window)
    stops: list[str] = []
    for _ in range(5):
        stops.append(tour.stop)
        press(tour, Qt.Key.Key_Right)
    assert stops == ["sidebar", "library", "page", "result", "export"]
    assert not tour.isVisible()
    window.show_start()
    assert not says(window, "Starta rundturen")


def test_the_tour_puts_a_page_in_the_light_as_it_comes_to_be_laid_out(sample: MainWindow, qtbot: QtBot) -> None:
    sample.commands["tour"].trigger()
    tour = the(Tour, sample)
    press(tour, Qt.Key.Key_Right)
    library = sample.bench.page
    assert library is not None
    qtbot.waitUntil(lambda: library.width() > sample.width() * 0.8)
    assert tour.light.size() == library.size()


def test_the_tour_can_be_left_at_any_time_and_asked_for_again(sample: MainWindow) -> None:
    before = sample.document.project
    sample.commands["tour"].trigger()
    click(button(the(Tour, sample), "Nästa"))
    press(the(Tour, sample), Qt.Key.Key_Escape)
    assert sample.starting.tour is None
    sample.commands["tour"].trigger()
    assert sample.starting.tour is not None
    click(button(sample.starting.tour, "Lämna rundturen"))
    assert sample.document.project is before


def test_the_offer_of_the_tour_can_be_declined(window: MainWindow) -> None:
    click(named(window, "Visa inte rundturen igen"))
    assert window.preferences.settings.toured
    assert not says(window, "Starta rundturen")


def test_the_window_begins_without_what_composes_and_exports() -> None:
    program = (
        "import sys, app.__main__, app.gui.application;"
        "heavy = ('app.compose', 'app.layout', 'app.export', 'app.library', 'app.services.export', 'typer', 'PIL');"
        "sys.exit(' '.join(name for name in heavy if name in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
