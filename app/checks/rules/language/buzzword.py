"""A word of fashion."""

from collections.abc import Iterator

from app.checks.example import CHOSEN
from app.checks.reading.phrases import fashionable
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.texts import Wording
from app.model.base import text


def _find(wording: Wording, look: Look) -> Iterator[Hit]:
    found = [word for word in fashionable(wording.text, wording.lang) if word.casefold() not in look.terms]
    if found:
        yield Hit(wording.path, values={"word": found[0]})


RULE = Rule(
    id="language.buzzword",
    severity="note",
    title=text("Modeord", "Buzzword"),
    says=text(
        "”{word}” kan läsas på många sätt. Skriv vad som faktiskt händer.",
        "“{word}” can be read in many ways. Say what happens.",
    ),
    why=text(
        "Ledamöterna ska besluta om samma sak. Modeord låter var och en tänka på sitt.",
        "Members are to decide on one thing. Buzzwords let each of them think of something else.",
    ),
    source=text("GOV.UK, Style guide: words to avoid; vår lista", "GOV.UK, Style guide: words to avoid; our list"),
    scope=TEXTS,
    find=_find,
    fires={
        f"patterns/{CHOSEN}/meaning": text(
            "Målen ger oss synergieffekter i alla nämnder.", "The goals give us synergies in every committee."
        )
    },
)
