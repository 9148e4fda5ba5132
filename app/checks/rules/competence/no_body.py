"""Decisions that nobody is asked to take."""

from collections.abc import Iterator

from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Project


def _find(project: Project, _: Look) -> Iterator[Hit]:
    if project.decisions and not any(meeting.decides for meeting in project.matter.route):
        yield Hit("matter/route")


RULE = Rule(
    id="competence.no-body",
    severity="error",
    title=text("Ingen instans beslutar", "No body decides"),
    says=text(
        "Beslut föreslås, men inget möte på ärendets väg fattar beslut.",
        "Decisions are proposed, but no meeting on the way takes decisions.",
    ),
    why=text(
        "Underlaget måste säga vem som har rätt att besluta och när det sker.",
        "The paper must say who may decide and when it is done.",
    ),
    source=PRACTICE,
    scope=PROJECT,
    find=_find,
    reads=("decisions", "matter"),
    fires={"matter/route": ()},
)
