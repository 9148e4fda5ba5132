"""A score without a reason."""

from collections.abc import Iterator
from typing import Final

from app.checks.example import CHOSEN
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PATTERNS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import ChosenPattern, Score

_SCALES: Final = ("relevance", "readiness", "target")


def _find(chosen: ChosenPattern, _: Look) -> Iterator[Hit]:
    for scale in _SCALES:
        score: Score = getattr(chosen.assessment, scale)
        if score.step is not None and not score.reason:
            path = f"patterns/{chosen.id}/assessment/{scale}/reason"
            yield Hit(path, values={"pattern": chosen.pattern.name, "step": score.step})


RULE = Rule(
    id="evidence.score-no-reason",
    severity="note",
    title=text("Skattning utan motivering", "Score without a reason"),
    says=text(
        "Skattningen {step} av 5 för ”{pattern}” har ingen motivering.",
        "The score {step} of 5 for “{pattern}” has no reason.",
    ),
    why=text(
        "Två personer ska kunna förstå varför det blev just den siffran.",
        "Two people should be able to see why it came to that number.",
    ),
    source=PRACTICE,
    scope=PATTERNS,
    find=_find,
    fires={f"patterns/{CHOSEN}/assessment/target/reason": text()},
)
