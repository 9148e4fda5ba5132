"""Changes since the papers went out: each place as it was sent and as it is, in the report's own language."""

from app.compose import compose_report
from app.compose.report import Report
from app.model.base import Lang, text
from app.model.project import Project
from app.model.tables import Row, Table
from app.project import edits
from app.project.earlier import Earlier
from tests.compose.test_since import edition
from tests.sample import TODAY, sample_project


def report(now: Project, lang: Lang = "sv", then: Project | None = None) -> Report:
    earlier = Earlier(edition(kind="sent"), then or sample_project())
    return compose_report(now, lang=lang, today=TODAY, kind="changes", earlier=earlier)


def rows(told: Report) -> list[Row]:
    return [row for part in told.sections for block in part.blocks if isinstance(block, Table) for row in block.rows]


def answered(sv: str, en: str) -> Project:
    return edits.put(sample_project(), "matter/answer", text(sv, en))


def test_what_was_sent_stands_beside_what_stands_now_with_the_words_that_differ_in_bold() -> None:
    then, now = answered("Vi föreslår två steg till 2030", "x"), answered("Vi föreslår tre steg till 2030", "x")
    told = report(now, then=then)
    group, changed = rows(told)
    assert (group.kind, group.cells[0].text.plain) == ("group", "Texter")
    assert changed.id == "matter/answer"
    bold = [[span.text.strip() for span in cell.text.spans if span.bold] for cell in changed.cells[1:]]
    assert bold == [["två"], ["tre"]]
    assert told.lead.plain.startswith("Sedan handlingarna skickades till kommunstyrelsen den 9\xa0mars")
    assert "en uppgift ändrats" in told.lead.plain


def test_a_text_that_changed_in_the_other_language_alone_is_not_told() -> None:
    then, now = answered("Vi föreslår två steg", "We propose two steps"), answered("Vi föreslår två steg", "Two steps")
    assert rows(report(now, "sv", then)) == []
    assert rows(report(now, "en", then))[1].cells[2].text.plain == "Two steps"


def test_nothing_changed_is_said_and_so_is_nothing_sent() -> None:
    same = report(sample_project())
    assert same.sections == ()
    assert "ingenting" in same.lead.plain
    unsent = compose_report(sample_project(), lang="en", today=TODAY, kind="changes")
    assert unsent.lead.plain.startswith("No version has been sent to a meeting")


def test_how_the_deck_is_arranged_is_no_change_to_its_readers() -> None:
    now = edits.put(sample_project(), "storyline/audience", "audit")
    assert rows(report(now)) == []
