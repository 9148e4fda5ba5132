"""Words are looked at in the text's language by a process of its own, marked, mended by a right click, and kept among one's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.files.settings import Settings
from app.gui.document import Document
from app.gui.fields.kinds import Asking, MarkdownField
from app.gui.fields.rich_edit import RichEdit
from app.gui.interface import Interface, said
from app.gui.preferences import Preferences
from app.gui.spelling import Spelling
from app.model.base import text
from tests.gui.hands import the, write

AFF = "SET UTF-8\nTRY aeostrmkn\n"
DIC = "5\nvi\nbokar\nlokaler\ngemensamt\nkommunen\n"


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Settings of this test alone."""
    return Preferences(tmp_path / "settings.toml")


@pytest.fixture
def spelling(tmp_path: Path, preferences: Preferences, qapp: QApplication) -> Iterator[Spelling]:
    """A Swedish dictionary of five words."""
    (tmp_path / "sv_SE.aff").write_text(AFF, "utf-8")
    (tmp_path / "sv_SE.dic").write_text(DIC, "utf-8")
    made = Spelling(preferences, qapp, [tmp_path], tmp_path / "words.txt")
    yield made
    made.stop()
    made.deleteLater()


@pytest.fixture
def edit(spelling: Spelling, document: Document, interface: Interface, qtbot: QtBot) -> Iterator[RichEdit]:
    """The answer's editor, empty and with the cursor in it."""
    interface.spelling = spelling
    field = MarkdownField(document, interface, "matter/answer", Asking(said(text("Svaret"))))
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.focus()
    yield the(RichEdit, field)
    interface.spelling = None


def marked(edit: RichEdit) -> list[str]:
    """The words with a wave below them."""
    block = edit.document().firstBlock()
    wave = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
    return [
        block.text()[form.start : form.start + form.length]  # pyright: ignore[reportAttributeAccessIssue]
        for form in block.layout().formats()
        if form.format.underlineStyle() == wave  # pyright: ignore[reportAttributeAccessIssue]
    ]


def menu(edit: RichEdit) -> QMenu:
    """What a right click at the cursor offers."""
    edit.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    return next(shown for shown in QApplication.topLevelWidgets() if isinstance(shown, QMenu) and shown.isVisible())


def test_a_wrong_word_is_marked_when_it_is_finished_and_mended_by_a_click(
    edit: RichEdit, document: Document, qtbot: QtBot
) -> None:
    write(edit, "vi bokkar")
    assert marked(edit) == []
    write(edit, " AI 2027 mkr 5")
    qtbot.waitUntil(lambda: marked(edit) == ["bokkar"], timeout=15000)
    cursor = edit.textCursor()
    cursor.setPosition(5)
    edit.setTextCursor(cursor)
    shown = menu(edit)
    qtbot.waitUntil(lambda: "bokar" in [action.text() for action in shown.actions()], timeout=15000)
    next(action for action in shown.actions() if action.text() == "bokar").trigger()
    shown.close()
    assert document.project.matter.answer == text("vi bokar AI 2027 mkr 5")
    qtbot.waitUntil(lambda: marked(edit) == [])


def test_a_word_added_to_ones_own_is_right_from_then_on(
    edit: RichEdit, spelling: Spelling, preferences: Preferences, tmp_path: Path, qtbot: QtBot
) -> None:
    write(edit, "Almesjö vi")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.waitUntil(lambda: marked(edit) == ["Almesjö"], timeout=15000)
    shown = menu(edit)
    next(action for action in shown.actions() if action.text() == "Lägg till bland mina ord").trigger()
    shown.close()
    assert marked(edit) == []
    assert (tmp_path / "words.txt").read_text("utf-8") == "Almesjö\n"


def test_spelling_is_switched_off_at_once(edit: RichEdit, preferences: Preferences, qtbot: QtBot) -> None:
    write(edit, "bokkar vi")
    qtbot.waitUntil(lambda: marked(edit) == ["bokkar"], timeout=15000)
    preferences.keep(Settings(spelling=False))
    assert marked(edit) == []


def test_without_a_dictionary_no_word_is_wrong_and_no_process_begins(preferences: Preferences, tmp_path: Path) -> None:
    spelling = Spelling(preferences, None, [tmp_path / "none"], tmp_path / "words.txt")
    assert not spelling.is_wrong("sv", "bokkar")
    assert not spelling.is_wrong("en", "bokkar")
