"""Fetching rows of a calculation: from the button under its table, looked at before anything changes, undone in one step."""

from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QTreeWidgetItem

from app.gui.fetching import FetchDialog
from app.gui.fetching_rows import FetchRowsDialog
from app.gui.forms.costs import Costs
from app.gui.window import MainWindow
from app.model.money import CostLine
from app.services.fetching import lines_of
from tests.gui.hands import button, click
from tests.services.fetching.workbooks import BUDGET, Rows, with_cell, workbook_bytes


def calculated(window: MainWindow) -> str:
    """The first action that has rows."""
    return next(f"actions/{action.id}" for action in window.document.project.actions if action.lines)


def saved(folder: Path, rows: Rows = BUDGET) -> str:
    path = folder / "kalkyl.xlsx"
    path.write_bytes(workbook_bytes(rows))
    return str(path)


@pytest.fixture
def dialog(sample: MainWindow) -> FetchRowsDialog:
    sample.bench.go(calculated(sample))
    page = sample.bench.page
    assert page is not None
    click(button(next(iter(page.findChildren(Costs))), "Ur Excel…"))
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, FetchRowsDialog)]
    return next(each for each in found if each.isVisible())


def shown(dialog: FetchRowsDialog) -> list[list[str]]:
    rows = [cast("QTreeWidgetItem", dialog.rows.topLevelItem(at)) for at in range(dialog.rows.topLevelItemCount())]
    return [[row.text(0), box_of(dialog, at).currentText(), *(row.text(at) for at in range(2, row.columnCount()))]
            for at, row in enumerate(rows)]  # fmt: skip


def box_of(dialog: FetchRowsDialog, at: int) -> QComboBox:
    return cast("QComboBox", dialog.rows.itemWidget(cast("QTreeWidgetItem", dialog.rows.topLevelItem(at)), 1))


def tick(dialog: FetchRowsDialog, at: int, state: Qt.CheckState = Qt.CheckState.Checked) -> None:
    cast("QTreeWidgetItem", dialog.rows.topLevelItem(at)).setCheckState(0, state)


def lines(window: MainWindow) -> tuple[CostLine, ...]:
    return lines_of(window.document.project, f"{calculated(window)}/lines")


def test_a_table_is_proposed_with_its_unit_and_taken_in_by_one_step(
    sample: MainWindow, dialog: FetchRowsDialog, tmp_path: Path
) -> None:
    before = sample.document.project
    dialog.read(saved(tmp_path))
    dialog.background.finish()
    assert (dialog.cells.currentText(), dialog.scale.currentText()) == ("A2:D8", "tkr")
    assert shown(dialog)[0] == ["Licenser", "Ny rad: drift", "1,2\u00a0mkr", "0,9\u00a0mkr", "0,9\u00a0mkr"]
    assert [row[:2] for row in shown(dialog)[1:3]] == [
        ["Investering i lås", "Ny rad: investering"],
        ["Färre nycklar", "Ny rad: effekt"],
    ]
    assert dialog.take_in.text() == "Hämta 3 rader"
    assert sample.document.project == before
    click(dialog.take_in)
    assert [line.what.said("sv").text for line in lines(sample)][-3:] == [
        "Licenser",
        "Investering i lås",
        "Färre nycklar",
    ]
    assert lines(sample)[-1].sign == "effect"
    sample.document.stack.undo()
    assert sample.document.project == before


def test_a_row_can_go_into_one_that_there_is_and_shows_what_it_changes(
    sample: MainWindow, dialog: FetchRowsDialog, tmp_path: Path
) -> None:
    path = f"{calculated(sample)}/lines/{lines(sample)[0].id}/amounts/2027"
    sample.document.put(path, Decimal(500_000), lambda _lang: "belopp")
    dialog.read(saved(tmp_path))
    dialog.background.finish()
    box, (old, *others) = box_of(dialog, 0), lines(sample)
    box.setCurrentIndex(box.findData(old.id))
    box.activated.emit(box.currentIndex())
    assert shown(dialog)[0][2] == "0,5\u00a0mkr → 1,2\u00a0mkr"
    for at in (1, 2):
        tick(dialog, at, Qt.CheckState.Unchecked)
    click(dialog.take_in)
    assert lines(sample)[0].amounts[2027] == Decimal(1_200_000)
    assert lines(sample)[1:] == tuple(others)


def test_two_rows_cannot_go_into_the_same_one(sample: MainWindow, dialog: FetchRowsDialog, tmp_path: Path) -> None:
    dialog.read(saved(tmp_path))
    dialog.background.finish()
    for at in (0, 1):
        box = box_of(dialog, at)
        box.setCurrentIndex(box.findData(lines(sample)[0].id))
        box.activated.emit(box.currentIndex())
    assert not dialog.take_in.isEnabled()
    assert "Investering i lås" in dialog.twice.text()


