"""A slide of one’s own in running text."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.reading.sentences import running, sentences
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.sources import PRACTICE
from app.checks.texts import Wording
from app.model.base import text
from app.model.project import FreeSlide


def _find(wording: Wording, look: Look) -> Iterator[Hit]:
    if (wording.record, wording.name) == (FreeSlide, "text"):
        count = sum(len(sentences(one, wording.lang)) for one in running(wording.text, wording.lang))
        if count > look.limits["sentences"]:
            yield Hit(wording.path, values={"n": count})


RULE = Rule(
    id="length.slide-sentences",
    severity="note",
    title=text("Bilden är en uppsats", "The slide is an essay"),
    says=text(
        "Bilden har {n} meningar löpande text. Gör några av dem till punkter, resten till talmanus.",
        "The slide has {n} sentences of running text. Make points of a few, notes of the rest.",
    ),
    why=text(
        "Löpande text går inte att läsa från sin plats i en sal.",
        "Running text cannot be read from one’s seat in a hall.",
    ),
    source=PRACTICE,
    scope=TEXTS,
    find=_find,
    limits={"sentences": Decimal(8)},
    fires={
        "storyline/free": (
            {
                "id": "f" * 32,
                "title": text("Nämnderna äger målen", "Committees own the goals"),
                "text": text("Nämnderna äger målen. " * 9, "Committees own the goals. " * 9),
            },
        )
    },
)
