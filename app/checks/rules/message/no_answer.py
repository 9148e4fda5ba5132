"""The material has no answer."""

from collections.abc import Iterator

from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import BOARD_INTELLIGENCE
from app.model.base import text
from app.model.project import Project


def _find(project: Project, _: Look) -> Iterator[Hit]:
    if not project.matter.answer:
        yield Hit("matter/answer")


RULE = Rule(
    id="message.no-answer",
    severity="error",
    title=text("Svaret saknas", "The answer is missing"),
    says=text(
        "Underlaget säger inte i en mening vad som föreslås och vad det ger.",
        "The paper does not say in one sentence what is proposed and what it gives.",
    ),
    why=text(
        "Nästan hälften av ett genomsnittligt underlag läses aldrig. Det viktigaste måste stå först.",
        "Almost half of an average pack goes unread. What matters most must come first.",
    ),
    source=BOARD_INTELLIGENCE,
    scope=PROJECT,
    find=_find,
    reads=("matter",),
    fires={"matter/answer": text()},
)
