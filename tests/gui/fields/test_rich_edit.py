"""A text with form is written as one sees it, by keys and by buttons, and kept as Markdown."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from app.gui.document import Document
from app.gui.fields.kinds import Asking, MarkdownField
from app.gui.fields.link_box import LinkBox, address_of
from app.gui.fields.rich_edit import RichEdit
from app.gui.interface import Interface, said
from app.model.base import text
from tests.gui.hands import button, click, press, the, write

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def field(document: Document, interface: Interface, qtbot: QtBot) -> Iterator[MarkdownField]:
    """The answer's field, empty and with the cursor in it."""
    made = MarkdownField(document, interface, "matter/answer", Asking(said(text("Svaret", "Answer"))))
    qtbot.addWidget(made)
    document.changed.connect(made.refresh)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.focus()
    yield made
    document.changed.disconnect(made.refresh)


@pytest.fixture
def edit(field: MarkdownField) -> RichEdit:
    """The editor in it."""
    return the(RichEdit, field)


def kept(document: Document) -> str:
    """What the project holds."""
    return document.project.matter.answer.root.get("sv", "")


def test_bold_is_typed_with_a_key_before_and_after(edit: RichEdit, document: Document) -> None:
    write(edit, "Vi ")
    press(edit, Qt.Key.Key_B, CTRL)
    write(edit, "ska")
    press(edit, Qt.Key.Key_B, CTRL)
    write(edit, " dit")
    assert kept(document) == "Vi **ska** dit"


def test_italic_is_set_on_what_is_selected_by_a_button(
    field: MarkdownField, edit: RichEdit, document: Document
) -> None:
    write(edit, "nu")
    edit.selectAll()
    click(the(QToolButton, field, "Kursiv"))
    assert kept(document) == "*nu*"
    click(the(QToolButton, field, "Kursiv"))
    assert kept(document) == "nu"


def test_a_dash_and_a_space_begin_a_list_and_enter_ends_it(edit: RichEdit, document: Document) -> None:
    write(edit, "- ett")
    press(edit, Qt.Key.Key_Return)
    write(edit, "två")
    press(edit, Qt.Key.Key_Return)
    press(edit, Qt.Key.Key_Return)
    write(edit, "slut")
    assert kept(document) == "- ett\n- två\n\nslut"


def test_tab_sets_an_item_further_in_and_else_leaves_the_field(edit: RichEdit, document: Document) -> None:
    press(edit, Qt.Key.Key_N, CTRL | SHIFT)
    write(edit, "ett")
    press(edit, Qt.Key.Key_Return)
    press(edit, Qt.Key.Key_Tab)
    write(edit, "a")
    press(edit, Qt.Key.Key_Return)
    press(edit, Qt.Key.Key_Backtab, SHIFT)
    write(edit, "två")
    assert kept(document) == "1. ett\n   1. a\n2. två"
    assert edit.hasFocus()


def test_signs_of_markdown_are_kept_as_they_are_typed(edit: RichEdit, document: Document, field: MarkdownField) -> None:
    write(edit, "5 *tre* av 10")
    assert kept(document) == r"5 \*tre\* av 10"
    field.bind("matter/answer")
    assert edit.toPlainText() == "5 *tre* av 10"


def test_undo_takes_back_a_form_and_shows_it(edit: RichEdit, document: Document) -> None:
    write(edit, "nu")
    document.pause()
    edit.selectAll()
    press(edit, Qt.Key.Key_B, CTRL)
    assert kept(document) == "**nu**"
    document.stack.undo()
    assert (kept(document), edit.markdown()) == ("nu", "nu")


def test_a_link_is_made_of_what_is_selected(edit: RichEdit, document: Document) -> None:
    write(edit, "se planen")
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.PreviousWord, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    press(edit, Qt.Key.Key_K, CTRL)
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, LinkBox) and w.isVisible())
    write(the(QLineEdit, box, "Adress"), "kommunen")
    click(button(box, "Länka"))
    assert box.isVisible()
    the(QLineEdit, box, "Adress").clear()
    write(the(QLineEdit, box, "Adress"), "www.almesjo.se/plan")
    press(the(QLineEdit, box, "Adress"), Qt.Key.Key_Return)
    write(edit, " i dag")
    assert kept(document) == "se [planen](https://www.almesjo.se/plan) i dag"


def test_a_link_over_several_paragraphs_keeps_them_and_their_form(edit: RichEdit, document: Document) -> None:
    document.put("matter/answer", text("**Ett** två\n\n- tre"), lambda _lang: "")
    edit.selectAll()
    press(edit, Qt.Key.Key_K, CTRL)
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, LinkBox) and w.isVisible())
    write(the(QLineEdit, box, "Adress"), "a.se")
    press(the(QLineEdit, box, "Adress"), Qt.Key.Key_Return)
    assert kept(document) == "[**Ett** två](https://a.se)\n\n- [tre](https://a.se)"


def test_only_addresses_of_web_and_mail_are_links() -> None:
    assert address_of("ceo@exempel.se") == "mailto:ceo@exempel.se"
    assert address_of("exempel.se/a?b=1") == "https://exempel.se/a?b=1"
    assert address_of("file:///etc/passwd") is None
    assert address_of("javascript:alert(1)") is None
    assert address_of("två ord.se") is None


def test_what_is_pasted_keeps_only_what_the_text_can_hold(edit: RichEdit, document: Document) -> None:
    write(edit, "före efter")
    cursor = edit.textCursor()
    cursor.setPosition(5)
    edit.setTextCursor(cursor)
    clip = QMimeData()
    clip.setHtml("<span style='font-size:30pt;color:red'>mitt <b>i</b> </span>")
    edit.insertFromMimeData(clip)
    assert kept(document) == "före mitt **i**efter"
    edit.moveCursor(QTextCursor.MoveOperation.End)
    clip.setHtml("<ul><li>a</li><li>b</li></ul>")
    edit.insertFromMimeData(clip)
    assert kept(document) == "före mitt **i**efter\n\n- a\n- b"


def test_markdown_written_otherwise_is_left_as_it_was_until_one_writes(edit: RichEdit, document: Document) -> None:
    document.put("matter/answer", text("__Ja__\n\n* a\n* b"), lambda _lang: "")
    assert kept(document) == "__Ja__\n\n* a\n* b"
    edit.moveCursor(QTextCursor.MoveOperation.End)
    write(edit, "!")
    assert kept(document) == "**Ja**\n\n- a\n- b!"
