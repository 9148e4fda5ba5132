"""A text that points by colour alone."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.example import CHOSEN
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.texts import Wording
from app.model.base import text

_BY_COLOUR: Final = re.compile(
    r"\b(?:markera(?:d|t|de|s)|visas|ritad|skriv(?:et|na)) (?:med|i) (?:rött|grönt|gult|blått|orange)\b"
    r"|\bde (?:röda|gröna|gula|blåa?) (?:rutorna|raderna|fälten|prickarna|staplarna|siffrorna)\b"
    r"|\b(?:marked|shown|drawn|written) in (?:red|green|yellow|amber|blue|orange)\b"
    r"|\bthe (?:red|green|yellow|amber|blue) (?:boxes|rows|cells|dots|bars|figures|ones)\b",
    re.IGNORECASE,
)


def _find(wording: Wording, _: Look) -> Iterator[Hit]:
    found = _BY_COLOUR.search(wording.text)
    if found:
        yield Hit(wording.path, values={"text": found[0]})


RULE = Rule(
    id="form.colour-alone",
    severity="warning",
    title=text("Texten pekar bara med färg", "The text points by colour alone"),
    says=text(
        "”{text}” syns inte i svartvit utskrift. Skriv vad det gäller också.",
        "“{text}” cannot be seen in print without colour. Say what it is about too.",
    ),
    why=text(
        "Var tolfte man kan inte skilja rött från grönt, och många skriver ut i svartvitt.",
        "One man in twelve cannot tell red from green, and many print in black and white.",
    ),
    source=text("WCAG 2.1, 1.4.1 Användning av färg", "WCAG 2.1, 1.4.1 Use of Color"),
    scope=TEXTS,
    find=_find,
    fires={
        f"patterns/{CHOSEN}/meaning": text(
            "Mål utan ägare är markerade i rött. De röda raderna är åtta.", "Goals without an owner are marked in red."
        )
    },
)
