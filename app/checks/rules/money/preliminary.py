"""Money is asked for on figures that nobody has reconciled."""

from collections.abc import Iterator

from app.checks.example import COST, FIRST
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import COMPANIES_ACT
from app.model.base import text
from app.model.project import Project
from app.model.totals import live_actions


def _find(project: Project, _: Look) -> Iterator[Hit]:
    lines = [line for action in live_actions(project) for line in action.lines if line.sign == "cost" and line.amounts]
    open_ones = [line for line in lines if line.reconciled is None]
    if any(decision.amount for decision in project.decisions) and open_ones:
        yield Hit("actions", values={"n": len(open_ones), "all": len(lines)})


RULE = Rule(
    id="money.preliminary",
    severity="note",
    title=text("Kostnader som inte är avstämda", "Costs not reconciled"),
    says=text(
        "Kostnadsrader som ingen har stämt av: {n} av {all}.", "Cost rows that nobody has reconciled: {n} of {all}."
    ),
    why=text(
        "Preliminära siffror går bra, om det framgår att de är det. Den som beslutar om pengar vill veta vem som står bakom dem.",
        "Preliminary figures are fine, as long as the paper says so. Those who decide on money want to know who stands behind them.",
    ),
    source=COMPANIES_ACT,
    scope=PROJECT,
    find=_find,
    reads=("actions", "decisions"),
    fires={f"actions/{FIRST}/lines/{COST}/reconciled": None},
)
