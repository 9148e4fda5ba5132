"""The library's page: searching, narrowing, and dragging a pattern to the project."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.gui.library.page import LibraryPage
from app.gui.library.shelf import ShelfView
from app.gui.window import MainWindow
from app.library import load_packs
from app.library.occasions import occasions
from tests.gui.hands import button, press, the, write


@pytest.fixture
def page(empty: MainWindow) -> LibraryPage:
    """The library in an empty project."""
    empty.bench.go("library")
    found = empty.bench.page
    assert isinstance(found, LibraryPage)
    return found


def shown(page: LibraryPage) -> list[str]:
    shelf = page.view.shelf
    entries = [shelf.entry(shelf.index(row)) for row in range(shelf.rowCount())]
    return [entry.pattern.id for entry in entries if entry is not None]


def narrow(page: LibraryPage, name: str) -> None:
    box = the(QComboBox, page, "Visa bara")
    box.setFocus()
    box.setCurrentText(name)
    box.activated.emit(box.currentIndex())


def test_the_shelf_is_narrowed_to_a_theme_or_a_pack_and_shows_all_again(page: LibraryPage) -> None:
    everything = shown(page)
    narrow(page, "Finansiering")
    themed = [pattern.id for pack in load_packs() for pattern in pack.patterns if "funding" in pattern.themes]
    assert sorted(shown(page)) == sorted(themed)
    pack = load_packs()[0]
    narrow(page, f"Mönsterpaket: {pack.name.said('sv').text}")
    assert shown(page) == [pattern.id for pattern in pack.patterns]
    narrow(page, "Alla teman och mönsterpaket")
    assert shown(page) == everything


def test_what_suits_an_occasion_stands_in_its_order_and_is_picked_with_one_click(
    page: LibraryPage, empty: MainWindow
) -> None:
    narrow(page, "Urval: Plattformsstrategi")
    suits = [pattern.id for _, pattern in occasions()["platform"].among(load_packs())]
    assert shown(page) == suits
    gather = button(page, f"Välj alla {len(suits)} mönstren")
    gather.click()
    assert [chosen.pattern.id for chosen in empty.document.project.patterns] == suits
    assert gather.text() == "Alla är valda"
    empty.document.stack.undo()
    assert empty.document.project.patterns == ()


def test_a_search_is_narrowed_too(page: LibraryPage) -> None:
    write(the(QLineEdit, page, "Sök i biblioteket"), "plattform")
    all_hits = shown(page)
    narrow(page, "Ekosystem")
    assert 0 < len(shown(page)) < len(all_hits)


def test_what_is_found_first_is_opened_at_a_pause_and_entered_with_an_arrow(
    page: LibraryPage, empty: MainWindow, qtbot: QtBot
) -> None:
    search = the(QLineEdit, page, "Sök i biblioteket")
    search.setFocus()
    write(search, "bransch")
    qtbot.waitUntil(lambda: page.place == "library/disintegration/hyper-industries")
    press(search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.view
    press(page.view, Qt.Key.Key_Space)
    assert [chosen.pattern.id for chosen in empty.document.project.patterns] == ["hyper-industries"]
    press(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_a_pattern_dropped_on_the_sidebar_is_picked_once(page: LibraryPage, empty: MainWindow) -> None:
    view = the(ShelfView, page)
    dragged: QMimeData = view.shelf.mimeData([view.shelf.index_of("library/disintegration/hyper-industries")])
    for _ in range(2):
        drop = QDropEvent(
            QPointF(QPoint(40, 120)), Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        empty.bench.sidebar.dropEvent(drop)
    assert [chosen.pattern.id for chosen in empty.document.project.patterns] == ["hyper-industries"]
    assert empty.commands["undo"].text().replace("&", "") == "Ångra ”Välj Hyperbranscher”"
