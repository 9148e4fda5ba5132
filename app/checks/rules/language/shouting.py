"""A text in capitals."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.example import CHOSEN
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.sources import PLAIN_LANGUAGE
from app.checks.texts import Wording
from app.model.base import text

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FEWEST: Final = 4


def _find(wording: Wording, _: Look) -> Iterator[Hit]:
    words = _WORD.findall(wording.text)
    if len(words) >= _FEWEST and all(word.isupper() for word in words):
        yield Hit(wording.path, values={"text": wording.text})


RULE = Rule(
    id="language.shouting",
    severity="note",
    title=text("Hela texten i versaler", "All in capitals"),
    says=text("”{text}” är skriven i versaler.", "“{text}” is written in capitals."),
    why=text(
        "Versaler läses långsammare, och skärmläsare kan bokstavera dem.",
        "Capitals read more slowly, and screen readers may spell them out.",
    ),
    source=PLAIN_LANGUAGE,
    scope=TEXTS,
    find=_find,
    fires={f"patterns/{CHOSEN}/message": text("NÄMNDERNA SKA ÄGA SINA MÅL", "COMMITTEES SHALL OWN THEIR GOALS")},
)
