"""Bodies that meet in the wrong order."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from app.checks.example import BOARD
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Project


def _find(project: Project, _: Look) -> Iterator[Hit]:
    dated = [(meeting, meeting.on) for meeting in project.matter.route if meeting.on]
    for (earlier, before), (later, after) in pairwise(dated):
        if after < before:
            values = {"body": later.body, "day": after, "other": earlier.body, "before": before}
            yield Hit(f"matter/route/{later.id}/on", values=values)


RULE = Rule(
    id="competence.route-order",
    severity="warning",
    title=text("Mötena ligger i fel ordning", "Meetings in the wrong order"),
    says=text("{body} möts {day}, före {other} {before}.", "{body} meets on {day}, before {other} on {before}."),
    why=text(
        "Den som bereder måste mötas före den som beslutar.", "Those who prepare must meet before those who decide."
    ),
    source=PRACTICE,
    scope=PROJECT,
    find=_find,
    reads=("matter",),
    fires={f"matter/route/{BOARD}/on": date(2027, 6, 30)},
)
