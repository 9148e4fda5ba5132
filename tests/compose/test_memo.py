"""The strategy memo: decisions first, sections that have something to say, sources by number."""

import pytest

from app.compose import compose, compose_report
from app.compose.report import Report
from app.model.base import Lang
from app.model.blocks import Passage, Sources
from app.model.graphics import Gauge, HeatMap
from app.model.project import Project, SlideChoice
from app.model.tables import Table
from tests.compose.test_storyline import retitled
from tests.sample import TODAY, empty_project, sample_project
from tests.sample_actions import EXCHANGE


def memo(project: Project | None = None, lang: Lang = "sv") -> Report:
    return compose_report(project or sample_project(), lang=lang, today=TODAY)


def test_the_sections_stand_in_their_order_and_are_numbered() -> None:
    found = [(section.number, section.heading.plain) for section in memo().sections if section.level == 1]
    assert found == [
        ("1", "Läget"), ("2", "Mönstren"), ("3", "Vägen"), ("4", "Alternativ"), ("5", "Ekonomi"), ("6", "Risker"), ("7", "Källor"),
    ]  # fmt: skip


def test_the_header_says_to_whom_from_whom_and_when() -> None:
    facts = {label.plain: value.plain for label, value in memo().header}
    assert facts == {
        "Till": "Kommunstyrelsen",
        "Från": "Karin Sandell, Digitaliseringschef",
        "Sammanträde": "15\xa0juni\xa02027",
        "Diarienummer": "KS 2027/142",
        "Ärende nr": "12",
    }


def test_the_decisions_are_those_of_the_deck() -> None:
    slide = next(slide for slide in compose(sample_project(), lang="sv", today=TODAY).slides if slide.id == "decisions")
    assert memo().decisions == slide.blocks[0]


def test_claims_are_the_messages_of_the_deck_also_as_retitled() -> None:
    project = retitled(sample_project(), "investment", "Det lönar sig")
    claims = {section.heading.plain: section.claim.plain for section in memo(project).sections}
    assert claims["Ekonomi"] == "Det lönar sig"
    off = SlideChoice(slide="risks", on=False)
    project = project.model_copy(update={"storyline": project.storyline.model_copy(update={"slides": (off,)})})
    assert any(section.heading.plain == "Risker" for section in memo(project).sections)


def test_an_empty_project_gives_a_memo_without_sections() -> None:
    found = memo(empty_project())
    assert found.sections == ()
    assert found.decisions.groups == ()
    assert found.title.plain == "Strategiskt underlag"


@pytest.mark.parametrize("part", ["patterns", "actions", "alternatives", "risks"])
def test_a_section_without_content_is_left_out(part: str) -> None:
    project = sample_project().model_copy(update={part: ()})
    heading = {"patterns": "Mönstren", "actions": "Ekonomi", "alternatives": "Alternativ", "risks": "Risker"}[part]
    assert heading not in [section.heading.plain for section in memo(project).sections]


def test_a_pattern_bears_its_gauges_in_the_margin_and_its_sources_by_number() -> None:
    section = next(section for section in memo().sections if section.id == f"patterns/{EXCHANGE}")
    assert [gauge.reading.plain for gauge in section.margin if isinstance(gauge, Gauge)] == ["5", "1 → 4"]
    texts = [line.plain for block in section.blocks if isinstance(block, Passage) for line in block.text]
    assert "Sociala medier flyttade kvalitet, försäljning och produktion ut ur företaget\xa0[1]." in texts
    sources = next(block for section in memo().sections for block in section.blocks if isinstance(block, Sources))
    assert "Digitalisering – disintegration" in sources.entries[0].text.plain


def test_the_table_of_actions_adds_up() -> None:
    way = next(section for section in memo().sections if section.heading.plain == "Vägen")
    table = next(block for block in way.blocks if isinstance(block, Table))
    for column in (3, 4):
        shown = [row.cells[column].text.plain.replace(",", ".") for row in table.rows if row.kind == "body"]
        parts = sum(round(10 * float(one)) for one in shown if one != "–")
        assert parts == round(10 * float(table.rows[-1].cells[column].text.plain.replace(",", ".")))


def test_section_ids_are_unlike_each_other() -> None:
    ids = [section.id for section in memo().sections]
    assert len(set(ids)) == len(ids)


def test_in_english_the_words_are_english_and_the_writers_own_are_marked() -> None:
    found = memo(lang="en")
    assert found.words.kind == "Strategy memo"
    assert found.lead.spans[0].lang == "sv"
    heat = next(block for section in found.sections for block in section.blocks if isinstance(block, HeatMap))
    assert heat.rows[0].cells[0].text.plain == "Cost over time"
    assert heat.rows[3].cells[0].text.spans[0].lang == "sv"
