"""Asking the owners: a sheet goes out, and what comes back is looked at before it is taken in."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.gui.letters import LettersDialog
from app.gui.window import MainWindow
from tests.gui.hands import click


@pytest.fixture
def dialog(sample: MainWindow) -> LettersDialog:
    """The dialog on the sample."""
    sample.commands["letters"].trigger()
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, LettersDialog)]
    assert len(found) == 1
    return found[0]


def answer(path: Path, status: str, comment: str) -> None:
    """Fills the first action's row in."""
    book: Any = openpyxl.load_workbook(path)
    book.active["F3"], book.active["K3"] = status, comment
    book.save(path)


def test_what_was_filled_in_is_shown_and_taken_in_as_one_step(
    dialog: LettersDialog, sample: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "svar.xlsx"
    dialog.write(str(path))
    before = sample.document.project
    answer(path, "Stoppad", "Väntar på avtal.")
    dialog.read(str(path))
    assert sample.document.project == before
    assert dialog.take_in.text() == "För in 2 ändringar"
    row = dialog.changes.topLevelItem(1)
    assert row is not None
    row.setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.take_in.text() == "För in en ändring"
    click(dialog.take_in)
    assert [action.status for action in sample.document.project.actions].count("stopped") == 1 + [
        action.status for action in before.actions
    ].count("stopped")
    sample.document.stack.undo()
    assert sample.document.project == before


def test_what_does_not_fit_is_told_and_nothing_is_offered(dialog: LettersDialog, tmp_path: Path) -> None:
    path = tmp_path / "svar.xlsx"
    dialog.write(str(path))
    answer(path, "Nästan", "")
    dialog.read(str(path))
    assert any("Nästan" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert not dialog.take_in.isEnabled()
