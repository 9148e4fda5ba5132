"""Settings apply at once, last, and are what new projects begin with."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLabel, QLineEdit, QListWidget, QPushButton

from app.files.settings import read_settings
from app.gui.preferences import Preferences
from app.gui.settings.dialog import SettingsDialog
from app.gui.window import MainWindow
from tests.gui.hands import button, click, the, write


@pytest.fixture
def dialog(window: MainWindow) -> SettingsDialog:
    window.commands["settings"].trigger()
    (found,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, SettingsDialog)]
    return found


def section(dialog: QDialog, row: int) -> None:
    dialog.findChildren(QListWidget)[0].setCurrentRow(row)


def pick(box: QComboBox, words: str) -> None:
    at = box.findText(words)
    assert at >= 0, [box.itemText(each) for each in range(box.count())]
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_language_and_look_change_at_once(window: MainWindow, dialog: SettingsDialog) -> None:
    click(button(dialog, "English"))
    assert dialog.windowTitle() == "Settings"
    assert window.menuBar().actions()[0].text() == "&File"
    click(button(dialog, "Dark"))
    assert window.interface.look.dark
    assert window.preferences.settings.language == "en"
    click(button(dialog, "Light"))
    click(button(dialog, "Close"))


def test_how_often_is_autosaved(window: MainWindow, dialog: SettingsDialog) -> None:
    pick(the(QComboBox, dialog, "Autospara"), "Aldrig")
    assert window.preferences.settings.autosave == 0
    click(button(dialog, "Stäng"))


def test_new_projects_begin_with_what_the_organisation_has_set(
    window: MainWindow, dialog: SettingsDialog, tmp_path: Path
) -> None:
    logo = tmp_path / "vapen.png"
    Image.new("RGB", (40, 40), "navy").save(logo)
    section(dialog, 1)
    write(the(QLineEdit, dialog, "Namn"), "Almesjö kommun")
    pick(the(QComboBox, dialog, "Färger och tema"), "Ljung, purpur")
    pick(the(QComboBox, dialog, "Valuta"), "EUR")
    pick(the(QComboBox, dialog, "Räkenskapsåret börjar i"), "maj")
    click(button(dialog, "Konfidentiell"))
    click(the(QPushButton, dialog, "Logotyp"))
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(logo))
    chooser.reject()
    click(button(dialog, "Stäng"))
    window.files.new("empty")
    organisation = window.document.project.organisation
    assert (organisation.name, organisation.theme, organisation.currency) == ("Almesjö kommun", "ljung", "EUR")
    assert (organisation.fiscal_year_starts, organisation.classification) == (5, "confidential")
    assert organisation.logo in window.document.assets
    assert window.document.is_clean
    assert read_settings(tmp_path / "settings.toml").settings.organisation.name == "Almesjö kommun"


def test_a_logo_that_is_no_picture_is_told_of(window: MainWindow, dialog: SettingsDialog, tmp_path: Path) -> None:
    (tmp_path / "vapen.png").write_text("no picture", "utf-8")
    section(dialog, 1)
    click(the(QPushButton, dialog, "Logotyp"))
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "vapen.png"))
    chooser.reject()
    assert any("inte en bild" in label.text() for label in dialog.findChildren(QLabel))
    assert window.preferences.settings.logo_file == ""
    click(button(dialog, "Stäng"))


def test_a_logo_that_is_gone_is_told_of_and_the_work_begins(window: MainWindow, tmp_path: Path) -> None:
    gone = window.preferences.settings.model_copy(update={"logo_file": str(tmp_path / "gone.png")})
    window.preferences.keep(gone)
    window.files.new("empty")
    assert window.bench.isVisible()
    assert "gone.png" in window.notice.text


def test_another_windows_settings_stay(window: MainWindow, tmp_path: Path) -> None:
    other = Preferences(tmp_path / "settings.toml")
    other.keep(other.settings.model_copy(update={"autosave": 60}))
    window.preferences.keep(window.preferences.settings.model_copy(update={"spelling": False}))
    assert read_settings(tmp_path / "settings.toml").settings.autosave == 60
