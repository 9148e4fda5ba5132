"""A title that shares no word with what stands below it."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.example import CHOSEN
from app.checks.rule import Hit, Look, Rule
from app.checks.said import plain
from app.checks.scopes import PATTERNS
from app.checks.sources import PLAIN_LANGUAGE
from app.model.base import text
from app.model.project import ChosenPattern

_WORD: Final = re.compile(r"[^\W\d_]{5,}")
#: Words are held to be one when they begin with the same letters.
_STEM: Final = 5
_FEWEST_WORDS: Final = 12


def _find(chosen: ChosenPattern, look: Look) -> Iterator[Hit]:
    title, pattern = plain(chosen.message, look.lang).casefold(), chosen.pattern
    below = (chosen.meaning, *(item.statement for item in chosen.evidence), pattern.from_, pattern.to, pattern.name)
    body = " ".join(each.said(look.lang).text for each in below).casefold()
    stems = {word[:_STEM] for word in _WORD.findall(title)}
    long_enough = len(chosen.meaning.said(look.lang).text.split()) >= _FEWEST_WORDS
    if len(stems) > 1 and long_enough and not any(stem in body for stem in stems):
        yield Hit(f"patterns/{chosen.id}/message", values={"title": chosen.message})


RULE = Rule(
    id="message.title-and-body-apart",
    severity="note",
    title=text("Rubrik och text säger olika saker", "Title and text say different things"),
    says=text(
        "Inget ord i ”{title}” återkommer i texten under. Stämmer rubriken?",
        "No word of “{title}” comes back in the text below. Does the title fit?",
    ),
    why=text(
        "Bilden ska visa det som rubriken påstår, annars tappar läsaren tråden.",
        "The slide should show what its title claims, or the reader loses the thread.",
    ),
    source=PLAIN_LANGUAGE,
    scope=PATTERNS,
    find=_find,
    fires={
        f"patterns/{CHOSEN}/message": text(
            "Elpriset stiger snabbare än lönerna", "Power prices are rising faster than wages"
        )
    },
)
