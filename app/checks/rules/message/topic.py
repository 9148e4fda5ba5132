"""A message that is a topic, not a sentence."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.example import CHOSEN
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.sources import PRACTICE
from app.checks.texts import Wording
from app.model.base import text
from app.model.project import ChosenPattern, FreeSlide, Matter, SlideChoice, Statement

#: Words that titles are made of when they say nothing.
_TOPICS: Final = frozenset(
    [
        "agenda",
        "analys",
        "bakgrund",
        "budget",
        "effekter",
        "ekonomi",
        "fördelar",
        "förslag",
        "införande",
        "inledning",
        "it",
        "kostnader",
        "kostnad",
        "lägesrapport",
        "mål",
        "mognad",
        "möjligheter",
        "nuläge",
        "nyckeltal",
        "nästa",
        "omvärld",
        "organisation",
        "plan",
        "planen",
        "resultat",
        "risker",
        "risk",
        "roller",
        "sammanfattning",
        "slutsatser",
        "status",
        "steg",
        "strategi",
        "styrning",
        "syfte",
        "tidplan",
        "utmaningar",
        "uppföljning",
        "vision",
        "åtgärder",
        "översikt",
        "digital",
        "digitala",
        "digitalisering",
        "och",
        "av",
        "vår",
        "våra",
        "vårt",
        "analysis",
        "background",
        "benefits",
        "budget",
        "challenges",
        "conclusions",
        "cost",
        "costs",
        "digital",
        "economy",
        "effects",
        "finance",
        "goals",
        "governance",
        "introduction",
        "next",
        "objectives",
        "opportunities",
        "organisation",
        "our",
        "overview",
        "plan",
        "purpose",
        "readiness",
        "results",
        "risks",
        "risk",
        "roles",
        "status",
        "steps",
        "strategy",
        "summary",
        "timeline",
        "vision",
        "actions",
        "and",
        "of",
        "the",
    ]
)
#: The fields that bear a message.
_MESSAGES: Final = frozenset(
    {(ChosenPattern, "message"), (FreeSlide, "title"), (SlideChoice, "title"), (Statement, "text"), (Matter, "answer")}
)
_WORD: Final = re.compile(r"[^\W\d_]+")


def _find(wording: Wording, _: Look) -> Iterator[Hit]:
    if (wording.record, wording.name) not in _MESSAGES:
        return
    words = _WORD.findall(wording.text.casefold())
    if words and all(word in _TOPICS for word in words):
        yield Hit(wording.path, values={"title": wording.text})


RULE = Rule(
    id="message.topic",
    severity="warning",
    title=text("Rubriken är ett ämne, inget budskap", "The title is a topic, not a message"),
    says=text(
        "”{title}” säger vad det handlar om, inte vad vi har kommit fram till. Skriv en mening.",
        "“{title}” says what it is about, not what we found. Write a sentence.",
    ),
    why=text(
        "Den som bara läser rubrikerna ska få hela resonemanget.",
        "Those who read only the titles should get the whole argument.",
    ),
    source=PRACTICE,
    scope=TEXTS,
    find=_find,
    fires={f"patterns/{CHOSEN}/message": text("Digital mognad", "Digital readiness")},
    silent={f"patterns/{CHOSEN}/message": text("Risken är vår organisation", "The risk lies in our organisation")},
)
