"""Workbooks from which a calculation's rows cannot be taken: each is told with what and where, and nothing in the project is lost."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

import pytest
import xlsxwriter
from PySide6.QtWidgets import QApplication

from app.gui.fetching import FetchDialog
from app.gui.fetching_rows import FetchRowsDialog
from app.gui.window import MainWindow
from tests.gui.hands import click

_LOCKED: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
#: What stands in B2, the first amount of the first row; what is told of it.
Write = Callable[[Any, Any], object]


def sound(path: Path, spoil: Write = lambda _sheet, _book: None, sheet: str = "Drift") -> None:
    """A workbook of two rows and two years, as Excel leaves it, with one thing spoilt."""
    writer: Any = xlsxwriter
    with writer.Workbook(str(path)) as book:
        page = book.add_worksheet(sheet)
        for at, row in enumerate((["tkr", 2027, 2028], ["Licenser", 1200, 900], ["Drift", 300, 310])):
            page.write_row(at, 0, row)
        spoil(page, book)


def as_date(sheet: Any, book: Any) -> None:
    sheet.write_datetime("B2", date(2027, 5, 1), book.add_format({"num_format": "yyyy-mm-dd"}))


def hidden(sheet: Any, book: Any) -> None:
    book.add_worksheet("Försida").activate()
    sheet.hide()


CELLS: Final[Mapping[str, tuple[Write, str]]] = {
    "text": (lambda sheet, _: sheet.write("B2", "cirka tolv"), "i cell Drift!B2 står ”cirka tolv”, inte ett tal"),
    "error": (lambda sheet, _: sheet.write_formula("B2", "=1/0", None, "#DIV/0!"), "cell Drift!B2 visar felet #DIV/0!"),
    "merged": (lambda sheet, _: sheet.merge_range("B2:C2", 1200), "cell Drift!C2 ingår i de sammanslagna cellerna B2:C2"),
    "date": (as_date, "cell Drift!B2 är datumet 2027-05-01"),
    "circular": (lambda sheet, _: sheet.write_formula("B2", "=B2+1", None, 0), "cell Drift!B2 räknas ur sig själv"),
    "truth": (lambda sheet, _: sheet.write_boolean("B2", True), "cell Drift!B2 är sann eller falsk"),
    "per cent": (lambda sheet, _: sheet.write("B2", "38 %"), "cell Drift!B2 är i ”%”, inte i pengar"),
}  # fmt: skip
FILES: Final[Mapping[str, tuple[bytes, str]]] = {
    "låst.xlsx": (_LOCKED, "låst med lösenord"),
    "gammal.xls": (_LOCKED[:600], "gamla formatet .xls"),
    "tom.xlsx": (b"", "är tom"),
    "avklippt.xlsx": (b"PK\x03\x04 and no more", "skadad"),
    "bild.csv": (b"\x89PNG\0\0\0", "varken Excel"),
}


@pytest.fixture
def dialog(sample: MainWindow) -> FetchRowsDialog:
    """The dialog for the rows of the first action that has any."""
    action = next(action for action in sample.document.project.actions if action.lines)
    sample.bench.go(f"actions/{action.id}")
    page = sample.bench.page
    assert page is not None
    page.fetches.emit(f"actions/{action.id}/lines")
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, FetchRowsDialog)]
    return next(each for each in found if each.isVisible())


def read_anew(window: MainWindow, path: Path) -> FetchDialog:
    window.commands["fetch"].trigger()
    again = next(each for each in window.findChildren(FetchDialog) if each.isVisible())
    again.read(str(path))
    again.background.finish()
    return again


def test_a_file_that_is_none_is_told(sample: MainWindow, dialog: FetchRowsDialog, tmp_path: Path) -> None:
    before = sample.document.project
    with (tmp_path / "allt.xlsx").open("wb") as large:
        large.truncate(200 * 1024 * 1024)
    for name, (data, said) in {
        **FILES,
        "borta.xlsx": (None, "finns inte"),
        "allt.xlsx": (None, "är på 200 MB"),
    }.items():
        path = tmp_path / name
        if data is not None:
            path.write_bytes(data)
        dialog.read(str(path))
        dialog.background.finish()
        assert name in dialog.told.text()
        assert said in dialog.told.text(), name
        assert not dialog.take_in.isEnabled()
        assert dialog.rows.topLevelItemCount() == 0
    assert sample.document.project is before


def test_a_cell_that_holds_no_amount_is_told_and_its_row_not_ticked(
    sample: MainWindow, dialog: FetchRowsDialog, tmp_path: Path
) -> None:
    before = sample.document.project
    for what, (spoil, said) in CELLS.items():
        path = tmp_path / f"{what}.xlsx"
        sound(path, spoil)
        dialog.read(str(path))
        dialog.background.finish()
        assert f"”{path.name}”: {said}" in dialog.told.text(), what
        assert [fetch.row.label for fetch in dialog.rows.chosen()] == ["Drift"], what
    assert sample.document.project is before


def test_sheets_and_names_that_are_not_there_are_told_with_those_that_are(
    dialog: FetchRowsDialog, tmp_path: Path
) -> None:
    path = tmp_path / "kalkyl.xlsx"
    sound(path, lambda _, book: book.define_name("Licenser", "=Drift!$B$2:$C$2"))
    dialog.read(str(path))
    dialog.background.finish()
    for typed, said in (
        ("Budget!A1:C3", "inget blad som heter ”Budget”. Där finns: Drift"),
        ("Totalt", "varken en cell eller ett namn i ”kalkyl.xlsx”. Namn som finns: Licenser"),
        ("A1:Z9999", "fler än 2000 celler"),
        ("F1:G9", "I F1:G9 finns inga belopp att hämta."),
    ):
        dialog.cells.setEditText(typed)
        assert said in dialog.told.text()
        assert not dialog.take_in.isEnabled()
    dialog.cells.setEditText("licenser")
    assert dialog.take_in.text() == "Hämta en rad"


def test_a_hidden_sheet_is_named_as_one_and_only_read_when_it_is_chosen(
    dialog: FetchRowsDialog, tmp_path: Path
) -> None:
    sound(tmp_path / "kalkyl.xlsx", hidden)
    dialog.read(str(tmp_path / "kalkyl.xlsx"))
    dialog.background.finish()
    assert [dialog.sheet.itemText(at) for at in range(2)] == ["Försida", "Drift (dolt)"]
    assert dialog.rows.topLevelItemCount() == 0
    assert "Inget blad har en rad med årtal" in dialog.told.text()
    dialog.sheet.setCurrentIndex(1)
    dialog.sheet.activated.emit(1)
    assert dialog.take_in.text() == "Hämta 2 rader"


def test_of_many_faults_the_first_are_told_and_how_many_more_there_are(dialog: FetchRowsDialog, tmp_path: Path) -> None:
    sound(
        tmp_path / "kalkyl.xlsx",
        lambda sheet, _: [sheet.write_row(row, 0, [f"Rad {row}", "?", "?"]) for row in range(3, 40)],
    )
    dialog.read(str(tmp_path / "kalkyl.xlsx"))
    dialog.background.finish()
    lines = dialog.told.text().splitlines()
    assert len(lines) == 5
    assert lines[-1] == "70 fel till i filen."
    assert dialog.sizeHint().height() < 720


def test_a_damaged_sheet_is_told_and_the_others_can_be_read(dialog: FetchRowsDialog, tmp_path: Path) -> None:
    sound(tmp_path / "hel.xlsx", lambda _, book: book.add_worksheet("Tom"))
    path = tmp_path / "kalkyl.xlsx"
    with ZipFile(tmp_path / "hel.xlsx") as old, ZipFile(path, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, data[: len(data) // 2] if entry.filename.endswith("sheet1.xml") else data)
    dialog.read(str(path))
    dialog.background.finish()
    assert "”kalkyl.xlsx”: bladet ”Drift” är skadat" in dialog.told.text()
    dialog.sheet.setCurrentIndex(1)
    dialog.sheet.activated.emit(1)
    assert dialog.told.text() == ""


def test_read_again_what_has_gone_bad_is_told_and_every_amount_is_kept(
    sample: MainWindow, dialog: FetchRowsDialog, tmp_path: Path
) -> None:
    path = tmp_path / "kalkyl.xlsx"
    sound(path)
    dialog.read(str(path))
    dialog.background.finish()
    click(dialog.take_in)
    before = sample.document.project
    for what, (spoil, said) in CELLS.items():
        sound(path, spoil)
        again = read_anew(sample, path)
        assert said in again.told.text(), what
        again.take_in.click()
        again.reject()
        assert sample.document.project is before
    sound(path, sheet="Budget")
    again = read_anew(sample, path)
    first = again.rows.topLevelItem(0)
    assert first is not None
    assert first.text(2) == "flyttad från Drift!B2 till Budget!B2"
    again.reject()
    path.write_bytes(_LOCKED)
    again = read_anew(sample, path)
    assert "låst med lösenord" in again.told.text()
    again.reject()
    assert sample.document.project is before
