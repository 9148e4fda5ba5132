"""An action that begins before what it depends on is done."""

from collections.abc import Iterator
from datetime import date

from app.checks.example import SECOND, THIRD
from app.checks.rule import Hit, Look, Rule
from app.checks.said import is_pending
from app.checks.scopes import ACTIONS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Action


def _find(action: Action, look: Look) -> Iterator[Hit]:
    for key in action.depends_on:
        needed = look.project.action(key)
        if needed and needed.due and action.start and action.start < needed.due and is_pending(action):
            values = {"action": action.title, "start": action.start, "needed": needed.title, "due": needed.due}
            yield Hit(f"actions/{action.id}/start", values=values)
            return


RULE = Rule(
    id="action.before-what-it-needs",
    severity="warning",
    title=text("Börjar före det som den bygger på", "Starts before what it builds on"),
    says=text(
        "”{action}” börjar {start} men bygger på ”{needed}”, som är klar först {due}.",
        "“{action}” starts on {start} but builds on “{needed}”, which is done only on {due}.",
    ),
    why=text(
        "En tidplan som inte går ihop blir styrelsens första fråga om genomförandet.",
        "A plan that does not add up is the board’s first question on delivery.",
    ),
    source=PRACTICE,
    scope=ACTIONS,
    find=_find,
    reads=("actions",),
    fires={f"actions/{THIRD}/depends_on": (SECOND,)},
    silent={
        f"actions/{THIRD}/depends_on": (SECOND,),
        f"actions/{THIRD}/start": date(2028, 11, 30),
        f"actions/{THIRD}/due": date(2029, 6, 30),
    },
)
