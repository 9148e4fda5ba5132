"""The next step names the first thing that is missing and leads right into it."""

from datetime import date

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget

from app.gui.fields.kinds import ChoiceField, Field, StepField
from app.gui.fields.rich_edit import RichEdit
from app.gui.fields.steps import StepSlider
from app.gui.interface import term
from app.gui.library.shelf import ShelfView
from app.gui.next_step import next_step
from app.gui.page import FormPage
from app.gui.palette import Palette
from app.gui.window import MainWindow
from app.model.base import text
from app.model.project import Assessment, Meeting, Organisation, Project, Score
from app.project import edits
from tests.gui.hands import press, the
from tests.sample import sample_project

BODY = f"{8:032x}"


def bare() -> Project:
    """The sample with nothing filled in but its patterns."""
    project = sample_project()
    chosen = project.patterns[0].model_copy(update={"meaning": text(), "assessment": Assessment()})
    empty = {"organisation": Organisation(), "actions": (), "decisions": (), "patterns": (chosen,)}
    matter = project.matter.model_copy(update={"title": text(), "route": ()})
    return project.model_copy(update={**empty, "matter": matter})


def test_what_is_missing_comes_in_the_order_in_which_a_paper_comes_about() -> None:
    project = bare()
    chosen = f"patterns/{project.patterns[0].id}"
    wanted = (
        ("matter/title", text("Rubrik")),
        ("organisation/name", "Almesjö kommun"),
        ("matter/route", (Meeting(id=BODY, body=text("Styrelsen")),)),
        (f"matter/route/{BODY}/on", date(2026, 12, 8)),
        (f"{chosen}/meaning", text("Vi delar lokaler")),
        (f"{chosen}/assessment/relevance/step", 4),
        (f"{chosen}/assessment/readiness/step", 2),
        (f"{chosen}/assessment/target/step", 4),
    )
    for path, value in wanted:
        assert next_step(project).path == path
        project = edits.put(project, path, value)
    assert next_step(project).path.startswith(chosen)


def test_the_step_leads_to_where_one_can_begin_at_once(empty: MainWindow) -> None:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.accessibleName() == "Ärenderubrik"
    empty.bench.go("decisions/first")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Nytt förslag"


def test_recommendations_are_led_to(sample: MainWindow) -> None:
    sample.bench.go(f"patterns/{sample.document.project.patterns[0].id}/pattern")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName().startswith("Anta")


def wheel(widget: QWidget) -> None:
    """Turns the wheel over a widget."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def field(window: MainWindow, kind: type[Field]) -> Field:
    page = window.bench.page
    assert isinstance(page, FormPage)
    return next(each for each in page.fields if isinstance(each, kind))


def test_scrolling_a_page_changes_nothing_in_it(sample: MainWindow) -> None:
    project = sample.document.project
    rated = Assessment(relevance=Score(step=4), readiness=Score(step=2), target=Score(step=4))
    sample.document.put(f"patterns/{project.patterns[0].id}/assessment", rated, lambda _lang: "")
    before = sample.document.project
    sample.bench.go(f"patterns/{project.patterns[0].id}")
    wheel(the(StepSlider, field(sample, StepField)))
    sample.bench.go("decisions")
    wheel(the(QComboBox, field(sample, ChoiceField)))
    assert sample.document.project == before


def test_enter_presses_the_button_that_has_the_focus(empty: MainWindow) -> None:
    empty.bench.go("decisions/first")
    focus = QApplication.focusWidget()
    assert focus is not None
    press(focus, Qt.Key.Key_Return)
    assert len(empty.document.project.decisions) == 1


def test_keys_of_the_window_work_while_one_writes(empty: MainWindow) -> None:
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    press(line, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (palette,) = [shown for shown in empty.findChildren(Palette) if shown.isVisible()]
    palette.close()


def _button(window: MainWindow, text: str) -> QPushButton:
    return next(button for button in window.findChildren(QPushButton) if button.text() == text)


def test_what_leads_to_a_page_takes_the_cursor_along(empty: MainWindow) -> None:
    _button(empty, "Välj mönster").click()
    shelf = QApplication.focusWidget()
    assert isinstance(shelf, ShelfView)
    shelf.pick_current()
    _button(empty, "Skriv vår analys").click()
    focus = QApplication.focusWidget()
    assert isinstance(focus, RichEdit)
    assert focus.accessibleName() == "Vår analys"


def test_a_long_title_moves_nothing_in_the_sidebar(empty: MainWindow) -> None:
    pick = _button(empty, "Välj mönster")
    before = pick.mapTo(empty, QPoint())
    empty.document.put(
        "matter/title", text("En gemensam bokning för alla kommunens lokaler och fordon"), term("window", "next.title")
    )
    QApplication.processEvents()
    assert pick.mapTo(empty, QPoint()) == before
