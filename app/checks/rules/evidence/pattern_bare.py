"""A pattern that nothing of our own bears out."""

from collections.abc import Iterator

from app.checks.example import CHOSEN
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PATTERNS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import ChosenPattern


def _find(chosen: ChosenPattern, _: Look) -> Iterator[Hit]:
    if not chosen.evidence:
        yield Hit(f"patterns/{chosen.id}/evidence", values={"pattern": chosen.pattern.name})


RULE = Rule(
    id="evidence.pattern-bare",
    severity="warning",
    title=text("Mönster utan egna belägg", "Pattern without evidence of our own"),
    says=text(
        "Inget från den egna verksamheten visar att ”{pattern}” gäller här.",
        "Nothing from our own organisation shows that “{pattern}” applies here.",
    ),
    why=text(
        "Styrelsen känner verksamheten och tror på siffror därifrån mer än på en trend.",
        "The board knows the organisation and believes its figures more than a trend.",
    ),
    source=PRACTICE,
    scope=PATTERNS,
    find=_find,
    fires={f"patterns/{CHOSEN}/evidence": ()},
)
