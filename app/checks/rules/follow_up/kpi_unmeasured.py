"""A KPI of an action under way that nobody has measured."""

from collections.abc import Iterator
from datetime import date

from app.checks.example import FIRST, KPI
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import ACTIONS
from app.checks.sources import BENEFITS
from app.model.base import text
from app.model.project import Action


def _find(action: Action, _: Look) -> Iterator[Hit]:
    for kpi in action.kpis if action.status in ("ongoing", "done") else ():
        if not kpi.values:
            values = {"kpi": kpi.name, "action": action.title}
            yield Hit(f"actions/{action.id}/kpis/{kpi.id}/values", values=values)


RULE = Rule(
    id="follow-up.kpi-unmeasured",
    severity="warning",
    title=text("Nyckeltal som inte har mätts", "KPI that was not measured"),
    says=text(
        "”{action}” har börjat, men nyckeltalet ”{kpi}” har inget mätvärde.",
        "“{action}” has begun, but the KPI “{kpi}” has no measured value.",
    ),
    why=text(
        "Nyttan som utlovades går bara att visa om den mäts.",
        "The benefit that was promised can only be shown if it is measured.",
    ),
    source=BENEFITS,
    scope=ACTIONS,
    find=_find,
    fires={f"actions/{FIRST}/status": "ongoing"},
    silent={
        f"actions/{FIRST}/status": "ongoing",
        f"actions/{FIRST}/kpis/{KPI}/values": ({"on": date(2027, 5, 31), "value": 7},),
    },
)
