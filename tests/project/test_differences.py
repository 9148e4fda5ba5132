"""What differs is told field by field, in the words of the forms."""

from datetime import date
from decimal import Decimal

import pytest

from app.model.base import LANGS, Lang, text
from app.model.mentions import mention
from app.model.project import Figure, Project
from app.project import edits
from app.project.differences import differences, word_difference, words_apart
from tests.sample import sample_project

SAMPLE = sample_project()


@pytest.fixture
def chosen() -> str:
    return f"patterns/{SAMPLE.patterns[0].id}"


@pytest.fixture
def action() -> str:
    return f"actions/{SAMPLE.actions[0].id}"


def told(after: Project, lang: Lang = "sv") -> list[tuple[str, str, str]]:
    return [(each.kind, each.where, each.field) for each in differences(SAMPLE, after, lang)]


def test_fields_are_called_as_in_the_forms(chosen: str, action: str) -> None:
    after = edits.put(SAMPLE, f"{chosen}/meaning", text("Nytt"))
    after = edits.put(after, f"{chosen}/assessment/readiness/reason", text("Därför"))
    after = edits.put(after, f"{action}/status", "stopped")
    after = edits.put_draft(after, f"{action}/due", "31 feb")
    after = edits.put(after, "organisation/kind", "region")
    found = differences(SAMPLE, after, "sv")
    assert [each.field for each in found] == ["Slag", "Vår analys", "Skäl till mognaden", "Klar senast", "Status"]
    assert [each.after for each in found] == ["Region", "Nytt", "Därför", "31 feb", "Stoppad"]
    assert {each.where for each in found if each.path.startswith("actions/")} == {
        "Inventera dagens stöd för tjänstebyte"
    }


def test_a_field_is_named_although_a_pattern_has_a_part_of_that_name(action: str) -> None:
    assert [each.field for each in differences(SAMPLE, edits.put(SAMPLE, f"{action}/owner", "Ny"), "sv")] == [
        "Ansvarig"
    ]


def test_members_are_told_as_a_whole(action: str) -> None:
    gone = edits.remove(SAMPLE, action)
    assert ("removed", "Inventera dagens stöd för tjänstebyte", "Åtgärder") in told(gone)
    assert ("moved", "Åtgärder", "") in told(edits.move(SAMPLE, "actions", SAMPLE.actions[1].id, 0))


def test_a_text_is_shown_in_the_language_that_changed() -> None:
    (found,) = differences(SAMPLE, edits.put(SAMPLE, "matter/title/sv", "Ny rubrik"), "en")
    assert (found.where, found.field, found.after) == ("Matter", "Title of the matter", "Ny rubrik")


def test_every_field_of_a_whole_project_has_a_name() -> None:
    empty = Project(id=SAMPLE.id, created=date(2026, 1, 1), language=SAMPLE.language)
    for lang in LANGS:
        found = differences(empty, SAMPLE, lang)
        assert len(found) > 20
        assert [each.path for each in found if not each.where or not each.after] == []


def test_words_that_went_and_came_are_marked() -> None:
    before, after = word_difference("en gammal plan", "en ny <plan>", "#f00", "#0f0")
    assert before == 'en <span style="background:#f00;text-decoration:line-through">gammal plan </span>'
    assert "ny &lt;plan&gt;" in after
    assert word_difference("", "", "#f00", "#0f0") == ("", "")


def test_of_two_texts_neither_is_the_older() -> None:
    assert words_apart("Vi väntar ett år", "Vi väntar två år", "#fff") == (
        'Vi väntar <span style="background:#fff;text-decoration:underline">ett </span>år ',
        'Vi väntar <span style="background:#fff;text-decoration:underline">två </span>år ',
    )


def test_a_text_that_mentions_a_figure_says_what_it_was_and_what_it_is() -> None:
    figure = Figure(id="f" * 32, label=text("Samtal"), value=Decimal(4_100), unit=text("samtal"))
    before = edits.put(sample_project(), "matter/answer", text(f"Vi får {mention(figure.id)}"))
    before = before.model_copy(update={"figures": (figure,)})
    after = edits.put(before, "matter/answer", text(f"Nu får vi {mention(figure.id)}"))
    after = edits.put(after, f"figures/{figure.id}/value", Decimal(38))
    found = {one.path: (one.before, one.after) for one in differences(before, after, "sv")}
    assert found["matter/answer"] == ("Vi får 4\u00a0100\u00a0samtal", "Nu får vi 38\u00a0samtal")
