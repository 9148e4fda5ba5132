"""The brief: the answer as its title, the decisions, and what they rest on in its order."""

from app.compose import compose_report
from app.compose.report import Report
from app.model.base import Lang
from app.model.blocks import KeyFigure
from app.model.tables import Table
from tests.sample import TODAY, empty_project, sample_project


def brief(lang: Lang = "sv") -> Report:
    return compose_report(sample_project(), lang=lang, today=TODAY, kind="brief")


def test_the_title_is_the_answer() -> None:
    assert brief().title.plain.replace("\xa0", " ") == sample_project().matter.answer.said("sv").text
    assert brief().title_id == "matter/answer"
    untitled = compose_report(empty_project(), lang="sv", today=TODAY, kind="brief")
    assert untitled.title_id == "matter/title"
    assert untitled.sections == ()


def test_sections_stand_in_their_order() -> None:
    expected = ["Varför nu", "Vägar", "Kostnad och nytta", "Beredskap", "Största risker", "Nästa steg"]
    assert [section.heading.plain for section in brief().sections] == expected
    assert {section.id for section in brief().sections} <= set(brief().gives_way)


def test_the_recommended_way_says_so_and_figures_are_few() -> None:
    sections = {section.heading.plain: section.blocks for section in brief("en").sections}
    table = next(block for block in sections["Routes"] if isinstance(block, Table))
    assert [row.cells[0].below.plain for row in table.rows].count("Recommended") == 1
    assert len([block for block in sections["Cost and benefit"] if isinstance(block, KeyFigure)]) == 3
    risks = next(block for block in sections["Main risks"] if isinstance(block, Table))
    assert len(risks.rows) <= 3
