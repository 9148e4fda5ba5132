"""A row is in another currency, and nobody has stated its rate: it counts for nothing."""

from collections.abc import Iterator

from app.checks.example import COST, FIRST
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import COMPANIES_ACT
from app.model.base import text
from app.model.project import Project
from app.model.totals import live_actions


def _find(project: Project, _: Look) -> Iterator[Hit]:
    owners = [(f"actions/{action.id}", action.lines) for action in live_actions(project)]
    owners += [(f"alternatives/{way.id}", way.lines) for way in project.alternatives]
    for owner, lines in owners:
        for line in lines:
            if line.lacks_rate and line.amounts:
                values = {"line": line.what, "currency": line.currency or ""}
                yield Hit(f"{owner}/lines/{line.id}/rate", values=values)


RULE = Rule(
    id="money.no-rate",
    severity="error",
    title=text("Kurs saknas", "No exchange rate"),
    says=text(
        "Raden ”{line}” är i {currency} utan kurs och räknas inte med i någon summa.",
        "The row “{line}” is in {currency} without a rate, and is not counted in any sum.",
    ),
    why=text(
        "En summa som saknar en rad är fel. Skriv kursen och när den gällde, så att andra kan räkna efter.",
        "A sum that lacks a row is wrong. State the rate and the day it was taken, so that others can check it.",
    ),
    source=COMPANIES_ACT,
    scope=PROJECT,
    find=_find,
    reads=("actions", "alternatives"),
    fires={f"actions/{FIRST}/lines/{COST}/currency": "EUR"},
)
