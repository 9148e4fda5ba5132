"""A decision whose meeting was held and whose outcome is not told."""

from collections.abc import Iterator
from datetime import date

from app.checks.example import BOARD, COUNCIL
from app.checks.rule import Hit, Look, Rule
from app.checks.said import meeting_of
from app.checks.scopes import DECISIONS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Decision


def _find(decision: Decision, look: Look) -> Iterator[Hit]:
    meeting = meeting_of(look.project.matter, decision)
    if decision.text and meeting and meeting.on and meeting.on < look.today and decision.outcome is None:
        values = {"decision": decision.text, "day": meeting.on}
        yield Hit(f"decisions/{decision.id}/outcome", values=values)


RULE = Rule(
    id="follow-up.no-outcome",
    severity="warning",
    title=text("Beslut utan utfall", "Decision without an outcome"),
    says=text(
        "Mötet {day} har varit, men det framgår inte vad som beslutades om ”{decision}”.",
        "The meeting on {day} is over, but the paper does not say what was decided on “{decision}”.",
    ),
    why=text(
        "Styrelsen vill se vad som blev av det den beslutade förra gången.",
        "The board wants to see what came of what it decided last time.",
    ),
    source=PRACTICE,
    scope=DECISIONS,
    find=_find,
    reads=("matter",),
    fires={f"matter/route/{COUNCIL}/on": date(2027, 5, 31), f"matter/route/{BOARD}/on": date(2027, 5, 20)},
    silent={f"matter/route/{COUNCIL}/on": date(2027, 6, 1), f"matter/route/{BOARD}/on": date(2027, 5, 20)},
)
