"""Two decisions in one point."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.example import DECISION
from app.checks.rule import Hit, Look, Rule
from app.checks.said import plain
from app.checks.scopes import DECISIONS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Decision

_VERBS: Final = (
    "godkänna|anslå|anvisa|uppdra|bevilja|fastställa|anta|avsätta|utse|avslå|bifalla|upphäva|tillstyrka|delegera|bemyndiga"
    "|approve|allocate|instruct|adopt|appoint|authorise|delegate|reject|repeal"
)
#: A task that is given away may hold several parts: it is one decision.
_TASK: Final = re.compile(r"\b(?:uppdra|bemyndiga|delegera|instruct|authorise|delegate)\b")
_SECOND: Final = re.compile(rf"(?:,|;|\b(?:och|samt|and))\s+(?:att\s+|to\s+)?(?:{_VERBS})\b", re.IGNORECASE)


def _find(decision: Decision, look: Look) -> Iterator[Hit]:
    said = plain(decision.text, look.lang)
    task = _TASK.search(said)
    own = said[: task.end()] if task else said
    if _SECOND.search(own):
        yield Hit(f"decisions/{decision.id}/text", values={"decision": decision.text})


RULE = Rule(
    id="decision.several-in-one",
    severity="warning",
    title=text("Två beslut i samma punkt", "Two decisions in one point"),
    says=text(
        "”{decision}” innehåller mer än ett beslut. Dela upp det i två punkter.",
        "“{decision}” holds more than one decision. Make it two points.",
    ),
    why=text(
        "Den som vill bifalla det ena och avslå det andra kan inte rösta på en punkt som rymmer båda.",
        "Those who favour one and oppose the other cannot vote on a point that holds both.",
    ),
    source=PRACTICE,
    scope=DECISIONS,
    find=_find,
    fires={
        f"decisions/{DECISION}/text": text(
            "godkänna planen och anslå 3,4 mkr i driftbudgeten", "approve the plan and allocate SEK 3.4m"
        )
    },
    silent={
        f"decisions/{DECISION}/text": text(
            "uppdra åt it-chefen att utse en grupp och anta en plan",
            "instruct the head of IT to appoint a group and adopt a plan",
        )
    },
)
