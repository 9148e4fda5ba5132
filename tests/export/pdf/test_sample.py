"""The sample project's deck and memo as PDF, in both languages."""

from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest

from app.compose import compose, compose_report
from app.export.pdf import write_deck_pdf, write_report
from app.layout.measure import Measurer
from app.layout.place import place
from app.layout.themes import FJARD
from app.model.base import Lang
from app.model.report_kind import REPORT_KINDS, ReportKind
from tests.export.pdf.readers import outline, page_texts, qpdf_finds, text_outside
from tests.export.pdf.tagged import heard
from tests.sample import sample_project

HEADINGS = tuple(f"H{level}" for level in range(1, 7))
TODAY = date(2027, 5, 1)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_memo_is_sound_and_no_glyph_is_missing(lang: Lang, tmp_path: Path) -> None:
    out = BytesIO()
    made = compose_report(sample_project(), lang=lang, today=TODAY)
    assert write_report(made, FJARD, {}, out, lambda _share: None) == ()
    assert text_outside(out.getvalue()) == []
    assert qpdf_finds(out.getvalue(), tmp_path) == ""
    texts = page_texts(out.getvalue())
    for section in made.sections:
        assert any(section.heading.plain in text for text in texts)


@pytest.mark.parametrize("kind", REPORT_KINDS)
def test_every_kind_of_report_is_read_with_its_headings_and_figures(kind: ReportKind) -> None:
    out = BytesIO()
    made = compose_report(sample_project(), lang="sv", today=TODAY, kind=kind)
    write_report(made, FJARD, {}, out, lambda _share: None)
    elements = heard(out.getvalue())
    levels = [int(element.kind[1]) for element in elements if element.kind in HEADINGS]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(len(element.alt) > 3 for element in elements if element.kind == "Figure")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_deck_is_sound_and_every_page_bears_its_title(lang: Lang, tmp_path: Path) -> None:
    out = BytesIO()
    deck = place(compose(sample_project(), lang=lang, today=TODAY), FJARD, Measurer(FJARD.faces))
    assert write_deck_pdf(deck, FJARD, {}, out, lambda _share: None) == ()
    assert text_outside(out.getvalue()) == []
    assert qpdf_finds(out.getvalue(), tmp_path) == ""
    assert [title for _, title, _ in outline(out.getvalue())] == [slide.title for slide in deck.slides]
    for slide, text in zip(deck.slides, page_texts(out.getvalue()), strict=True):
        assert " ".join(slide.title.split()) in text
    titles = [element for element in heard(out.getvalue()) if element.kind in ("H1", "H2")]
    assert [title.kind for title in titles] == ["H1", *("H2" for _ in deck.slides[1:])]
    assert all(title.around == ("Document", "Sect") for title in titles)
