"""What the slides show: figures that agree, fields that can be found, sources and notes that speak."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import TypeVar, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compose import compose, compose_slide
from app.compose.storyline import Slide
from app.model.base import Lang, text
from app.model.blocks import Ask, Decisions, KeyFigure, Passage, Proposal, Sources, Statement, Steps
from app.model.graphics import Chart, HeatMap, Matrix, Measures, Readiness, Responsibility, Timeline
from app.model.money import CostLine
from app.model.project import Project, SlideChoice
from app.model.rich import Para
from app.model.tables import Table
from app.project.choices import settle_slide
from tests.sample import TODAY, sample_project
from tests.sample_actions import EXCHANGE, EXPAND, LAYER, PLANS, PLATFORM, SHARED, key

Kind = TypeVar("Kind")


def slide(slide_id: str, project: Project | None = None, lang: Lang = "sv") -> Slide:
    return compose_slide(project or sample_project(), slide_id, lang=lang, today=TODAY)


def block(found: Slide, kind: type[Kind]) -> Kind:
    return next(one for one in found.blocks if isinstance(one, kind))


def number(shown: str) -> Decimal:
    return Decimal(shown.replace("−", "-").replace("\xa0", "").replace(",", ".").replace("–", "0") or "0")


def with_lines(*lines: CostLine) -> Project:
    project = sample_project()
    actions = tuple(action.model_copy(update={"lines": ()}) for action in project.actions[1:])
    return project.model_copy(update={"actions": (project.actions[0].model_copy(update={"lines": lines}), *actions)})


def cost(line: int, **amounts: str) -> CostLine:
    return CostLine(
        id=key(line), sign="cost", amounts={int(year[1:]): Decimal(amount) for year, amount in amounts.items()}
    )


# --- money


def test_the_table_of_costs_adds_up_as_shown() -> None:
    table = block(slide("investment"), Table)
    rows = {row.cells[0].text.plain: [number(cell.text.plain) for cell in row.cells[1:]] for row in table.rows}
    costs = [a + b for a, b in zip(rows["Investering"], rows["Drift"], strict=True)]
    assert costs == rows["Summa kostnad"]
    assert [a + b for a, b in zip(costs, rows["Effekt"], strict=True)] == rows["Nettokostnad"]
    assert all(sum(row[:-1]) == row[-1] for name, row in rows.items() if name != "Nettokostnad hittills")
    assert rows["Nettokostnad hittills"][-2] == rows["Nettokostnad"][-1]


def test_figures_in_a_table_have_equally_many_decimals() -> None:
    table = block(slide("investment"), Table)
    shown = [cell.text.plain for row in table.rows for cell in row.cells[1:] if cell.text.plain not in ("", "–")]
    assert {len(figure.partition(",")[2]) for figure in shown} == {1}


def test_decimals_are_added_where_rounding_would_show() -> None:
    project = with_lines(cost(1, y2027="1240000", y2028="1240000"), cost(2, y2027="1000000"))
    table = block(slide("investment", project), Table)
    assert [cell.text.plain for cell in table.rows[0].cells[1:]] == ["2,24", "1,24", "3,48"]


def test_rounding_that_cannot_be_avoided_is_told() -> None:
    project = with_lines(cost(1, y2027="1033333.33", y2028="1033333.33", y2029="1033333.34"))
    assert "avrundade" in slide("investment", project).source.plain
    assert "avrundade" not in slide("investment").source.plain


def test_the_chart_shows_what_the_table_says() -> None:
    found = slide("investment")
    chart, table = block(found, Chart), block(found, Table)
    assert chart.categories == tuple(column.head.plain for column in table.columns[1:-1])
    assert [series.role for series in chart.series] == ["ours", "second", "reduction"]
    for row in table.rows:
        if row.cells[0].series is not None:
            labels = chart.series[row.cells[0].series].labels
            assert [label or "–" for label in labels] == [cell.text.plain for cell in row.cells[1:-1]]
    for series in chart.series:
        values = [value or Decimal(0) for value in series.values]
        assert all(
            abs(value - number(label)) <= Decimal("0.05") for value, label in zip(values, series.labels, strict=True)
        )


def test_effects_that_are_hard_to_value_are_shown_apart() -> None:
    line = CostLine(id=key(1), sign="effect", certainty="hard-to-value", amounts={2028: Decimal(2000000)})
    figures = [
        one
        for one in slide("investment", with_lines(cost(2, y2027="1000000"), line)).blocks
        if isinstance(one, KeyFigure)
    ]
    assert [(one.value.plain, one.detail.plain) for one in figures][-1] == ("0,0\xa0mkr", "2,0 svårt att värdera")


def test_a_company_in_english_speaks_of_opex_and_capex() -> None:
    project = sample_project()
    company = project.model_copy(
        update={"organisation": project.organisation.model_copy(update={"kind": "company", "currency": "EUR"})}
    )
    rows = block(slide("investment", company, "en"), Table).rows
    assert [row.cells[0].text.plain for row in rows[:2]] == ["Capex", "Opex"]
    assert slide("investment", company, "en").title.plain == "The €23.5m programme pays back in 2031"


def test_what_is_asked_for_now_is_the_sum_of_the_decisions() -> None:
    total = block(slide("summary"), Ask).total
    assert total is not None
    assert (total.value.plain, total.detail.plain) == ("9,4\xa0mkr", "allt i drift")
    assert slide("decisions").takeaway.plain == "Nu begärs 9,4\xa0mkr av satsningens 23,5\xa0mkr."


# --- the slides


def test_decisions_are_grouped_by_body_and_numbered_through() -> None:
    groups = block(slide("decisions"), Decisions).groups
    assert [head.plain for head, _ in groups] == [
        "Kommunstyrelsen föreslår kommunfullmäktige besluta att",
        "Kommunstyrelsen beslutar för egen del att",
    ]
    assert [point.number for _, points in groups for point in points] == ["1", "2", "3"]
    assert [point.amount.plain for _, points in groups for point in points] == ["–", "9,4", "–"]


def test_the_minutes_have_the_very_words_of_the_decisions() -> None:
    minutes = block(slide("next-steps"), Passage)
    points = [point.text.plain for _, group in block(slide("decisions"), Decisions).groups for point in group]
    assert [line.plain for line in minutes.text if line.marker] == points


def test_without_statements_the_summary_takes_the_messages_of_the_slides_that_follow() -> None:
    project = sample_project()
    bare = project.model_copy(update={"matter": project.matter.model_copy(update={"statements": ()})})
    statements = [one for one in slide("summary", bare).blocks if isinstance(one, Statement)]
    assert next(one.head.plain for one in statements) == slide("why-now").title.plain
    assert [span.ref for one in statements for span in one.refs.spans if span.ref] == [
        "why-now", "readiness", "options", "investment", "risks",
    ]  # fmt: skip


def test_a_pattern_without_analysis_says_that_the_library_speaks() -> None:
    project = sample_project()
    bare = tuple(chosen.model_copy(update={"meaning": text()}) for chosen in project.patterns)
    passage = block(slide(f"pattern/{EXCHANGE}", project.model_copy(update={"patterns": bare})), Passage)
    assert passage.head.plain == "Vad det kan betyda"
    assert [line.plain for line in passage.text] == [
        "Fler kan bidra till det vi gör",
        "Avtal räcker inte som styrmedel",
    ]


def test_proposals_say_who_gives_the_advice() -> None:
    def origins(pattern: str) -> list[str]:
        found = slide(f"pattern/{pattern}").blocks
        return [one.details[-1].plain for one in found if isinstance(one, Proposal)]

    assert origins(EXCHANGE) == ["Råd i källan", "Råd i källan"]
    assert origins(PLATFORM) == ["Råd i källan", "Egen åtgärd"]
    assert origins(SHARED) == ["Vår slutsats"]
    assert "vår slutsats efter J. Magnusson" in slide(f"recommendation/{PLANS}").source.plain


def test_a_source_known_in_part_says_so() -> None:
    assert "(känd i del)" in slide(f"pattern/{SHARED}").source.plain
    assert "(known in part)" in slide(f"pattern/{SHARED}", lang="en").source.plain


def test_a_recommendation_has_six_facts_and_says_who_fills_the_missing_ones() -> None:
    facts = [one for one in slide(f"recommendation/{EXPAND}").blocks if isinstance(one, KeyFigure)]
    assert [fact.label.plain for fact in facts] == ["Kostnad", "Effekt", "Nyckeltal", "Ansvarig", "Tid", "Risk"]
    assert [fact.value.plain for fact in facts[:5]] == ["5,2\xa0mkr", "4,7\xa0mkr", "2 → 12", "CIO", "26 månader"]
    missing = next(one for one in slide(f"recommendation/{PLANS}").blocks if isinstance(one, KeyFigure))
    assert (missing.value.plain, missing.detail.plain) == ("", "Fylls i av Nämnderna")


def test_the_recommended_way_shows_its_price() -> None:
    found = slide("options")
    heat = block(found, HeatMap)
    assert heat.recommended == 2
    assert found.takeaway.plain == "Priset för det valet: Nya roller i alla fem förvaltningar"
    assert [cell.text.plain for cell in heat.rows[-1].cells] == [
        "Nettokostnad",
        "12,6\xa0mkr",
        "31,0\xa0mkr",
        "−2,9\xa0mkr",
    ]


def test_the_roadmap_marks_what_decides_the_end() -> None:
    timeline = block(slide("roadmap"), Timeline)
    states = {bar.id.split("/")[1]: bar.state for lanes in timeline.lanes for bar in lanes.bars}
    assert (states[EXPAND], states[LAYER], states[PLANS]) == ("critical", "critical", "planned")
    assert timeline.quarters[0][0] == timeline.start
    assert timeline.start <= min(bar.start for lanes in timeline.lanes for bar in lanes.bars)
    assert timeline.end > max(bar.end for lanes in timeline.lanes for bar in lanes.bars)
    assert timeline.today == TODAY


def test_risks_stand_gravest_first_with_the_same_number_in_matrix_and_table() -> None:
    found = slide("risks")
    dots = {dot.id: dot.number for dot in block(found, Matrix).dots}
    assert {row.id: row.cells[0].text.plain for row in block(found, Table).rows} == dots
    values = [int(row.cells[2].below.plain.split()[-1]) for row in block(found, Table).rows]
    assert values == sorted(values, reverse=True)


def test_a_high_risk_without_owner_is_put_to_the_meeting() -> None:
    project = sample_project()
    risks = (project.risks[0].model_copy(update={"owner": ""}), *project.risks[1:])
    found = slide("risks", project.model_copy(update={"risks": risks}))
    assert found.takeaway.plain == "Risk 1 är hög och behöver ägare och åtgärd."
    assert found.title.plain == "Två av fem risker är höga, och en av dem saknar ägare eller åtgärd"


def test_patterns_that_mean_most_stand_first_where_we_stand() -> None:
    lanes = block(slide("readiness"), Readiness).lanes
    assert [lane.relevance for lane in lanes] == [5, 5, 4]
    assert [lane.gap.plain for lane in lanes] == ["3", "3", "2"]


def test_the_way_through_the_bodies_marks_where_we_are() -> None:
    assert [mark.state for mark in block(slide("next-steps"), Steps).steps] == ["now", "goal"]


def test_each_source_is_listed_once_with_its_address() -> None:
    entries = block(slide("sources"), Sources).entries
    assert len({entry.text.plain for entry in entries}) == len(entries)
    assert entries[0].href == "https://cio.idg.se/2.1782/1.690036/digitalisering-disintegration"
    assert "s. 1, 6" in entries[0].text.plain


def test_an_address_that_is_no_web_address_leads_nowhere() -> None:
    project = sample_project()
    chosen = project.patterns[0]
    source = chosen.pattern.sources[0].model_copy(update={"address": "javascript:alert(1)"})
    pattern = chosen.pattern.model_copy(update={"sources": (source,)})
    bad = project.model_copy(update={"patterns": (chosen.model_copy(update={"pattern": pattern}),)})
    assert block(slide("sources", bad), Sources).entries[0].href == ""


# --- what holds for all


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_graphics_say_what_they_claim_to_who_cannot_see_them(lang: Lang) -> None:
    for one in compose(sample_project(), lang=lang, today=TODAY).slides:
        for found in one.blocks:
            if isinstance(found, Chart | Timeline | Matrix | HeatMap | Readiness | Measures | Responsibility):
                assert found.alt.startswith(one.title.plain)
                assert len(found.alt) > len(one.title.plain) + 10


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_slide_has_something_to_say(lang: Lang) -> None:
    for one in compose(sample_project(), lang=lang, today=TODAY).slides:
        if one.kind != "recommendation":
            assert one.notes is not None
            assert one.notes.say, one.id


def test_a_pattern_comes_with_the_questions_that_a_board_asks() -> None:
    notes = slide(f"pattern/{EXCHANGE}").notes
    assert notes is not None
    assert [one.plain for one in notes.questions][:2] == [
        "Vilka tjänster vill vi börja med?",
        "De som flest möter och som är lättast att ångra. Vi börjar med två och prövar efter ett halvår.",
    ]


def test_no_figure_is_parted_from_its_unit() -> None:
    shown = [para.plain for one in compose(sample_project(), lang="sv", today=TODAY).slides for para in paragraphs(one)]
    assert not [one for one in shown if re.search(r"\d (mkr|%)", one)]


def paragraphs(value: object) -> Iterator[Para]:
    """All paragraphs anywhere in a slide."""
    if isinstance(value, Para):
        yield value
    elif isinstance(value, tuple | list):
        for one in cast("tuple[object, ...]", value):
            yield from paragraphs(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from paragraphs(getattr(value, one.name))


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=6), st.sampled_from(["unit", "thousand", "million"])
)
def test_any_amounts_agree_with_their_sum_as_shown(amounts: list[Decimal], scale: str) -> None:
    line = CostLine(id=key(1), sign="cost", amounts={2027 + index: amount for index, amount in enumerate(amounts)})
    project = with_lines(line)
    project = project.model_copy(update={"organisation": project.organisation.model_copy(update={"scale": scale})})
    found = slide("investment", project)
    row = [number(cell.text.plain) for cell in block(found, Table).rows[-1].cells[1:]]
    assert sum(row[:-1]) == row[-1]


def pointing(*slides: str) -> list[str | None]:
    """Where the summary's statements point, when each is said to be shown on one of the slides."""
    matter = sample_project().matter
    statements = tuple(
        one.model_copy(update={"slide": slide}) for one, slide in zip(matter.statements, slides, strict=False)
    )
    project = sample_project().model_copy(update={"matter": matter.model_copy(update={"statements": statements})})
    project = settle_slide(project, SlideChoice(slide="risks", on=False))
    found = compose_slide(project, "summary", lang="sv", today=TODAY)
    shown = [one for one in found.blocks if isinstance(one, Statement)]
    return [one.refs.spans[-1].ref if one.refs else None for one in shown]


def test_a_statement_points_to_the_slide_that_proves_it_where_that_is_shown() -> None:
    assert pointing("investment", f"pattern/{EXCHANGE}", "") == ["investment", f"pattern/{EXCHANGE}", None]
    assert pointing("risks", "pattern/unknown", "summary") == [None, None, None]
