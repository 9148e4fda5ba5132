"""The window, used by mouse and keys as a CIO would."""

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.compose import outline
from app.gui.application import teller
from app.gui.card import Card
from app.gui.library.page import LibraryPage
from app.gui.library.shelf import ShelfView
from app.gui.minutes import MinutesDialog
from app.gui.palette import Palette, matching
from app.gui.place_tree import PlaceTree
from app.gui.recent import Recent
from app.gui.slide_list import SlideList
from app.gui.window import MainWindow
from app.model.base import text
from app.project.store import open_project
from tests.gui.hands import button, click, click_row, press, the, write

Dialog = TypeVar("Dialog", QFileDialog, QMessageBox, MinutesDialog)


def library(window: MainWindow) -> LibraryPage:
    window.bench.go("library")
    page = window.bench.page
    assert isinstance(page, LibraryPage)
    return page


def rows(tree: PlaceTree) -> list[str]:
    """What a part of the sidebar says, what lies under a row set in."""
    found: list[str] = []
    for at in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(at)
        assert item is not None
        found += [item.text(0), *(f"  {child.text(0)}" for child in map(item.child, range(item.childCount())) if child)]
    return found


def patterns(window: MainWindow) -> list[str]:
    return rows(the(PlaceTree, window, window.interface("sidebar.patterns")))


def test_one_begins_at_the_start_page_with_starters(window: MainWindow) -> None:
    click(the(QPushButton, window.start, "Kommun"))
    assert window.document.project.organisation.kind == "municipality"
    assert window.bench.isVisible()
    assert window.document.is_clean


def test_space_picks_and_lays_back(empty: MainWindow) -> None:
    view = the(ShelfView, library(empty))
    press(view, Qt.Key.Key_Space)
    assert [chosen.pattern.id for chosen in empty.document.project.patterns] == ["service-exchange"]
    assert patterns(empty) == ["Tjänstebyte"]
    press(view, Qt.Key.Key_Space)
    assert empty.document.project.patterns == ()


def test_a_double_click_picks(empty: MainWindow) -> None:
    view = the(ShelfView, library(empty))
    click_row(view, view.shelf.index_of("library/disintegration/hyper-industries"), double=True)
    assert [chosen.pattern.id for chosen in empty.document.project.patterns] == ["hyper-industries"]


def test_the_button_picks_and_then_leads_on(empty: MainWindow) -> None:
    page = library(empty)
    click(button(page, "Välj mönstret"))
    click(button(page, "Skriv vår analys"))
    assert empty.bench.place == f"patterns/{empty.document.project.patterns[0].id}"


def test_adopting_advice_picks_its_pattern_too(empty: MainWindow) -> None:
    page = library(empty)
    first = page.reading.findChildren(QCheckBox)[0]
    first.click()
    project = empty.document.project
    assert [action.recommendation for action in project.actions] == [project.patterns[0].pattern.recommendations[0].id]
    assert patterns(empty) == ["Tjänstebyte", f"  {first.text()}"]
    first.click()
    assert empty.document.project.actions == ()


def test_undo_is_named_and_takes_back_a_pick(empty: MainWindow) -> None:
    press(the(ShelfView, library(empty)), Qt.Key.Key_Space)
    undo = empty.commands["undo"]
    assert undo.text().replace("&", "") == "Ångra ”Välj Tjänstebyte”"
    undo.trigger()
    assert empty.document.project.patterns == ()
    assert patterns(empty) == []


def test_search_finds_inside_words_as_one_types(empty: MainWindow) -> None:
    page = library(empty)
    write(the(QLineEdit, page, "Sök i biblioteket"), "bransch")
    names = [page.view.shelf.index(row).data() for row in range(page.view.shelf.rowCount())]
    assert names[0] == "Hyperbranscher ersätter branscher"
    assert 0 < len(names) < 15


def test_a_search_without_hits_says_what_to_do(empty: MainWindow) -> None:
    page = library(empty)
    write(the(QLineEdit, page, "Sök i biblioteket"), "xyzzy")
    assert page.view.shelf.rowCount() == 0
    assert any("Inga träffar" in label for label in _texts(page))


def test_the_language_is_switched_at_once(sample: MainWindow) -> None:
    page = library(sample)
    sample.commands["english"].trigger()
    assert sample.menuBar().actions()[0].text() == "&File"
    assert rows(the(PlaceTree, sample, "Supporting material")) == ["Alternatives", "Actions", "Risks", "Figures"]
    assert page.view.currentIndex().data() == "Service exchange replaces market formalism"
    assert not {"Bibliotek", "Valt", "Disposition"} & set(_texts(sample))


def test_back_leads_where_one_was(sample: MainWindow) -> None:
    sample.bench.go("storyline")
    sample.bench.go("library")
    sample.commands["back"].trigger()
    assert sample.bench.place == "storyline"
    sample.commands["forward"].trigger()
    assert sample.bench.place.startswith("library")


