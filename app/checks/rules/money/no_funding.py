"""Money is asked for, and nobody says from where."""

from collections.abc import Iterator

from app.checks.example import DECISION
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import DECISIONS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Decision


def _find(decision: Decision, _: Look) -> Iterator[Hit]:
    if decision.amount and not decision.funding:
        yield Hit(f"decisions/{decision.id}/funding", values={"decision": decision.text})


RULE = Rule(
    id="money.no-funding",
    severity="warning",
    title=text("Finansiering saknas", "No funding"),
    says=text(
        "Det framgår inte var pengarna till ”{decision}” tas ifrån.",
        "The paper does not say where the money for “{decision}” comes from.",
    ),
    why=text(
        "Ett beslut om pengar utan finansiering återremitteras.",
        "A decision on money without funding is referred back.",
    ),
    source=PRACTICE,
    scope=DECISIONS,
    find=_find,
    fires={f"decisions/{DECISION}/funding": text()},
)
