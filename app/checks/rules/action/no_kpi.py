"""An action of which nobody will know whether it worked."""

from collections.abc import Iterator

from app.checks.example import SECOND
from app.checks.rule import Hit, Look, Rule
from app.checks.said import is_pending
from app.checks.scopes import ACTIONS
from app.checks.sources import BENEFITS
from app.model.base import text
from app.model.project import Action


def _find(action: Action, _: Look) -> Iterator[Hit]:
    if is_pending(action) and not action.kpis:
        yield Hit(f"actions/{action.id}/kpis", values={"action": action.title})


RULE = Rule(
    id="action.no-kpi",
    severity="warning",
    title=text("Åtgärd utan nyckeltal", "Action without a KPI"),
    says=text("Inget nyckeltal visar om ”{action}” har gett något.", "No KPI shows whether “{action}” has worked."),
    why=text(
        "Nytta är en förändring som går att mäta. Utan mått styrs det efter tid och kostnad i stället.",
        "A benefit is a change that can be measured. Without a measure, time and cost are steered by instead.",
    ),
    source=BENEFITS,
    scope=ACTIONS,
    find=_find,
    fires={f"actions/{SECOND}/kpis": ()},
)
