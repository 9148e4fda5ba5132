"""Real templates from the wild carry the municipality's deck; what is no template is refused in one sentence."""

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from app.files.archive import BadArchive
from app.layout.template.analyse import analyse
from app.layout.template.opening import read_template
from tests.conftest import ROOT, Tools
from tests.layout.template.standing import UNUSABLE, stand, storyline, untitled, usable
from tests.layout.template.table import tables

#: Two of them in every run: a brand's own on a large slide, and one without layouts.
_FEW = ("apache+poi__bug65228.pptx", "davidgohel+officer__test-no-layouts.pptx")


@pytest.fixture(scope="session")
def corpus(shared: Path) -> Path:
    """The folder of templates."""
    return shared / "corpus" / "templates"


@pytest.mark.parametrize("name", UNUSABLE)
def test_what_is_no_template_is_refused_by_what_it_is(name: str, corpus: Path) -> None:
    with pytest.raises(BadArchive) as refused:
        analyse(read_template(corpus / name), name)
    assert refused.value.key == UNUSABLE[name]
    for lang in ("sv", "en"):
        said = refused.value.told(lang)
        assert name in said
        assert "\n" not in said


@pytest.mark.parametrize("name", _FEW)
def test_a_deck_stands_on_a_real_template(name: str, corpus: Path) -> None:
    stood = stand((corpus / name).read_bytes(), storyline(), name)
    assert stood.faults() == []
    assert untitled(stood.written()) == []


@pytest.mark.soak
def test_decks_stand_on_all_real_templates(corpus: Path, tools: Tools, tmp_path: Path) -> None:
    wrong: list[str] = []
    for path in usable(corpus):
        stood = stand(path.read_bytes(), storyline(), path.name)
        wrong += [f"{path.name}: {fault}" for fault in stood.faults()]
        written = stood.written()
        wrong += [f"{path.name}: slide {number} has no title" for number in untitled(written)]
        deck = tmp_path / f"{path.stem}.pptx"
        deck.write_bytes(written)
        done = tools.run("validate_pptx", "--baseline", path, deck)
        wrong += [f"{path.name}: {done.stdout}"] if done.returncode else []
    assert wrong == []


@pytest.mark.soak
def test_libreoffice_opens_what_stands_on_real_templates(corpus: Path, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("needs LibreOffice: no soffice on the path")
    slides: dict[str, int] = {}
    for number, path in enumerate(usable(corpus)):
        stood = stand(path.read_bytes(), storyline(), path.name)
        (tmp_path / f"{number}.pptx").write_bytes(stood.written())
        slides[str(number)] = sum(not slide.hidden for slide in stood.deck.slides)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    decks = [str(tmp_path / f"{name}.pptx") for name in slides]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *decks],
        check=True, capture_output=True,
    )  # fmt: skip
    assert {name: len(PdfDocument(tmp_path / f"{name}.pdf")) for name in slides} == slides


@pytest.mark.soak
def test_the_page_on_templates_tells_what_is_chosen(corpus: Path) -> None:
    page = (ROOT / "docs" / "templates.md").read_text("utf-8")
    assert page.endswith("\n".join(tables(corpus)) + "\n")
