"""Taking parts of another project from the window: what is ticked comes, with what it needs, as one step."""

from pathlib import Path

from PySide6.QtCore import Qt

from app.gui.taking import TakeDialog
from app.gui.window import MainWindow
from app.model.base import text
from app.model.project import Project
from app.project import edits
from app.project.ids import new_id
from app.project.store import save_project
from tests.gui.hands import click, only
from tests.sample import sample_project


def reading(window: MainWindow, theirs: Project, folder: Path, field: str) -> TakeDialog:
    """The dialog, having read another project for the sake of a field."""
    save_project(folder / "annat.boardwright", theirs, {})
    window.commands["take"].trigger()
    dialog = only(TakeDialog)
    dialog.read(str(folder / "annat.boardwright"), field)
    return dialog


def test_what_is_ticked_comes_as_one_step(empty: MainWindow, tmp_path: Path) -> None:
    theirs, before = sample_project(), empty.document.project
    action = next(action for action in theirs.actions if action.due)
    dialog = reading(empty, theirs, tmp_path, f"actions/{action.id}/owner")
    assert dialog.take_in.text() == "Ta med en del"
    click(dialog.take_in)
    assert [came.title for came in empty.document.project.actions] == [action.title]
    empty.document.stack.undo()
    assert empty.document.project == before


def test_both_texts_and_days_are_shown_and_a_more_secret_project_is_told(empty: MainWindow, tmp_path: Path) -> None:
    theirs = edits.put(sample_project(), "organisation/classification", "confidential")
    chosen = theirs.patterns[0]
    ours = chosen.model_copy(update={"id": new_id(), "meaning": text("Vår mening.")})
    empty.document.apply(lambda project: project.model_copy(update={"patterns": (ours,)}), lambda _lang: "")
    dialog = reading(empty, theirs, tmp_path, f"patterns/{chosen.id}/meaning/sv")
    shown = [[row.text(column) for column in range(4)] for at in range(dialog.parts.topLevelItemCount())
             if (row := dialog.parts.topLevelItem(at))]  # fmt: skip
    (meaning,) = [row for row in shown if row[1] == "Vår mening."]
    assert "7 av 10" in meaning[2]
    dialog.parts.setCurrentItem(dialog.parts.findItems("Vår mening.", Qt.MatchFlag.MatchExactly, 1)[0])
    assert "42 föreningar" in dialog.both.right.toPlainText(), "the whole text"
    assert meaning[3] == "Skrivs efter er text"
    assert any("Se över datumen" in row[3] for row in shown if row[0].startswith("Åtgärd: "))
    assert "konfidentiellt" in dialog.told.text()
    dialog.reject()
