"""A decision about money whose amount stands in its words only, or nowhere."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.amounts import amounts_in
from app.checks.example import DECISION
from app.checks.rule import Fix, Hit, Look, Rule
from app.checks.scopes import DECISIONS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Decision

#: Verbs of money; time can be set aside too.
_MONEY: Final = re.compile(r"\b(?:anslå|anvisa|avsätta(?! tid)|allocate|set aside(?! time))\b", re.IGNORECASE)
_FIX: Final = text("Ta beloppet ur förslagets text", "Take the amount from the proposal’s words")


def _find(decision: Decision, look: Look) -> Iterator[Hit]:
    if decision.amount is not None:
        return
    said, lang = decision.text.said(look.lang)
    amounts = amounts_in(said, lang)
    if _MONEY.search(said) or amounts:
        path = f"decisions/{decision.id}/amount"
        fix = Fix(_FIX, {path: amounts[0].amount}) if len(amounts) == 1 else None
        yield Hit(path, values={"decision": decision.text}, fix=fix)


RULE = Rule(
    id="decision.no-amount",
    severity="error",
    title=text("Beslut om pengar utan belopp", "Decision on money without an amount"),
    says=text(
        "”{decision}” handlar om pengar, men fältet Belopp är tomt.",
        "“{decision}” is about money, but its amount is empty.",
    ),
    why=text(
        "Summan som begärs räknas ihop ur beloppen. Saknas ett av dem begär underlaget mindre än det kostar.",
        "The sum that is asked for is made up of the amounts. If one is missing the paper asks for less than it costs.",
    ),
    source=PRACTICE,
    scope=DECISIONS,
    find=_find,
    fires={f"decisions/{DECISION}/amount": None},
    silent={
        f"decisions/{DECISION}/amount": None,
        f"decisions/{DECISION}/text": text("godkänna planen", "approve the plan"),
    },
)
