"""A Swedish text that is very hard to read."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from app.checks.example import SECTION
from app.checks.reading.indices import count_words, lix
from app.checks.reading.sentences import running
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.texts import Wording
from app.model.base import text

_HARD: Final = (
    "Kommunstyrelsens förvaltningsövergripande digitaliseringssamordning förutsätter verksamhetsnära "
    "ansvarsfördelning, informationssäkerhetsklassificering samt nämndspecifika målsättningar avseende "
    "ärendehanteringens effektivisering, kvalitetssäkring, uppföljning, dokumentation samt långsiktig "
    "finansiering. "
)


def _find(wording: Wording, look: Look) -> Iterator[Hit]:
    paragraphs = running(wording.text, wording.lang)
    if wording.lang != "sv" or count_words(paragraphs) < look.limits["from-words"]:
        return
    reached = lix(paragraphs)
    if reached > look.limits["lix"]:
        yield Hit(wording.path, values={"reached": round(reached)})


RULE = Rule(
    id="language.lix",
    severity="note",
    title=text("Svårläst text", "Hard to read"),
    says=text(
        "Lix är {reached}. Korta meningarna och byt långa ord mot korta.",
        "LIX is {reached}. Shorten the sentences, and use shorter words.",
    ),
    why=text(
        "Över 60 läses texten som byråkratsvenska. Lix mäter bara längd: se det som en anledning att läsa en gång till.",
        "Over 60 it reads as bureaucratic prose. LIX measures length only: take it as a reason to read once more.",
    ),
    source=text("Björnsson, Läsbarhet (1968)", "Björnsson, Läsbarhet (1968)"),
    scope=TEXTS,
    find=_find,
    limits={"lix": Decimal(60), "from-words": Decimal(100)},
    fires={f"matter/sections/{SECTION}/body": text(_HARD * 8)},
)
