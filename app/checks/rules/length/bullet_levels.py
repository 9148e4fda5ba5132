"""Points below points below points."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.sources import PRACTICE
from app.checks.texts import Wording
from app.compose.prose import rich
from app.model.base import text


def _find(wording: Wording, look: Look) -> Iterator[Hit]:
    levels = max((one.level + 1 for one in rich(wording.text, wording.lang)), default=0)
    if levels > look.limits["levels"]:
        yield Hit(wording.path, values={"n": levels})


RULE = Rule(
    id="length.bullet-levels",
    severity="note",
    title=text("Punkter i för många nivåer", "Points on too many levels"),
    says=text("Listan har {n} nivåer. Två räcker.", "The list has {n} levels. Two are enough."),
    why=text(
        "Ingen ser på en bild vilken punkt en tredje nivå hör till.",
        "Nobody sees on a slide what a third level belongs to.",
    ),
    source=PRACTICE,
    scope=TEXTS,
    find=_find,
    limits={"levels": Decimal(2)},
    fires={
        "storyline/free": (
            {
                "id": "f" * 32,
                "title": text("Nämnderna äger målen", "Committees own the goals"),
                "text": text("- Mål\n  - Nämnd\n    - Enhet", "- Goal\n  - Committee\n    - Unit"),
            },
        )
    },
)
