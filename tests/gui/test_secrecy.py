"""A part of the project is marked as secret where one stands in it, as a step that can be undone."""

from datetime import date

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from app.files.settings import Settings
from app.gui.document import Document
from app.gui.export.form import ExportForm
from app.gui.interface import Interface
from app.gui.look import LIGHT
from app.gui.secrecy import SecrecyDialog, parts_at
from app.project import edits
from tests.gui.hands import click, write
from tests.sample import RISKS, TODAY, sample_project

TITLE = f"risks/{RISKS[0]}/title"


@pytest.fixture
def document(qapp: object) -> Document:
    """The sample."""
    return Document(sample_project())


def shown(document: Document, path: str, qtbot: QtBot) -> SecrecyDialog:
    """The dialog at a field."""
    dialog = SecrecyDialog(document, Interface("sv", LIGHT), path, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_field_and_what_it_is_a_part_of_can_be_marked_but_no_whole_chapter() -> None:
    assert parts_at(sample_project(), f"{TITLE}/sv") == (TITLE, f"risks/{RISKS[0]}")
    assert parts_at(sample_project(), "risks") == ()


def test_a_mark_is_set_read_back_and_taken_away_and_undo_follows(document: Document, qtbot: QtBot) -> None:
    dialog = shown(document, TITLE, qtbot)
    assert not dialog.unmark.isEnabled()
    dialog.what.setCurrentIndex(1)
    write(dialog.paragraph, "19 kap. 3 § OSL")
    write(dialog.day, "12 mars 2027")
    click(dialog.mark)
    (mark,) = document.project.secrecy
    assert (mark.field, mark.paragraph, mark.on) == (f"risks/{RISKS[0]}", "19 kap. 3 § OSL", date(2027, 3, 12))
    assert mark.authority == sample_project().organisation.name
    again = shown(document, f"risks/{RISKS[0]}", qtbot)
    assert again.paragraph.text() == "19 kap. 3 § OSL"
    click(again.unmark)
    assert document.project.secrecy == ()
    document.stack.undo()
    assert document.project.secrecy == (mark,)
    document.stack.undo()
    assert document.project == sample_project()


def test_a_day_that_cannot_be_read_is_told_of_and_nothing_is_marked(document: Document, qtbot: QtBot) -> None:
    dialog = shown(document, TITLE, qtbot)
    write(dialog.day, "31 februari 2027")
    click(dialog.mark)
    assert dialog.isVisible()
    assert document.project.secrecy == ()
    dialog.reject()


def test_the_public_version_is_offered_once_something_is_marked(document: Document, qtbot: QtBot) -> None:
    def offered() -> list[QCheckBox]:
        form = ExportForm(document, Interface("sv", LIGHT), lambda: TODAY, Settings())
        qtbot.addWidget(form)
        return [box for box in form.findChildren(QCheckBox) if "Öppen version" in box.text() and not box.isHidden()]

    assert not offered()
    dialog = shown(document, TITLE, qtbot)
    click(dialog.mark)
    assert edits.get(document.project, f"secrecy/{document.project.secrecy[0].id}/field") == TITLE
    assert len(offered()) == 1
