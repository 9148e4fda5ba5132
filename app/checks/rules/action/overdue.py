"""An action whose day has passed and that is not done."""

from collections.abc import Iterator
from datetime import date

from app.checks.example import SECOND
from app.checks.rule import Hit, Look, Rule
from app.checks.said import is_pending
from app.checks.scopes import ACTIONS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Action


def _find(action: Action, look: Look) -> Iterator[Hit]:
    if action.due and action.due < look.today and is_pending(action):
        yield Hit(f"actions/{action.id}/due", values={"action": action.title, "due": action.due})


RULE = Rule(
    id="action.overdue",
    severity="warning",
    title=text("Försenad åtgärd", "Action overdue"),
    says=text(
        "”{action}” skulle ha varit klar {due}. Ändra datum eller status.",
        "“{action}” was due on {due}. Change the date or the status.",
    ),
    why=text(
        "En försening som inte nämns upptäcks vid mötet, och då är förtroendet den egentliga frågan.",
        "A delay that goes unmentioned comes up at the meeting, and then trust becomes the real question.",
    ),
    source=PRACTICE,
    scope=ACTIONS,
    find=_find,
    fires={
        f"actions/{SECOND}/start": date(2027, 1, 4),
        f"actions/{SECOND}/due": date(2027, 5, 31),
        f"actions/{SECOND}/status": "ongoing",
    },
    silent={
        f"actions/{SECOND}/start": date(2027, 1, 4),
        f"actions/{SECOND}/due": date(2027, 6, 1),
        f"actions/{SECOND}/status": "ongoing",
    },
)
