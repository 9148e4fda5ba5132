"""The storyline's page: slides in order with small pictures, moved, retitled, shown once more, and slides of one's own."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from app.gui.fields.kinds import AssetField, TextField
from app.gui.since_field import SinceField
from app.gui.slide_list import SlideList
from app.gui.slide_row import NEWS, SLIDE
from app.gui.thumbnails import Thumbnails
from app.gui.window import MainWindow
from app.model.base import text
from app.project.editions import Occasion, keep
from app.project.ids import new_id
from tests.gui.hands import button, click, press, the, write


@pytest.fixture
def slides(sample: MainWindow) -> SlideList:
    """The list of slides on the storyline's page of the sample."""
    sample.commands["place/storyline"].trigger()
    return the(SlideList, sample)


def ids(slides: QListWidget) -> list[str]:
    return [str(slides.item(row).data(SLIDE)) for row in range(slides.count())]


def test_slides_come_with_their_pictures_and_those_follow_what_is_written(
    sample: MainWindow, slides: SlideList, qtbot: QtBot
) -> None:
    page = sample.bench.page
    assert page is not None
    (thumbnails,) = page.findChildren(Thumbnails)
    qtbot.waitUntil(lambda: thumbnails.picture("cover", 1.0) is not None)
    before = thumbnails.picture("cover", 1.0)
    sample.document.put("matter/title", text("Något annat"), lambda _lang: "")
    qtbot.waitUntil(lambda: thumbnails.picture("cover", 1.0) != before)
    assert slides.isVisible()


def test_a_click_on_the_mark_switches_a_slide_off(sample: MainWindow, slides: SlideList) -> None:
    row = ids(slides).index("why-now")
    where = slides.visualItemRect(slides.item(row))
    QTest.mouseClick(slides.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(28, where.center().y()))
    assert [(choice.slide, choice.on) for choice in sample.document.project.storyline.slides] == [("why-now", False)]


def test_a_title_is_given_in_place_and_taken_back(sample: MainWindow, slides: SlideList, qtbot: QtBot) -> None:
    slides.look_at("risks")
    slides.setFocus()
    press(slides, Qt.Key.Key_F2)
    editor = the(QLineEdit, slides.viewport())
    editor.selectAll()
    write(editor, "Tre risker att bära")
    press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(sample.document.project.storyline.slides))
    assert [choice.title for choice in sample.document.project.storyline.slides] == [text("Tre risker att bära")]
    assert sample.commands["undo"].text().replace("&", "") == "Ångra ”Ändra bildens rubrik”"
    click(button(sample, "Använd förslaget"))
    assert sample.document.project.storyline.slides == ()


def test_a_title_is_written_beside_the_slide_and_shows_on_it(sample: MainWindow, slides: SlideList) -> None:
    slides.look_at("risks")
    write(the(QLineEdit, sample.result, "Rubrik"), "Vad vi bär")
    assert [choice.title for choice in sample.document.project.storyline.slides] == [text("Vad vi bär")]
    sample.document.stack.undo()
    assert sample.document.project.storyline.slides == ()


def test_a_slide_of_ones_own_is_added_after_the_current_one_and_written(sample: MainWindow, slides: SlideList) -> None:
    slides.look_at("decisions")
    click(button(sample, "Egen bild"))
    (free,) = sample.document.project.storyline.free
    assert ids(slides)[ids(slides).index("decisions") + 1] == f"free/{free.id}" == slides.current
    title = next(field for field in sample.findChildren(TextField) if field.path == f"storyline/free/{free.id}/title")
    assert sample.focusWidget() is title.editor()
    write(title.editor(), "Så gör grannarna")
    assert sample.document.project.storyline.free[0].title == text("Så gör grannarna")
    assert slides.currentItem().text() == "Så gör grannarna"
    assert sample.commands["undo"].text().replace("&", "") == "Ångra ”Ändra rubrik”"


def test_a_picture_dropped_on_ones_own_slide_shows_there(
    sample: MainWindow, slides: SlideList, tmp_path: Path, qtbot: QtBot
) -> None:
    click(button(sample, "Egen bild"))
    QImage(60, 40, QImage.Format.Format_RGB32).save(str(tmp_path / "karta.png"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "karta.png"))])
    field = the(AssetField, sample.result)
    assert field.take(mime)
    qtbot.waitUntil(lambda: sample.document.project.storyline.free[0].picture is not None)
    (asset,) = [one for one in sample.document.project.assets if one.name == "karta.png"]
    assert (asset.width, asset.height) == (60, 40)
    qtbot.waitUntil(
        lambda: sample.preview.shown is not None and any("picture" in a.block for a in sample.preview.shown.areas)
    )
    assert slides.current.startswith("free/")


def test_a_slide_is_shown_once_more_and_that_one_is_taken_away(sample: MainWindow, slides: SlideList) -> None:
    slides.look_at("risks")
    slides.setFocus()
    press(slides, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    (copy,) = sample.document.project.storyline.copies
    assert slides.current == f"copy/{copy.id}"
    press(slides, Qt.Key.Key_Delete)
    assert sample.document.project.storyline.copies == ()
    assert sample.commands["undo"].text().replace("&", "") == "Ångra ”Ta bort bild”"
    slides.look_at("risks")
    press(slides, Qt.Key.Key_Delete)
    assert "risks" in ids(slides)


def keep_presented(sample: MainWindow) -> None:
    """Keeps the project as it is, as presented at an earlier meeting."""
    kept = keep(
        sample.document.project, Occasion("presented", None, "sv", "memo"), date(2026, 1, 1), "1", new_id
    )  # fmt: skip
    for digest, data in kept.contents.items():
        sample.document.hold(digest, data)
    sample.document.apply(lambda now: now.model_copy(update={"editions": kept.project.editions}), lambda _lang: "")


def test_slides_that_say_something_new_since_the_edition_are_marked(
    sample: MainWindow, slides: SlideList, qtbot: QtBot
) -> None:
    keep_presented(sample)
    risk = sample.document.project.risks[0]
    sample.document.put(f"risks/{risk.id}/treatment", text("Ny åtgärd mot risken"), lambda _lang: "")
    click(button(sample, "Egen bild"))

    def marked() -> dict[str, str]:
        items = (slides.item(row) for row in range(slides.count()))
        return {str(item.data(SLIDE)).split("/")[0]: str(item.data(NEWS)) for item in items if item.data(NEWS)}

    qtbot.waitUntil(lambda: marked() == {"risks": "changed", "free": "new"})
    row = ids(slides).index("risks")
    assert str(slides.item(row).data(Qt.ItemDataRole.AccessibleTextRole)).endswith(", ändrad")


def test_what_the_deck_compares_with_is_chosen_once_there_is_an_edition(sample: MainWindow, slides: SlideList) -> None:
    field = the(SinceField, sample)
    assert not field.isVisible()
    keep_presented(sample)
    assert field.isVisible()
    assert "since" not in ids(slides)
    action = sample.document.project.actions[0]
    sample.document.put(f"actions/{action.id}/status", "stopped", lambda _lang: "")
    assert "since" in ids(slides)
    box = the(QComboBox, field)
    box.activated.emit(box.count() - 1)
    assert sample.document.project.storyline.since == "none"
    assert "since" not in ids(slides)
