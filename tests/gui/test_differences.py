"""What differs is told field by field, in the words of the forms."""

from datetime import date

import pytest

from app.gui.differences import differences, word_difference
from app.gui.interface import Interface
from app.model.base import text
from app.model.project import Project
from app.project import edits
from tests.sample import sample_project

SAMPLE = sample_project()


@pytest.fixture
def chosen() -> str:
    return f"patterns/{SAMPLE.patterns[0].id}"


@pytest.fixture
def action() -> str:
    return f"actions/{SAMPLE.actions[0].id}"


def told(after: Project, say: Interface) -> list[tuple[str, str, str]]:
    return [(each.kind, each.where, each.field) for each in differences(SAMPLE, after, say)]


def test_fields_are_called_as_in_the_forms(interface: Interface, chosen: str, action: str) -> None:
    after = edits.put(SAMPLE, f"{chosen}/meaning", text("Nytt"))
    after = edits.put(after, f"{chosen}/assessment/readiness/reason", text("Därför"))
    after = edits.put(after, f"{action}/status", "stopped")
    after = edits.put_draft(after, f"{action}/due", "31 feb")
    after = edits.put(after, "organisation/kind", "region")
    found = differences(SAMPLE, after, interface)
    assert [each.field for each in found] == ["Slag", "Vår analys", "Skäl till mognaden", "Klar senast", "Status"]
    assert [each.after for each in found] == ["Region", "Nytt", "Därför", "31 feb", "Stoppad"]
    assert {each.where for each in found if each.path.startswith("actions/")} == {
        "Inventera dagens stöd för tjänstebyte"
    }


def test_members_are_told_as_a_whole(interface: Interface, action: str) -> None:
    gone = edits.remove(SAMPLE, action)
    assert ("removed", "Inventera dagens stöd för tjänstebyte", "Åtgärder") in told(gone, interface)
    assert ("moved", "Åtgärder", "") in told(edits.move(SAMPLE, "actions", SAMPLE.actions[1].id, 0), interface)


def test_a_text_is_shown_in_the_language_that_changed(interface: Interface) -> None:
    interface.speak("en")
    (found,) = differences(SAMPLE, edits.put(SAMPLE, "matter/title/sv", "Ny rubrik"), interface)
    assert (found.where, found.field, found.after) == ("Matter", "Title of the matter", "Ny rubrik")


def test_every_field_of_a_whole_project_has_a_name(interface: Interface) -> None:
    empty = Project(id=SAMPLE.id, created=date(2026, 1, 1), language=SAMPLE.language)
    for lang in ("sv", "en"):
        interface.speak(lang)
        found = differences(empty, SAMPLE, interface)
        assert len(found) > 20
        assert [each.path for each in found if not each.where or not each.after] == []


def test_words_that_went_and_came_are_marked() -> None:
    before, after = word_difference("en gammal plan", "en ny <plan>", "#f00", "#0f0")
    assert before == 'en <span style="background:#f00;text-decoration:line-through">gammal plan </span>'
    assert "ny &lt;plan&gt;" in after
    assert word_difference("", "", "#f00", "#0f0") == ("", "")
