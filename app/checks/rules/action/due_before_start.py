"""An action that ends before it begins."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from app.checks.example import FIRST
from app.checks.rule import Fix, Hit, Look, Rule
from app.checks.scopes import ACTIONS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Action

_FIX: Final = text("Byt plats på datumen", "Swap the dates")


def _find(action: Action, _: Look) -> Iterator[Hit]:
    if action.start and action.due and action.due < action.start:
        path = f"actions/{action.id}"
        fix = Fix(_FIX, {f"{path}/start": action.due, f"{path}/due": action.start})
        values = {"action": action.title, "start": action.start, "due": action.due}
        yield Hit(f"{path}/due", values=values, fix=fix)


RULE = Rule(
    id="action.due-before-start",
    severity="error",
    title=text("Klar före start", "Due before it starts"),
    says=text(
        "”{action}” ska vara klar {due} men börjar {start}.", "“{action}” is due on {due} but starts on {start}."
    ),
    why=text(
        "Datum i fel ordning gör hela tidplanen tveksam.", "Dates in the wrong order cast doubt on the whole plan."
    ),
    source=PRACTICE,
    scope=ACTIONS,
    find=_find,
    fires={f"actions/{FIRST}/due": date(2027, 8, 1)},
    silent={f"actions/{FIRST}/due": date(2027, 9, 1), f"actions/{FIRST}/milestones": ()},
)
