"""The paper for the body that decides: the form's parts in their order, the CIO's own words first, nothing invented."""

import pytest

from app.compose import compose_report
from app.compose.report import Report
from app.model.base import Lang, text
from app.model.blocks import Passage
from app.model.project import Project, Section
from app.model.tables import Table
from tests.sample import TODAY, empty_project, sample_project


def paper(project: Project, lang: Lang = "sv") -> Report:
    return compose_report(project, lang=lang, today=TODAY, kind="tjansteskrivelse")


def with_sections(*headings: str) -> Project:
    sections = tuple(
        Section(id=f"{n:032x}", heading=text(sv=head), body=text(sv="Text.")) for n, head in enumerate(headings)
    )
    project = sample_project()
    return project.model_copy(update={"matter": project.matter.model_copy(update={"sections": sections})})


def headings(report: Report) -> list[str]:
    return [section.heading.plain for section in report.sections if section.heading]


def said(report: Report) -> str:
    passages = [block for section in report.sections for block in section.blocks if isinstance(block, Passage)]
    return "\n".join(line.plain for passage in passages for line in passage.text)


def test_sections_take_the_forms_order_under_their_own_headings() -> None:
    project = with_sections(
        "Beslutet skickas till", "Facklig samverkan", "Konsekvenser för barn", "Ekonomi", "Kontorets bedömning",
        "Beskrivning av ärendet", "Sammanfattning",
    )  # fmt: skip
    assert [one for one in headings(paper(project)) if one != "Beslutsunderlag"] == [
        "Sammanfattning", "Beskrivning av ärendet", "Kontorets bedömning", "Ekonomi", "Konsekvenser för barn", "Facklig samverkan",
        "Beslutet skickas till",
    ]  # fmt: skip


def test_a_section_of_an_unknown_kind_stays_after_the_one_before_it() -> None:
    found = headings(paper(with_sections("Bedömning", "Framtidens arbetssätt", "Bakgrund")))
    assert found.index("Framtidens arbetssätt") == found.index("Bedömning") + 1


def test_no_section_is_lost() -> None:
    names = ("A", "Sammanfattning", "B", "Uppföljning", "C", "Expediering", "D")
    assert set(names) <= set(headings(paper(with_sections(*names))))


def test_what_is_not_written_is_made_from_the_project() -> None:
    found = paper(with_sections())
    assert headings(found)[0] == "Sammanfattning"
    assert "Ekonomiska konsekvenser" in headings(found)
    economy = next(section for section in found.sections if section.heading.plain == "Ekonomiska konsekvenser")
    assert any(isinstance(block, Table) for block in economy.blocks)
    assert sample_project().matter.answer.said("sv").text in said(found)


def test_an_empty_project_says_who_is_to_write_what_the_form_must_have() -> None:
    found = paper(empty_project())
    assert headings(found) == ["Sammanfattning", "Ärendebeskrivning", "Bedömning", "Ekonomiska konsekvenser"]
    assert said(found).count("handläggaren") == 4


def test_decisions_can_be_moved_into_the_minutes() -> None:
    points = [point for _, points in paper(sample_project()).decisions.groups for point in points]
    assert points
    assert not any(span.bold for point in points for span in point.text.spans)
    assert not any(point.amount or point.owner or point.due or point.consequence for point in points)


@pytest.mark.parametrize(("lang", "kind"), [("sv", "Tjänsteskrivelse"), ("en", "Board paper")])
def test_each_language_has_its_form(lang: Lang, kind: str) -> None:
    found = paper(sample_project(), lang)
    assert found.words.kind == kind
    labels = [label.plain for label, _ in found.header]
    assert labels[:3] == (
        ["Handläggare", "Datum", "Diarienummer"] if lang == "sv" else ["Officer", "Date", "Reference"]
    )
