"""Most of the effect is hard to turn into money."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from app.checks.example import EFFECT, FIRST
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import PENG
from app.model.base import text
from app.model.project import Project
from app.model.totals import live_actions

_ALL: Final = 100


def _find(project: Project, look: Look) -> Iterator[Hit]:
    effects = [line for action in live_actions(project) for line in action.lines if line.sign == "effect"]
    whole = sum((line.total for line in effects), Decimal(0))
    soft = sum((line.total for line in effects if line.certainty != "direct"), Decimal(0))
    if whole and soft * _ALL > whole * look.limits["per cent"]:
        yield Hit("actions", values={"share": int(soft * _ALL / whole)})


RULE = Rule(
    id="money.soft-effect",
    severity="note",
    title=text("Osäkra effekter bär kalkylen", "Uncertain effects carry the calculation"),
    says=text(
        "{share} procent av effekten är indirekt eller svår att värdera. Visa den för sig.",
        "{share} per cent of the effect is indirect or hard to value. Show it apart.",
    ),
    why=text(
        "Frigjord tid blir inte pengar av sig själv. Lägg den aldrig ihop med minskade kostnader utan att visa delarna.",
        "Time freed does not become money by itself. Never add it to lower costs without showing the parts.",
    ),
    source=PENG,
    scope=PROJECT,
    find=_find,
    reads=("actions",),
    limits={"per cent": Decimal(60)},
    fires={f"actions/{FIRST}/lines/{EFFECT}/certainty": "indirect"},
)