def palette(window: MainWindow) -> Palette:
    """The palette, opened by its command."""
    window.commands["find"].trigger()
    return next(shown for shown in window.findChildren(Palette) if shown.isVisible())


def test_the_palette_leads_anywhere_by_a_few_letters(sample: MainWindow) -> None:
    found = palette(sample)
    write(found.field, "dispo")
    press(found.field, Qt.Key.Key_Return)
    assert sample.bench.place == "storyline"


def test_the_palette_carries_out_what_is_chosen_with_the_arrows(sample: MainWindow) -> None:
    found = palette(sample)
    write(found.field, "engelska")
    press(found.field, Qt.Key.Key_Return)
    assert sample.interface.lang == "en"
    found = palette(sample)
    for _ in range(2):
        press(found.field, Qt.Key.Key_Down)
    press(found.field, Qt.Key.Key_Return)
    assert sample.bench.place == "alternatives"


def test_the_palette_finds_patterns_that_are_not_picked(sample: MainWindow) -> None:
    found = palette(sample)
    write(found.field, "bransch")
    press(found.field, Qt.Key.Key_Return)
    assert sample.bench.place.startswith("library/")


def test_the_palette_does_what_can_be_done_before_there_is_a_project(window: MainWindow) -> None:
    found = palette(window)
    assert not any(one.place for one in matching(found.all, ""))
    write(found.field, "öppna")
    assert found.list.model().rowCount() == 1
    press(found.field, Qt.Key.Key_Escape)
    assert not window.findChildren(Palette) or not found.isVisible()


