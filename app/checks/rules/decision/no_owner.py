"""A decision that nobody carries out."""

from collections.abc import Iterator

from app.checks.example import DECISION
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import DECISIONS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Decision


def _find(decision: Decision, _: Look) -> Iterator[Hit]:
    if decision.text and not decision.owner.strip():
        yield Hit(f"decisions/{decision.id}/owner", values={"decision": decision.text})


RULE = Rule(
    id="decision.no-owner",
    severity="warning",
    title=text("Beslut utan ansvarig", "Decision without an owner"),
    says=text(
        "Ingen ansvarar för att ”{decision}” blir gjort.", "Nobody is responsible for carrying out “{decision}”."
    ),
    why=text(
        "Efter mötet ska det stå klart vem som verkställer och vem som svarar på frågor.",
        "After the meeting it must be clear who carries it out and who answers questions.",
    ),
    source=PRACTICE,
    scope=DECISIONS,
    find=_find,
    fires={f"decisions/{DECISION}/owner": ""},
)
