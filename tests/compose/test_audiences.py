"""What each audience is shown: how many slides, which ones, in which order, and that what the CIO wants comes before it."""

from decimal import Decimal

import pytest

from app.compose import Composer, compose, compose_slide
from app.compose.storyline import Storyline
from app.compose.telling import Telling
from app.compose.timing import time_of
from app.layout.measure import Measurer
from app.layout.place import place
from app.layout.themes import FJARD
from app.model.base import text
from app.model.project import Action, Audience, Project, Risk, SlideChoice
from app.project.choices import settle_slide
from tests.sample import RISKS, TODAY, empty_project, sample_project
from tests.sample_actions import EXCHANGE, EXPAND, INVENTORY, MOVE, SHARED, key


def told(project: Project, audience: Audience) -> Storyline:
    return compose(project, lang="sv", today=TODAY, audience=audience)


def main(storyline: Storyline) -> list[str]:
    return [slide.id for slide in storyline.slides if not slide.backup]


def with_choices(project: Project, **choices: object) -> Project:
    return project.model_copy(update={"storyline": project.storyline.model_copy(update=choices)})


def large_project() -> Project:
    """The sample with forty actions more, and as many risks of them."""
    sample = sample_project()
    actions = tuple(
        Action(id=key(0x500 + number), title=text(f"Åtgärd {number}"), effort=3, effect=1 + number % 5)
        for number in range(40)
    )
    risks = tuple(
        Risk(id=key(0x600 + number), title=text(f"Risk {number}"), likelihood=2, consequence=2, action=action.id)
        for number, action in enumerate(actions)
    )
    return sample.model_copy(update={"actions": (*sample.actions, *actions), "risks": (*sample.risks, *risks)})


# --- how many


@pytest.mark.parametrize("project", [sample_project(), large_project()], ids=["sample", "large"])
def test_ten_minutes_are_for_the_decision(project: Project) -> None:
    assert main(told(project, "ten-minutes")) == ["cover", "summary", "decisions", "options", "investment"]


@pytest.mark.parametrize("project", [sample_project(), large_project()], ids=["sample", "large"])
def test_half_an_hour_holds_ten_slides_whatever_the_projects_size(project: Project) -> None:
    assert main(told(project, "half-hour")) == [
        "cover", "summary", "decisions", "why-now", f"pattern/{EXCHANGE}", "options", f"recommendation/{EXPAND}",
        "roadmap", "investment", "risks",
    ]  # fmt: skip


def test_a_long_slide_stays_one_in_half_an_hour_and_its_rest_stands_in_the_backup() -> None:
    deck = place(told(large_project(), "half-hour"), FJARD, Measurer(FJARD.faces))
    shown = [slide.id for slide in deck.slides if not slide.hidden]
    assert len(shown) == 10
    assert "risks/2" not in shown
    hidden = [slide for slide in deck.slides if slide.id == "risks/2"]
    assert [(slide.hidden, slide.section) for slide in hidden] == [(True, "Bilaga: fördjupning")]
    assert [slide.hidden for slide in deck.slides] == sorted(slide.hidden for slide in deck.slides)


def test_in_a_full_review_a_long_slide_goes_on_where_it_stands() -> None:
    deck = place(told(large_project(), "full-review"), FJARD, Measurer(FJARD.faces))
    ids = [slide.id for slide in deck.slides if not slide.hidden]
    assert ids[ids.index("risks") + 1] == "risks/2"


def test_a_full_review_shows_everything() -> None:
    storyline = told(sample_project(), "full-review")
    assert len(main(storyline)) >= 20
    assert not [slide for slide in storyline.slides if slide.backup and slide.section == "detail"]


@pytest.mark.parametrize("audience", ["ten-minutes", "half-hour", "audit"])
def test_what_an_audience_is_not_shown_stands_in_the_backup(audience: Audience) -> None:
    storyline = told(sample_project(), audience)
    assert {slide.id for slide in storyline.slides} == {one.id for one in told(sample_project(), "full-review").slides}
    assert next(part.plain for part in storyline.backup_sections) == "Bilaga: fördjupning"


