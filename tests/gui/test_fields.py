"""Fields write each keystroke, say at once what is wrong, keep what was typed, and follow undo."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from app.gui.document import Document
from app.gui.fields.kinds import (
    Asking,
    ChoiceField,
    DateField,
    Field,
    LineField,
    MarkdownField,
    MoneyField,
    SegmentField,
    StepField,
    TextField,
)
from app.gui.fields.steps import StepSlider
from app.gui.interface import Interface, said
from app.model.base import text
from app.model.money import CostLine
from app.project import edits
from tests.gui.hands import button, click, press, the, write

OWNER = f"actions/{3:032x}/owner"
DUE = f"actions/{3:032x}/due"
EFFORT = f"actions/{3:032x}/effort"
AMOUNT = f"actions/{3:032x}/lines/{4:032x}/amounts/2027"
Show = Callable[[Field], Field]


def asking(label: str = "Ansvarig") -> Asking:
    return Asking(said(text(label, "Owner")))


@pytest.fixture
def show(qtbot: QtBot, document: Document) -> Show:
    """Shows a field and redraws it when the document changes, as a page does."""

    def shown(field: Field) -> Field:
        qtbot.addWidget(field)

        def redraw(_paths: frozenset[str]) -> None:
            field.refresh()

        document.changed.connect(redraw)
        with qtbot.waitActive(field):
            field.show()
            field.activateWindow()
        field.focus()
        return field

    return shown


def test_each_keystroke_reaches_the_project(document: Document, interface: Interface, show: Show) -> None:
    field = show(LineField(document, interface, "organisation/name", asking()))
    write(the(QLineEdit, field), "X")
    assert document.project.organisation.name == "Almesjö kommunX"


def test_typing_on_is_one_step_back(document: Document, interface: Interface, show: Show) -> None:
    field = show(LineField(document, interface, "organisation/name", asking("Organisation")))
    write(the(QLineEdit, field), "abc")
    assert document.undo_name is not None
    assert document.undo_name("sv") == "Ändra organisation"
    document.stack.undo()
    assert document.project.organisation.name == "Almesjö kommun"
    assert the(QLineEdit, field).text() == "Almesjö kommun"
    assert document.is_clean


def test_another_field_begins_another_step(document: Document, interface: Interface, show: Show) -> None:
    name = show(LineField(document, interface, "organisation/name", asking()))
    write(the(QLineEdit, name), "a")
    title = show(TextField(document, interface, "matter/title", asking()))
    write(the(QLineEdit, title), "b")
    name.focus()
    write(the(QLineEdit, name), "c")
    assert document.stack.count() == 3


def test_undo_in_a_field_is_the_documents(document: Document, interface: Interface, show: Show) -> None:
    field = show(LineField(document, interface, "organisation/name", asking()))
    line = the(QLineEdit, field)
    write(line, "abc")
    press(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "Almesjö kommunabc"


def test_an_impossible_date_says_so_and_is_kept(document: Document, interface: Interface, show: Show) -> None:
    field = show(DateField(document, interface, DUE, asking()))
    write(the(QLineEdit, field), "2027-02-30")
    assert field.error is not None
    assert "2027-02-30" in field.error.told("sv")
    assert any("2027-02-30" in label.text() for label in field.findChildren(QLabel))
    assert document.project.drafts == {DUE: "2027-02-30"}
    assert document.project.actions[0].due is None


def test_a_date_mended_is_a_date(document: Document, interface: Interface, show: Show) -> None:
    field = show(DateField(document, interface, DUE, asking()))
    line = the(QLineEdit, field)
    write(line, "2027-02-30")
    press(line, Qt.Key.Key_Backspace)
    press(line, Qt.Key.Key_Backspace)
    write(line, "28")
    assert document.project.actions[0].due == date(2027, 2, 28)
    assert document.project.drafts == {}
    assert field.error is None
    assert line.text() == "2027-02-28"


def test_undo_brings_a_draft_back_with_its_error(document: Document, interface: Interface, show: Show) -> None:
    field = show(DateField(document, interface, DUE, asking()))
    line = the(QLineEdit, field)
    write(line, "kv 9")
    document.pause()
    line.selectAll()
    press(line, Qt.Key.Key_Delete)
    assert field.error is None
    document.stack.undo()
    assert line.text() == "kv 9"
    assert field.error is not None


@pytest.fixture
def with_line(document: Document) -> Document:
    document.apply(
        lambda project: edits.add(project, f"actions/{3:032x}/lines", CostLine(id=f"{4:032x}", sign="cost")),
        lambda _lang: "ny rad",
    )
    return document


def test_money_is_read_as_people_write_it(with_line: Document, interface: Interface, show: Show) -> None:
    field = show(MoneyField(with_line, interface, AMOUNT, asking()))
    write(the(QLineEdit, field), "1,5 mkr")
    assert with_line.project.actions[0].lines[0].amounts == {2027: Decimal(1_500_000)}


def test_a_negative_cost_says_so_at_once(with_line: Document, interface: Interface, show: Show) -> None:
    field = show(MoneyField(with_line, interface, AMOUNT, asking()))
    write(the(QLineEdit, field), "-300")
    assert field.error is not None
    assert with_line.project.actions[0].lines[0].amounts == {}
    assert with_line.project.drafts == {AMOUNT: "-300"}


def test_a_text_is_written_in_the_projects_language(document: Document, interface: Interface, show: Show) -> None:
    document.put("matter/answer", text(en="Open the halls"), lambda _lang: "svar")
    field = show(MarkdownField(document, interface, "matter/answer", asking()))
    assert any("Open the halls" in label.text() for label in field.findChildren(QLabel))
    write(the(QTextEdit, field), "Öppna")
    assert document.project.matter.answer == text("Öppna", "Open the halls")
    assert any("Open the halls" in label.toolTip() for label in field.findChildren(QLabel))


@pytest.mark.parametrize("digit", [1, 4])
def test_a_digit_sets_a_step_and_delete_clears_it(
    document: Document, interface: Interface, show: Show, digit: int
) -> None:
    field = show(StepField(document, interface, EFFORT, asking(), lambda step: said(text(f"Steg {step}"))))
    slider = the(StepSlider, field)
    write(slider, str(digit))
    assert document.project.actions[0].effort == digit
    assert any(label.text() == f"Steg {digit}" for label in field.findChildren(QLabel))
    press(slider, Qt.Key.Key_Delete)
    assert document.project.actions[0].effort is None


def test_a_status_is_picked_by_a_click(document: Document, interface: Interface, show: Show) -> None:
    options = [("proposed", said(text("Föreslagen"))), ("ongoing", said(text("Pågår")))]
    field = show(SegmentField(document, interface, f"actions/{3:032x}/status", asking(), options))
    click(button(field, "Pågår"))
    assert document.project.actions[0].status == "ongoing"


def test_labels_follow_the_language_at_once(document: Document, interface: Interface, show: Show) -> None:
    options = [("open", said(text("Öppen", "Open"))), ("internal", said(text("Intern", "Internal")))]
    field = show(ChoiceField(document, interface, "organisation/classification", asking(), options))
    interface.speak("en")
    assert field.editor().accessibleName() == "Owner"
    assert the(QComboBox, field).currentText() == "Internal"


def test_focus_announces_the_field(document: Document, interface: Interface, qtbot: QtBot) -> None:
    field = LineField(document, interface, OWNER, asking())
    qtbot.addWidget(field)
    field.show()
    heard: list[str] = []
    field.entered.connect(heard.append)
    with qtbot.waitSignal(field.entered):
        field.focus()
    assert heard == [OWNER]