def test_cells_unit_and_first_year_are_the_users(dialog: FetchRowsDialog, tmp_path: Path) -> None:
    dialog.read(saved(tmp_path))
    dialog.background.finish()
    dialog.cells.setEditText("B4:C4")
    dialog.scale.setCurrentIndex(0)
    dialog.scale.activated.emit(0)
    dialog.first_year.setCurrentIndex(dialog.first_year.findData(2031))
    dialog.first_year.activated.emit(dialog.first_year.currentIndex())
    heads = dialog.rows.headerItem()
    assert [heads.text(at) for at in range(2, heads.columnCount())] == ["2031", "2032"]
    assert shown(dialog)[0][2:] == ["1\u00a0200\u00a0kr", "900\u00a0kr"]
    dialog.cells.setEditText("Nästa år")
    assert "varken en cell eller ett namn" in dialog.told.text()
    assert not dialog.take_in.isEnabled()


def test_a_row_that_cannot_be_read_in_full_is_told_and_not_ticked(dialog: FetchRowsDialog, tmp_path: Path) -> None:
    dialog.read(saved(tmp_path, with_cell(BUDGET, 4, 3, "cirka 900")))
    dialog.background.finish()
    assert "Drift!C4 står ”cirka 900”" in dialog.told.text()
    assert [fetch.row.label for fetch in dialog.rows.chosen()] == ["Investering i lås", "Färre nycklar"]


# Read again, through the window's own list


def read_anew(window: MainWindow, file: str) -> FetchDialog:
    window.commands["fetch"].trigger()
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, FetchDialog)]
    again = next(each for each in found if each.isVisible())
    again.read(file)
    again.background.finish()
    return again


def listed(again: FetchDialog) -> list[tuple[str, str, bool]]:
    rows = [cast("QTreeWidgetItem", again.rows.topLevelItem(at)) for at in range(again.rows.topLevelItemCount())]
    return [(row.text(1), row.text(2), row.checkState(0) == Qt.CheckState.Checked) for row in rows]


def test_a_row_follows_its_file_and_says_where_it_shows(
    sample: MainWindow, dialog: FetchRowsDialog, tmp_path: Path
) -> None:
    dialog.read(saved(tmp_path))
    dialog.background.finish()
    click(dialog.take_in)
    before = sample.document.project
    again = read_anew(sample, saved(tmp_path, with_cell(BUDGET, 4, 2, 1300)))
    value, where, ticked = listed(again)[0]
    assert (value, ticked) == ("1,2\u00a0mkr → 1,3\u00a0mkr", True)
    assert where.startswith("ändrad; syns på bild")
    assert sample.document.project == before
    click(again.take_in)
    assert lines(sample)[-3].amounts[2027] == Decimal(1_300_000)
    sample.document.stack.undo()
    assert sample.document.project == before


def test_what_has_moved_in_the_file_waits_for_the_user(
    sample: MainWindow, dialog: FetchRowsDialog, tmp_path: Path
) -> None:
    dialog.read(saved(tmp_path))
    dialog.background.finish()
    click(dialog.take_in)
    pushed_down = [[None] * 5, *with_cell(BUDGET, 4, 2, 1300)]
    again = read_anew(sample, saved(tmp_path, pushed_down))
    value, where, ticked = listed(again)[0]
    assert (value, ticked) == ("1,2\u00a0mkr → 1,3\u00a0mkr", False)
    assert where.startswith("flyttad från Drift!B4 till Drift!B5; ändrad; syns på bild")
    assert listed(again)[1] == ("0,9\u00a0mkr", "flyttad från Drift!C4 till Drift!C5", False)
    assert not again.take_in.isEnabled()
    click(again.tick_all)
    click(again.take_in)
    assert lines(sample)[-3].amounts[2027] == Decimal(1_300_000)
    assert lines(sample)[-3].origins[2027].place == "B5"


def test_a_file_that_has_another_name_can_be_read_as_the_new_version(
    sample: MainWindow, dialog: FetchRowsDialog, tmp_path: Path
) -> None:
    dialog.read(saved(tmp_path))
    dialog.background.finish()
    click(dialog.take_in)
    later = tmp_path / "kalkyl v2.xlsx"
    later.write_bytes(workbook_bytes(with_cell(BUDGET, 4, 2, 1300)))
    again = read_anew(sample, str(later))
    assert not again.take_in.isEnabled()
    again.former.setCurrentIndex(again.former.findText("Det här är en ny version av ”kalkyl.xlsx”"))
    again.former.activated.emit(again.former.currentIndex())
    again.background.finish()
    assert listed(again)[0][0] == "1,2\u00a0mkr → 1,3\u00a0mkr"
    assert listed(again)[1] == ("0,9\u00a0mkr", "oförändrad, läses ur den nya filen", True)
    click(again.take_in)
    assert {origin.file for line in lines(sample)[-3:] for origin in line.origins.values()} == {"kalkyl v2.xlsx"}
    following = read_anew(sample, str(later))
    assert not following.former.isVisible()
