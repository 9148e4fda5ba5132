"""A decision too long to vote on."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.example import DECISION
from app.checks.reading.indices import count_words
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.sources import PRACTICE
from app.checks.texts import Wording
from app.model.base import text
from app.model.project import Decision


def _find(wording: Wording, look: Look) -> Iterator[Hit]:
    if (wording.record, wording.name) == (Decision, "text"):
        count = count_words((wording.text,))
        if count > look.limits["words"]:
            yield Hit(wording.path, values={"n": count})


RULE = Rule(
    id="length.decision",
    severity="warning",
    title=text("Beslutet är för långt", "The decision is too long"),
    says=text(
        "Beslutspunkten har {n} ord. Lägg motiven i texten och behåll det som ska beslutas.",
        "The point has {n} words. Put reasons into the text, and keep what is to be decided.",
    ),
    why=text(
        "Ordföranden läser upp punkten och frågar om bifall. Den måste gå att höra.",
        "The chair reads it out and asks for assent. It has to be heard.",
    ),
    source=PRACTICE,
    scope=TEXTS,
    find=_find,
    limits={"words": Decimal(60)},
    fires={
        f"decisions/{DECISION}/text": text("anslå 3,4 mkr till stödet " * 13, "allocate SEK 3.4m to the system " * 11)
    },
)
