"""An answer too long for one breath."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.reading.indices import count_words
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.sources import BOARD_INTELLIGENCE
from app.checks.texts import Wording
from app.model.base import text
from app.model.project import Matter


def _find(wording: Wording, look: Look) -> Iterator[Hit]:
    if (wording.record, wording.name) == (Matter, "answer"):
        count = count_words((wording.text,))
        if count > look.limits["words"]:
            yield Hit(wording.path, values={"n": count})


RULE = Rule(
    id="length.answer",
    severity="warning",
    title=text("Svaret är för långt", "The answer is too long"),
    says=text(
        "Svaret har {n} ord. Säg vad som föreslås och vad det ger i en mening.",
        "The answer has {n} words. Say what is proposed and what it gives in one sentence.",
    ),
    why=text("Svaret är det enda som alla läser.", "The answer is all that everybody reads."),
    source=BOARD_INTELLIGENCE,
    scope=TEXTS,
    find=_find,
    limits={"words": Decimal(40)},
    fires={"matter/answer": text("Ett gemensamt stöd kostar 5,4 mkr " * 8, "One shared system costs SEK 5.4m " * 8)},
)
