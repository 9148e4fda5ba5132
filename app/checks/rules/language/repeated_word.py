"""The same word twice in a row."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.example import CHOSEN
from app.checks.rule import Fix, Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.sources import PRACTICE
from app.checks.texts import Wording
from app.model.base import text

#: Only small words that are never said twice on purpose.
_TWICE: Final = re.compile(
    r"\b(och|att|i|på|av|en|ett|med|till|för|the|and|of|to|a|in|is|with)\s+\1\b(?!-)", re.IGNORECASE
)


def _find(wording: Wording, _: Look) -> Iterator[Hit]:
    found = _TWICE.search(wording.text)
    if found:
        mended = _TWICE.sub(r"\1", wording.text)
        fix = Fix(text("Ta bort det ena", "Take one away"), {wording.path: mended})
        yield Hit(wording.path, values={"word": found[1]}, fix=fix)


RULE = Rule(
    id="language.repeated-word",
    severity="warning",
    title=text("Samma ord två gånger", "The same word twice"),
    says=text("”{word}” står två gånger i följd.", "“{word}” stands twice in a row."),
    why=text(
        "Slarvfel i texten får läsaren att tvivla på siffrorna.", "Slips in the text make readers doubt the figures."
    ),
    source=PRACTICE,
    scope=TEXTS,
    find=_find,
    fires={
        f"patterns/{CHOSEN}/meaning": text(
            "Ingen nämnd äger äger målen och och det märks.", "No committee owns the the goals."
        )
    },
)
