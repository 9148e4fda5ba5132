"""The decisions' page: proposals in order, each with its body, its money and what follows if it is not taken."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from app.gui.document import Document
from app.gui.forms.page import RecordPage
from tests.gui.forms.conftest import Open
from tests.gui.forms.reading import editor, field, told, tools, written
from tests.gui.hands import button, click, press, the, write
from tests.sample import DIRECTION, FUNDS, KF, TASK


@pytest.fixture
def page(open_page: Open) -> RecordPage:
    return open_page("decisions", "decisions")


def order(document: Document) -> list[str]:
    return [decision.id for decision in document.project.decisions]


def test_a_proposal_moves_with_keys_and_buttons(document: Document, page: RecordPage) -> None:
    press(editor(page, f"decisions/{FUNDS}/owner"), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(document) == [FUNDS, DIRECTION, TASK]
    assert field(page, f"decisions/{FUNDS}/owner").editor().hasFocus()
    click(tools(page, "Flytta ner")[0])
    assert order(document) == [DIRECTION, FUNDS, TASK]
    document.stack.undo()
    document.stack.undo()
    assert order(document) == [DIRECTION, FUNDS, TASK]


def test_a_missing_amount_is_asked_for_until_it_is_there(document: Document, page: RecordPage) -> None:
    path = f"decisions/{DIRECTION}/amount"
    assert any(line.startswith("Belopp saknas") for line in told(field(page, path)))
    write(editor(page, path), "0")
    assert document.project.decisions[0].amount == Decimal(0)
    assert not any(line.startswith("Belopp saknas") for line in told(field(page, path)))


def test_the_sum_is_computed(document: Document, page: RecordPage) -> None:
    write(editor(page, f"decisions/{TASK}/amount"), "600 tkr")
    click(button(field(page, f"decisions/{TASK}/amount_kind"), "Investering"))
    assert (
        "3 förslag, summa 10,0\N{NO-BREAK SPACE}mkr: drift 9,4\N{NO-BREAK SPACE}mkr, investering 0,6\N{NO-BREAK SPACE}mkr"
        in told(page)
    )


def test_an_amount_that_cannot_be_read_is_said_and_kept(document: Document, page: RecordPage) -> None:
    path = f"decisions/{TASK}/amount"
    write(editor(page, path), "1,5 mrk")
    assert document.project.drafts == {path: "1,5 mrk"}
    assert any("Menar du" in line for line in told(field(page, path)))
    document.stack.undo()
    assert document.project.drafts == {}
    assert written(page, path) == ""


def test_the_body_is_one_of_the_route(document: Document, page: RecordPage) -> None:
    box = the(QComboBox, field(page, f"decisions/{TASK}/meeting"))
    box.setFocus()
    press(box, Qt.Key.Key_End)
    assert document.project.decisions[2].meeting == KF


def test_a_proposal_comes_and_goes(document: Document, page: RecordPage) -> None:
    click(button(page, "Nytt förslag"))
    write(page.focusWidget(), "uppdra")
    assert document.project.decisions[3].text.root == {"sv": "uppdra"}
    click(tools(page, "Ta bort förslaget")[0])
    assert order(document)[:2] == [FUNDS, TASK]
