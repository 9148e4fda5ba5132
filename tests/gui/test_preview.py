"""The result pane: slides and report as exported, zoomed, compared, pinned, and the way from what they show to where it is written."""

import re

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.gui.page_picture import PagePicture
from app.gui.page_view import PageView
from app.gui.places import place_of
from app.gui.report_kind import ReportKindChoice
from app.gui.shown import Shown
from app.gui.slide_map import Area
from app.gui.window import MainWindow
from app.model.base import text
from tests.gui.hands import button, click, press, the

#: What a letter's edge may differ by where a part of a slide is drawn alone, and how many of a hundred pixels may.
_EDGE, _FEW = 8, 1.0


def shown(window: MainWindow) -> Shown:
    found = window.result.pages.source.shown
    assert found is not None
    return found


def area(window: MainWindow, ending: str) -> Area:
    return next(area for area in shown(window).areas if area.block.endswith(ending))


def middle(view: PageView, part: Area) -> QPoint:
    return view.place_of(part).center().toPoint()


def at_pattern(window: MainWindow) -> str:
    path = f"patterns/{window.document.project.patterns[0].id}"
    window.bench.go(path)
    return path


def report(window: MainWindow, qtbot: QtBot) -> Shown:
    click(button(window, "Rapport"))
    qtbot.waitUntil(lambda: window.result.pages.source.shown is not None, timeout=30_000)
    return shown(window)


def test_a_click_on_a_part_leads_into_its_field(sample: MainWindow) -> None:
    path = at_pattern(sample)
    view = sample.result.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, area(sample, "/meaning")))
    assert sample.bench.place == path
    assert sample.focusWidget().accessibleName() == "Vår analys"
    assert view.marked == area(sample, "/meaning")


def test_a_double_click_selects_what_is_written_in_the_field(sample: MainWindow) -> None:
    at_pattern(sample)
    view = sample.result.view
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, area(sample, "/message")))
    field = sample.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text()
    assert field.selectedText() == field.text()


def test_every_part_of_every_slide_leads_to_where_it_is_written_and_has_a_name(sample: MainWindow) -> None:
    lost: list[str] = []
    nameless: list[str] = []
    seen: set[str] = set()
    sample.preview.first()
    sample.preview.draw()
    while True:
        now = shown(sample)
        for part in now.areas:
            # One pattern, action or risk stands for all of them.
            kind = re.sub(r"[0-9a-f]{32}", "*", part.block)
            if kind in seen:
                continue
            seen.add(kind)
            sample.result.view.picked.emit(part.block)
            target = part.block if place_of(part.block) == sample.bench.place else f"storyline/{now.key}"
            nameless += [] if sample.result.pages.name_of(part.block) else [f"{now.key}: {part.block}"]
            lost += [] if sample.bench.place == place_of(target) else [f"{now.key}: {part.block}"]
        sample.preview.turn(now.slide.id.rpartition("/")[0] if now.slide and now.key[-2:-1] == "/" else now.key)
        sample.preview.step(1)
        if shown(sample).number <= now.number:
            break
    assert len(seen) > 30
    assert lost == []
    assert nameless == []


def test_the_keys_walk_the_parts_in_reading_order(sample: MainWindow) -> None:
    at_pattern(sample)
    view = sample.result.view
    view.setFocus()
    for _ in range(3):
        press(view, Qt.Key.Key_Down)
    assert view.accessibleDescription() == "Vår analys"
    press(view, Qt.Key.Key_Return)
    assert sample.focusWidget().accessibleName() == "Vår analys"


