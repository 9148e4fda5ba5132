"""More slides than the time holds."""

from collections.abc import Iterator

from app.checks.deck import Deck
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import DECK
from app.checks.sources import PRACTICE
from app.model.base import text


def _find(deck: Deck, _: Look) -> Iterator[Hit]:
    slides = len(deck.slides)
    needed = deck.time.needed(slides)
    if deck.time.slot is not None and deck.time.room is not None and slides > deck.time.room:
        yield Hit("storyline", values={"n": slides, "needed": needed, "slot": deck.time.slot})


RULE = Rule(
    id="length.slot",
    severity="warning",
    title=text("Fler bilder än tiden rymmer", "More slides than the time holds"),
    says=text(
        "{n} bilder tar omkring {needed} minuter med frågor. Punkten har {slot}.",
        "{n} slides take about {needed} minutes with questions. The item has {slot}.",
    ),
    why=text(
        "Halva tiden är ledamöternas frågor. Den som drar över tiden får inga.",
        "Half of the time is for members’ questions. If you run over, there are none.",
    ),
    source=PRACTICE,
    scope=DECK,
    find=_find,
    fires={
        "storyline/free": tuple(
            {"id": f"{n:032x}", "title": text(f"Nämnd {n} äger sina mål", f"Committee {n} owns its goals")}
            for n in range(20)
        )
    },
)
