"""After every edit the checker finds what a fresh one does, though it looks only at what the edit touched."""

from datetime import date
from random import Random

from app.checks import Finding
from app.library import load_packs
from app.services.checks import check, checker_of
from app.services.export import Choices
from app.services.starters import start
from tests.bench.projects import numbered_ids
from tests.edits_drawn import drawn_edits, edited

DAY = date(2027, 1, 11)


def said(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(finding.rule.id, finding.field, finding.told("en")) for finding in findings]


def test_checking_after_edits_finds_what_checking_anew_does() -> None:
    project = start("municipality", "sv", DAY, load_packs(), numbered_ids())
    choices = Choices("sv", DAY)
    checker = checker_of(project, choices)
    for edit in drawn_edits(project, Random(8), 25):
        project = edited(project, [edit])
        assert said(checker.check(project)) == said(check(project, {}, choices)), edit.path
