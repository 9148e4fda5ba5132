"""The whole steps of a CIO: begin, choose, adopt, drop, settle a slide."""

from collections.abc import Iterator
from datetime import date
from itertools import count

import pytest

from app.model.base import Id, NewId, text
from app.model.project import Organisation, SlideChoice
from app.project import edits
from app.project.choices import adopt, choose_pattern, drop_pattern, new_project, settle_slide, slide_choice
from app.project.edits import NoSuchPlace
from app.project.ids import new_id
from tests.sample import EXCHANGE, sample_project

SAMPLE = sample_project()
PATTERN = SAMPLE.patterns[0].pattern


def counting() -> NewId:
    numbers: Iterator[int] = count(1)
    return lambda: f"{next(numbers):032x}"


def test_a_new_project_weighs_as_today_by_three_criteria() -> None:
    project = new_project(date(2027, 6, 1), "sv", counting(), Organisation(name="Ljungby"))
    assert [alternative.as_today for alternative in project.alternatives] == [True]
    assert [criterion.name.said("sv").text for criterion in project.criteria] == ["Kostnad", "Nytta", "Genomförbarhet"]
    assert project.organisation.name == "Ljungby"
    assert project == new_project(date(2027, 6, 1), "sv", counting(), Organisation(name="Ljungby"))


def test_a_pattern_is_chosen_once_with_its_text() -> None:
    project = new_project(date(2027, 6, 1), "sv", counting())
    once = choose_pattern(project, "platforms", "1", PATTERN, new_id)
    assert once.patterns[0].pattern == PATTERN
    assert choose_pattern(once, "platforms", "2", PATTERN, new_id) is once


def test_an_adopted_recommendation_brings_its_first_steps_and_how_to_measure() -> None:
    new = counting()
    chosen = choose_pattern(new_project(date(2027, 6, 1), "sv", new), "platforms", "1", PATTERN, new)
    advice, key = PATTERN.recommendations[0], chosen.patterns[0].id
    adopted = adopt(chosen, key, advice.id, new)
    action = adopted.actions[0]
    assert (action.title, action.what, action.first_steps) == (advice.title, advice.what, advice.first_steps)
    assert action.kpis[0].name == advice.measure
    assert (action.chosen, action.recommendation, action.status) == (key, advice.id, "proposed")
    assert adopt(adopted, key, advice.id, new) is adopted


def test_advice_that_the_pattern_does_not_give_cannot_be_adopted() -> None:
    for chosen in (EXCHANGE, new_id()):
        with pytest.raises(NoSuchPlace):
            adopt(SAMPLE, chosen, "no-such-advice", new_id)


def test_a_dropped_pattern_is_gone_and_its_actions_stay() -> None:
    dropped = drop_pattern(SAMPLE, EXCHANGE)
    assert dropped.chosen(EXCHANGE) is None
    assert len(dropped.actions) == len(SAMPLE.actions)


def test_a_slide_is_settled_and_unsettled() -> None:
    hidden = settle_slide(SAMPLE, SlideChoice(slide="risks", on=False, title=text("Tre risker")))
    assert not slide_choice(hidden, "risks").on
    assert slide_choice(hidden, "decisions") == SlideChoice(slide="decisions")
    assert settle_slide(hidden, SlideChoice(slide="risks")) == edits.put(SAMPLE, "storyline/slides", ())


def test_ids_are_random_and_of_128_bits() -> None:
    ids: set[Id] = {new_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(len(bytes.fromhex(each)) == 16 for each in ids)
