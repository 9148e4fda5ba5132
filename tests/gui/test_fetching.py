"""Fetching figures: they are picked from what a workbook holds, and read again when it has changed."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.gui.fetching import FetchDialog
from app.gui.window import MainWindow
from tests.gui.hands import click


def dialog_of(window: MainWindow) -> FetchDialog:
    window.commands["fetch"].trigger()
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, FetchDialog)]
    return next(dialog for dialog in found if dialog.isVisible())


def saved(path: Path, licences: int) -> str:
    book: Any = openpyxl.Workbook()
    for row in (("", 2027, 2028), ("Licenser", licences, 900)):
        book.active.append(row)
    book.save(path)
    return str(path)


def test_a_figure_is_fetched_and_follows_its_file(sample: MainWindow, tmp_path: Path) -> None:
    before = sample.document.project
    dialog = dialog_of(sample)
    dialog.read(saved(tmp_path / "kalkyl.xlsx", 1200))
    dialog.background.finish()
    assert not dialog.take_in.isEnabled()
    row = dialog.rows.topLevelItem(0)
    assert row is not None
    assert row.text(0) == "Licenser 2027"
    row.setCheckState(0, Qt.CheckState.Checked)
    click(dialog.take_in)
    assert sample.document.project.figures[-1].value == Decimal(1200)
    again = dialog_of(sample)
    again.read(saved(tmp_path / "kalkyl.xlsx", 1500))
    again.background.finish()
    first = again.rows.topLevelItem(0)
    assert first is not None
    assert (first.text(1), first.checkState(0)) == ("1\u00a0200 → 1\u00a0500", Qt.CheckState.Checked)
    click(again.take_in)
    assert sample.document.project.figures[-1].value == Decimal(1500)
    sample.document.stack.undo()
    sample.document.stack.undo()
    assert sample.document.project == before


@pytest.mark.parametrize("content", [b"", b"PK nothing", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_file_that_cannot_be_read_is_told(sample: MainWindow, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kalkyl.xlsx").write_bytes(content)
    dialog = dialog_of(sample)
    dialog.read(str(tmp_path / "kalkyl.xlsx"))
    dialog.background.finish()
    assert dialog.rows.topLevelItemCount() == 0
    assert not dialog.take_in.isEnabled()
    dialog.reject()
