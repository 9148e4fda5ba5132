"""A link that does not say where it leads."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.example import CHOSEN
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.texts import Wording
from app.model.base import text

_EMPTY: Final = re.compile(
    r"\[\s*(här|klicka här|läs mer|länk|here|click here|read more|link|this)\s*\]\(", re.IGNORECASE
)


def _find(wording: Wording, _: Look) -> Iterator[Hit]:
    found = _EMPTY.search(wording.text)
    if found:
        yield Hit(wording.path, values={"text": found[1]})


RULE = Rule(
    id="form.link-text",
    severity="note",
    title=text("Länken säger inte vart den leder", "The link does not say where it leads"),
    says=text(
        "Länktexten ”{text}” säger inget. Skriv vad man kommer till.",
        "The link text “{text}” says nothing. Say what it leads to.",
    ),
    why=text(
        "På papper och i en skärmläsares lista över länkar står bara länktexten.",
        "On paper and in a screen reader’s list of links only the link text stands.",
    ),
    source=text("WCAG 2.1, 2.4.4 Syftet med en länk", "WCAG 2.1, 2.4.4 Link Purpose"),
    scope=TEXTS,
    find=_find,
    fires={
        f"patterns/{CHOSEN}/meaning": text(
            "Läs målen [här](https://example.org).", "Read the goals [here](https://example.org)."
        )
    },
)