def test_a_slide_is_switched_off_and_moved_by_keys(sample: MainWindow) -> None:
    sample.commands["place/storyline"].trigger()
    slides = the(SlideList, sample)
    assert slides.look_at("why-now")
    press(slides, Qt.Key.Key_Space)
    assert [(choice.slide, choice.on) for choice in sample.document.project.storyline.slides] == [("why-now", False)]
    assert slides.look_at("decisions")
    press(slides, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert sample.document.project.storyline.order[:3] == ("cover", "decisions", "summary")


def test_a_slide_goes_to_the_backup_and_back_by_a_key(sample: MainWindow) -> None:
    sample.commands["place/storyline"].trigger()
    slides = the(SlideList, sample)
    assert slides.look_at("roadmap")
    slides.setFocus()
    press(slides, Qt.Key.Key_B)
    choices = sample.document.project.storyline.slides
    assert [(choice.slide, choice.backup) for choice in choices] == [("roadmap", True)]
    press(slides, Qt.Key.Key_B)
    assert sample.document.project.storyline.slides == ()


def test_a_slide_moved_in_among_the_backup_becomes_one_of_it(sample: MainWindow) -> None:
    sample.commands["place/storyline"].trigger()
    slides = the(SlideList, sample)
    assert slides.look_at("risks")
    press(slides, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    choices = sample.document.project.storyline.slides
    assert [(choice.slide, choice.backup) for choice in choices] == [("risks", True)]


def test_a_move_before_one_audience_leaves_the_other_slides_where_they_stand_before_another(sample: MainWindow) -> None:
    sample.commands["place/storyline"].trigger()
    slides = the(SlideList, sample)
    assert slides.look_at("decisions")
    press(slides, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    sample.document.put("storyline/audience", "full-review", lambda _lang: "")
    kinds = [slide.split("/")[0] for slide in outline(sample.document.project, lang="sv", today=date.today())]
    assert kinds[1:10] == ["decisions", "summary", "why-now", "readiness", *["pattern"] * 5]


def test_the_storyline_says_how_many_slides_and_how_long(sample: MainWindow) -> None:
    sample.commands["place/storyline"].trigger()
    sample.document.put("storyline/audience", "ten-minutes", lambda _lang: "")
    assert any("5 bilder, ca 10 minuter" in label.text() for label in sample.findChildren(QLabel))


def test_what_breaks_is_told_and_the_work_stays(sample: MainWindow) -> None:
    before = sample.document.project
    teller(sample)(ValueError, ValueError("odd"), None)
    assert "odd" in sample.notice.text
    assert sample.document.project is before


def test_a_project_is_saved_and_opened_again(sample: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    sample.document.put("organisation/name", "Almesjö kommun", lambda _lang: "namn")
    sample.commands["save"].trigger()
    dialog = _dialog(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path / "Plan.boardwright"))
    press(dialog, Qt.Key.Key_Return)
    kept = tmp_path / "Plan.boardwright"
    qtbot.waitUntil(lambda: sample.document.is_clean, timeout=20_000)
    assert open_project(kept).project == sample.document.project
    sample.files.new("empty")
    sample.files.open(kept)
    assert sample.document.project.organisation.name == "Almesjö kommun"


def test_closing_asks_about_what_is_not_saved(sample: MainWindow) -> None:
    sample.document.put("organisation/name", "X", lambda _lang: "namn")
    sample.close()
    assert sample.isVisible()
    box = _dialog(QMessageBox)
    click(button(box, "Avbryt"))
    assert sample.isVisible()
    sample.close()
    click(button(_dialog(QMessageBox), "Spara inte"))
    assert not sample.isVisible()


def test_a_file_that_cannot_be_read_is_told_of_and_the_project_stays(sample: MainWindow, tmp_path: Path) -> None:
    torn = tmp_path / "torn.boardwright"
    torn.write_bytes(b"PK\x03\x04 not a project")
    before = sample.document.project
    sample.files.open(torn)
    assert "torn.boardwright" in sample.notice.text
    assert sample.document.project is before


def test_what_was_opened_stands_on_the_start_page(sample: MainWindow, tmp_path: Path) -> None:
    sample.document.save(tmp_path / "Plan.boardwright")
    sample.files.open(tmp_path / "Plan.boardwright")
    sample.show_start()
    assert any("Plan" in name for name in _recent(sample))
    click(button(sample.start, "Tillbaka till projektet"))
    assert sample.bench.isVisible()


def test_a_click_on_the_slide_leads_to_its_field(sample: MainWindow) -> None:
    chosen = sample.document.project.patterns[0]
    sample.bench.go(f"patterns/{chosen.id}")
    sample.result.view.picked.emit(f"patterns/{chosen.id}/meaning")
    assert sample.focusWidget().accessibleName() == "Vår analys"
    marked = sample.result.view.marked
    assert marked is not None
    assert marked.block == f"patterns/{chosen.id}/meaning"


def test_the_preview_follows_place_and_typing(sample: MainWindow, qtbot: QtBot) -> None:
    chosen = sample.document.project.patterns[0]
    sample.bench.go(f"patterns/{chosen.id}")
    with qtbot.waitSignal(sample.preview.changed):
        sample.document.put(f"patterns/{chosen.id}/message", text("Vi delar på ansvaret"), lambda _lang: "budskap")
    assert sample.preview.shown is not None
    assert sample.preview.shown.title == "Vi delar på ansvaret"


def test_the_dark_look_is_put_on_and_kept(sample: MainWindow) -> None:
    sample.commands["dark"].trigger()
    assert sample.palette().window().color().lightness() < 60
    assert sample.preferences.settings.look == "dark"
    sample.commands["light"].trigger()
    assert sample.palette().window().color().lightness() > 200


@pytest.mark.parametrize("lang", ["swedish", "english"])
def test_everything_one_can_reach_has_a_name(sample: MainWindow, lang: str) -> None:
    sample.commands[lang].trigger()
    nameless: list[str] = []
    for place in ("library", "storyline", f"patterns/{sample.document.project.patterns[0].id}"):
        sample.bench.go(place)
        nameless += [f"{place}: {widget}" for widget in _nameless(sample)]
    assert nameless == []


def _texts(window: MainWindow | LibraryPage) -> list[str]:
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    return labels + [found.text() for found in window.findChildren(QAbstractButton) if found.isVisible()]


def _nameless(window: MainWindow) -> list[str]:
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        reachable = widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reachable and widget.focusProxy() is None:
            name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            found += [] if name else [f"{type(widget).__name__} {widget.objectName()}"]
    return found


def _recent(window: MainWindow) -> list[str]:
    return [card.accessibleName() for card in the(Recent, window.start).findChildren(Card)]


def _dialog(kind: type[Dialog]) -> Dialog:
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    assert len(found) == 1
    return found[0]


def test_the_decisions_are_copied_for_the_minutes(sample: MainWindow) -> None:
    sample.commands["minutes"].trigger()
    dialog = _dialog(MinutesDialog)
    click(button(dialog, "Kopiera"))
    copied = QApplication.clipboard().mimeData()
    plain, html = copied.text(), copied.html()
    QApplication.clipboard().clear()
    assert "1. " in plain
    assert "<ol" in html
    assert all(decision.text.said("sv").text.split()[-1] in plain for decision in sample.document.project.decisions)
    dialog.meeting.setCurrentIndex(dialog.meeting.count() - 1)
    assert "Kommunfullmäktige beslutar att" in dialog.text.toPlainText()
    click(button(dialog, "Engelska"))
    assert "The Municipal Council decides to" in dialog.text.toPlainText()
    dialog.reject()


def test_the_section_of_a_place_is_copied_as_text(sample: MainWindow) -> None:
    sample.commands["copy-section"].trigger()
    copied = QApplication.clipboard().mimeData()
    assert copied.hasText()
    assert "<h2" in copied.html()
    QApplication.clipboard().clear()
