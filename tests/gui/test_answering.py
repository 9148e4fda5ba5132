"""The window answers within a tenth of a second, whatever is going on beside it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.gui.export.dialog import ExportDialog
from app.gui.fetching import FetchDialog
from app.gui.window import MainWindow
from app.model.base import text
from tests.bench.projects import municipality, of_slides
from tests.gui.hands import button, click, the
from tests.gui.heartbeat import Heartbeat
from tests.services.fetching.workbooks import workbook_bytes

#: How soon a window must answer to be felt as answering at once, in seconds (Nielsen, Usability Engineering, 1993).
AT_ONCE = 0.1


@pytest.fixture
def large(window: MainWindow) -> MainWindow:
    """The window on a project of about 300 slides."""
    window.document.replace(of_slides(municipality(), 300), {}, None)
    window.show_project()
    return window


def test_the_window_answers_while_300_slides_are_exported(large: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    large.commands["export"].trigger()
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, ExportDialog)]
    the(QLineEdit, dialog, "Mapp").setText(str(tmp_path))
    for product in ("Presentation, PDF", "Rapport, PDF"):
        click(button(dialog, product))
    heart = Heartbeat(large)
    click(button(dialog, "Exportera en fil"))
    qtbot.waitUntil(lambda: any("kB, klar" in label.text() for label in dialog.findChildren(QLabel)), timeout=120_000)
    heart.stop()
    assert heart.beats > 100
    assert heart.longest < AT_ONCE
    click(button(dialog, "Stäng"))


def test_the_window_answers_while_the_project_is_copied_and_saved(
    large: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    large.document.save(tmp_path / "Plan.boardwright")
    large.document.put("matter/title", text("Ny rubrik"), lambda _lang: "rubrik")
    heart = Heartbeat(large)
    large.keeping.autosave.keep()
    qtbot.waitUntil(lambda: large.keeping.autosave.kept_at is not None, timeout=20_000)
    large.files.save()
    qtbot.waitUntil(lambda: large.document.is_clean, timeout=20_000)
    heart.stop()
    assert heart.longest < AT_ONCE


def test_the_window_answers_while_a_large_workbook_is_read(large: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "kalkyl.xlsx"
    path.write_bytes(workbook_bytes([["tkr", *range(2027, 2047)], *([f"Rad {n}", *range(20)] for n in range(2_000))]))
    large.commands["fetch"].trigger()
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, FetchDialog)]
    heart = Heartbeat(large)
    dialog.read(str(path))
    qtbot.waitUntil(lambda: dialog.rows.topLevelItemCount() > 0, timeout=60_000)
    heart.stop()
    assert heart.longest < AT_ONCE
    dialog.reject()
