"""A target that is lower than where we stand."""

from collections.abc import Iterator

from app.checks.example import CHOSEN
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PATTERNS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import ChosenPattern


def _find(chosen: ChosenPattern, _: Look) -> Iterator[Hit]:
    today, target = chosen.assessment.readiness.step, chosen.assessment.target.step
    if today is not None and target is not None and target < today:
        values = {"pattern": chosen.pattern.name, "target": target, "today": today}
        yield Hit(f"patterns/{chosen.id}/assessment/target/step", values=values)


RULE = Rule(
    id="evidence.target-below-today",
    severity="warning",
    title=text("Målet är lägre än läget i dag", "Target below where we stand"),
    says=text(
        "Målet för ”{pattern}” är {target}, men mognaden i dag är redan {today}.",
        "The target for “{pattern}” is {target}, but readiness today is {today} already.",
    ),
    why=text(
        "Ett sänkt mål behöver förklaras, annars läses det som ett skrivfel.",
        "A lowered target needs explaining, or it is read as a slip.",
    ),
    source=PRACTICE,
    scope=PATTERNS,
    find=_find,
    fires={f"patterns/{CHOSEN}/assessment/target/step": 1},
)
