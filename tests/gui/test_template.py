"""The template dialog: the project's slides on a template, layouts chosen and remembered, used and left as steps that can be undone."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from app.gui.export.dialog import ExportDialog
from app.gui.template.dialog import TemplateDialog
from app.gui.template.lists import LayoutList, SlideGrid
from app.gui.window import MainWindow
from tests.gui.hands import button, click, click_row, the
from tests.templates import company_template

_TWO = "Two Content"


@pytest.fixture
def mall(tmp_path: Path) -> Path:
    file = tmp_path / "Almesjö mall.pptx"
    file.write_bytes(company_template())
    return file


def open_dialog(window: MainWindow) -> TemplateDialog:
    window.commands["template"].trigger()
    (found,) = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, TemplateDialog) and each.isVisible()
    ]
    return found


def filled(window: MainWindow, mall: Path, qtbot: QtBot) -> TemplateDialog:
    """The dialog with a template in it, all slides drawn."""
    dialog = open_dialog(window)
    dialog.take(mall)
    slides = the(SlideGrid, dialog)
    qtbot.waitUntil(lambda: slides.count() > 5 and slides.pictures == slides.count(), timeout=30_000)
    return dialog


def says(dialog: TemplateDialog, part: str) -> bool:
    return any(part in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def turn(dialog: TemplateDialog, kind: str) -> None:
    slides = the(SlideGrid, dialog)
    row = next(row for row in range(slides.count()) if slides.item(row).text() == kind)
    click_row(slides, slides.model().index(row, 0))


def choose(dialog: TemplateDialog, layout: str) -> None:
    layouts = the(LayoutList, dialog)
    row = next(row for row in range(layouts.count()) if layouts.item(row).text() == layout)
    click_row(layouts, layouts.model().index(row, 0))


def test_a_template_is_shown_with_every_kind_of_slide_and_used_as_one_step(
    sample: MainWindow, mall: Path, qtbot: QtBot
) -> None:
    dialog = filled(sample, mall, qtbot)
    assert says(dialog, "Almesjö mall.pptx")
    assert says(dialog, "Exempelbilderna i ”Almesjö mall.pptx” följer inte med")
    assert the(LayoutList, dialog).count() == 11
    click(button(dialog, "Använd mallen"))
    organisation = sample.document.project.organisation
    assert organisation.template is not None
    assert sample.document.assets[organisation.template] == mall.read_bytes()
    qtbot.waitUntil(lambda: sample.preview.shown is not None and sample.preview.shown.size == (720, 540))
    sample.commands["undo"].trigger()
    assert sample.document.project.organisation.template is None
    qtbot.waitUntil(lambda: sample.preview.shown is not None and sample.preview.shown.size == (960, 540))


def test_a_layout_chosen_for_a_kind_is_remembered_for_the_template(
    sample: MainWindow, mall: Path, qtbot: QtBot
) -> None:
    dialog = filled(sample, mall, qtbot)
    turn(dialog, "Risker")
    assert says(dialog, "Layout för Risker")
    choose(dialog, _TWO)
    assert says(dialog, f"på layouten {_TWO}")
    click(button(dialog, "Använd mallen"))
    assert list(sample.document.project.organisation.layouts) == ["risks"]
    sample.document.stack.setClean()
    sample.files.new("municipality")
    again = filled(sample, mall, qtbot)
    turn(again, "Risker")
    assert says(again, f"på layouten {_TWO}")
    click(button(again, "Återgå till våra förslag"))
    assert not says(again, f"på layouten {_TWO}")
    click(button(again, "Avbryt"))
    assert sample.document.project.organisation.template is None


def test_one_layout_is_taken_for_all_but_the_cover(sample: MainWindow, mall: Path, qtbot: QtBot) -> None:
    dialog = filled(sample, mall, qtbot)
    turn(dialog, "Färdplan")
    choose(dialog, _TWO)
    click(button(dialog, "Använd för alla bilder utom omslaget"))
    click(button(dialog, "Använd mallen"))
    layouts = sample.document.project.organisation.layouts
    assert set(layouts.values()) == {3}
    assert "cover" not in layouts
    assert len(layouts) > 15


def test_a_file_that_cannot_be_used_is_told_of_in_its_place(sample: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    broken = tmp_path / "tom.pptx"
    broken.write_bytes(b"")
    dialog = open_dialog(sample)
    dialog.take(broken)
    qtbot.waitUntil(lambda: says(dialog, "”tom.pptx” är tom"))
    assert not button(dialog, "Använd mallen").isEnabled()
    click(button(dialog, "Avbryt"))


def test_the_project_goes_back_to_its_theme(sample: MainWindow, mall: Path, qtbot: QtBot) -> None:
    click(button(filled(sample, mall, qtbot), "Använd mallen"))
    dialog = open_dialog(sample)
    qtbot.waitUntil(lambda: the(SlideGrid, dialog).count() > 5)
    click(button(dialog, "Använd ingen mall"))
    assert sample.document.project.organisation.template is None
    sample.commands["undo"].trigger()
    assert sample.document.project.organisation.template is not None


def test_the_export_offers_a_template_that_is_chosen_from_there(sample: MainWindow, mall: Path, qtbot: QtBot) -> None:
    click(button(sample, "Exportera…"))
    (export,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, ExportDialog)]
    themes = the(QComboBox, export, "Tema")
    ours = themes.currentText()
    click(button(export, "Mall…"))
    (dialog,) = export.findChildren(TemplateDialog)
    dialog.take(mall)
    qtbot.waitUntil(lambda: button(dialog, "Använd mallen").isEnabled(), timeout=30_000)
    click(button(dialog, "Använd mallen"))
    assert themes.currentText() == "Mallen Almesjö mall.pptx"
    assert themes.findText(ours) > 0
    click(button(export, "Avbryt"))
