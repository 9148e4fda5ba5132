"""A decision whose words say another amount than the one that is reckoned with."""

from collections.abc import Iterator
from typing import Final

from app.checks.amounts import amounts_in, near
from app.checks.example import DECISION
from app.checks.rule import Fix, Hit, Look, Money, Rule
from app.checks.scopes import DECISIONS
from app.checks.sources import COMPANIES_ACT
from app.model.base import text
from app.model.project import Decision

_FIX: Final = text("Ta beloppet ur förslagets text", "Take the amount from the proposal’s words")


def _find(decision: Decision, look: Look) -> Iterator[Hit]:
    said, lang = decision.text.said(look.lang)
    amounts = amounts_in(said, lang)
    if decision.amount is None or not amounts or any(near(each, (decision.amount,)) for each in amounts):
        return
    path = f"decisions/{decision.id}/amount"
    fix = Fix(_FIX, {path: amounts[0].amount}) if len(amounts) == 1 else None
    yield Hit(path, values={"decision": decision.text, "amount": Money(decision.amount)}, fix=fix)


RULE = Rule(
    id="decision.amount-differs",
    severity="error",
    title=text("Beslutets text och belopp går isär", "The decision’s words and amount differ"),
    says=text(
        "I ”{decision}” står ett annat belopp än det som räknas: {amount}.",
        "“{decision}” states another amount than the one that is counted: {amount}.",
    ),
    why=text(
        "Två olika belopp för samma beslut är det första en revisor hittar.",
        "Two amounts for one decision are the first thing an auditor finds.",
    ),
    source=COMPANIES_ACT,
    scope=DECISIONS,
    find=_find,
    fires={f"decisions/{DECISION}/amount": 4_300_000},
    silent={f"decisions/{DECISION}/amount": 3_380_000},
)
