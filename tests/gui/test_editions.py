"""The editions' page: what was sent out is kept, compared with now, and taken on in a new project."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QTreeWidgetItem

from app.gui.editions import EditionsPage
from app.gui.window import MainWindow
from app.model.base import text
from app.project.store import open_project
from tests.gui.hands import click


@pytest.fixture
def page(sample: MainWindow) -> EditionsPage:
    """The page, in the sample."""
    sample.bench.go("editions")
    found = sample.bench.page
    assert isinstance(found, EditionsPage)
    return found


def rows(page: EditionsPage) -> list[list[str]]:
    """What has changed: name, then, now, movement."""
    found: list[QTreeWidgetItem | None] = []
    for at in range(page.changes.topLevelItemCount()):
        head = page.changes.topLevelItem(at)
        found += [head.child(row) for row in range(head.childCount())] if head else []
    return [[item.text(column) for column in range(4)] for item in found if item]


def test_an_edition_is_kept_and_what_changes_since_is_shown(page: EditionsPage, sample: MainWindow) -> None:
    click(page.keep)
    assert page.editions.count() == 1
    assert page.editions.item(0).text().startswith("Utsänd till Arbetsutskottet")
    assert rows(page) == []
    sample.document.put("matter/title", text("Ett annat ärende"), lambda _lang: "")
    assert [row[2] for row in rows(page)] == ["Ett annat ärende"]
    sample.document.stack.undo()
    assert rows(page) == []


def test_an_edition_becomes_a_new_project(page: EditionsPage, sample: MainWindow, tmp_path: Path) -> None:
    before = sample.document.project
    click(page.keep)
    sample.document.put("matter/title", text("Ett annat ärende"), lambda _lang: "")
    page.save_as_new(str(tmp_path / "nytt"))
    made = open_project(tmp_path / "nytt.boardwright").project
    assert made.id != before.id
    assert made.model_copy(update={"id": before.id}) == before


def test_undo_takes_a_kept_edition_away_and_back(page: EditionsPage, sample: MainWindow) -> None:
    click(page.keep)
    sample.document.stack.undo()
    assert page.editions.count() == 0
    sample.document.stack.redo()
    assert page.editions.count() == 1


def test_a_clean_copy_leaves_editions_and_drafts_behind(page: EditionsPage, sample: MainWindow, tmp_path: Path) -> None:
    before = sample.document.project
    click(page.keep)
    sample.document.keep_draft("matter/reference", "?", lambda _lang: "")
    sample.commands["clean-copy"].trigger()
    (dialog,) = sample.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "ren.boardwright"))
    dialog.reject()
    assert open_project(tmp_path / "ren.boardwright").project == before.model_copy(update={"drafts": {}})
