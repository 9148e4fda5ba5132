"""Exporting by clicking: files are written in a process of its own, with progress and a way to stop."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from app.files.digest import digest
from app.gui.export.dialog import ExportDialog
from app.gui.export.form import ExportForm
from app.gui.window import MainWindow
from app.project.editions import content_of
from tests.gui.hands import button, click, the


@pytest.fixture
def dialog(sample: MainWindow, tmp_path: Path) -> ExportDialog:
    """The export dialog on the sample, set to write into a folder of this test."""
    click(button(sample, "Exportera…"))
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ExportDialog)]
    assert len(found) == 1
    the(QLineEdit, found[0], "Mapp").setText(str(tmp_path))
    return found[0]


def only(dialog: ExportDialog, label: str) -> Path:
    """Leaves one kind of file chosen; where it will be written."""
    for box in dialog.findChildren(QCheckBox):
        if box.isChecked() and box.text() != label:
            click(box)
    (path,) = dialog.targets.values()
    return path


def says(dialog: ExportDialog, part: str) -> bool:
    return any(part in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_three_files_are_written_and_shown(dialog: ExportDialog, qtbot: QtBot) -> None:
    targets = dict(dialog.targets)
    assert len(targets) == 3
    click(button(dialog, "Exportera 3 filer"))
    assert the(QProgressBar, dialog).isVisible()
    qtbot.waitUntil(lambda: says(dialog, "kB, klar") or button_is_back(dialog), timeout=60_000)
    assert not button_is_back(dialog), [label.text() for label in dialog.findChildren(QLabel)]
    assert all(says(dialog, path.name) for path in targets.values())
    assert targets["pptx"].read_bytes().startswith(b"PK")
    assert targets["deck-pdf"].read_bytes().startswith(b"%PDF")
    assert targets["pdf"].read_bytes().startswith(b"%PDF")
    click(button(dialog, "Stäng"))


def test_the_report_takes_the_form_that_is_chosen(dialog: ExportDialog) -> None:
    form, kinds = the(ExportForm, dialog), the(QComboBox, dialog, "Rapportens form")
    assert form.choices.report == "memo"
    kinds.setCurrentIndex(kinds.findText("Beslut i korthet", Qt.MatchFlag.MatchStartsWith))
    assert form.choices.report == "brief"
    click(button(dialog, "Avbryt"))


def test_what_a_brief_left_out_is_told_with_its_file(dialog: ExportDialog, qtbot: QtBot) -> None:
    only(dialog, "Rapport, PDF")
    kinds = the(QComboBox, dialog, "Rapportens form")
    kinds.setCurrentIndex(kinds.findText("Beslut i korthet", Qt.MatchFlag.MatchStartsWith))
    click(button(dialog, "Exportera en fil"))
    qtbot.waitUntil(lambda: says(dialog, "kB, klar") or button_is_back(dialog), timeout=60_000)
    assert says(dialog, "Det här fick inte plats")
    click(button(dialog, "Stäng"))


def test_a_password_counts_once_it_is_typed_twice(dialog: ExportDialog) -> None:
    form = the(ExportForm, dialog)
    the(QLineEdit, dialog, "Lösenord").setText("kommunhus")
    assert (form.is_complete, form.choices.password) == (False, "")
    the(QLineEdit, dialog, "Lösenordet igen").setText("kommunhus")
    assert (form.is_complete, form.choices.password) == (True, "kommunhus")
    click(button(dialog, "Avbryt"))


def test_the_papers_for_a_meeting_are_written_into_a_folder(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    for box in dialog.findChildren(QCheckBox):
        if box.isChecked() or box.text().startswith("Handlingar"):
            click(box)
    click(button(dialog, "Exportera"))
    qtbot.waitUntil(lambda: says(dialog, "handlingar i mappen") or button_is_back(dialog), timeout=60_000)
    (folder,) = tmp_path.glob("*, handlingar")
    assert len(list(folder.glob("*.pdf"))) == 2
    click(button(dialog, "Stäng"))


def test_cancelling_leaves_the_old_file_and_nothing_else(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    path = only(dialog, "Presentation, PowerPoint")
    path.write_bytes(b"old")
    before = set(tmp_path.iterdir())
    click(button(dialog, "Exportera en fil"))
    click(button(dialog, "Avbryt"))
    qtbot.waitUntil(lambda: says(dialog, "Exporten avbröts"), timeout=30_000)
    assert path.read_bytes() == b"old"
    assert set(tmp_path.iterdir()) == before
    click(button(dialog, "Avbryt"))
    assert not dialog.isVisible()


def test_a_folder_that_cannot_be_written_to_is_told_of(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "taken").write_bytes(b"")
    the(QLineEdit, dialog, "Mapp").setText(str(tmp_path / "taken"))
    only(dialog, "Rapport, PDF")
    click(button(dialog, "Exportera en fil"))
    qtbot.waitUntil(lambda: says(dialog, "kunde inte sparas i mappen") or says(dialog, "taken"), timeout=60_000)
    click(button(dialog, "Hoppa över"))
    qtbot.waitUntil(lambda: button_is_back(dialog), timeout=60_000)
    click(button(dialog, "Avbryt"))


def test_the_summary_tells_what_will_be_exported(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert says(dialog, "5 mönster")
    qtbot.waitUntil(lambda: says(dialog, "Ungefär"), timeout=60_000)
    click(button(dialog, "Avbryt"))
    assert not dialog.isVisible()


@pytest.fixture
def open_elsewhere(dialog: ExportDialog, qtbot: QtBot) -> Path:
    """The deck that is to be replaced, open in PowerPoint, as the dialog asks about it."""
    path = only(dialog, "Presentation, PowerPoint")
    path.write_bytes(b"old")
    path.with_name(f"~${path.name}").write_bytes(b"\x04Anna")
    click(button(dialog, "Exportera en fil"))
    qtbot.waitUntil(lambda: says(dialog, "öppen hos Anna"), timeout=60_000)
    return path


def test_a_deck_that_is_open_elsewhere_is_saved_beside(
    dialog: ExportDialog, open_elsewhere: Path, qtbot: QtBot
) -> None:
    other = open_elsewhere.with_stem(f"{open_elsewhere.stem} 2")
    click(the(QPushButton, dialog, f"Spara som ”{other.name}”"))
    qtbot.waitUntil(lambda: says(dialog, "kB, klar"), timeout=60_000)
    assert open_elsewhere.read_bytes() == b"old"
    assert other.read_bytes().startswith(b"PK")
    click(button(dialog, "Stäng"))


def test_a_deck_that_is_open_elsewhere_is_tried_again_once_it_is_closed(
    dialog: ExportDialog, open_elsewhere: Path, qtbot: QtBot
) -> None:
    open_elsewhere.with_name(f"~${open_elsewhere.name}").unlink()
    click(button(dialog, "Försök igen"))
    qtbot.waitUntil(lambda: says(dialog, "kB, klar"), timeout=60_000)
    assert open_elsewhere.read_bytes().startswith(b"PK")
    click(button(dialog, "Stäng"))


def test_a_deck_that_is_open_elsewhere_is_left_as_it_is(
    dialog: ExportDialog, open_elsewhere: Path, qtbot: QtBot
) -> None:
    click(button(dialog, "Avbryt"))
    qtbot.waitUntil(lambda: says(dialog, "Exporten avbröts"), timeout=60_000)
    assert open_elsewhere.read_bytes() == b"old"
    click(button(dialog, "Avbryt"))


def button_is_back(dialog: ExportDialog) -> bool:
    return any(box.isVisible() for box in dialog.findChildren(QCheckBox))


def test_nothing_chosen_cannot_be_exported(dialog: ExportDialog) -> None:
    only(dialog, "Rapport, PDF")
    for box in dialog.findChildren(QCheckBox):
        if box.isChecked():
            click(box)
    assert not button(dialog, "Exportera 0 filer").isEnabled()
    dialog.reject()


def test_what_is_sent_out_is_kept_as_an_edition_with_its_files(
    dialog: ExportDialog, sample: MainWindow, qtbot: QtBot
) -> None:
    path = only(dialog, "Presentation, PowerPoint")
    before, keep = sample.document.project, the(QComboBox, dialog, "Mötesversion")
    meeting = the(QComboBox, dialog, "Möte")
    meeting.setCurrentIndex(meeting.findText("Kommunfullmäktige", Qt.MatchFlag.MatchStartsWith))
    keep.setCurrentIndex(keep.findText("Behåll som utsänd till", Qt.MatchFlag.MatchStartsWith))
    click(button(dialog, "Exportera en fil"))
    qtbot.waitUntil(lambda: says(dialog, "kB, klar") or button_is_back(dialog), timeout=60_000)
    assert says(dialog, "Behållet som mötesversion: Utsänd till Kommunfullmäktige")
    (edition,) = sample.document.project.editions
    assert edition.meeting == before.matter.route[-1].id
    assert [(file.name, file.sha256) for file in edition.files] == [(path.name, digest(path.read_bytes()))]
    assert content_of(edition, sample.document.assets) == before
    assert not sample.document.is_clean
    click(button(dialog, "Stäng"))
