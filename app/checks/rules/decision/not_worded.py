"""A point that is a topic or a question, not a decision."""

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

#: What a proposed decision does not begin with: a person, a question, a topic.
_BEGINNINGS: Final = re.compile(
    r"(?:vi|jag|bör|ska|skall|kan|vill|det|detta|information|presentation|diskussion|dialog|frågan|förslag|beslut om|ta ställning"
    r"|diskutera|fundera|överväga|we|i|should|shall|can|could|it|this|information|presentation|discussion|the question|proposal"
    r"|discuss|consider|reflect)\b|\w{4,}(?:ande|ende|ning) (?:av|om|för)\b",
    re.IGNORECASE,
)


def _find(decision: Decision, look: Look) -> Iterator[Hit]:
    said = plain(decision.text, look.lang)
    if said.endswith("?") or _BEGINNINGS.match(said):
        yield Hit(f"decisions/{decision.id}/text", values={"decision": decision.text})


RULE = Rule(
    id="decision.not-worded",
    severity="warning",
    title=text("Punkten är inte formulerad som ett beslut", "The point is not worded as a decision"),
    says=text(
        "”{decision}” går inte att besluta. Börja med vad som beslutas: godkänna, anslå, uppdra.",
        "“{decision}” cannot be decided. Begin with what is decided: approve, allocate, instruct.",
    ),
    why=text(
        "Ordföranden frågar om förslaget kan antas, och svaret ska kunna bli ja eller nej.",
        "The chair asks whether the proposal is carried, and the answer must be able to be yes or no.",
    ),
    source=PRACTICE,
    scope=DECISIONS,
    find=_find,
    fires={f"decisions/{DECISION}/text": text("diskussion om driftbudgeten", "discussion of the budget")},
    silent={
        f"decisions/{DECISION}/text": text(
            "uppdra åt it-chefen att pröva frågan", "instruct the IT manager to try the question"
        )
    },
)
