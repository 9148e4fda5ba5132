"""A slide that takes many pages."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.deck import ShownSlide
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import SLIDES
from app.checks.sources import PRACTICE
from app.model.base import text


def _find(shown: ShownSlide, look: Look) -> Iterator[Hit]:
    if shown.slide.kind == "free" and len(shown.pages) > look.limits["pages"]:
        yield Hit(slide=shown.slide.id, values={"n": len(shown.pages)})


RULE = Rule(
    id="length.split",
    severity="note",
    title=text("Bilden blir flera", "One slide becomes several"),
    says=text("Texten tar {n} bilder. Korta den.", "The text takes {n} slides. Shorten it."),
    why=text(
        "En bild som fortsätter på nästa har inget eget budskap.", "A slide that goes on has no message of its own."
    ),
    source=PRACTICE,
    scope=SLIDES,
    find=_find,
    limits={"pages": Decimal(2)},
    fires={
        "storyline/free": (
            {
                "id": "f" * 32,
                "title": text("Nämnderna äger målen", "Committees own the goals"),
                "text": text("Nämnderna äger målen.\n\n" * 60, "Committees own the goals.\n\n" * 60),
            },
        )
    },
)
