"""Searching past projects from the window: what was written is found, and its project is opened."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from app.gui.interface import Interface
from app.gui.past import PastDialog
from app.gui.settings.general import general
from app.gui.taking import TakeDialog
from app.gui.window import MainWindow
from app.model.base import text
from app.model.project import Action
from app.project import edits
from app.project.choices import new_project
from app.project.ids import new_id
from app.project.store import save_project
from app.services.past import index_in
from tests.gui.hands import click, only, the

#: As many projects take longer to read than a dialog takes to show.
_MANY = 2_000


def test_what_was_written_before_is_found_in_any_form_and_opened(
    empty: MainWindow, interface: Interface, qtbot: QtBot, tmp_path: Path
) -> None:
    project = edits.put(
        new_project(date(2026, 1, 1), "sv", new_id), "matter/answer", text("Vi säger upp stordatorerna i tid.")
    )
    for name in ("ett", "två"):
        save_project(tmp_path / f"{name}.boardwright", project, {})
    (tmp_path / "trasigt.boardwright").write_bytes(b"PK nothing")
    opened: list[Path] = []
    dialog = PastDialog(
        interface, tmp_path / "past.sqlite", (tmp_path / "ett.boardwright",), opened.append, None, empty
    )
    dialog.show()
    dialog.line.setText("stordator")
    qtbot.waitUntil(lambda: dialog.rows.count() == 2)
    dialog.rows.setCurrentRow(0)
    assert not dialog.take.isVisible(), "no project is open to take into"
    dialog.rows.itemActivated.emit(dialog.rows.item(0))
    assert opened[0].parent == tmp_path
    dialog.deleteLater()


def test_a_find_is_taken_into_the_open_project(empty: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    action = Action(id=new_id(), title=text("Avveckla stordatorn"), owner="Jonas Ek")
    project = new_project(date(2026, 1, 1), "sv", new_id).model_copy(update={"actions": (action,)})
    file = tmp_path / "förra.boardwright"
    save_project(file, project, {})
    empty.preferences.keep(empty.preferences.settings.opened(file))
    empty.commands["past"].trigger()
    dialog = only(PastDialog)
    dialog.line.setText("avveckla")
    qtbot.waitUntil(lambda: dialog.rows.count() == 1)
    dialog.rows.setCurrentRow(0)
    click(dialog.take)
    taking = only(TakeDialog)
    assert len(taking.parts.ticked()) == 1, "what was found"
    click(taking.take_in)
    assert empty.document.project.actions == (action,)


def test_reading_shows_how_far_it_is_and_can_be_broken_off(
    empty: MainWindow, interface: Interface, qtbot: QtBot, tmp_path: Path
) -> None:
    project = edits.put(new_project(date(2026, 1, 1), "sv", new_id), "matter/answer", text("Stordatorn sägs upp."))
    first = tmp_path / "0.boardwright"
    save_project(first, project, {})
    for number in range(1, _MANY):
        (tmp_path / f"{number}.boardwright").hardlink_to(first)
    dialog = PastDialog(interface, tmp_path / "past.sqlite", (first,), lambda _path: None, None, empty)
    dialog.show()
    assert dialog.cancel.isVisible()
    click(dialog.cancel)
    qtbot.waitUntil(lambda: not dialog.cancel.isVisible())
    assert "Avbrutet. Sökningen gäller de projekt som hann läsas." in [
        label.text() for label in dialog.findChildren(QLabel)
    ]
    dialog.close()
    dialog.deleteLater()


def test_switched_off_nothing_is_kept_and_the_settings_say_where_it_lay(
    empty: MainWindow, interface: Interface
) -> None:
    index = index_in(empty.preferences.folder)
    index.write_bytes(b"")
    page = general(empty.preferences, interface)
    switch = the(QCheckBox, page, "Sök i tidigare projekt")
    assert any(str(index) in label.text() for label in page.findChildren(QLabel))
    switch.click()
    assert not index.exists()
    assert not empty.preferences.settings.past
    page.deleteLater()
    empty.commands["past"].trigger()
    dialog = only(PastDialog)
    assert not dialog.line.isEnabled()
    assert not index.exists()
    dialog.reject()
