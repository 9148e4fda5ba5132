"""Something was left to be filled in."""

from collections.abc import Iterator

from app.checks.example import CHOSEN
from app.checks.reading.placeholders import placeholder
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.sources import PRACTICE
from app.checks.texts import Wording
from app.model.base import text


def _find(wording: Wording, _: Look) -> Iterator[Hit]:
    found = placeholder(wording.text)
    if found:
        yield Hit(wording.path, values={"found": found})


RULE = Rule(
    id="language.placeholder",
    severity="error",
    title=text("Något är kvar att fylla i", "Something is left to fill in"),
    says=text("”{found}” står kvar i texten.", "“{found}” is still in the text."),
    why=text(
        "En lucka i underlaget får ledamöterna att undra vad mer som inte är klart.",
        "A gap in the paper makes members wonder what else is unfinished.",
    ),
    source=PRACTICE,
    scope=TEXTS,
    find=_find,
    fires={f"patterns/{CHOSEN}/meaning": text("Målen kostar [belopp] om året.", "The goals cost TBD a year.")},
    silent={
        f"patterns/{CHOSEN}/meaning": text(
            "Målen [se bilaga 2] kostar 3 mkr.", "The goals [see appendix 2] cost SEK 3m."
        )
    },
)
