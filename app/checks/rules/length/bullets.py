"""A list of too many points."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.sources import PRACTICE
from app.checks.texts import Wording
from app.compose.prose import rich
from app.model.base import text
from app.model.project import FreeSlide


def _find(wording: Wording, look: Look) -> Iterator[Hit]:
    if (wording.record, wording.name) == (FreeSlide, "text"):
        count = sum(bool(one.marker) for one in rich(wording.text, wording.lang))
        if count > look.limits["points"]:
            yield Hit(wording.path, values={"n": count})


RULE = Rule(
    id="length.bullets",
    severity="note",
    title=text("Lång punktlista", "Long list"),
    says=text(
        "Listan har {n} punkter. Behåll dem som beslutet hänger på.",
        "The list has {n} points. Keep those that the decision hangs on.",
    ),
    why=text(
        "I en lång lista väger allt lika, och ingenting blir ihågkommet.",
        "In a long list all weighs the same, and nothing is remembered.",
    ),
    source=PRACTICE,
    scope=TEXTS,
    find=_find,
    limits={"points": Decimal(8)},
    fires={
        "storyline/free": (
            {
                "id": "f" * 32,
                "title": text("Nämnderna äger målen", "Committees own the goals"),
                "text": text("- Nämnderna äger målen\n" * 9, "- Committees own the goals\n" * 9),
            },
        )
    },
)
