"""A starter is a project as a CIO would hand it in: complete, dated from today, and adding up."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Protocol, cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from app.files.errors import UserError
from app.language.format import NBSP, format_money
from app.library import load_packs
from app.model.base import LANGS, Id, Lang, Text
from app.model.money import CostKind
from app.model.pattern import Pack
from app.model.project import Project
from app.model.totals import ZERO, project_totals, totals
from app.resources import template
from app.services.starters import STARTERS, Starter, counted_day, start

TODAY = date(2027, 6, 1)
FILLED = tuple(name for name in STARTERS if template("starters", f"{name}.yaml").exists())
filled = pytest.mark.parametrize("name", FILLED)
#: Far enough back and ahead, with the ends of years and of February.
DAYS = st.dates(date(2020, 1, 1), date(2080, 12, 31))
#: Amounts of money in a sentence: "23,3 mkr", "SEK 23.3m".
MONEY = re.compile(r"\d+(?:,\d+)? mkr|SEK \d+(?:\.\d+)?m")


@cache
def packs() -> tuple[Pack, ...]:
    return load_packs()


def made(name: Starter, today: date = TODAY, lang: Lang = "sv") -> Project:
    numbers = iter(range(1, 10_000))
    return start(name, lang, today, packs(), lambda: f"{next(numbers):032x}")


@cache
def usual(name: Starter) -> Project:
    return made(name)


def parts(value: object) -> Iterator[object]:
    """The value and all that lies within it."""
    yield value
    if isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from parts(getattr(value, field))
    elif isinstance(value, Mapping | tuple):
        held = cast(Mapping[object, object] | tuple[object, ...], value)
        for inner in held.values() if isinstance(held, Mapping) else held:
            yield from parts(inner)


def test_the_municipality_and_the_company_are_filled_in() -> None:
    assert {"municipality", "company"} <= set(FILLED)


@given(DAYS)
@settings(max_examples=5)
@example(date(2027, 12, 31))
@example(date(2028, 2, 29))
@example(date(2027, 1, 31))
@example(date(2027, 1, 1))
@pytest.mark.parametrize("name", STARTERS)
def test_can_be_made_on_any_day_with_its_dates_in_order(name: Starter, today: date) -> None:
    project = made(name, today)

    assert project.created == today
    days = [meeting.on for meeting in project.matter.route if meeting.on]
    assert all(day > today for day in days)
    assert all(earlier < later for earlier, later in pairwise(days))
    decided = max(days, default=today)
    by_id = {action.id: action for action in project.actions}
    for action in project.actions:
        assert action.start
        assert action.due
        assert action.start < action.due
        assert all(action.start <= stone.on <= action.due for stone in action.milestones if stone.on)
        assert all((by_id[key].due or date.max) < action.start for key in action.depends_on)
        if action.status in ("planned", "proposed"):
            assert action.start > decided
        assert action.status != "done" or action.due < today
        assert action.status != "ongoing" or action.start < today < action.due
    assert all(item.dated and item.dated <= today for chosen in project.patterns for item in chosen.evidence)
    assert all(figure.dated and figure.dated <= today for figure in project.figures)
    on = {meeting.id: meeting.on for meeting in project.matter.route}
    for decision in project.decisions:
        taken = on[decision.meeting] if decision.meeting else decided
        assert decision.due
        assert taken
        assert decision.due > taken


@filled
@given(DAYS)
@settings(max_examples=3)
@example(date(2027, 12, 31))
def test_leaves_no_place_unfilled(name: Starter, today: date) -> None:
    texts = (text for part in parts(made(name, today)) if isinstance(part, Text) for text in part.root.values())
    plain = (part for part in parts(made(name, today)) if isinstance(part, str))
    assert not [text for text in (*texts, *plain) if re.search(r"\{y|\$[a-z]", text)]


@filled
def test_speaks_both_languages_everywhere(name: Starter) -> None:
    written = [part for part in parts(usual(name)) if isinstance(part, Text) and part]
    assert len(written) > 100
    assert not [text for text in written if set(text.root) != set(LANGS)]


@filled
def test_names_owners_in_the_language_of_the_project(name: Starter) -> None:
    for lang in LANGS:
        project = made(name, lang=lang)
        owners = [owned.owner for owned in (*project.actions, *project.risks, *project.decisions)]
        assert all(owner and "{" not in owner for owner in owners)


def test_a_municipality_has_swedish_posts_in_swedish_and_english_ones_in_english() -> None:
    assert "Kommundirektör" in {action.owner for action in made("municipality", lang="sv").actions}
    assert "Chief Executive" in {action.owner for action in made("municipality", lang="en").actions}


class Identified(Protocol):
    """A record that has an id of its own."""

    @property
    def id(self) -> Id: ...


def ids(records: Iterable[Identified]) -> set[Id]:
    return {record.id for record in records}


@filled
def test_refers_only_to_what_is_there(name: Starter) -> None:
    project = usual(name)
    patterns, actions = ids(project.patterns), ids(project.actions)
    criteria, alternatives = ids(project.criteria), ids(project.alternatives)
    for action in project.actions:
        assert action.chosen is None or action.chosen in patterns
        assert set(action.depends_on) <= actions
        chosen = project.chosen(action.chosen or "")
        if action.recommendation:
            assert chosen
            assert chosen.pattern.recommendation(action.recommendation)
    assert all(set(alternative.scores) == criteria for alternative in project.alternatives)
    assert project.recommended in alternatives
    assert all(risk.action in {None, *actions} and risk.alternative in {None, *alternatives} for risk in project.risks)
    assert all(decision.meeting in {None, *ids(project.matter.route)} for decision in project.decisions)


@filled
def test_gives_every_record_an_id_of_its_own(name: Starter) -> None:
    found = [str(getattr(part, "id", "")) for part in parts(usual(name))]
    own = [key for key in found if re.fullmatch("[0-9a-f]{32}", key)]
    assert len(own) == len(set(own)) > 50


@filled
def test_assesses_every_pattern_with_reasons_and_evidence(name: Starter) -> None:
    chosen = usual(name).patterns
    assert len(chosen) >= 5
    for one in chosen:
        assert one.message
        assert one.meaning
        assert one.evidence
        assert all(item.value and item.statement and item.source for item in one.evidence)
        scores = (one.assessment.relevance, one.assessment.readiness, one.assessment.target)
        assert all(score.step and score.reason for score in scores)
        assert (one.assessment.target.step or 0) >= (one.assessment.readiness.step or 0)


@filled
def test_fills_in_every_action(name: Starter) -> None:
    project = usual(name)
    assert 8 <= len(project.actions) <= 10
    assert {"ongoing", "planned"} <= {action.status for action in project.actions}
    for action in project.actions:
        assert action.title
        assert action.what
        assert action.owner
        assert action.effort
        assert action.risk
        assert totals(action.lines).cost > 0
        assert all(kpi.baseline is not None and kpi.target is not None and kpi.target_date for kpi in action.kpis)
        assert action.kpis
        assert action.first_steps


@filled
def test_weighs_the_ways_with_the_cost_of_going_on_as_today(name: Starter) -> None:
    project = usual(name)
    today = [alternative for alternative in project.alternatives if alternative.as_today]
    assert len(today) == 1
    assert totals(today[0].lines).cost > 0
    assert 3 <= len(project.alternatives) <= 4
    for alternative in project.alternatives:
        assert alternative.description
        assert all(score.step for score in alternative.scores.values())
        assert all(0 < len(text) <= 40 for score in alternative.scores.values() for text in score.reason.root.values())


@filled
def test_names_for_every_risk_who_does_what_about_it(name: Starter) -> None:
    risks = usual(name).risks
    assert 6 <= len(risks) <= 8
    assert all(risk.likelihood and risk.consequence and risk.owner and risk.treatment for risk in risks)


@filled
def test_asks_for_decisions_that_can_be_taken(name: Starter) -> None:
    decisions = usual(name).decisions
    assert len(decisions) == 4
    for decision in decisions:
        assert decision.text
        assert decision.owner
        assert decision.due
        assert decision.consequence
        assert decision.funding or not decision.amount


@filled
@given(DAYS)
@settings(max_examples=3)
@example(date(2027, 12, 31))
def test_pays_back_within_the_years_that_are_calculated(name: Starter, today: date) -> None:
    assert project_totals(made(name, today)).payback_year is not None


def asked(project: Project, kind: CostKind) -> Decimal:
    return sum((point.amount or ZERO for point in project.decisions if point.amount_kind == kind), ZERO)


@filled
def test_asks_for_what_the_first_years_cost(name: Starter) -> None:
    project = usual(name)
    sums = project_totals(project)
    runs = [sums.years[first:end] for first in (0, 1) for end in range(first + 1, len(sums.years) + 1)]
    costs = [
        (sum((sums.running.get(y, ZERO) for y in run), ZERO), sum((sums.investment.get(y, ZERO) for y in run), ZERO))
        for run in runs
    ]
    assert (asked(project, "running"), asked(project, "investment")) in costs


@filled
@pytest.mark.parametrize("lang", LANGS)
def test_says_in_the_answer_what_the_calculation_says(name: Starter, lang: Lang) -> None:
    project = usual(name)
    sums = project_totals(project)
    answer = project.matter.answer.said(lang).text
    known = {
        format_money(amount, "SEK", "million", lang, decimals).replace(NBSP, " ")
        for amount in (sums.cost, sums.effect, sums.net_total, asked(project, "running") + asked(project, "investment"))
        for decimals in (0, 1)
    }
    told = set(MONEY.findall(answer))
    assert told
    assert told <= known
    ends = (sums.payback_year or 0) + (project.organisation.fiscal_year_starts > 1)
    assert str(ends) in answer


@pytest.mark.parametrize(
    ("today", "count", "unit", "snap", "expected"),
    [
        (date(2027, 1, 31), 1, "m", None, date(2027, 2, 28)),
        (date(2028, 2, 29), 1, "y", None, date(2029, 2, 28)),
        (date(2027, 11, 15), 3, "m", "first", date(2028, 2, 1)),
        (date(2027, 11, 15), 3, "m", "last", date(2028, 2, 29)),
        (date(2027, 3, 15), -3, "m", None, date(2026, 12, 15)),
        (date(2027, 6, 1), 2, "w", "wed", date(2027, 6, 16)),
        (date(2027, 6, 2), 2, "w", "wed", date(2027, 6, 16)),
        (date(2027, 12, 31), 1, "d", "mon", date(2028, 1, 3)),
    ],
)
def test_counts_days_from_today(today: date, count: int, unit: str, snap: str | None, expected: date) -> None:
    assert counted_day(today, count, unit, snap) == expected


def test_an_unknown_starter_is_refused_with_the_names_of_those_there_are() -> None:
    with pytest.raises(UserError) as refused:
        start("region", "sv", TODAY, packs(), lambda: "0" * 32)
    assert "municipality" in refused.value.told("sv")
    assert "region" in refused.value.told("sv")
