"""Evidence or a figure that is older than readers expect."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from app.checks.example import FIGURE
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Project

_DAYS_A_MONTH: Final = Decimal("30.44")


def _find(project: Project, look: Look) -> Iterator[Hit]:
    months = int(look.limits["months"])
    earliest = look.today - timedelta(days=int(months * _DAYS_A_MONTH))
    dated = [(f"figures/{figure.id}/dated", figure.label, figure.dated) for figure in project.figures]
    for chosen in project.patterns:
        path = f"patterns/{chosen.id}/evidence"
        dated += [(f"{path}/{item.id}/dated", item.statement, item.dated) for item in chosen.evidence]
    for path, label, day in dated:
        if day is not None and day < earliest:
            yield Hit(path, values={"label": label, "day": day, "months": months})


RULE = Rule(
    id="evidence.old",
    severity="warning",
    title=text("Gammal uppgift", "Old information"),
    says=text(
        "”{label}” är från {day}, mer än {months} månader tillbaka.",
        "“{label}” is from {day}, more than {months} months ago.",
    ),
    why=text(
        "En gammal siffra väcker frågan om läget är detsamma i dag.",
        "An old figure raises the question whether things are the same today.",
    ),
    source=PRACTICE,
    scope=PROJECT,
    find=_find,
    reads=("figures", "patterns"),
    limits={"months": Decimal(24)},
    fires={f"figures/{FIGURE}/dated": date(2024, 3, 1)},
    silent={f"figures/{FIGURE}/dated": date(2025, 7, 1)},
)
