"""A slide of one’s own with too much text."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.reading.indices import count_words
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.sources import PRACTICE
from app.checks.texts import Wording
from app.model.base import text
from app.model.project import FreeSlide


def _find(wording: Wording, look: Look) -> Iterator[Hit]:
    if (wording.record, wording.name) == (FreeSlide, "text"):
        count = count_words((wording.text,))
        if count > look.limits["words"]:
            yield Hit(wording.path, values={"n": count})


RULE = Rule(
    id="length.slide-words",
    severity="note",
    title=text("För mycket text på bilden", "Too much text on the slide"),
    says=text(
        "Bilden har {n} ord. Lägg resten i rapporten eller i talmanuset.",
        "The slide has {n} words. Put the rest into the report or the notes.",
    ),
    why=text("Ledamöterna läser bilden i stället för att lyssna.", "Members read the slide instead of listening."),
    source=PRACTICE,
    scope=TEXTS,
    find=_find,
    limits={"words": Decimal(120)},
    fires={
        "storyline/free": (
            {
                "id": "f" * 32,
                "title": text("Nämnderna äger målen", "Committees own the goals"),
                "text": text("Nämnderna äger målen. " * 50, "Committees own the goals. " * 40),
            },
        )
    },
)
