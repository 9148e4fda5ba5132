"""The full report as PDF: a cover, contents that name every section, figure and table on its page, chapters that start a page."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from app.compose import compose_report
from app.compose.report import Report
from app.export.pdf import write_report
from app.layout.themes import FJARD
from app.model.base import Lang
from app.model.project import Project
from tests.export.pdf.readers import outline, page_texts, qpdf_finds, text_outside
from tests.sample import empty_project, sample_project


def full(project: Project, lang: Lang = "sv", *, draft: bool = False) -> Report:
    return compose_report(project, lang=lang, today=date(2027, 5, 1), kind="full", draft=draft)


def written(report: Report) -> bytes:
    out = BytesIO()
    assert write_report(report, FJARD, {}, out, lambda _share: None) == ()
    return out.getvalue()


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_full_report_is_sound(lang: Lang, tmp_path: Path) -> None:
    pdf = written(full(sample_project(), lang, draft=True))
    assert text_outside(pdf) == []
    assert qpdf_finds(pdf, tmp_path) == ""


def test_contents_name_every_section_with_its_page() -> None:
    report = full(sample_project())
    pdf = written(report)
    pages = page_texts(pdf)
    contents = " ".join(" ".join(pages[1:3]).split())
    assert "Innehåll" in contents
    assert "Figurer" in contents
    assert "Tabeller" in contents
    for section in report.sections:
        named = section.heading if section.level == 1 else section.claim
        assert named.plain.split()[-1] in contents
    for _, title, page in outline(pdf):
        if title[:1].isdigit():
            assert str(page + 1) in contents


def test_each_chapter_starts_a_page() -> None:
    report = full(sample_project())
    starts = [page for level, title, page in outline(written(report)) if level == 0 and title[:1].isdigit()]
    assert len(starts) == len([section for section in report.sections if section.level == 1])
    assert len(set(starts)) == len(starts)


def test_an_empty_project_gives_a_cover_alone() -> None:
    assert len(page_texts(written(full(empty_project())))) == 1
