"""What tests of the forms may ask for: the sample project open in a document, and its pages shown as the window shows them."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.gui.document import Document
from app.gui.forms import PAGES
from app.gui.forms.page import RecordPage
from app.gui.interface import Interface
from app.model.base import FieldPath
from tests.sample import sample_project

Open = Callable[[str, FieldPath], RecordPage]


@pytest.fixture
def document(qapp: QApplication) -> Document:
    """The sample project, saved nowhere."""
    return Document(sample_project(), parent=qapp)


@pytest.fixture
def open_page(document: Document, interface: Interface, qtbot: QtBot) -> Open:
    """Shows the page for a kind of place, and has it follow the document."""

    def opened(kind: str, place: FieldPath) -> RecordPage:
        page = PAGES[kind](document, interface)
        qtbot.addWidget(page)
        document.changed.connect(page.refresh)
        page.resize(760, 900)
        page.show_place(place)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return opened
