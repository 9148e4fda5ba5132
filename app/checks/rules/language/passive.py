"""A heap of passives."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.example import SECTION
from app.checks.reading.passive import is_passive
from app.checks.reading.sentences import running, sentences
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.texts import Wording
from app.model.base import text


def _find(wording: Wording, look: Look) -> Iterator[Hit]:
    paragraphs = running(wording.text, wording.lang)
    told = [one for paragraph in paragraphs for one in sentences(paragraph, wording.lang)]
    passive = sum(is_passive(one, wording.lang) for one in told)
    if len(told) >= look.limits["from-sentences"] and 100 * passive > look.limits["per-cent"] * len(told):
        yield Hit(wording.path, values={"n": passive, "all": len(told)})


RULE = Rule(
    id="language.passive",
    severity="note",
    title=text("Ingen gör något i texten", "Nobody does anything in the text"),
    says=text(
        "{n} av {all} meningar säger vad som görs utan att säga vem.",
        "{n} of {all} sentences say what is done without saying who does it.",
    ),
    why=text(
        "Nämnden behöver veta vem som ansvarar, annars blir det en fråga på mötet.",
        "The board needs to know who answers, or it becomes a question at the meeting.",
    ),
    source=text(
        "Språklagen (2009:600) 11 §: vårdat, enkelt och begripligt",
        "Swedish Language Act (2009:600) s. 11: cultivated, simple and comprehensible",
    ),
    scope=TEXTS,
    find=_find,
    limits={"from-sentences": Decimal(5), "per-cent": Decimal(75)},
    fires={
        f"matter/sections/{SECTION}/body": text(
            "Sju system ersätts av ett. Ett stöd upphandlas. Avtalen avslutas. Handläggarna utbildas. Resultatet redovisas.",
            "Seven systems are replaced by one. A system is procured. The contracts are ended. "
            "Caseworkers are trained. The result is reported.",
        )
    },
)
