"""A locked PDF opens with its password alone, is as readable for screen readers as an open one, and claims no PDF/A."""

import io
from io import BytesIO
from pathlib import Path
from typing import Any, Final, cast

import pikepdf
import pytest

from app.files.errors import UserError
from app.services.export import Choices, Product, export
from tests.cli.running import Terminal
from tests.export.pdf.readers import qpdf_finds
from tests.sample import TODAY, sample_project

_pikepdf: Final = cast(Any, pikepdf)
PASSWORD: Final = "åtta rätter"


def written(folder: Path, product: Product, password: str) -> bytes:
    """One file of the sample's export."""
    path = folder / f"{product}-{bool(password)}"
    choices = Choices("sv", TODAY, password=password)
    export(sample_project(), {}, {product: path}, choices, lambda _part, _product: None)
    return path.read_bytes()


@pytest.mark.parametrize("product", ["pdf", "deck-pdf"])
def test_it_opens_with_its_password_alone_and_keeps_its_tags(tmp_path: Path, product: Product) -> None:
    data, free = written(tmp_path, product, PASSWORD), written(tmp_path, product, "")
    with pytest.raises(pikepdf.PasswordError):
        _pikepdf.open(BytesIO(data))
    assert b"Gemensam" not in data
    with _pikepdf.open(BytesIO(data), password=PASSWORD) as pdf, _pikepdf.open(BytesIO(free)) as open_one:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        assert pdf.allow.accessibility
        assert not pdf.allow.modify_other
        assert pdf.Root.MarkInfo.Marked
        assert len(pdf.Root.StructTreeRoot.K) == len(open_one.Root.StructTreeRoot.K)
        about = pdf.Root.Metadata.read_bytes()
        assert b"pdfaid:part" not in about
        assert b"pdfuaid:part" in about
        assert b"pdfaid:part" in open_one.Root.Metadata.read_bytes()
        pdf.save(tmp_path / "free.pdf")
    assert qpdf_finds((tmp_path / "free.pdf").read_bytes(), tmp_path) == ""


@pytest.mark.parametrize("product", ["pptx", "docx"])
def test_what_cannot_be_locked_is_refused_and_not_written(tmp_path: Path, product: Product) -> None:
    with pytest.raises(UserError, match=product):
        written(tmp_path, product, PASSWORD)
    assert not list(tmp_path.iterdir())


def test_the_command_reads_the_password_from_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(capsys, monkeypatch)
    terminal.run("new", tmp_path / "plan.boardwright", "--starter", "municipality", "--lang", "sv")
    report = tmp_path / "report.pdf"
    asked = ("export", tmp_path / "plan.boardwright", "--pdf", report, "--encrypt")
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    assert terminal.run(*asked).status == 2
    assert not report.exists()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    assert terminal.run(*asked).status == 0
    with _pikepdf.open(report, password=PASSWORD) as pdf:
        assert len(pdf.pages) > 1
