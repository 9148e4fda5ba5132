"""A net amount in the paper that does not follow from its parts."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.amounts import amounts_in, near
from app.checks.example import SECTION
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import COMPANIES_ACT
from app.checks.sums import nets_of, sums_of
from app.model.base import text
from app.model.project import Project

_NET: Final = re.compile(r"\bnett\w*|\bnet\b", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n+")


def _find(project: Project, look: Look) -> Iterator[Hit]:
    texts = [("matter/answer", project.matter.answer)]
    texts += [(f"matter/sections/{each.id}/body", each.body) for each in project.matter.sections]
    for path, each in texts:
        said, lang = each.said(look.lang)
        for sentence in _SENTENCE.split(said):
            amounts = amounts_in(sentence, lang) if _NET.search(sentence) else ()
            if amounts and not any(near(amount, nets_of(project) | sums_of(project)) for amount in amounts):
                yield Hit(path, values={"sentence": sentence})


RULE = Rule(
    id="money.net-differs",
    severity="warning",
    title=text("Netto som inte stämmer", "Net amount that does not add up"),
    says=text(
        "”{sentence}”: inget av beloppen är nettot i kalkylen.",
        "“{sentence}”: none of the amounts is the calculation’s net.",
    ),
    why=text(
        "Nettot är effekt minus kostnad. Den som räknar efter ska komma till samma tal.",
        "The net is effect less cost. Whoever reckons it over should come to the same number.",
    ),
    source=COMPANIES_ACT,
    scope=PROJECT,
    find=_find,
    reads=("matter", "actions", "alternatives", "decisions", "figures"),
    fires={f"matter/sections/{SECTION}/body": text("Nettot är 1,9 mkr till 2030.", "The net is SEK 1.9m by 2030.")},
    silent={f"matter/sections/{SECTION}/body": text("Nettot är 0,4 mkr till 2030.", "The net is SEK 0.4m by 2030.")},
)
