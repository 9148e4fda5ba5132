"""Nothing is asked of the body."""

from collections.abc import Iterator

from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Project


def _find(project: Project, _: Look) -> Iterator[Hit]:
    if not any(decision.text for decision in project.decisions):
        yield Hit("decisions")


RULE = Rule(
    id="decision.no-ask",
    severity="error",
    title=text("Inget beslut föreslås", "No decision is proposed"),
    says=text(
        "Underlaget säger inte vad som ska beslutas. Skriv minst ett förslag till beslut.",
        "The paper does not say what is to be decided. Write at least one proposed decision.",
    ),
    why=text(
        "Den som läser vill på första raden veta varför ärendet ligger på bordet. Utan förslag blir det information.",
        "Readers want to know in the first line why the item is there. Without a proposal it is only information.",
    ),
    source=PRACTICE,
    scope=PROJECT,
    find=_find,
    reads=("decisions",),
    fires={"decisions": ()},
)
