"""The effects never cover the costs."""

from collections.abc import Iterator

from app.checks.example import EFFECT, FIRST
from app.checks.rule import Hit, Look, Money, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import BENEFITS
from app.model.base import text
from app.model.project import Project
from app.model.totals import project_totals


def _find(project: Project, _: Look) -> Iterator[Hit]:
    sums = project_totals(project)
    if sums.cost and sums.effect and sums.payback_year is None:
        yield Hit("actions", values={"cost": Money(sums.cost), "effect": Money(sums.effect)})


RULE = Rule(
    id="money.not-paid-back",
    severity="note",
    title=text("Betalar sig inte inom kalkylen", "Not paid back within the calculation"),
    says=text(
        "Effekterna, {effect}, täcker inte kostnaderna, {cost}. Säg varför det ändå ska göras.",
        "The effects, {effect}, do not cover the costs, {cost}. Say why it should be done all the same.",
    ),
    why=text(
        "Det kan vara rätt ändå, men skälet måste stå i underlaget.",
        "It may still be right, but the reason must stand in the paper.",
    ),
    source=BENEFITS,
    scope=PROJECT,
    find=_find,
    reads=("actions",),
    fires={f"actions/{FIRST}/lines/{EFFECT}/amounts": {2029: 1_000_000}},
)
