"""The status slide: every action then and now, what is late first, and which way it went in a word beside the arrow."""

from datetime import date

import pytest

from app.compose import Composer
from app.model.base import Lang
from app.model.project import Project
from app.model.tables import Table
from app.project import edits
from app.project.earlier import Earlier
from tests.compose.test_since import edition
from tests.sample import TODAY, sample_project
from tests.sample_actions import EXCHANGE, EXPAND, INVENTORY, LAYER


def composer(now: Project, lang: Lang = "sv") -> Composer:
    return Composer(now, lang=lang, today=TODAY, earlier=Earlier(edition(), sample_project()))


def later() -> Project:
    """The sample with an action done, one late, and a pattern we are readier for."""
    project = edits.put(sample_project(), f"actions/{INVENTORY}/status", "done")
    project = edits.put(project, f"actions/{LAYER}/due", date(2027, 5, 1))
    return edits.put(project, f"patterns/{EXCHANGE}/assessment/readiness/step", 2)


def rows(project: Project) -> list[tuple[str, ...]]:
    table = next(block for block in composer(project).slide("status").blocks if isinstance(block, Table))
    return [tuple(cell.text.plain.replace("\u00a0", " ") for cell in row.cells) for row in table.rows]


def test_what_is_late_comes_first_then_what_has_moved() -> None:
    told = rows(later())
    assert told[0] == ("Åtgärder",)
    assert told[1][-1] == "Försenad"
    assert told[2] == (
        "Inventera dagens stöd för tjänstebyte", "CIO", "Planerad", "↑ Klar", "15 okt. 2027", "Framåt"
    )  # fmt: skip
    assert {row[-1] for row in told[3:6]} == {"Oförändrat"}


def test_patterns_are_told_by_their_readiness() -> None:
    told = rows(later())
    at = told.index(("Mönster, mognad i steg 1–5",))
    assert told[at + 1][2:] == ("steg 1", "↑ steg 2", "", "Framåt")


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("sv", "Två av sex åtgärder är klara, och en är försenad"),
        ("en", "Two of six actions are done, and one is late"),
    ],
)
def test_the_title_says_how_many_are_done_and_late(lang: Lang, title: str) -> None:
    assert composer(later(), lang).slide("status").title.plain == title


def test_what_is_late_is_spoken_of_with_who_answers() -> None:
    notes = composer(later()).slide("status").notes
    assert notes is not None
    assert "svarar för vad som krävs" in notes.say[1].plain


def test_without_news_there_is_no_status_slide() -> None:
    assert not composer(sample_project()).has("status")


def test_ten_minutes_have_room_for_what_changed_and_the_status_waits_in_the_backup() -> None:
    now = edits.put(sample_project(), f"actions/{EXPAND}/status", "done")
    told = Composer(now, lang="sv", today=TODAY, audience="ten-minutes", earlier=Earlier(edition(), sample_project()))
    assert "since" in told.order
    assert "since" not in told.backup
    assert "status" in told.backup
