"""A phrase that says nothing."""

from collections.abc import Iterator

from app.checks.example import CHOSEN
from app.checks.reading.phrases import empty
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.sources import PLAIN_LANGUAGE
from app.checks.texts import Wording
from app.model.base import text


def _find(wording: Wording, _: Look) -> Iterator[Hit]:
    found = empty(wording.text, wording.lang)
    if found:
        yield Hit(wording.path, values={"phrase": found[0]})


RULE = Rule(
    id="language.filler",
    severity="note",
    title=text("Ord som inte säger något", "Words that say nothing"),
    says=text(
        "Stryk ”{phrase}”: meningen säger samma sak utan.", "Strike “{phrase}”: the sentence says the same without it."
    ),
    why=text(
        "Varje tomt ord tar tid från det som ska beslutas.", "Every empty word takes time from what is to be decided."
    ),
    source=PLAIN_LANGUAGE,
    scope=TEXTS,
    find=_find,
    fires={
        f"patterns/{CHOSEN}/meaning": text(
            "Det kan konstateras att ingen nämnd äger målen.", "It should be noted that no committee owns the goals."
        )
    },
)
