"""An action that begins before it may."""

from collections.abc import Iterator
from datetime import date

from app.checks.example import FIRST, KPI
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import ACTIONS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Action


def _find(action: Action, look: Look) -> Iterator[Hit]:
    meeting = look.project.matter.meeting
    early = bool(meeting and meeting.on and action.start and action.start < meeting.on)
    if early and look.project.decisions and action.status in ("proposed", "planned"):
        yield Hit(f"actions/{action.id}/start", values={"action": action.title, "start": action.start or look.today})


RULE = Rule(
    id="action.starts-before-decision",
    severity="warning",
    title=text("Börjar före beslutet", "Starts before the decision"),
    says=text(
        "”{action}” ska börja {start}, innan något är beslutat.",
        "“{action}” is to start on {start}, before anything is decided.",
    ),
    why=text(
        "Den som ska besluta vill inte få veta att arbetet redan pågår.",
        "Those who are to decide do not want to learn that the work has begun.",
    ),
    source=PRACTICE,
    scope=ACTIONS,
    find=_find,
    reads=("matter", "decisions"),
    fires={f"actions/{FIRST}/start": date(2027, 6, 10)},
    silent={
        f"actions/{FIRST}/start": date(2027, 6, 10),
        f"actions/{FIRST}/status": "ongoing",
        f"actions/{FIRST}/kpis/{KPI}/values": ({"on": date(2027, 5, 31), "value": 7},),
    },
)
