"""An action without a day."""

from collections.abc import Iterator

from app.checks.example import FIRST
from app.checks.rule import Hit, Look, Rule
from app.checks.said import is_pending
from app.checks.scopes import ACTIONS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Action


def _find(action: Action, _: Look) -> Iterator[Hit]:
    if action.due is None and is_pending(action):
        yield Hit(f"actions/{action.id}/due", values={"action": action.title})


RULE = Rule(
    id="action.no-due",
    severity="warning",
    title=text("Åtgärd utan slutdatum", "Action without a due date"),
    says=text(
        "Det framgår inte när ”{action}” ska vara klar.", "The paper does not say when “{action}” is to be done."
    ),
    why=text("Det som inte har något datum hamnar sist.", "What has no date comes last."),
    source=PRACTICE,
    scope=ACTIONS,
    find=_find,
    fires={f"actions/{FIRST}/due": None},
    silent={f"actions/{FIRST}/due": None, f"actions/{FIRST}/status": "stopped"},
)
