"""The paper for the body that decides, as PDF: in the form's order, with nothing outside the page, and its headings in the outline."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from app.compose import compose_report
from app.export.pdf import write_report
from app.layout.themes import FJARD
from app.model.base import Lang
from app.model.project import Project
from tests.export.pdf.readers import outline, page_texts, qpdf_finds, text_outside
from tests.sample import empty_project, sample_project


def paper(project: Project, lang: Lang = "sv") -> bytes:
    made = compose_report(project, lang=lang, today=date(2027, 5, 1), kind="tjansteskrivelse")
    out = BytesIO()
    assert write_report(made, FJARD, {}, out, lambda _share: None) == ()
    return out.getvalue()


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_paper_is_sound(lang: Lang, tmp_path: Path) -> None:
    pdf = paper(sample_project(), lang)
    assert text_outside(pdf) == []
    assert qpdf_finds(pdf, tmp_path) == ""


def test_the_first_page_says_whose_matter_it_is_and_what_is_to_be_decided() -> None:
    first = page_texts(paper(sample_project()))[0]
    for words in (
        "Tjänsteskrivelse",
        "Handläggare",
        "Karin Sandell",
        "KS 2027/142",
        "Förslag till beslut",
        "Sammanfattning",
    ):
        assert words in first


def test_the_first_page_alone_says_how_to_get_in_touch() -> None:
    line = "Torget 1, 123 45 Exempelköping. exempelkoping.se"
    sample = sample_project()
    named = sample.model_copy(update={"organisation": sample.organisation.model_copy(update={"contact": line})})
    first, *others = page_texts(paper(named))
    assert line in first
    assert not any(line in page for page in others)


def test_the_outline_has_every_heading() -> None:
    titles = [title for _, title, _ in outline(paper(sample_project()))]
    assert titles[1:4] == ["Förslag till beslut", "Sammanfattning", "Beslutsunderlag"]
    assert titles[-3:] == ["Bedömning", "Ekonomiska konsekvenser", "Beslutet skickas till"]


def test_an_empty_project_makes_a_paper_of_one_page() -> None:
    assert len(page_texts(paper(empty_project()))) == 1
