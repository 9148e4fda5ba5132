"""What the sample's exports look like stays as it is, until a change is accepted: `pytest tests/reference --accept`."""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from PIL import Image

from app.compose import compose_report
from app.export.pdf import write_report
from app.layout.themes import FJARD, THEMES
from app.model.base import Lang
from app.model.report_kind import REPORT_KINDS, ReportKind
from app.services.export import Product
from tests.conftest import ROOT
from tests.reference import pages, parts
from tests.reference.complete import earlier
from tests.reference.kinds import KINDS, of_every_kind
from tests.sample import TODAY, sample_project
from tests.services.projects import LANGS, exported

STORED: Final = Path(__file__).parent / "stored"
ADVICE: Final = "If this is meant, run: pytest tests/reference --accept"
every_language = pytest.mark.parametrize("lang", LANGS)


@cache
def sample(lang: Lang) -> dict[Product, bytes]:
    """The sample as exported."""
    return exported(None, lang)


@every_language
def test_the_decks_parts_are_those_of_the_reference(lang: Lang, accept: bool) -> None:
    path = STORED / f"deck-{lang}.zip"
    actual = parts.digest(sample(lang)["pptx"])
    if accept:
        parts.write(path, actual)
    found = parts.differences(parts.read(path), actual)
    assert not found, "\n\n".join([*found, ADVICE])


@every_language
@pytest.mark.parametrize("product", ["deck-pdf", "pdf"])
def test_the_pages_look_like_the_reference(lang: Lang, product: Product, accept: bool, tmp_path: Path) -> None:
    name = f"{'deck' if product == 'deck-pdf' else 'report'}-{lang}"
    hold_to_reference(name, sample(lang)[product], accept, tmp_path)


@every_language
@pytest.mark.parametrize("kind", [kind for kind in REPORT_KINDS if kind != "memo"])
def test_a_report_of_every_kind_looks_like_the_reference(
    lang: Lang, kind: ReportKind, accept: bool, tmp_path: Path
) -> None:
    before = earlier(sample_project()) if kind == "changes" else None
    out = BytesIO()
    write_report(
        compose_report(sample_project(), lang=lang, today=TODAY, kind=kind, earlier=before),
        FJARD,
        {},
        out,
        lambda _share: None,
    )
    hold_to_reference(f"report-{kind}-{lang}", out.getvalue(), accept, tmp_path)


@every_language
@pytest.mark.parametrize("theme", THEMES)
def test_a_slide_of_every_kind_looks_like_the_reference(lang: Lang, theme: str, accept: bool, tmp_path: Path) -> None:
    hold_to_reference(f"kinds-{theme}-{lang}", of_every_kind(sample_project(), lang, theme), accept, tmp_path)


def hold_to_reference(name: str, pdf: bytes, accept: bool, folder: Path) -> None:
    """Fails where pages look different from those that were accepted under a name."""
    path = STORED / f"{name}.png"
    actual = pages.sheet(pdf)
    if accept:
        path.write_bytes(pages.stored(actual))
    with Image.open(path) as opened:
        reference = opened.convert("RGB")
    found = pages.differing(reference, actual, pages.page_size(pdf))
    if found:
        told = pages.show(folder, name, reference, actual)
        pytest.fail(f"pages {found} of {name} look different: {told}\n{ADVICE}", pytrace=False)


def test_the_gallery_shows_every_kind_and_theme() -> None:
    text = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
    for name in (*KINDS, *(f"theme-{theme}" for theme in THEMES)):
        assert f"images/gallery/{name}.png" in text
        assert (ROOT / "docs" / "images" / "gallery" / f"{name}.png").is_file()


def test_a_change_of_a_part_is_told_by_its_lines() -> None:
    old = {"a.xml": "<a>\n  <b/>\n</a>\n", "gone.xml": "<x/>\n"}
    new = {"a.xml": "<a>\n  <c/>\n</a>\n", "new.xml": "<y/>\n"}
    told = parts.differences(old, new)
    assert told[1:] == ["gone.xml is gone", "new.xml is new"]
    assert "-  <b/>" in told[0].splitlines()
    assert "+  <c/>" in told[0].splitlines()


def test_a_changed_page_is_named() -> None:
    white = Image.new("RGB", (60, 10), "white")
    changed = white.copy()
    changed.paste("black", (20, 0, 23, 3))
    assert pages.differing(white, white, (10, 10)) == []
    assert pages.differing(white, changed, (10, 10)) == [3]
    assert pages.differing(white, Image.new("RGB", (60, 20), "white"), (10, 10)) == [7, 8, 9, 10, 11, 12]
