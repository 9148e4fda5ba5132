"""A KPI without a value today, a target or a day."""

from collections.abc import Iterator

from app.checks.example import FIRST, KPI
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import ACTIONS
from app.checks.sources import KPI_PRACTICE
from app.model.base import text
from app.model.project import Action


def _find(action: Action, _: Look) -> Iterator[Hit]:
    for kpi in action.kpis if action.status != "stopped" else ():
        empty = [name for name in ("baseline", "target", "target_date") if getattr(kpi, name) is None]
        if empty:
            values = {"kpi": kpi.name, "action": action.title}
            yield Hit(f"actions/{action.id}/kpis/{kpi.id}/{empty[0]}", values=values)


RULE = Rule(
    id="action.kpi-incomplete",
    severity="warning",
    title=text("Nyckeltal utan utgångsläge eller mål", "KPI without baseline or target"),
    says=text(
        "Nyckeltalet ”{kpi}” i ”{action}” saknar utgångsläge, mål eller måldatum.",
        "The KPI “{kpi}” of “{action}” lacks its baseline, target or target date.",
    ),
    why=text(
        "Utan utgångsläge och mål säger ett tal inte om det går åt rätt håll.",
        "Without baseline and target a number does not say whether things are going the right way.",
    ),
    source=KPI_PRACTICE,
    scope=ACTIONS,
    find=_find,
    fires={f"actions/{FIRST}/kpis/{KPI}/target": None},
)
