"""Pictures and PDFs are dropped, pasted and described; what cannot be taken in is told of, and undo brings back what was."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.gui.document import Document
from app.gui.fields.kinds import Asking, AssetField
from app.gui.interface import Interface, said
from app.model.base import text
from app.model.project import Evidence
from app.project import edits
from tests.gui.hands import click, press, the, write
from tests.sample import sample_project

PROOF = f"{77:032x}"


@pytest.fixture
def document(qapp: object) -> Document:
    """The sample project, with a piece of evidence for its first pattern."""
    project = sample_project()
    place = f"patterns/{project.patterns[0].id}/evidence"
    return Document(edits.add(project, place, Evidence(id=PROOF, statement=text("Kartan"))))


@pytest.fixture
def field(document: Document, interface: Interface, qtbot: QtBot) -> AssetField:
    """The evidence's field for a file, with the focus."""
    path = f"patterns/{document.project.patterns[0].id}/evidence/{PROOF}/asset"
    made = AssetField(document, interface, path, Asking(said(text("Bild eller fil"))))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.focus()
    return made


def dropped(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def settled(qtbot: QtBot, field: AssetField) -> None:
    qtbot.waitUntil(lambda: not field.is_busy)


def test_a_dropped_picture_is_kept_without_where_it_was_taken(
    field: AssetField, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Kameramärket"
    Image.new("RGB", (40, 30), "red").save(tmp_path / "karta.jpg", exif=exif)
    field.take(dropped(tmp_path / "karta.jpg"))
    settled(qtbot, field)
    (asset,) = document.project.assets
    assert (asset.name, asset.media_type) == ("karta.jpg", "image/jpeg")
    assert "Kameramärket".encode() not in document.assets[asset.sha256]
    assert document.get(field.path) == asset.sha256


def test_it_is_asked_what_the_picture_shows(
    field: AssetField, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    Image.new("RGB", (4, 3)).save(tmp_path / "a.png")
    field.take(dropped(tmp_path / "a.png"))
    settled(qtbot, field)
    write(the(QLineEdit, field, "Vad bilden visar"), "Karta")
    assert document.project.assets[0].description == text("Karta")


def test_a_picture_is_pasted_and_let_go_and_undo_brings_it_back(
    field: AssetField, document: Document, qtbot: QtBot
) -> None:
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    QGuiApplication.clipboard().setImage(image)
    press(the(QPushButton, field), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, field)
    assert document.project.assets[0].name == "Inklistrad bild"
    click(the(QToolButton, field))
    assert document.project.assets == ()
    document.stack.undo()
    assert document.get(field.path) == document.project.assets[0].sha256
    QGuiApplication.clipboard().clear()


def test_a_pdf_comes_in_without_its_author(field: AssetField, document: Document, qtbot: QtBot, tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Author"] = "Någon Hemlig"
        pdf.save(tmp_path / "rapport.pdf")
    field.take(dropped(tmp_path / "rapport.pdf"))
    settled(qtbot, field)
    data = document.assets[document.project.assets[0].sha256]
    with pikepdf.open(BytesIO(data)) as kept:
        assert "/Info" not in kept.trailer


def test_what_is_no_picture_is_told_of_and_nothing_changes(
    field: AssetField, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "brev.docx").write_bytes(b"PK not a picture")
    field.take(dropped(tmp_path / "brev.docx"))
    settled(qtbot, field)
    assert field.error is not None
    assert "brev.docx" in field.error.told("sv")
    assert document.project.assets == ()
    assert document.is_clean
