"""No risk at all."""

from collections.abc import Iterator

from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Project


def _find(project: Project, _: Look) -> Iterator[Hit]:
    if project.decisions and project.actions and not project.risks:
        yield Hit("risks")


RULE = Rule(
    id="risk.none",
    severity="warning",
    title=text("Inga risker", "No risks"),
    says=text("Underlaget nämner ingen risk.", "The paper names no risk."),
    why=text(
        "Ett förslag utan risker ser ogenomtänkt ut, och frågan kommer ändå.",
        "A proposal without risks looks ill considered, and the question comes anyway.",
    ),
    source=PRACTICE,
    scope=PROJECT,
    find=_find,
    reads=("decisions", "actions", "risks"),
    fires={"risks": ()},
)
