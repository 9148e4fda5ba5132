"""A decision that does not say what happens without it."""

from collections.abc import Iterator

from app.checks.example import DECISION
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import DECISIONS
from app.checks.sources import GREEN_BOOK
from app.model.base import text
from app.model.project import Decision


def _find(decision: Decision, _: Look) -> Iterator[Hit]:
    if decision.text and not decision.consequence:
        yield Hit(f"decisions/{decision.id}/consequence", values={"decision": decision.text})


RULE = Rule(
    id="decision.no-consequence",
    severity="warning",
    title=text("Följden av att inte besluta saknas", "No consequence of not deciding"),
    says=text(
        "Underlaget säger inte vad som händer om ”{decision}” inte beslutas.",
        "The paper does not say what happens if “{decision}” is not decided.",
    ),
    why=text(
        "Att inte göra något är också ett alternativ, och styrelsen måste kunna väga det.",
        "Doing nothing is an alternative too, and the board must be able to weigh it.",
    ),
    source=GREEN_BOOK,
    scope=DECISIONS,
    find=_find,
    fires={f"decisions/{DECISION}/consequence": text()},
)
