"""A decision without a day by which it is carried out."""

from collections.abc import Iterator

from app.checks.example import DECISION
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import DECISIONS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Decision


def _find(decision: Decision, _: Look) -> Iterator[Hit]:
    if decision.text and decision.due is None:
        yield Hit(f"decisions/{decision.id}/due", values={"decision": decision.text})


RULE = Rule(
    id="decision.no-date",
    severity="warning",
    title=text("Beslut utan datum", "Decision without a date"),
    says=text(
        "Det framgår inte när ”{decision}” ska vara genomfört.",
        "The paper does not say by when “{decision}” is to be carried out.",
    ),
    why=text("Utan datum går det inte att följa upp beslutet.", "Without a date the decision cannot be followed up."),
    source=PRACTICE,
    scope=DECISIONS,
    find=_find,
    fires={f"decisions/{DECISION}/due": None},
)
