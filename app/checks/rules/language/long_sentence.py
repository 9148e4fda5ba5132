"""A sentence that is too long."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.example import CHOSEN
from app.checks.reading.sentences import running, sentences, words
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.sources import PLAIN_LANGUAGE
from app.checks.texts import Wording
from app.model.base import text


def _find(wording: Wording, look: Look) -> Iterator[Hit]:
    told = (one for paragraph in running(wording.text, wording.lang) for one in sentences(paragraph, wording.lang))
    long = [(len(words(one)), one) for one in told if len(words(one)) > look.limits["words"]]
    if long:
        count, sentence = max(long)
        yield Hit(wording.path, values={"n": count, "sentence": sentence})


RULE = Rule(
    id="language.long-sentence",
    severity="note",
    title=text("Lång mening", "Long sentence"),
    says=text("”{sentence}” har {n} ord. Dela den.", "“{sentence}” has {n} words. Split it."),
    why=text(
        "Den som läser fort tappar början innan slutet kommer.",
        "A fast reader has lost the beginning before the end comes.",
    ),
    source=PLAIN_LANGUAGE,
    scope=TEXTS,
    find=_find,
    limits={"words": Decimal(40)},
    fires={
        f"patterns/{CHOSEN}/meaning": text(
            "Nämnderna äger målen och " * 10 + "följer upp dem.",
            "Committees own the goals and " * 10 + "follow them up.",
        )
    },
)