def test_the_page_is_zoomed_by_keys_wheel_and_menu_and_fits_again(sample: MainWindow) -> None:
    at_pattern(sample)
    view = sample.result.view
    fit = view.percent
    sample.commands["zoom-in"].trigger()
    assert view.percent > fit
    assert not view.fits
    before = view.percent
    wheel = QWheelEvent(
        QPointF(100, 100), QPointF(100, 100), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.percent > before
    for _ in range(20):
        sample.commands["zoom-in"].trigger()
    assert view.percent == 400
    sample.commands["zoom-fit"].trigger()
    assert view.percent == fit


def test_zooming_with_the_wheel_keeps_what_is_under_the_pointer(sample: MainWindow) -> None:
    at_pattern(sample)
    view = sample.result.view
    view.zoom_to(100)
    part = area(sample, "/meaning")
    at = middle(view, part)
    view.zoom_to(100)
    wheel = QWheelEvent(
        QPointF(at), QPointF(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert (middle(view, part) - at).manhattanLength() <= 4


def test_a_part_drawn_alone_is_that_part_of_the_whole(sample: MainWindow) -> None:
    path = at_pattern(sample)
    size = QSize(1280, 720)
    kept = PagePicture()
    kept.draw(shown(sample), size)
    for words in ("Fler ord än förut.", "Fler ord än förut, och ännu några till.", "Färre ord."):
        sample.document.put(f"{path}/meaning", text(words), lambda _lang: "")
        sample.preview.draw()
        part = kept.draw(shown(sample), size)
        assert 0 < part.width() * part.height() < size.width() * size.height() / 2
    assert kept.pieced
    fresh = PagePicture()
    fresh.draw(shown(sample), size)
    pixels = [(x, y) for x in range(0, 1280, 3) for y in range(0, 720, 3)]
    off = sum(
        abs(kept.image.pixelColor(*at).lightness() - fresh.image.pixelColor(*at).lightness()) > _EDGE for at in pixels
    )
    assert 100 * off / len(pixels) < _FEW
    kept.settle()
    assert kept.image == fresh.image


def test_the_report_shows_the_page_that_holds_the_field_and_follows_what_is_written(
    sample: MainWindow, qtbot: QtBot
) -> None:
    path = at_pattern(sample)
    sample.bench.go(f"{path}/meaning")
    page = report(sample, qtbot)
    assert any(part.block == f"{path}/meaning" for part in page.areas)
    assert sample.result.view.marked is not None
    with qtbot.waitSignal(sample.result.pages.source.changed, timeout=30_000):
        sample.document.put(f"{path}/meaning", text("Helt andra ord."), lambda _lang: "")
    assert shown(sample).pdf != page.pdf
    sample.bench.go("matter/answer")
    qtbot.waitUntil(lambda: shown(sample).number == 1, timeout=30_000)
    click(the(QToolButton, sample.result, "Nästa bild"))
    qtbot.waitUntil(lambda: shown(sample).number == 2, timeout=30_000)


def test_another_kind_of_report_is_shown_once_it_is_chosen_and_in_the_next_window_too(
    sample: MainWindow, qtbot: QtBot
) -> None:
    assert report(sample, qtbot).count > 1
    kinds = the(QComboBox, sample.result, "Rapportens form")
    at = kinds.findText("Beslut i korthet", Qt.MatchFlag.MatchStartsWith)
    kinds.setCurrentIndex(at)
    kinds.activated.emit(at)
    qtbot.waitUntil(lambda: shown(sample).count == 1, timeout=30_000)
    assert ReportKindChoice().kind == "brief"


def test_swedish_and_english_stand_side_by_side(sample: MainWindow) -> None:
    at_pattern(sample)
    sample.commands["compare"].trigger()
    one, other = sample.result.view, sample.result.pages.other
    assert other.isVisible()
    assert (one.accessibleName(), other.accessibleName()) == ("Visa bilden", "Bilden på engelska")
    sample.bench.go("risks")
    assert sample.result.pages.other_shown is not None
    assert sample.result.pages.other_shown.key == shown(sample).key == "risks"
    assert sample.result.pages.other_shown.title != shown(sample).title
    sample.commands["compare"].trigger()
    assert not other.isVisible()


def test_a_pinned_page_stays_while_one_moves_on(sample: MainWindow) -> None:
    at_pattern(sample)
    before = shown(sample).key
    click(the(QToolButton, sample.result, "Stå kvar på sidan medan du går vidare"))
    sample.bench.go("risks")
    assert shown(sample).key == before


def test_a_slide_that_is_off_is_shown_and_told_to_be(sample: MainWindow) -> None:
    sample.commands["place/storyline"].trigger()
    sample.bench.go("storyline/why-now")
    press(sample.focusWidget(), Qt.Key.Key_Space)
    QApplication.processEvents()
    assert shown(sample).key == "why-now"
    assert shown(sample).number == 0


def test_nothing_is_drawn_while_nobody_looks(sample: MainWindow) -> None:
    at_pattern(sample)
    before = shown(sample)
    sample.commands["result"].trigger()
    sample.document.put("matter/title", text("Annat"), lambda _lang: "")
    QApplication.processEvents()
    assert sample.preview.shown is before
    sample.commands["result"].trigger()
    QApplication.processEvents()
    assert sample.preview.shown is not before


def test_one_presents_with_notes_next_slide_and_time_and_ends(sample: MainWindow) -> None:
    sample.bench.go("decisions")
    sample.commands["present"].trigger()
    presenter = the_window("Presentera")
    press(presenter, Qt.Key.Key_Right)
    press(presenter, Qt.Key.Key_Right)
    press(presenter, Qt.Key.Key_Left)
    audience = the_window("Bilden för publiken", visible=False)
    press(presenter, Qt.Key.Key_F)
    assert audience.isVisible()
    press(audience, Qt.Key.Key_Escape)
    assert not audience.isVisible()
    assert presenter.isVisible()
    assert {b.text() for b in presenter.findChildren(QPushButton) if b.isVisible()} >= {
        "Pausa tiden",
        "Svart bild",
        "Avsluta",
    }
    click(button(presenter, "Avsluta"))
    assert not presenter.isVisible()
    sample.commands["present"].trigger()
    press(the_window("Presentera"), Qt.Key.Key_Escape)


def the_window(title: str, *, visible: bool = True) -> PageView:
    found = [w for w in QApplication.topLevelWidgets() if w.windowTitle() == title and (w.isVisible() or not visible)]
    assert len(found) == 1
    return found[0]  # pyright: ignore[reportReturnType]
