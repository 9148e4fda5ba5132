"""A KPI that was last measured long ago."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from app.checks.example import FIRST, KPI
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import ACTIONS
from app.checks.sources import KPI_PRACTICE
from app.model.base import text
from app.model.project import Action

_DAYS_A_MONTH: Final = Decimal("30.44")


def _find(action: Action, look: Look) -> Iterator[Hit]:
    months = int(look.limits["months"])
    earliest = look.today - timedelta(days=int(months * _DAYS_A_MONTH))
    for kpi in action.kpis if action.status == "ongoing" else ():
        latest = max((value.on for value in kpi.values), default=None)
        if latest and latest < earliest:
            values = {"kpi": kpi.name, "day": latest, "months": months}
            yield Hit(f"actions/{action.id}/kpis/{kpi.id}/values", values=values)


RULE = Rule(
    id="follow-up.kpi-stale",
    severity="note",
    title=text("Nyckeltal med gammalt värde", "KPI with an old value"),
    says=text(
        "”{kpi}” mättes senast {day}, mer än {months} månader tillbaka.",
        "“{kpi}” was last measured on {day}, more than {months} months ago.",
    ),
    why=text(
        "Ett nyckeltal ska mätas i en bestämd takt, annars styr det inget.",
        "A KPI is measured at a set cadence, or it steers nothing.",
    ),
    source=KPI_PRACTICE,
    scope=ACTIONS,
    find=_find,
    limits={"months": Decimal(12)},
    fires={
        f"actions/{FIRST}/status": "ongoing",
        f"actions/{FIRST}/kpis/{KPI}/values": ({"on": date(2026, 5, 1), "value": 7},),
    },
    silent={
        f"actions/{FIRST}/status": "ongoing",
        f"actions/{FIRST}/kpis/{KPI}/values": ({"on": date(2026, 9, 1), "value": 7},),
    },
)
