"""Findings beside the window: they follow the project, lead to their places, are mended or left with a reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from app.checks import Finding
from app.gui.findings import FindingsDialog
from app.gui.window import MainWindow
from app.model.base import text
from tests.gui.hands import click


@pytest.fixture
def dialog(sample: MainWindow) -> FindingsDialog:
    """The findings of the sample, of which an owner has been taken away and an amount."""
    project = sample.document.project
    sample.document.put(f"actions/{project.actions[0].id}/owner", "", lambda _lang: "")
    decision = next(one for one in project.decisions if one.amount is not None)
    sample.document.put(f"decisions/{decision.id}/text", text("anslå 6,2 mkr", "set aside SEK 6.2m"), lambda _lang: "")
    sample.document.put(f"decisions/{decision.id}/amount", None, lambda _lang: "")
    sample.commands["findings"].trigger()
    (found,) = sample.findChildren(FindingsDialog)
    return found


def shown(dialog: FindingsDialog) -> list[tuple[QTreeWidgetItem, Finding]]:
    heads = [dialog.rows.topLevelItem(at) for at in range(dialog.rows.topLevelItemCount())]
    rows = [head.child(at) for head in heads if head for at in range(head.childCount())]
    return [(row, row.data(0, Qt.ItemDataRole.UserRole)) for row in rows if row]


def rules(dialog: FindingsDialog) -> list[str]:
    return [finding.rule.id for _, finding in shown(dialog) if finding.ignored is None]


def pick(dialog: FindingsDialog, rule: str) -> Finding:
    row, finding = next((row, finding) for row, finding in shown(dialog) if finding.rule.id == rule)
    dialog.rows.setCurrentItem(row)
    return finding


def current(dialog: FindingsDialog) -> str:
    """What the row that is picked says."""
    return "".join(row.text(0) for row in dialog.rows.selectedItems())


def test_a_finding_leads_to_its_field_and_is_gone_when_it_is_filled_in(
    dialog: FindingsDialog, sample: MainWindow, qtbot: QtBot
) -> None:
    finding = pick(dialog, "action.no-owner")
    dialog.go_there()
    assert sample.bench.place == finding.field.rpartition("/")[0]
    sample.document.put(finding.field, "CIO", lambda _lang: "")
    qtbot.waitUntil(lambda: "action.no-owner" not in rules(dialog))
    dialog.close()


def test_a_finding_is_mended_with_one_click_and_undone(dialog: FindingsDialog, sample: MainWindow) -> None:
    before = sample.document.project
    pick(dialog, "decision.no-amount")
    click(dialog.mend)
    assert "decision.no-amount" not in rules(dialog)
    sample.document.stack.undo()
    assert sample.document.project == before
    dialog.close()


def test_a_finding_is_left_with_a_reason_that_the_project_keeps(dialog: FindingsDialog, sample: MainWindow) -> None:
    pick(dialog, "action.no-owner")
    click(dialog.leave)
    assert sample.document.project.checks.ignored == ()
    dialog.reason.setText("Utses i juni.")
    click(dialog.leave)
    assert "action.no-owner" not in rules(dialog)
    assert [left.reason for left in sample.document.project.checks.ignored] == ["Utses i juni."]
    dialog.close()


def test_the_key_goes_from_finding_to_finding(dialog: FindingsDialog, sample: MainWindow) -> None:
    sample.commands["findings"].trigger()
    first = dialog.rows.currentItem()
    sample.commands["findings"].trigger()
    assert dialog.rows.currentItem() is not first
    dialog.close()


def test_what_was_left_is_listed_with_its_reason_and_taken_back(dialog: FindingsDialog, sample: MainWindow) -> None:
    pick(dialog, "action.no-owner")
    dialog.reason.setText("Utses i juni.")
    click(dialog.leave)
    pick(dialog, "action.no-owner")
    assert current(dialog).endswith("Utses i juni.")
    click(dialog.take_back)
    assert "action.no-owner" in rules(dialog)
    assert sample.document.project.checks.ignored == ()
    dialog.close()


def test_a_long_finding_stands_whole_on_as_many_lines_as_it_takes(dialog: FindingsDialog) -> None:
    heights = {len(row.text(0)): dialog.rows.visualItemRect(row).height() for row, _ in shown(dialog)}
    assert heights[max(heights)] >= 2 * dialog.rows.fontMetrics().lineSpacing()
    dialog.close()


def test_findings_are_told_in_the_language_of_the_window_and_of_the_project_that_is_open(
    dialog: FindingsDialog, sample: MainWindow
) -> None:
    sample.interface.speak("en")
    assert dialog.windowTitle() == "Findings"
    owner = pick(dialog, "action.no-owner")
    assert owner.told("en") in current(dialog)
    project = sample.document.project
    sample.document.replace(project.model_copy(update={"actions": ()}), {}, None)
    assert dialog.isVisible()
    assert "action.no-owner" not in rules(dialog)
    dialog.close()