def test_a_small_project_needs_no_backup_in_half_an_hour() -> None:
    assert main(told(empty_project(), "half-hour")) == ["cover"]


# --- an audit


def test_an_audit_is_about_risk_and_control() -> None:
    storyline = told(sample_project(), "audit")
    kinds = [slide.kind for slide in storyline.slides if not slide.backup]
    assert kinds == [
        "cover", "summary", "decisions", "risks", "recommendation", "organisation", "pattern", "kpis", "investment",
        "next-steps",
    ]  # fmt: skip
    assert [part.plain for part in storyline.sections] == [
        "I korthet", "Risker", "Styrning och kontroll", "Genomförande",
    ]  # fmt: skip


def test_an_audit_hears_first_of_what_the_gravest_risk_belongs_to_and_of_governance() -> None:
    sample = sample_project()
    grave = tuple(
        risk.model_copy(update={"action": MOVE, "likelihood": 5, "consequence": 5}) if risk.id == RISKS[0] else risk
        for risk in sample.risks
    )
    shown = main(told(sample.model_copy(update={"risks": grave}), "audit"))
    assert f"recommendation/{MOVE}" in shown
    assert f"pattern/{SHARED}" in shown


# --- time


@pytest.mark.parametrize(("minutes", "pace", "slides"), [(15, None, 5), (45, None, 15), (30, "1.5", 20), (1, None, 3)])
def test_the_slot_and_the_time_per_slide_decide_how_many_fit(minutes: int, pace: str | None, slides: int) -> None:
    project = with_choices(sample_project(), audience="half-hour", minutes=minutes, pace=pace and Decimal(pace))
    assert len(main(told(project, "half-hour"))) == slides


def test_an_audience_told_to_for_once_has_its_usual_time() -> None:
    project = with_choices(sample_project(), audience="full-review", minutes=90)
    assert len(main(told(project, "ten-minutes"))) == 5


def test_what_the_slides_take_is_told_in_round_minutes() -> None:
    time = time_of(Telling(sample_project(), "sv", TODAY, "half-hour"))
    assert [time.needed(slides) for slides in (1, 5, 10, 12, 27)] == [3, 15, 30, 35, 80]


def test_the_cover_says_the_time_that_is_set() -> None:
    def spoken(audience: Audience) -> str:
        notes = compose_slide(sample_project(), "cover", lang="sv", today=TODAY, audience=audience).notes
        return "\n".join(line.plain for line in notes.say) if notes else ""

    assert "10 minuter" in spoken("ten-minutes")
    assert "minuter" not in spoken("full-review")


# --- what the CIO wants


def test_a_slide_put_among_the_main_ones_or_in_the_backup_stays_there() -> None:
    project = settle_slide(sample_project(), SlideChoice(slide="roadmap", backup=False))
    project = settle_slide(project, SlideChoice(slide="investment", backup=True))
    project = settle_slide(project, SlideChoice(slide="questions", backup=False))
    storyline = told(project, "ten-minutes")
    assert main(storyline) == ["cover", "summary", "decisions", "options", "roadmap", "questions"]
    assert all(slide.section is not None for slide in storyline.slides[1:])


def test_a_slide_switched_off_brings_no_other_in_its_place() -> None:
    project = settle_slide(sample_project(), SlideChoice(slide="options", on=False))
    assert main(told(project, "ten-minutes")) == ["cover", "summary", "decisions", "investment"]


def test_the_order_wanted_holds_within_an_audience() -> None:
    project = with_choices(sample_project(), order=("cover", "investment", "decisions"))
    assert main(told(project, "ten-minutes"))[:3] == ["cover", "summary", "investment"]


def test_done_actions_wait_for_those_that_are_ahead() -> None:
    sample = sample_project()
    actions = tuple(
        action.model_copy(update={"status": "done"}) if action.id == EXPAND else action for action in sample.actions
    )
    composer = Composer(sample.model_copy(update={"actions": actions}), lang="sv", today=TODAY, audience="half-hour")
    shown = {slide.id for slide in composer.storyline.slides if not slide.backup}
    assert f"recommendation/{EXPAND}" not in shown
    assert f"recommendation/{INVENTORY}" in shown
