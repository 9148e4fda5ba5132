"""The actions cost money and give nothing."""

from collections.abc import Iterator

from app.checks.example import EFFECT, FIRST, SECOND, THIRD
from app.checks.rule import Hit, Look, Money, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import BENEFITS
from app.model.base import text
from app.model.project import Project
from app.model.totals import project_totals


def _find(project: Project, _: Look) -> Iterator[Hit]:
    sums = project_totals(project)
    if sums.cost and not sums.effect and not any(action.effect for action in project.actions):
        yield Hit("actions", values={"cost": Money(sums.cost)})


RULE = Rule(
    id="money.no-effect",
    severity="warning",
    title=text("Kostnad utan effekt", "Cost without effect"),
    says=text(
        "Åtgärderna kostar {cost}, men ingen effekt är angiven, varken i pengar eller på skalan.",
        "The actions cost {cost}, but no effect is given, in money or on the scale.",
    ),
    why=text(
        "Nyttan är skälet till att betala. Den ska gå att mäta.",
        "The benefit is the reason to pay. It must be measurable.",
    ),
    source=BENEFITS,
    scope=PROJECT,
    find=_find,
    reads=("actions",),
    fires={
        f"actions/{FIRST}/lines/{EFFECT}/amounts": {},
        f"actions/{SECOND}/effect": None,
        f"actions/{THIRD}/effect": None,
    },
    silent={f"actions/{FIRST}/lines/{EFFECT}/amounts": {}},
)
