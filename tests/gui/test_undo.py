"""Whatever is changed can be taken back and done again, under a name in the menu, also after a save."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.gui.fields.kinds import Field, StepField
from app.gui.fields.rich_edit import RichEdit
from app.gui.fields.steps import StepSlider
from app.gui.page import FormPage
from app.gui.window import MainWindow
from app.model.project import Project
from tests.gui.hands import button, click, press, the, write

CTRL = Qt.KeyboardModifier.ControlModifier
Do = Callable[[MainWindow], None]


def field(window: MainWindow, path: str) -> Field:
    """The field at a path, gone to as a user does."""
    window.bench.go(path)
    page = window.bench.page
    assert isinstance(page, FormPage)
    found = page.field_at(path)
    assert found is not None
    return found


def pattern(window: MainWindow) -> str:
    return f"patterns/{window.document.project.patterns[0].id}"


def write_title(window: MainWindow) -> None:
    write(the(QLineEdit, field(window, "matter/title")), " nu")


def write_bold(window: MainWindow) -> None:
    edit = the(RichEdit, field(window, f"{pattern(window)}/meaning"))
    edit.selectAll()
    press(edit, Qt.Key.Key_B, CTRL)


def slide(window: MainWindow) -> None:
    found = field(window, f"{pattern(window)}/assessment/relevance/step")
    assert isinstance(found, StepField)
    press(the(StepSlider, found), Qt.Key.Key_1)


def write_half_a_date(window: MainWindow) -> None:
    write(the(QLineEdit, field(window, f"actions/{window.document.project.actions[0].id}/due")), "x")


def pick_a_status(window: MainWindow) -> None:
    click(button(field(window, f"actions/{window.document.project.actions[0].id}/status"), "Stoppad"))


def add_evidence(window: MainWindow) -> None:
    window.bench.go(pattern(window))
    assert window.bench.page is not None
    click(button(window.bench.page, "Lägg till underlag"))


def lay_a_pattern_back(window: MainWindow) -> None:
    chosen = window.document.project.patterns[0]
    window.bench.go(f"library/{chosen.pack}/{chosen.pattern.id}")
    window.commands["pick"].trigger()


DOINGS: tuple[tuple[Do, str], ...] = (
    (write_title, "Ändra ärenderubrik"),
    (write_bold, "Ändra vår analys"),
    (slide, "Ändra betydelse"),
    (write_half_a_date, "Ändra klar senast"),
    (pick_a_status, "Ändra status"),
    (add_evidence, "Lägg till underlag"),
    (lay_a_pattern_back, "Ta bort"),
)


def named(window: MainWindow, command: str) -> str:
    return window.commands[command].text().replace("&", "")


@pytest.mark.parametrize(("do", "name"), DOINGS, ids=[do.__name__ for do, _ in DOINGS])
def test_a_change_is_taken_back_by_its_name(sample: MainWindow, do: Do, name: str) -> None:
    before = sample.document.project
    do(sample)
    after = sample.document.project
    assert after != before
    assert f"Ångra ”{name}" in named(sample, "undo")
    sample.commands["undo"].trigger()
    assert sample.document.project == before
    assert f"Gör om ”{name}" in named(sample, "redo")
    sample.commands["redo"].trigger()
    assert sample.document.project == after


def test_all_is_taken_back_in_order_through_a_save(sample: MainWindow, tmp_path: Path) -> None:
    states: list[Project] = [sample.document.project]
    for number, (do, _) in enumerate(DOINGS):
        do(sample)
        states.append(sample.document.project)
        if number == len(DOINGS) // 2:
            sample.document.save(tmp_path / "projekt.boardwright")
    assert sample.document.stack.count() == len(DOINGS)
    for state in reversed(states[:-1]):
        sample.commands["undo"].trigger()
        assert sample.document.project == state
    assert not sample.document.is_clean
    assert not sample.commands["undo"].isEnabled()
    for state in states[1:]:
        sample.commands["redo"].trigger()
        assert sample.document.project == state


def test_a_word_typed_after_a_save_is_a_step_of_its_own(sample: MainWindow, tmp_path: Path) -> None:
    line = the(QLineEdit, field(sample, "matter/title"))
    write(line, " ett")
    sample.document.save(tmp_path / "projekt.boardwright")
    write(line, " två")
    sample.commands["undo"].trigger()
    assert line.text().endswith(" ett")
    assert sample.document.is_clean
