"""Since the last meeting: what changed is told by importance, with its balance; what did not change is not."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from app.compose import Composer, compose_report
from app.compose.report import Report
from app.compose.storyline import Slide
from app.model.base import LANGS, Lang, text
from app.model.editions import Edition, EditionKind
from app.model.graphics import Balance
from app.model.project import Action, DatedValue, Kpi, Outcome, Project
from app.model.report_kind import ReportKind
from app.model.tables import Row, Table
from app.project import edits
from app.project.earlier import Earlier
from tests.sample import KS, RISKS, TODAY, sample_project
from tests.sample_actions import EXCHANGE, LAYER, key

#: The day of the meeting before.
MARCH = date(2027, 3, 9)


def edition(number: int = 1, kind: EditionKind = "presented", on: date = MARCH) -> Edition:
    return Edition(
        id=key(0xE00 + number), kind=kind, meeting=KS, body=text("Kommunstyrelsen", "Executive Board"), on=on, kept=on,
        program="1", lang="sv", content=f"{number:064x}",
    )  # fmt: skip


def composer(now: Project, then: Project | None = None, lang: Lang = "sv") -> Composer:
    return Composer(now, lang=lang, today=TODAY, earlier=Earlier(edition(), then or sample_project()))


def slide(now: Project, then: Project | None = None, lang: Lang = "sv") -> Slide:
    return composer(now, then, lang).slide("since")


def rows(now: Project, then: Project | None = None) -> list[tuple[str, ...]]:
    """The cells' texts, theme by theme."""
    table = next(block for block in slide(now, then).blocks if isinstance(block, Table))
    return [_texts(row) for row in table.rows]


def news(now: Project, then: Project | None = None) -> list[tuple[str, ...]]:
    """The rows of what is not as it was."""
    return [row for row in rows(now, then) if row[-1] != "Oförändrat"]


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell.text.plain.replace("\u00a0", " ") for cell in row.cells)


def changed(path: str, value: object) -> Project:
    return edits.put(sample_project(), path, value)


def with_kpi(*values: DatedValue) -> Project:
    """The sample with one KPI, from 0 to 100 and so measured."""
    kpi = Kpi(id=key(0x901), name=text("Mått", "Measure"), baseline=Decimal(0), target=Decimal(100), values=values)
    return changed(f"actions/{LAYER}/kpis", (kpi,))


def action(number: int) -> Action:
    return Action(id=key(0xA00 + number), title=text(f"Åtgärd {number}"), status="planned")


def test_without_an_edition_there_is_no_such_slide() -> None:
    assert not Composer(sample_project(), lang="sv", today=TODAY).has("since")


def test_where_nothing_has_changed_there_is_no_such_slide() -> None:
    assert not composer(sample_project()).has("since")


def test_a_text_that_was_reworded_is_no_news_to_a_board() -> None:
    assert not composer(changed("matter/answer/sv", "Något helt annat")).has("since")


def test_it_stands_right_after_what_is_asked() -> None:
    order = composer(changed(f"actions/{LAYER}/status", "done")).order
    assert order.index("since") == order.index("decisions") + 1


def test_a_done_action_is_told_with_where_it_stood() -> None:
    name = next(one for one in sample_project().actions if one.id == LAYER).title.said("sv").text
    (row,) = news(changed(f"actions/{LAYER}/status", "done"), changed(f"actions/{LAYER}/status", "ongoing"))
    assert row == ("Åtgärd", name, "Pågår", "Klar", "↑", "Bättre")


def test_a_later_day_is_told_in_days() -> None:
    now, then = (changed(f"actions/{LAYER}/due", day) for day in (date(2028, 1, 31), date(2028, 1, 1)))
    (row,) = news(now, then)
    assert row[2:] == ("1 jan. 2028", "31 jan. 2028", "30 dagar senare", "Sämre")


def test_a_day_that_passed_since_is_late_though_nothing_was_written() -> None:
    due = changed(f"actions/{LAYER}/due", date(2027, 5, 2))
    (row,) = news(due, due)
    assert row[2:] == ("2 maj 2027", "Försenad", "30 dagar över tiden", "Sämre")


def test_a_decision_is_told_with_its_outcome_and_minutes() -> None:
    project = sample_project()
    decided = Outcome(kind="approved", on=MARCH, minutes="§ 12")
    (row,) = news(edits.put(project, f"decisions/{project.decisions[0].id}/outcome", decided))
    assert (row[0], *row[2:]) == ("Beslut", "Begärt", "Bifall, § 12", "", "Beslutat")


def test_what_was_decided_is_told_in_the_next_quarters_project_too() -> None:
    project = sample_project()
    first, *rest = project.decisions
    decided = edits.put(project, f"decisions/{first.id}/outcome", Outcome(kind="approved"))
    (row,) = news(project.model_copy(update={"decisions": tuple(rest)}), decided)
    assert (row[1], *row[2:4]) == (first.text.said("sv").text.replace("**", ""), "Begärt", "Bifall")


@pytest.mark.parametrize(
    ("value", "movement", "verdict"), [("60", "↑ 10", "Bättre"), ("45", "↓ 5", "Sämre"), ("50", "→", "Oförändrat")]
)
def test_a_kpi_is_told_by_its_latest_values(value: str, movement: str, verdict: str) -> None:
    before = DatedValue(on=date(2027, 3, 1), value=Decimal(50))
    after = DatedValue(on=date(2027, 5, 31), value=Decimal(value))
    then, now = with_kpi(before), edits.put(with_kpi(before, after), f"actions/{LAYER}/status", "done")
    row = next(row for row in rows(now, then) if row[0] == "Nyckeltal")
    assert row == ("Nyckeltal", "Mått", "50", value, movement, verdict)


