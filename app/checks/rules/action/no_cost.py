"""An action that costs nothing, it seems."""

from collections.abc import Iterator

from app.checks.example import SECOND, SECOND_COST
from app.checks.rule import Hit, Look, Rule
from app.checks.said import is_pending
from app.checks.scopes import ACTIONS
from app.checks.sources import BENEFITS
from app.model.base import text
from app.model.project import Action


def _find(action: Action, _: Look) -> Iterator[Hit]:
    if is_pending(action) and not any(line.sign == "cost" for line in action.lines):
        yield Hit(f"actions/{action.id}/lines", values={"action": action.title})


RULE = Rule(
    id="action.no-cost",
    severity="warning",
    title=text("Åtgärd utan kostnad", "Action without a cost"),
    says=text(
        "Det framgår inte vad ”{action}” kostar, inte ens i arbetstid.",
        "The paper does not say what “{action}” costs, not even in working time.",
    ),
    why=text(
        "Det som inte står i kalkylen betalas ändå, och då av någon annans budget.",
        "What is not in the calculation is paid for all the same, out of somebody else’s budget.",
    ),
    source=BENEFITS,
    scope=ACTIONS,
    find=_find,
    fires={f"actions/{SECOND}/lines": ()},
    silent={f"actions/{SECOND}/lines/{SECOND_COST}/amounts": {2028: 0}},
)
