"""The full report: every chapter that the project has something for, numbered."""

from itertools import count

from app.compose import compose_report
from app.library import load_packs
from app.model.tables import Table
from app.project.choices import choose_pattern, new_project
from app.project.ids import new_id
from tests.sample import TODAY, empty_project, sample_project


def test_chapters_stand_in_their_order_and_nothing_is_said_twice() -> None:
    report = compose_report(sample_project(), lang="en", today=TODAY, kind="full")
    chapters = [section.heading.plain for section in report.sections if section.level == 1]
    assert chapters == [
        "Summary", "Situation", "Patterns", "Road", "Options", "Economy", "Risks", "Responsibility", "Follow-up",
        "Questions and answers", "Calculation", "Method", "Glossary", "Sources",
    ]  # fmt: skip
    ids = [block.id for section in report.sections[:2] for block in section.blocks]
    assert len(ids) == len(set(ids))


def test_kpis_stand_as_a_table_with_their_owners() -> None:
    report = compose_report(sample_project(), lang="sv", today=TODAY, kind="full")
    chapter = next(section for section in report.sections if section.heading.plain == "Uppföljning")
    (table,) = (block for block in chapter.blocks if isinstance(block, Table))
    assert all(row.cells[0].below for row in table.rows)


def test_questions_stand_under_those_who_ask_them() -> None:
    pack = next(pack for pack in load_packs() if pack.id == "disintegration")
    project = choose_pattern(empty_project(), pack.id, pack.version, pack.patterns[-1], new_id)
    report = compose_report(project, lang="sv", today=TODAY, kind="full")
    asked = [section for section in report.sections if section.id.startswith("patterns/questions")]
    assert [section.claim.plain for section in asked[1:]] == ["Ordföranden", "Ekonomi", "Revision", "Politiker"]
    assert all(section.blocks for section in asked[1:])


def test_an_empty_project_has_no_chapters() -> None:
    assert compose_report(empty_project(), lang="sv", today=TODAY, kind="full").sections == ()


def test_a_new_project_weighs_nothing_against_as_today() -> None:
    ids = count()
    fresh = new_project(TODAY, "sv", lambda: f"{next(ids):032x}")
    for kind in ("full", "memo", "brief"):
        report = compose_report(fresh, lang="sv", today=TODAY, kind=kind)
        assert [block for section in report.sections for block in section.blocks if block.id == "alternatives"] == []
