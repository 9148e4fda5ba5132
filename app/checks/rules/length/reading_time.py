"""More pages than there is time to read."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from app.checks.deck import Deck
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import DECK
from app.checks.sources import BOARD_INTELLIGENCE
from app.model.base import text

#: Members read at most so many pages an hour with comprehension.
_AN_HOUR: Final = 30


def _find(deck: Deck, look: Look) -> Iterator[Hit]:
    pages = sum(len(shown.pages) for shown in deck.slides)
    minutes = 60 * pages // _AN_HOUR
    if minutes > look.limits["minutes"]:
        yield Hit("storyline", values={"n": pages, "minutes": minutes})


RULE = Rule(
    id="length.reading-time",
    severity="note",
    title=text("Lång läsning", "Long reading"),
    says=text(
        "{n} bilder tar omkring {minutes} minuter att läsa. Lägg det som inte bär beslutet i bilagan.",
        "{n} slides take about {minutes} minutes to read. Move what does not bear the decision to the backup.",
    ),
    why=text(
        "En ledamot läser högst 30 sidor i timmen och lägger knappt fyra timmar på alla ärenden.",
        "A member reads at most 30 pages an hour, and gives all matters just under four hours.",
    ),
    source=BOARD_INTELLIGENCE,
    scope=DECK,
    find=_find,
    limits={"minutes": Decimal(60)},
    fires={
        "storyline/free": tuple(
            {"id": f"{n:032x}", "title": text(f"Nämnd {n} äger sina mål", f"Committee {n} owns its goals")}
            for n in range(36)
        )
    },
)
