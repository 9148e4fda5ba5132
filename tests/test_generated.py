"""Whatever a project holds, its deck fits, its files open, and nothing is refused."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from app.model.base import LANGS, Lang
from app.model.project import Project
from app.services.export import PRODUCTS, Choices, Product, export, placed, style_of
from tests.conftest import Tools
from tests.generated import PICTURES, TODAY, generated_project
from tests.layout.faults import faults

#: A small draw of small projects for every run, and the whole for `python3 dev.py soak`.
_FEW = range(25)
_MOST = 4
_ALL = range(1000)


def _drawn(seed: int) -> Project:
    """Most projects are of a size that people write; every tenth is far larger."""
    return generated_project(seed, 14 if seed % 10 else 60)


def _pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def _says_all_in_its_place(project: Project, lang: Lang) -> int:
    """The number of slides."""
    choices = Choices(lang, TODAY)
    deck = placed(project, choices, style_of(project, choices))
    wrong = [fault for slide in deck.slides for fault in faults(slide, deck.size)]
    assert not wrong, (lang, wrong[:5])
    shared = [title for title, count in Counter(slide.title for slide in deck.slides).items() if count > 1]
    assert not shared, (lang, shared)
    return len(deck.slides)


def _exports(project: Project, lang: Lang, slides: int, folder: Path) -> Mapping[Product, Path]:
    """The files."""
    targets: dict[Product, Path] = {product: folder / f"{product}{ending}" for product, ending in PRODUCTS.items()}
    export(project, PICTURES, targets, Choices(lang, TODAY), lambda _done, _product: None)
    assert len(Presentation(str(targets["pptx"])).slides) == slides
    assert _pages(targets["deck-pdf"]) == slides
    assert _pages(targets["pdf"]) > 0
    return targets


def test_the_same_seed_gives_the_same_project() -> None:
    assert generated_project(7) == generated_project(7)
    assert generated_project(7) != generated_project(8)


@pytest.mark.parametrize("seed", _FEW)
def test_a_deck_fits_and_its_files_open(seed: int, tmp_path: Path) -> None:
    project = generated_project(seed, _MOST)
    slides = {lang: _says_all_in_its_place(project, lang) for lang in LANGS}
    lang = LANGS[seed // 2 % len(LANGS)]
    if seed % 2 == 0:
        _exports(project, lang, slides[lang], tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("seed", _ALL)
def test_any_deck_fits_and_its_files_open(seed: int, tmp_path: Path) -> None:
    project = _drawn(seed)
    slides = {lang: _says_all_in_its_place(project, lang) for lang in LANGS}
    lang = LANGS[seed % len(LANGS)]
    _exports(project, lang, slides[lang], tmp_path)


@pytest.mark.soak
def test_the_decks_are_valid_files(tmp_path: Path, tools: Tools) -> None:
    """Every twentieth, all in one run of the validator."""
    decks: list[Path] = []
    for seed in _ALL[::20]:
        folder = tmp_path / str(seed)
        folder.mkdir()
        project, lang = _drawn(seed // 20 if seed % 200 else seed), LANGS[seed // 20 % len(LANGS)]
        decks.append(_exports(project, lang, _says_all_in_its_place(project, lang), folder)["pptx"])
    checked = tools.run("validate_pptx", *decks)
    assert checked.returncode == 0, checked.stdout[-3000:]


def _pdfs(projects: Iterable[tuple[int, Project]], folder: Path) -> list[Path]:
    """The deck and the report of each as PDF, in one language and the other by turns."""
    made: list[Path] = []
    for seed, project in projects:
        targets: dict[Product, Path] = {product: folder / f"{seed}-{product}.pdf" for product in ("deck-pdf", "pdf")}
        export(project, PICTURES, targets, Choices(LANGS[seed % len(LANGS)], TODAY), lambda _done, _product: None)
        made += targets.values()
    return made


def _valid(files: list[Path], tools: Tools) -> None:
    for standard in ("PDFUA-1", "PDFA-2A"):
        checked = tools.run("validate_pdfua", "-p", standard, *files)
        assert checked.returncode == 0, [line for line in checked.stdout.splitlines() if "PASS" not in line][:40]


def test_a_few_pdfs_are_valid_files(tmp_path: Path, tools: Tools) -> None:
    _valid(_pdfs(((seed, generated_project(seed, _MOST)) for seed in range(2)), tmp_path), tools)


@pytest.mark.soak
@pytest.mark.parametrize("part", range(10))
def test_the_pdfs_are_valid_files(part: int, tmp_path: Path, tools: Tools) -> None:
    """Three hundred, by thirties."""
    _valid(_pdfs(((seed, _drawn(seed)) for seed in range(30 * part, 30 * part + 30)), tmp_path), tools)
