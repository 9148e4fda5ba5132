"""A text that did not fit."""

from collections.abc import Iterator

from app.checks.deck import ShownSlide
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import SLIDES
from app.checks.sources import PRACTICE
from app.model.base import text


def _find(shown: ShownSlide, _: Look) -> Iterator[Hit]:
    for note in shown.fitting:
        if note.kind == "cut":
            yield Hit(note.block, shown.slide.id)


RULE = Rule(
    id="form.cut",
    severity="warning",
    title=text("Texten får inte plats", "The text does not fit"),
    says=text(
        "Slutet syns inte på bilden och står bara i talmanuset. Korta texten.",
        "The end is not on the slide, only in the notes. Shorten the text.",
    ),
    why=text(
        "En rubrik som slutar på tre punkter ser oavslutad ut, och slutet är ofta poängen.",
        "A title ending in an ellipsis looks unfinished, and the end is often the point.",
    ),
    source=PRACTICE,
    scope=SLIDES,
    find=_find,
    fires={
        "storyline/free": (
            {
                "id": "f" * 32,
                "title": text(
                    "Nämnderna äger målen och följer upp dem " * 12, "Committees own the goals and follow them up " * 12
                ),
            },
        )
    },
)
