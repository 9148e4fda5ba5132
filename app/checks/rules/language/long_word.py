"""A word that is too long."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.example import CHOSEN
from app.checks.reading.sentences import letters, running
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.texts import Wording
from app.model.base import text


def _find(wording: Wording, look: Look) -> Iterator[Hit]:
    spelt = (word for paragraph in running(wording.text, wording.lang) for word in paragraph.split())
    long = [word.strip("().,:;!?") for word in spelt if letters(word) > look.limits["letters"] and _is_plain(word)]
    if long:
        yield Hit(wording.path, values={"word": max(long, key=len)})


def _is_plain(word: str) -> bool:
    """Whether it is a word, and not an address or parts joined by a sign."""
    return word.strip("().,:;!?”’").isalpha()


RULE = Rule(
    id="language.long-word",
    severity="note",
    title=text("Långt ord", "Long word"),
    says=text(
        "”{word}” är svårt att ta in. Dela upp det med en omskrivning.",
        "“{word}” is hard to take in. Say it in several words.",
    ),
    why=text("Långa sammansättningar måste läsas två gånger.", "Long compounds have to be read twice."),
    source=text(
        "Språklagen (2009:600) 11 §: vårdat, enkelt och begripligt",
        "Swedish Language Act (2009:600) s. 11: cultivated, simple and comprehensible",
    ),
    scope=TEXTS,
    find=_find,
    limits={"letters": Decimal(28)},
    fires={
        f"patterns/{CHOSEN}/meaning": text(
            "Ingen äger verksamhetsutvecklingsprocesserna i dag.", "Nobody owns the verksamhetsutvecklingsprocesserna."
        )
    },
)
