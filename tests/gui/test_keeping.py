"""Nothing is lost: autosave and what a crash leaves, locks, other programs' changes, disks that fail."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.files.lock import hold
from app.gui.application import teller
from app.gui.document import Document
from app.gui.recovery_page import RecoveryPage
from app.gui.window import MainWindow
from app.model.base import text
from app.model.project import Project
from app.project import edits
from app.project.history import remembered
from app.project.recovery import Slot, find
from app.project.store import open_project, save_project
from tests.gui.hands import button, click, the


@pytest.fixture
def plan(tmp_path: Path, project: Project) -> Path:
    """The small project as a file in a folder of its own."""
    folder = tmp_path / "papers"
    folder.mkdir()
    save_project(folder / "Plan.boardwright", project, {})
    return folder / "Plan.boardwright"


@pytest.fixture
def opened(window: MainWindow, plan: Path) -> MainWindow:
    """The window on that file."""
    window.files.open(plan)
    assert window.document.path == plan
    return window


def retitle(document: Document, title: str) -> None:
    document.put("matter/title", text(title), lambda _lang: "rubrik")


def title(project: Project) -> str:
    return project.matter.title.root["sv"]


def saved_by_another(plan: Path, project: Project, title: str) -> Project:
    """The file as another program leaves it."""
    theirs = edits.put(project, "matter/title", text(title))
    save_project(plan, theirs, {})
    return theirs


def question() -> QMessageBox:
    found = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]
    assert len(found) == 1
    return found[0]


def answer(words: str) -> None:
    click(button(question(), words))


def until(qtbot: QtBot, done: Callable[[], bool]) -> None:
    qtbot.waitUntil(done, timeout=10_000)


# Autosave and recovery


def recoveries(window: MainWindow) -> list[Path]:
    return list((window.keeping.folders.recovery).glob("*.boardwright"))


def test_a_change_is_copied_after_a_while_and_the_file_is_left_alone(
    opened: MainWindow, plan: Path, qtbot: QtBot
) -> None:
    before = plan.read_bytes()
    opened.preferences.keep(opened.preferences.settings.model_copy(update={"autosave": 1}))
    retitle(opened.document, "Ny rubrik")
    until(qtbot, lambda: opened.keeping.autosave.kept_at is not None)
    assert plan.read_bytes() == before
    (kept,) = recoveries(opened)
    assert open_project(kept).project == opened.document.project
    opened.files.save()
    until(qtbot, lambda: not recoveries(opened))


def test_without_autosave_nothing_is_copied(opened: MainWindow) -> None:
    opened.preferences.keep(opened.preferences.settings.model_copy(update={"autosave": 0}))
    retitle(opened.document, "Ny rubrik")
    opened.keeping.background.finish()
    assert recoveries(opened) == []


def test_what_is_let_go_leaves_no_copy(opened: MainWindow, qtbot: QtBot) -> None:
    retitle(opened.document, "Ny rubrik")
    opened.keeping.autosave.keep()
    opened.keeping.background.finish()
    assert recoveries(opened) != []
    opened.files.new("empty")
    answer("Spara inte")
    assert recoveries(opened) == []


def test_what_breaks_has_the_work_copied_at_once(opened: MainWindow) -> None:
    retitle(opened.document, "Ny rubrik")
    teller(opened)(ValueError, ValueError("odd"), None)
    opened.keeping.background.finish()
    (kept,) = recoveries(opened)
    assert title(open_project(kept).project) == "Ny rubrik"


def left_behind(window: MainWindow, project: Project, original: Path | None, base: str | None = None) -> None:
    """What a killed window leaves."""
    slot = Slot(window.keeping.folders.recovery)
    slot.keep(project, {}, original, base)
    slot.release()


def page(window: MainWindow) -> RecoveryPage:
    return the(RecoveryPage, window)


def listed(window: MainWindow, name: str) -> list[str]:
    found = the(QListWidget, page(window), name)
    return [found.item(row).text() for row in range(found.count())]


def test_after_a_crash_the_next_start_offers_what_was_lost(window: MainWindow, plan: Path, project: Project) -> None:
    mine = edits.put(
        edits.put(project, "matter/title", text("Ny rubrik")), f"actions/{project.actions[0].id}/owner", "Eva"
    )
    left_behind(window, mine, plan)
    window.begin(None)
    assert listed(window, "Skillnad mot den sparade filen") == [
        "Ärende, Ärenderubrik\nÄndrat",
        "Öppna lokalbokningen, Ansvarig\nÄndrat",
    ]
    click(button(window, "Fortsätt med det återställda"))
    assert window.document.project == mine
    assert window.document.path == plan
    assert not window.document.is_clean
    assert open_project(plan).project == project
    assert find(window.keeping.folders.recovery) == ()


def test_recovered_work_and_a_copy_keep_the_states_that_the_file_was_saved_in(
    window: MainWindow, plan: Path, project: Project, tmp_path: Path
) -> None:
    save_project(plan, project, {}, remembered((), project))
    left_behind(window, edits.put(project, "matter/title", text("Ny rubrik")), plan)
    window.begin(None)
    click(button(window, "Fortsätt med det återställda"))
    window.document.save(tmp_path / "kopia.boardwright")
    first, second = open_project(tmp_path / "kopia.boardwright").history
    assert (first.number, second.number) == (1, 2)
    assert (first,) == open_project(plan).history


def test_what_was_never_saved_is_offered_too(window: MainWindow, project: Project) -> None:
    left_behind(window, project, None)
    window.begin(None)
    assert "Ärende, Ärenderubrik" in listed(window, "Det här finns i projektet")
    click(button(window, "Fortsätt med det återställda"))
    assert window.document.project == project
    assert window.document.path is None
    assert not window.document.is_clean


def test_recovered_work_is_held_against_a_file_that_was_changed_since(
    window: MainWindow, plan: Path, project: Project, qtbot: QtBot
) -> None:
    left_behind(window, edits.put(project, "matter/title", text("Min")), plan, "0" * 64)
    window.begin(None)
    click(button(window, "Fortsätt med det återställda"))
    window.files.save()
    until(qtbot, lambda: QApplication.activeModalWidget() is not None)
    answer("Avbryt")
    assert open_project(plan).project == project


def test_recovered_work_can_be_put_off_or_thrown_away(window: MainWindow, plan: Path, project: Project) -> None:
    left_behind(window, project, plan)
    window.begin(plan)
    click(button(window, "Inte nu"))
    assert window.document.path == plan
    window.commands["recover"].trigger()
    click(button(window, "Kasta…"))
    answer("Kasta")
    assert recoveries(window) == []
    assert window.bench.isVisible()


# Locks


def test_an_open_file_has_a_lock_beside_it_until_the_window_is_done_with_it(opened: MainWindow, plan: Path) -> None:
    assert (plan.parent / ".Plan.boardwright.lock").exists()
    opened.files.new("empty")
    assert {path.name for path in plan.parent.iterdir()} == {"Plan.boardwright"}


@pytest.fixture
def in_use(window: MainWindow, plan: Path) -> MainWindow:
    """The window as it asks about a file that somebody else has open."""
    (plan.parent / ".Plan.boardwright.lock").write_text("4711\nkontorsdator\n", "utf-8")
    (plan.parent / ".Plan.boardwright.who").write_text("Anna Berg", "utf-8")
    window.files.open(plan)
    assert "Anna Berg" in question().text()
    assert "kontorsdator" in question().text()
    return window


def test_a_file_open_elsewhere_is_opened_for_reading(in_use: MainWindow, plan: Path) -> None:
    answer("Öppna för läsning")
    assert in_use.document.origin.read_only
    retitle(in_use.document, "Ny rubrik")
    in_use.files.save()
    dialogs = in_use.findChildren(QFileDialog)
    assert len(dialogs) == 1
    dialogs[0].reject()
    assert title(open_project(plan).project) != "Ny rubrik"


def test_a_file_open_elsewhere_is_opened_as_a_copy(in_use: MainWindow, plan: Path, project: Project) -> None:
    answer("Öppna en kopia")
    assert in_use.document.project == project
    assert in_use.document.path is None


def test_a_file_open_elsewhere_is_opened_anyway(in_use: MainWindow, plan: Path) -> None:
    answer("Öppna ändå")
    assert in_use.document.path == plan
    assert str(os.getpid()) in (plan.parent / ".Plan.boardwright.lock").read_text("utf-8")


def test_a_lock_that_is_silent_for_long_is_told_of(window: MainWindow, plan: Path) -> None:
    (plan.parent / ".Plan.boardwright.lock").write_text("4711\nkontorsdator\n", "utf-8")
    who = plan.parent / ".Plan.boardwright.who"
    who.write_text("Anna Berg", "utf-8")
    os.utime(who, (0, 0))
    window.files.open(plan)
    assert "1970" in question().informativeText()
    answer("Avbryt")
    assert window.document.path is None


# Other programs


def test_a_file_that_another_program_changed_is_noticed_and_taken_in(
    opened: MainWindow, plan: Path, project: Project, qtbot: QtBot
) -> None:
    retitle(opened.document, "Min")
    saved_by_another(plan, project, "Deras")
    until(qtbot, lambda: "har ändrats av ett annat program" in opened.notice.text)
    click(button(opened.notice, "Läs in den nya"))
    assert title(opened.document.project) == "Deras"
    assert opened.document.is_clean
    opened.commands["undo"].trigger()
    assert title(opened.document.project) == "Min"


def test_mine_is_kept_and_then_saved_over_theirs(
    opened: MainWindow, plan: Path, project: Project, qtbot: QtBot
) -> None:
    saved_by_another(plan, project, "Deras")
    until(qtbot, lambda: bool(opened.notice.text))
    click(button(opened.notice, "Behåll min"))
    assert not opened.document.is_clean
    opened.files.save()
    until(qtbot, lambda: opened.document.is_clean)
    assert open_project(plan).project == project


def test_saving_asks_before_it_writes_over_what_another_program_wrote(
    opened: MainWindow, plan: Path, project: Project, qtbot: QtBot
) -> None:
    retitle(opened.document, "Min")
    theirs = saved_by_another(plan, project, "Deras")
    opened.files.save()
    until(qtbot, lambda: QApplication.activeModalWidget() is not None)
    assert open_project(plan).project == theirs
    answer("Ersätt den med min")
    until(qtbot, lambda: opened.document.is_clean)
    assert title(open_project(plan).project) == "Min"


def test_a_file_that_is_taken_away_is_noticed_and_saved_again(opened: MainWindow, plan: Path, qtbot: QtBot) -> None:
    plan.unlink()
    until(qtbot, lambda: "finns inte längre" in opened.notice.text)
    assert not opened.document.is_clean
    click(button(opened.notice, "Spara igen på samma plats"))
    until(qtbot, plan.exists)
    until(qtbot, lambda: opened.document.is_clean)


def test_our_own_saving_is_no_news(opened: MainWindow, plan: Path, qtbot: QtBot) -> None:
    retitle(opened.document, "Min")
    opened.files.save()
    until(qtbot, lambda: opened.document.is_clean)
    opened.keeping.watch.look()
    opened.keeping.background.finish()
    assert opened.notice.text == ""


# Disks that fail


def test_a_save_that_fails_says_so_keeps_the_text_and_offers_the_ways_on(
    opened: MainWindow, plan: Path, qtbot: QtBot
) -> None:
    retitle(opened.document, "Min")
    aside = plan.parent.with_name("aside")
    plan.parent.rename(aside)
    opened.files.save()
    until(qtbot, lambda: QApplication.activeModalWidget() is not None)
    assert "finns inte" in question().text()
    assert "finns kvar" in question().informativeText()
    assert not opened.document.is_clean
    shutil.move(aside, plan.parent)
    answer("Försök igen")
    until(qtbot, lambda: opened.document.is_clean)
    assert title(open_project(plan).project) == "Min"


def test_a_save_elsewhere_never_touches_a_file_that_somebody_has_open(
    opened: MainWindow, plan: Path, project: Project, qtbot: QtBot
) -> None:
    taken = plan.with_name("Taken.boardwright")
    save_project(taken, project, {})
    retitle(opened.document, "Min")
    with hold(taken):
        opened.files.save_as()
        (dialog,) = opened.findChildren(QFileDialog)
        dialog.fileSelected.emit(str(taken))
        dialog.reject()
        until(qtbot, lambda: QApplication.activeModalWidget() is not None)
        assert "Försök igen" not in [found.text() for found in question().findChildren(QPushButton)]
        answer("Avbryt")
    assert open_project(taken).project == project


def test_what_is_typed_while_the_file_is_written_is_still_unsaved(opened: MainWindow, plan: Path) -> None:
    document = opened.document
    written = document.project
    retitle(document, "Senare")
    document.saved(written, plan, save_project(plan, written, {}))
    assert not document.is_clean
