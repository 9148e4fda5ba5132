"""The brief as PDF: one page, whatever the project holds, and what gave way is named."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from app.compose import compose_report
from app.compose.report import Report
from app.export.pdf import left_out, write_report
from app.layout.themes import FJARD
from app.model.base import Lang, text
from app.model.project import Decision, Project
from tests.export.pdf.readers import page_texts, qpdf_finds, text_outside
from tests.sample import empty_project, sample_project


def brief(project: Project, lang: Lang = "sv") -> Report:
    return compose_report(project, lang=lang, today=date(2027, 5, 1), kind="brief")


def written(report: Report) -> bytes:
    out = BytesIO()
    assert write_report(report, FJARD, {}, out, lambda _share: None) == ()
    return out.getvalue()


def with_decisions(count: int, words: int) -> Project:
    decisions = tuple(Decision(id=f"{n:032x}", text=text(sv=f"besluta {n} " + "ord " * words)) for n in range(count))
    return sample_project().model_copy(update={"decisions": decisions})


def with_title(title: str) -> Project:
    project = sample_project()
    matter = project.matter.model_copy(update={"answer": text(sv=title)})
    return project.model_copy(update={"matter": matter})


HARD = {
    "empty": empty_project,
    "one decision": lambda: with_decisions(1, 5),
    "forty decisions": lambda: with_decisions(40, 12),
    "a decision of three thousand words": lambda: with_decisions(2, 3000),
    "a title of four hundred letters": lambda: with_title("En gemensam digital plattform " * 14),
}


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_brief_is_sound_and_one_page(lang: Lang, tmp_path: Path) -> None:
    pdf = written(brief(sample_project(), lang))
    assert len(page_texts(pdf)) == 1
    assert text_outside(pdf) == []
    assert qpdf_finds(pdf, tmp_path) == ""


@pytest.mark.parametrize("case", HARD)
def test_the_brief_is_one_page_whatever_the_project_holds(case: str) -> None:
    pdf = written(brief(HARD[case]()))
    assert len(page_texts(pdf)) == 1
    assert text_outside(pdf) == []


def test_what_gives_way_is_named_and_what_stays_is_there() -> None:
    report = brief(with_decisions(9, 8))
    gone = {name.plain for name in left_out(report)}
    page = page_texts(written(report))[0]
    for section in report.sections:
        assert (section.heading.plain in gone) != (section.heading.plain in page)


def test_decisions_that_do_not_fit_are_counted() -> None:
    report = brief(with_decisions(40, 12))
    page = " ".join(page_texts(written(report))[0].split())
    shown = sum(f"besluta {n} ord" in page for n in range(40))
    assert 0 < shown < 40
    assert f"Ytterligare {40 - shown} förslag" in page
    assert "Förslag till beslut" in {name.plain for name in left_out(report)}


def test_other_reports_leave_nothing_out() -> None:
    assert left_out(compose_report(sample_project(), lang="sv", today=date(2027, 5, 1))) == ()
