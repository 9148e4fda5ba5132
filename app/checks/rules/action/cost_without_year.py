"""A row of a calculation without an amount in any year."""

from collections.abc import Iterator

from app.checks.example import SECOND, SECOND_COST
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import ACTIONS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Action


def _find(action: Action, _: Look) -> Iterator[Hit]:
    for line in action.lines:
        if not line.amounts and action.status != "stopped":
            values = {"line": line.what, "action": action.title}
            yield Hit(f"actions/{action.id}/lines/{line.id}/amounts", values=values)


RULE = Rule(
    id="action.cost-without-year",
    severity="warning",
    title=text("Rad i kalkylen utan belopp", "Row of the calculation without an amount"),
    says=text(
        "Raden ”{line}” i ”{action}” har inget belopp något år.",
        "The row “{line}” of “{action}” has no amount in any year.",
    ),
    why=text(
        "En rad utan belopp räknas som noll och gör summan för låg.",
        "A row without an amount counts as nothing and makes the sum too low.",
    ),
    source=PRACTICE,
    scope=ACTIONS,
    find=_find,
    fires={f"actions/{SECOND}/lines/{SECOND_COST}/amounts": {}},
)
