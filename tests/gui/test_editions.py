"""The editions' page: what was sent out is kept, compared with now, and taken on in a new project."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTreeWidgetItem,
)
from pytestqt.qtbot import QtBot

from app.gui.edition_view import EditionView
from app.gui.editions import EditionsPage
from app.gui.export.dialog import ExportDialog
from app.gui.window import MainWindow
from app.model.base import text
from app.model.project import Outcome
from app.project.store import open_project
from tests.gui.hands import button, click, only, the, write


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
    flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    page.changes.setCurrentItem(page.changes.findItems("Ett annat ärende", flags, 2)[0])
    assert "line-through" in page.words.left.toHtml(), "the words that went are marked"
    assert page.words.right.toPlainText().strip() == "Ett annat ärende"
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


def test_an_edition_is_not_saved_over_the_project_that_is_open(
    page: EditionsPage, sample: MainWindow, tmp_path: Path
) -> None:
    click(page.keep)
    file = tmp_path / "ärende.boardwright"
    sample.document.save(file)
    before = file.read_bytes()
    page.save_as_new(str(file))
    assert file.read_bytes() == before
    assert any("är projektet som är öppet" in label.text() for label in page.findChildren(QLabel))


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


def test_an_edition_is_opened_to_be_read_and_takes_nothing_that_is_typed(
    page: EditionsPage, sample: MainWindow, tmp_path: Path
) -> None:
    click(page.keep)
    before = sample.document.project
    sample.document.put("matter/title", text("Ett annat ärende"), lambda _lang: "")
    click(page.opens)
    view = only(EditionView)
    assert view.windowTitle().startswith("Utsänd till Arbetsutskottet")
    shown = view.text.toPlainText()
    assert "Ett annat ärende" not in shown
    assert before.matter.title.said("sv").text in shown
    write(view.text, "abc")
    assert view.text.toPlainText() == shown
    assert not [field for kind in (QLineEdit, QPlainTextEdit) for field in view.findChildren(kind) if field.isVisible()]
    view.text.selectAll()
    view.text.copy()
    assert before.actions[0].title.said("sv").text in QApplication.clipboard().text()
    made = tmp_path / "då.boardwright"
    click(view.new)
    (dialog,) = view.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(made))
    dialog.reject()
    assert open_project(made).project.matter == before.matter
    assert any("sparad" in label.text() for label in view.findChildren(QLabel))
    view.close()


def test_an_edition_is_exported_again_and_told_to_be_the_same(
    page: EditionsPage, sample: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    def exported(folder: Path) -> ExportDialog:
        dialog = only(ExportDialog)
        for box in dialog.findChildren(QCheckBox):
            if box.isChecked() and box.text() != "Rapport, Word":
                click(box)
        the(QLineEdit, dialog, "Mapp").setText(str(folder))
        click(button(dialog, "Exportera en fil"))
        qtbot.waitUntil(
            lambda: any("kB, klar" in label.text() for label in dialog.findChildren(QLabel)), timeout=60_000
        )
        return dialog

    sample.commands["export"].trigger()
    first = only(ExportDialog)
    click(next(box for box in first.findChildren(QCheckBox) if box.text() == "Rapport, Word"))
    form, keep = the(QComboBox, first, "Rapportens form"), the(QComboBox, first, "Mötesversion")
    form.setCurrentIndex(form.findText("Beslut i korthet", Qt.MatchFlag.MatchStartsWith))
    keep.setCurrentIndex(1)
    click(button(exported(tmp_path), "Stäng"))
    sample.document.put("matter/title", text("Ett annat ärende"), lambda _lang: "")
    qtbot.waitUntil(lambda: not [w for w in QApplication.topLevelWidgets() if isinstance(w, ExportDialog)])
    click(page.again)
    again = exported(tmp_path / "igen")
    assert any("är likadan, byte för byte" in label.text() for label in again.findChildren(QLabel))
    (then,), (now,) = tmp_path.glob("*.docx"), (tmp_path / "igen").glob("*.docx")
    assert then.read_bytes() == now.read_bytes()
    click(button(again, "Stäng"))


def test_a_damaged_edition_is_told_instead_of_opened(page: EditionsPage, sample: MainWindow) -> None:
    click(page.keep)
    sample.document.hold(sample.document.project.editions[0].content, b"damaged")
    click(page.opens)
    assert any("skadad" in label.text() for label in page.findChildren(QLabel))
    assert not [window for window in QApplication.topLevelWidgets() if isinstance(window, EditionView)]


def test_decisions_are_told_with_what_the_body_had_and_what_became_of_them(
    page: EditionsPage, sample: MainWindow
) -> None:
    document = sample.document
    page.kind.setCurrentIndex(1)
    click(page.keep)
    project = document.project
    decision, meeting, action = project.decisions[0].id, project.editions[0].meeting, project.actions[0]
    document.put(f"decisions/{decision}/meeting", meeting, lambda _lang: "")
    document.put(f"decisions/{decision}/actions", (action.id,), lambda _lang: "")
    page.tabs.setCurrentWidget(page.ledger)
    document.put(f"decisions/{decision}/outcome", Outcome(kind="approved", minutes="§ 142"), lambda _lang: "")
    assert any("Underlag för ett beslut" in label.text() for label in page.findChildren(QLabel))
    told = page.ledger.toPlainText().split("\n")
    at = next(number for number, line in enumerate(told) if line.startswith("1. "))
    assert told[at + 2].startswith("Beslut: Bifall")
    assert told[at + 2].endswith(", § 142")
    named = page.editions.item(0).text().replace("\xa0", " ")
    assert told[at + 3] == f"Underlag vid beslutet: {named}"
    assert told[at + 5].startswith(f"{action.title.said('sv').text}: ")
    assert sum(line.startswith("Beslut: ") for line in told) == len(project.decisions)


def test_the_window_closes_with_an_edition_still_open(page: EditionsPage, qtbot: QtBot) -> None:
    click(page.keep)
    click(page.opens)
    view = only(EditionView)
    view.pages.show_kind("report")
    qtbot.waitUntil(lambda: view.pages.source.shown is not None, timeout=30_000)
    assert view.isVisible()
