"""A decision that is to be carried out before it is taken."""

from collections.abc import Iterator
from datetime import date

from app.checks.example import DECISION
from app.checks.rule import Hit, Look, Rule
from app.checks.said import meeting_of
from app.checks.scopes import DECISIONS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Decision


def _find(decision: Decision, look: Look) -> Iterator[Hit]:
    meeting = meeting_of(look.project.matter, decision)
    if meeting and meeting.on and decision.due and decision.due < meeting.on:
        values = {"decision": decision.text, "due": decision.due, "meeting": meeting.on}
        yield Hit(f"decisions/{decision.id}/due", values=values)


RULE = Rule(
    id="decision.due-before-meeting",
    severity="error",
    title=text("Ska vara klart innan det är beslutat", "Due before it is decided"),
    says=text(
        "”{decision}” ska vara genomfört {due}, före mötet {meeting}.",
        "“{decision}” is due on {due}, before the meeting on {meeting}.",
    ),
    why=text(
        "Ett datum som redan har passerat när beslutet fattas visar att underlaget inte hänger ihop.",
        "A date that has passed when the decision is taken shows that the paper does not hold together.",
    ),
    source=PRACTICE,
    scope=DECISIONS,
    find=_find,
    reads=("matter",),
    fires={f"decisions/{DECISION}/due": date(2027, 6, 1)},
    silent={f"decisions/{DECISION}/due": date(2027, 6, 28)},
)
