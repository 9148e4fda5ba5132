"""An action that nobody answers for."""

from collections.abc import Iterator

from app.checks.example import FIRST
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import ACTIONS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Action


def _find(action: Action, _: Look) -> Iterator[Hit]:
    if not action.owner.strip() and action.status != "stopped":
        yield Hit(f"actions/{action.id}/owner", values={"action": action.title})


RULE = Rule(
    id="action.no-owner",
    severity="error",
    title=text("Åtgärd utan ansvarig", "Action without an owner"),
    says=text(
        "Ingen ansvarar för ”{action}”. Skriv vem som gör det.", "Nobody is responsible for “{action}”. Say who does."
    ),
    why=text(
        "En åtgärd som ingen äger blir inte gjord, och den som frågar efter den får inget svar.",
        "An action that nobody owns is not carried out, and whoever asks about it gets no answer.",
    ),
    source=PRACTICE,
    scope=ACTIONS,
    find=_find,
    fires={f"actions/{FIRST}/owner": ""},
    silent={f"actions/{FIRST}/owner": "", f"actions/{FIRST}/status": "stopped"},
)
