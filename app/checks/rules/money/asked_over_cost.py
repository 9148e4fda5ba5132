"""More is asked for than the actions cost."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.example import OTHER_DECISION
from app.checks.rule import Hit, Look, Money, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import COMPANIES_ACT
from app.model.base import text
from app.model.project import Project
from app.model.totals import project_totals


def _find(project: Project, _: Look) -> Iterator[Hit]:
    sums = project_totals(project)
    if not sums.cost:
        return
    for kind, costs in (("running", sums.running), ("investment", sums.investment)):
        asked = sum((one.amount or Decimal(0) for one in project.decisions if one.amount_kind == kind), Decimal(0))
        cost = sum(costs.values(), Decimal(0))
        if asked > cost:
            yield Hit("decisions", values={"asked": Money(asked), "cost": Money(cost)})


RULE = Rule(
    id="money.asked-over-cost",
    severity="warning",
    title=text("Mer begärs än åtgärderna kostar", "More is asked for than the actions cost"),
    says=text(
        "Besluten begär {asked}, men åtgärderna kostar {cost} av samma slag.",
        "The decisions ask for {asked}, but the actions cost {cost} of that kind.",
    ),
    why=text(
        "Skillnaden syns så fort någon lägger besluten bredvid kalkylen.",
        "The difference shows as soon as somebody lays the decisions beside the calculation.",
    ),
    source=COMPANIES_ACT,
    scope=PROJECT,
    find=_find,
    reads=("decisions", "actions"),
    fires={f"decisions/{OTHER_DECISION}/amount": 3_000_000},
)
