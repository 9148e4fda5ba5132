"""An English text that is very hard to read."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from app.checks.example import SECTION
from app.checks.reading.indices import count_words, flesch
from app.checks.reading.sentences import running
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.texts import Wording
from app.model.base import text

_HARD: Final = (
    "Interdepartmental digitalisation coordination presupposes operational responsibility allocation, "
    "information security classification, organisational prioritisation and administrative documentation of "
    "continuous improvement capabilities across municipal administrations. "
)


def _find(wording: Wording, look: Look) -> Iterator[Hit]:
    paragraphs = running(wording.text, wording.lang)
    if wording.lang != "en" or count_words(paragraphs) < look.limits["from-words"]:
        return
    reached = flesch(paragraphs)
    if reached < look.limits["ease"]:
        yield Hit(wording.path, values={"reached": round(reached)})


RULE = Rule(
    id="language.flesch",
    severity="note",
    title=text("Svårläst engelska", "Hard to read"),
    says=text(
        "Läsbarheten enligt Flesch är {reached}. Korta meningarna och byt långa ord mot korta.",
        "Flesch’s reading ease is {reached}. Shorten the sentences, and use shorter words.",
    ),
    why=text(
        "Under 30 läses texten som en avhandling. Måttet ser bara till längd: läs texten en gång till.",
        "Under 30 it reads as a thesis. The index measures length only: read the text once more.",
    ),
    source=text("Flesch, A new readability yardstick (1948)", "Flesch, A new readability yardstick (1948)"),
    scope=TEXTS,
    find=_find,
    limits={"ease": Decimal(15), "from-words": Decimal(100)},
    fires={f"matter/sections/{SECTION}/body": text(en=_HARD * 5)},
)
