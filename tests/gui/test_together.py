"""Bringing copies together: what one changed comes along, what both changed is chosen, and it is one step."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox

from app.gui.together import TogetherDialog
from app.gui.window import MainWindow
from app.model.project import Project
from app.project import edits
from app.project.editions import Occasion
from app.project.history import remembered
from app.project.ids import new_id
from app.project.store import open_project, save_project
from app.services.editions import keep_edition
from tests.gui.hands import click, only
from tests.sample import TODAY


@pytest.fixture
def shared(sample: MainWindow) -> MainWindow:
    """The sample, with an edition that both copies hold."""
    kept = keep_edition(sample.document.project, Occasion("sent", None, "sv", "memo"), TODAY, new_id)
    for digest, data in kept.contents.items():
        sample.document.hold(digest, data)
    sample.document.apply(lambda _project: kept.project, lambda _lang: "")
    return sample


def dialog_on(window: MainWindow, theirs: Project, folder: Path) -> TogetherDialog:
    """The dialog, having read a copy."""
    save_project(folder / "kopia.boardwright", theirs, window.document.assets)
    window.commands["together"].trigger()
    (dialog,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, TogetherDialog)]
    dialog.read(str(folder / "kopia.boardwright"))
    return dialog


def test_what_each_changed_stands_and_both_is_chosen(shared: MainWindow, tmp_path: Path) -> None:
    project = shared.document.project
    action, risk = project.actions[0].id, project.risks[0].id
    theirs = edits.put(edits.put(project, f"actions/{action}/owner", "Deras"), f"risks/{risk}/owner", "Karin")
    shared.document.put(f"actions/{action}/owner", "Min", lambda _lang: "")
    shared.document.put("matter/reference", "KS 1", lambda _lang: "")
    before = shared.document.project
    dialog = dialog_on(shared, theirs, tmp_path)
    (box,) = dialog.conflicts.findChildren(QComboBox)
    assert dialog.changes.text() == "En ändring kommer med. Ett ställe har ni båda ändrat."
    assert box.currentText() == "Min"
    assert "text-decoration: underline" in dialog.both.right.toHtml(), "the words that differ are marked"
    assert dialog.both.right.toPlainText().strip() == "Deras"
    box.setCurrentIndex(box.findData("theirs"))
    box.activated.emit(box.currentIndex())
    click(dialog.take_in)
    after = shared.document.project
    assert after.matter.reference == "KS 1"
    assert (after.actions[0].owner, after.risks[0].owner) == ("Deras", "Karin")
    shared.document.stack.undo()
    assert shared.document.project == before


def test_another_project_is_refused(shared: MainWindow, tmp_path: Path) -> None:
    other = shared.document.project.model_copy(update={"id": new_id()})
    dialog = dialog_on(shared, other, tmp_path)
    assert "inte en kopia" in dialog.changes.text()
    assert not dialog.take_in.isEnabled()
    dialog.reject()


def test_copies_of_a_saved_file_need_no_edition_and_what_was_taken_in_is_remembered_until_undone(
    sample: MainWindow, tmp_path: Path
) -> None:
    document = sample.document
    document.save(tmp_path / "plan.boardwright")
    copy = Path(shutil.copy(tmp_path / "plan.boardwright", tmp_path / "kopia.boardwright"))
    theirs = open_project(copy)
    changed = edits.put(theirs.project, "matter/reference", "KS 9")
    save_project(copy, changed, theirs.assets, remembered(theirs.history, changed))
    document.put(f"actions/{changed.actions[0].id}/owner", "Min", lambda _lang: "")
    sample.commands["together"].trigger()
    dialog = only(TogetherDialog)
    dialog.read(str(copy))
    assert dialog.conflicts.topLevelItemCount() == 0
    click(dialog.take_in)
    newest = open_project(copy).history[-1].sha256
    document.save(tmp_path / "plan.boardwright")
    assert newest in {state.sha256 for state in open_project(tmp_path / "plan.boardwright").history}
    document.stack.undo()
    document.save(tmp_path / "plan.boardwright")
    assert newest not in {state.sha256 for state in open_project(tmp_path / "plan.boardwright").history}
    assert len(document.history) == 3