def test_a_high_risk_that_stays_so_is_told_as_unchanged() -> None:
    high = edits.put(changed(f"risks/{RISKS[0]}/likelihood", 5), f"risks/{RISKS[0]}/consequence", 5)
    now = edits.put(high, f"risks/{RISKS[1]}/likelihood", 1)
    told = {row[1]: row[2:] for row in rows(now, high) if row[0] == "Risk"}
    name = next(risk for risk in high.risks if risk.id == RISKS[0]).title.said("sv").text
    assert told[name] == ("25", "25", "→", "Oförändrat")


def test_patterns_that_came_and_went_and_a_step_of_readiness() -> None:
    project = sample_project()
    fewer = project.model_copy(update={"patterns": project.patterns[:-1]})
    assert [row[0::2] for row in rows(fewer, project) if row[0] == "Mönster"] == [("Mönster", "Med i planen", "")]
    assert [row[-1] for row in news(project, fewer)] == ["Ny"]
    (row,) = news(changed(f"patterns/{EXCHANGE}/assessment/readiness/step", 2))
    assert (row[0], *row[2:]) == ("Skattning", "1", "2", "↑ 1", "Bättre")


def title(now: Project, lang: Lang = "sv") -> str:
    return slide(now, lang=lang).title.plain.replace("\u00a0", " ")


def test_the_title_says_the_balance() -> None:
    better = changed(f"patterns/{EXCHANGE}/assessment/readiness/step", 2)
    assert title(better) == "Sedan den 9 mars har en punkt blivit bättre och ingen sämre"
    worse = edits.put(better, f"actions/{LAYER}/status", "stopped")
    assert title(worse).startswith("Sedan den 9 mars har en punkt blivit bättre och en sämre; kostnaden är ")
    assert title(better, "en") == "Since 9 March, one item improved and none worsened"


@pytest.mark.parametrize("lang", LANGS)
def test_the_bar_counts_every_row(lang: Lang) -> None:
    project = sample_project()
    now = project.model_copy(update={"actions": (*project.actions, *map(action, range(30)))})
    balance, table = slide(now, lang=lang).blocks
    assert isinstance(balance, Balance)
    assert isinstance(table, Table)
    assert [part.count for part in balance.parts if part.course == "new"] == [30]
    assert sum(part.count for part in balance.parts) == len(table.rows)


def test_among_many_changes_each_theme_is_seen_first() -> None:
    many = changed(f"patterns/{EXCHANGE}/assessment/readiness/step", 2)
    now = many.model_copy(update={"actions": (*many.actions, *map(action, range(30)))})
    assert {row[0] for row in rows(now)[:9]} == {"Åtgärd", "Risk", "Skattning"}


def test_what_a_composer_takes_over_changes_nothing() -> None:
    earlier, first_state = Earlier(edition(), sample_project()), changed(f"actions/{LAYER}/status", "done")
    first = Composer(first_state, lang="sv", today=TODAY, earlier=earlier)
    assert first.slide("since")
    edited: list[Callable[[Project], Project]] = [
        lambda one: edits.put(one, f"actions/{LAYER}/status", "stopped"),
        lambda one: edits.put(one, f"risks/{RISKS[0]}/likelihood", 1),
        lambda one: one.model_copy(update={"decisions": one.decisions[1:]}),
        lambda one: one.model_copy(update={"patterns": one.patterns[1:]}),
    ]
    for edit in edited:
        now = edit(first.project)
        later, anew = (Composer(now, lang="sv", today=TODAY, earlier=earlier) for _ in range(2))
        later.take_over(first)
        assert later.slide("since") == anew.slide("since")
        first = later


# --- the report


def report(kind: ReportKind, now: Project) -> Report:
    earlier = Earlier(edition(), sample_project())
    return compose_report(now, lang="sv", today=TODAY, kind=kind, earlier=earlier)


@pytest.mark.parametrize("kind", ["memo", "full"])
def test_a_report_has_a_chapter_of_it_under_the_slides_message(kind: ReportKind) -> None:
    now = edits.put(changed(f"actions/{LAYER}/status", "done"), f"patterns/{EXCHANGE}/assessment/readiness/step", 2)
    section = next(one for one in report(kind, now).sections if one.id == "storyline/since")
    assert section.claim == slide(now).title
    table = next(block for block in section.blocks if isinstance(block, Table))
    themes = [row.cells[0].text.plain for row in table.rows if row.kind == "group"]
    assert themes == ["Åtgärd", "Risk", "Skattning"]


def test_a_brief_tells_the_most_important_of_it_and_lets_it_go_first() -> None:
    project = sample_project()
    brief = report("brief", project.model_copy(update={"actions": (*project.actions, *map(action, range(30)))}))
    section = next(one for one in brief.sections if one.id == "storyline/since")
    assert [len(block.rows) for block in section.blocks if isinstance(block, Table)] == [5]
    assert brief.gives_way[0] == "storyline/since"


@pytest.mark.parametrize("kind", ["memo", "full", "brief"])
def test_without_an_edition_no_report_speaks_of_one(kind: ReportKind) -> None:
    told = compose_report(sample_project(), lang="sv", today=TODAY, kind=kind)
    assert "storyline/since" not in [section.id for section in told.sections]
