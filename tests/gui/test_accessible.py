"""Whoever cannot see the window is told what everything in it is called and is for: the accessibility tree of every page and dialog."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QScrollArea, QSplitterHandle, QWidget

from app.gui.edition_view import EditionView
from app.gui.editions import EditionsPage
from app.gui.places import PLACES
from app.gui.window import MainWindow
from tests.gui.hands import only

ROLE = QAccessible.Role
#: What one acts on: each has a name that says what it does.
ACTED_ON = {
    ROLE.PushButton, ROLE.CheckBox, ROLE.RadioButton, ROLE.ComboBox, ROLE.EditableText, ROLE.Slider, ROLE.SpinBox,
    ROLE.List, ROLE.Tree, ROLE.Table, ROLE.PageTab, ROLE.Link, ROLE.ButtonMenu, ROLE.ButtonDropDown, ROLE.MenuItem,
}  # fmt: skip
#: Roles that say nothing of what a widget is for: it must be described.
SAY_NOTHING = {ROLE.NoRole, ROLE.Client, ROLE.Pane, ROLE.Window}


def faults(widget: QWidget) -> list[str]:
    """What in a widget has no name or no role, each with where it is."""
    root = QAccessible.queryAccessibleInterface(widget)
    return sorted(set(_faults(root, type(widget).__name__)))


def _faults(found: QAccessibleInterface, where: str) -> Iterator[str]:
    for index in range(found.childCount()):
        child = found.child(index)
        if child is None or not child.isValid() or child.state().invisible:  # pyright: ignore[reportUnnecessaryComparison,reportAttributeAccessIssue]
            continue
        widget = child.object()
        kind = type(widget).__name__ if widget is not None else str(child.role())  # pyright: ignore[reportUnnecessaryComparison]
        here = f"{where}/{kind}"
        if isinstance(widget, QWidget) and not isinstance(widget, QSplitterHandle):
            takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None  # pyright: ignore[reportUnnecessaryComparison]
            takes_focus = takes_focus and not isinstance(widget, QScrollArea)
            named = child.text(QAccessible.Text.Name).strip()
            described = child.text(QAccessible.Text.Description).strip()
            if (takes_focus or child.role() in ACTED_ON) and not named:
                yield f"{here}: no name"
            if takes_focus and child.role() in SAY_NOTHING and not described:
                yield f"{here} {named!r}: role {child.role().name}"
        if child.role() not in (ROLE.List, ROLE.Tree, ROLE.Table):
            yield from _faults(child, here)


def places(window: MainWindow) -> list[str]:
    """Every place there is, one of each kind, with what stands behind its tabs."""
    project = window.document.project
    tabs = ("matter/route", "matter/sections", "organisation/name", f"alternatives/{project.alternatives[0].id}/name")
    chosen, action = f"patterns/{project.patterns[0].id}", f"actions/{project.actions[0].id}"
    return [*(place.path for place in PLACES), *tabs, f"criteria/{project.criteria[0].id}/name", chosen, action]


@pytest.mark.parametrize("lang", ["swedish", "english"])
def test_everything_on_every_page_has_a_name_and_a_role(sample: MainWindow, lang: str) -> None:
    sample.commands[lang].trigger()
    found: dict[str, list[str]] = {}
    for place in places(sample):
        sample.bench.go(place)
        QApplication.processEvents()
        found[place] = faults(sample)
    assert not any(found.values()), found


def test_the_start_page_says_what_it_offers(window: MainWindow) -> None:
    assert faults(window) == []


def test_an_edition_that_is_read_says_what_is_what(sample: MainWindow) -> None:
    sample.bench.go("editions")
    page = sample.bench.page
    assert isinstance(page, EditionsPage)
    page.keep_now()
    page.tabs.setCurrentWidget(page.ledger)
    QApplication.processEvents()
    assert faults(sample) == []
    page.open_edition()
    view = only(EditionView)
    QApplication.processEvents()
    found = faults(view)
    view.close()
    assert found == []


Opens = Callable[[MainWindow], object]


@pytest.mark.parametrize("command", ["export", "find", "shortcuts", "about", "settings", "present"])
def test_everything_in_every_dialog_has_a_name_and_a_role(sample: MainWindow, command: str) -> None:
    before = set(QApplication.topLevelWidgets())
    sample.commands[command].trigger()
    opened = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget not in before]
    assert opened
    found = {type(widget).__name__: faults(widget) for widget in opened}
    for widget in opened:
        widget.close()
    assert not any(found.values()), found
