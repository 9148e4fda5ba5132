"""The alternatives' page: cells are scored by key with a reason, "as today" stays, and one way is recommended."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTabBar

from app.gui.document import Document
from app.gui.forms.alternatives import AlternativesPage
from app.project import edits
from tests.gui.forms.conftest import Open
from tests.gui.forms.reading import editor, field, told, tools
from tests.gui.hands import button, click, press, the, write
from tests.sample import AS_TODAY, BENEFIT, COST, PHASES, SUPPLIER


def opened(open_page: Open) -> AlternativesPage:
    page = open_page("alternatives", "alternatives")
    assert isinstance(page, AlternativesPage)
    return page


def test_a_digit_scores_the_cell_and_delete_clears_it(document: Document, open_page: Open) -> None:
    page = opened(open_page)
    page.grid.setFocus()
    write(page.grid, "5")
    first = document.project.alternatives[0]
    assert first.scores[COST].step == 5
    assert str(page.grid.model().index(1, 0).data()).startswith("↑ Fördel 5")
    press(page.grid, Qt.Key.Key_Delete)
    assert document.project.alternatives[0].scores[COST].step is None
    document.stack.undo()
    document.stack.undo()
    assert document.project.alternatives[0] == first.model_copy(
        update={"scores": document.project.alternatives[0].scores}
    )


def test_the_reason_belongs_to_the_current_cell(document: Document, open_page: Open) -> None:
    page = opened(open_page)
    page.grid.setFocus()
    press(page.grid, Qt.Key.Key_Down)
    press(page.grid, Qt.Key.Key_Right)
    press(page.grid, Qt.Key.Key_Return)
    line = page.focusWidget()
    press(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(line, Qt.Key.Key_Delete)
    assert "Skäl saknas. En styrelse frågar varför." in told(page)
    write(line, "Fler delar")
    assert document.project.alternatives[1].scores[BENEFIT].reason.root["sv"] == "Fler delar"


def test_as_today_cannot_be_taken_away(document: Document, open_page: Open) -> None:
    page = opened(open_page)
    page.focus_field(f"alternatives/{AS_TODAY}/name")
    buttons = tools(page, "Ta bort alternativet")
    assert [one.isEnabled() for one in buttons] == [False, True, True]
    click(buttons[1])
    assert [each.id for each in document.project.alternatives] == [AS_TODAY, PHASES]


def test_alternatives_and_criteria_come_and_are_named(document: Document, open_page: Open) -> None:
    page = opened(open_page)
    page.focus_field(f"alternatives/{AS_TODAY}/name")
    click(button(page, "Nytt alternativ"))
    write(page.focusWidget(), "Hyra")
    assert document.project.alternatives[-1].name.root == {"sv": "Hyra"}
    page.focus_field(f"criteria/{COST}/name")
    click(button(page, "Nytt kriterium"))
    write(page.focusWidget(), "Risk")
    the(QTabBar, page).setCurrentIndex(0)
    model = page.grid.model()
    assert model.headerData(model.columnCount() - 1, Qt.Orientation.Horizontal) == "Hyra"
    assert model.headerData(model.rowCount() - 1, Qt.Orientation.Vertical) == "Risk"


def test_the_recommended_way_is_picked(document: Document, open_page: Open) -> None:
    page = opened(open_page)
    box = the(QComboBox, field(page, "recommended"))
    press(box, Qt.Key.Key_Up)
    assert document.project.recommended == SUPPLIER


def test_the_scored_cell_may_go_while_it_is_shown(document: Document, open_page: Open) -> None:
    page = opened(open_page)
    document.apply(lambda project: edits.remove(project, f"criteria/{COST}"), lambda _lang: "")
    write(editor(page, f"alternatives/{AS_TODAY}/scores/{BENEFIT}/reason"), "!")
    assert document.project.alternatives[0].scores[BENEFIT].reason.root["sv"].endswith("!")


def test_a_click_on_the_slide_finds_the_cell(open_page: Open) -> None:
    page = opened(open_page)
    assert page.focus_field(f"alternatives/{PHASES}/scores/{BENEFIT}/reason")
    assert page.grid.currentIndex().column() == 2
    assert field(page, f"alternatives/{PHASES}/scores/{BENEFIT}/reason").editor().hasFocus()
