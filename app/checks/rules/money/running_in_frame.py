"""Running cost charged to a capital budget."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.example import OTHER_DECISION
from app.checks.rule import Fix, Hit, Look, Rule
from app.checks.said import plain
from app.checks.scopes import DECISIONS
from app.checks.sources import ACCOUNTING
from app.model.base import text
from app.model.project import Decision

_FRAME: Final = re.compile(
    r"investerings(?:ram|budget|medel|anslag)|capital (?:budget|frame|expenditure)|capex", re.IGNORECASE
)
_RUNNING: Final = re.compile(r"drift|operating|opex|running", re.IGNORECASE)
_FIX: Final = text("Räkna beloppet som investering", "Count the amount as investment")


def _find(decision: Decision, look: Look) -> Iterator[Hit]:
    said = f"{plain(decision.text, look.lang)} {plain(decision.funding, look.lang)}"
    if decision.amount and decision.amount_kind == "running" and _FRAME.search(said) and not _RUNNING.search(said):
        path = f"decisions/{decision.id}/amount_kind"
        yield Hit(path, values={"decision": decision.text}, fix=Fix(_FIX, {path: "investment"}))


RULE = Rule(
    id="money.running-in-frame",
    severity="error",
    title=text("Drift som belastar en investeringsram", "Running cost charged to a capital budget"),
    says=text(
        "”{decision}” är driftkostnad men ska betalas ur en investeringsram.",
        "“{decision}” is running cost but is to be paid out of a capital budget.",
    ),
    why=text(
        "Löpande kostnader får inte belasta en investeringsram. Ekonomiavdelningen stoppar ärendet.",
        "Running cost may not be charged to a capital budget. The finance department will stop it.",
    ),
    source=ACCOUNTING,
    scope=DECISIONS,
    find=_find,
    fires={f"decisions/{OTHER_DECISION}/amount_kind": "running"},
)
