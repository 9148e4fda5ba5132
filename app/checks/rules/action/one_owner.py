"""One person is responsible for everything."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.example import SECOND, THIRD
from app.checks.rule import Hit, Look, Rule
from app.checks.said import pending
from app.checks.scopes import PROJECT
from app.checks.sources import BENEFITS
from app.model.base import text
from app.model.project import Project


def _find(project: Project, look: Look) -> Iterator[Hit]:
    owners = [action.owner.strip() for action in pending(project)]
    if len(owners) >= look.limits["actions"] and owners[0] and len(set(owners)) == 1:
        yield Hit("actions", values={"owner": owners[0], "n": len(owners)})


RULE = Rule(
    id="action.one-owner",
    severity="warning",
    title=text("En person ansvarar för allt", "One person is responsible for everything"),
    says=text(
        "{owner} ansvarar för alla {n} åtgärderna. Fördela dem på dem som får nyttan.",
        "{owner} is responsible for all {n} actions. Share them among those who get the benefit.",
    ),
    why=text(
        "Projekt levererar, verksamheten gör nytta av det. Äger it allt uteblir den andra hälften.",
        "Projects deliver, the line turns it into benefit. If IT owns it all, the second half is lost.",
    ),
    source=BENEFITS,
    scope=PROJECT,
    find=_find,
    reads=("actions",),
    limits={"actions": Decimal(3)},
    fires={f"actions/{SECOND}/owner": "It-chef", f"actions/{THIRD}/owner": "It-chef"},
)
