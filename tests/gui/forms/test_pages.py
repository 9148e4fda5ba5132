"""What holds for every page of forms: it stands in its window, says what its fields are, and answers at once."""

import time

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QSlider,
    QTableView,
    QTextEdit,
    QWidget,
)

from app.gui.document import Document
from app.gui.forms import PAGES
from app.gui.interface import Interface
from app.gui.look import DARK
from app.model.base import text
from app.model.project import Action
from tests.gui.forms.conftest import Open
from tests.gui.forms.reading import editor
from tests.gui.hands import write
from tests.sample import key
from tests.sample_actions import EXCHANGE, INVENTORY

PLACES = {kind: kind for kind in PAGES} | {"pattern": f"patterns/{EXCHANGE}", "action": f"actions/{INVENTORY}"}
SAYING = (QAbstractButton, QComboBox, QLineEdit, QSlider, QTableView, QTextEdit)


class Watch(QObject):
    """Remembers the windows that were shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_opens_no_windows_of_its_own(kind: str, open_page: Open, qapp: QApplication) -> None:
    watch = Watch()
    qapp.installEventFilter(watch)
    page = open_page(kind, PLACES[kind])
    qapp.removeEventFilter(watch)
    assert watch.shown == [page]


@pytest.mark.parametrize("kind", PAGES)
def test_everything_that_takes_the_focus_says_what_it_is(kind: str, open_page: Open, interface: Interface) -> None:
    page = open_page(kind, PLACES[kind])
    interface.speak("en")
    interface.wear(DARK)
    silent = [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, SAYING)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert not silent


@pytest.mark.parametrize("kind", PAGES)
def test_another_project_finds_the_page_empty(
    kind: str, document: Document, interface: Interface, open_page: Open
) -> None:
    page = open_page(kind, PLACES[kind])
    document.replace(document.project.model_copy(update={"actions": (), "patterns": (), "risks": ()}), {}, None)
    interface.speak("en")
    assert page.place == ""


def test_a_keystroke_is_answered_at_once_in_a_large_project(document: Document, open_page: Open) -> None:
    many = tuple(Action(id=key(1000 + number), title=text(f"Steg {number}")) for number in range(200))
    document.put("actions", (*document.project.actions, *many), lambda _lang: "")
    open_page("actions", "actions").hide()
    open_page("risks", "risks").hide()
    page = open_page("action", PLACES["action"])
    line = editor(page, f"{PLACES['action']}/owner")
    taken: list[float] = []
    for letter in "abcdefghij":
        before = time.process_time()
        write(line, letter)
        taken.append(time.process_time() - before)
    assert sorted(taken)[5] < 0.016
