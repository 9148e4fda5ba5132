"""KPIs: where each stands against an even pace from start to target."""

from datetime import date
from decimal import Decimal

import pytest

from app.compose import compose_slide, outline
from app.compose.storyline import Slide
from app.model.base import Lang, text
from app.model.graphics import Measure, Measures
from app.model.project import DatedValue, Kpi, Project
from tests.sample import TODAY, sample_project
from tests.sample_actions import LAYER, key

#: The plan of a KPI of the action: from its start to its target.
START, END = date(2027, 1, 1), date(2027, 10, 29)


def measured(*values: str | None, begins: date = START) -> Project:
    """The sample project with KPIs from 0 to 100 that are half way by the plan today, each with its value of today."""
    project = sample_project()
    kpis = tuple(
        Kpi(
            id=key(0x900 + number), name=text(f"Mått {number}", f"Measure {number}"), unit=text("%"),
            baseline=Decimal(0), target=Decimal(100), target_date=END,
            values=(DatedValue(on=TODAY, value=Decimal(value)),) if value else (),
        )
        for number, value in enumerate(values, start=1)
    )  # fmt: skip
    action = next(one for one in project.actions if one.id == LAYER)
    own = action.model_copy(update={"kpis": kpis, "start": begins, "owner": "Driftchef"})
    return project.model_copy(update={"actions": (own,)})


def slide(project: Project, lang: Lang = "sv") -> Slide:
    return compose_slide(project, "kpis", lang=lang, today=TODAY)


def rows(project: Project) -> tuple[Measure, ...]:
    block = slide(project).blocks[0]
    assert isinstance(block, Measures)
    return block.rows


@pytest.mark.parametrize(
    ("value", "standing", "verdict", "detail"),
    [
        ("50", "on-plan", "I fas", ""),
        ("46", "on-plan", "I fas", ""),
        ("70", "ahead", "Före plan", "plan 50"),
        ("20", "behind", "Efter plan", "plan 50"),
        ("-5", "behind", "Efter plan", "plan 50"),
        ("100", "reached", "Målet nått", ""),
        (None, "open", "Inte mätt", ""),
    ],
)
def test_a_value_is_compared_with_the_plan_of_its_day(
    value: str | None, standing: str, verdict: str, detail: str
) -> None:
    (row,) = rows(measured(value))
    assert (row.standing, row.verdict.plain, row.detail.plain) == (standing, verdict, detail)
    assert (row.reached, row.planned) == ((float(value) / 100, pytest.approx(0.5, abs=0.02)) if value else (None, None))


def test_a_kpi_that_shall_fall_is_on_its_way_when_it_falls() -> None:
    project = measured("20")
    action = project.actions[0]
    falling = action.kpis[0].model_copy(update={"baseline": Decimal(40), "target": Decimal(0)})
    (row,) = rows(project.model_copy(update={"actions": (action.model_copy(update={"kpis": (falling,)}),)}))
    assert (row.standing, row.reached) == ("on-plan", 0.5)


def test_one_that_has_not_begun_says_when_it_does() -> None:
    (row,) = rows(measured(None, begins=date(2027, 9, 1)))
    assert (row.verdict.plain, row.detail.plain.replace("\xa0", " ")) == ("Inte börjat", "startar 1 sep. 2027")


def test_values_of_later_days_are_not_known_yet() -> None:
    project = measured("50")
    action = project.actions[0]
    later = action.kpis[0].model_copy(update={"values": (DatedValue(on=date(2027, 8, 1), value=Decimal(90)),)})
    (row,) = rows(project.model_copy(update={"actions": (action.model_copy(update={"kpis": (later,)}),)}))
    assert row.standing == "open"


def test_a_kpi_without_start_or_dates_is_shown_without_a_plan() -> None:
    project = measured("50")
    action = project.actions[0]
    bare = action.kpis[0].model_copy(update={"baseline": None})
    (row,) = rows(project.model_copy(update={"actions": (action.model_copy(update={"kpis": (bare,)}),)}))
    assert (row.start.plain, row.verdict.plain, row.reached, row.planned) == ("–", "Plan saknas", None, None)


@pytest.mark.parametrize(
    ("values", "title", "english"),
    [
        (("20", "50"), "”Mått 1” ligger efter planen", "“Measure 1” is behind plan"),
        (("20", "20", "50"), "Två av tre mätta nyckeltal ligger efter planen", "Two of three KPIs measured are behind plan"),
        (
            ("50", "60", None),
            "Båda nyckeltalen som mätts är i fas med planen eller före; ett återstår att mäta",
            "Both KPIs measured so far are on or ahead of plan; one is still to be measured",
        ),
        (
            (None, None),
            "Två nyckeltal visar om åtgärderna fungerar; inget är mätt ännu",
            "Two KPIs will show whether the actions work; none has been measured yet",
        ),
    ],
)  # fmt: skip
def test_the_title_says_how_the_plan_is_kept(values: tuple[str | None, ...], title: str, english: str) -> None:
    assert slide(measured(*values)).title.plain == title
    assert slide(measured(*values), "en").title.plain == english


def test_those_behind_their_plan_stand_first_and_who_answers_is_asked() -> None:
    found = slide(measured(None, "100", "70", "20"))
    assert [row.name.plain for row in rows(measured(None, "100", "70", "20"))] == [
        "Mått 4,\u00a0%", "Mått 3,\u00a0%", "Mått 2,\u00a0%", "Mått 1,\u00a0%",
    ]  # fmt: skip
    assert found.takeaway.plain.endswith("Svarar gör Driftchef.")


def test_without_a_target_there_is_nothing_to_follow() -> None:
    assert "kpis" not in outline(measured(), lang="sv", today=TODAY)
