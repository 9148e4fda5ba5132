"""The ledger: what a body decided is written beside the proposal, and is asked no more unless it was put off."""

import pytest

from app.compose.telling import Telling
from app.gui.forms.deciding import Deciding
from app.gui.window import MainWindow
from app.model.project import OutcomeKind
from tests.sample import TODAY


@pytest.mark.parametrize(
    ("kind", "again"), [("approved", False), ("rejected", False), ("tabled", True), ("referred-back", True)]
)
def test_what_was_decided_is_kept_and_what_was_put_off_is_asked_again(
    sample: MainWindow, kind: OutcomeKind, again: bool
) -> None:
    sample.bench.go("decisions")
    first = sample.document.project.decisions[0]
    row = sample.findChildren(Deciding)[0]
    row.kind.setCurrentIndex(row.kind.findData(kind))
    row.kind.activated.emit(row.kind.currentIndex())
    row.minutes.setText("§ 142")
    row.minutes.editingFinished.emit()
    outcome = sample.document.project.decisions[0].outcome
    assert outcome is not None
    assert (outcome.kind, outcome.minutes) == (kind, "§ 142")
    asked = [decision.id for decision in Telling(sample.document.project, "sv", TODAY).decisions]
    assert (first.id in asked) == again
    sample.document.stack.undo()
    sample.document.stack.undo()
    assert sample.document.project.decisions[0].outcome is None
    assert row.kind.currentIndex() == 0
