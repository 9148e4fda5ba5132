"""A council that is to decide what nobody has prepared."""

from collections.abc import Iterator
from datetime import date

from app.checks.example import COUNCIL
from app.checks.rule import Hit, Look, Rule
from app.checks.said import is_council
from app.checks.scopes import PROJECT
from app.checks.sources import LOCAL_ACT_PREPARING
from app.model.base import text
from app.model.project import Project


def _find(project: Project, look: Look) -> Iterator[Hit]:
    if project.organisation.kind not in ("municipality", "region"):
        return
    for index, meeting in enumerate(project.matter.route):
        if meeting.decides and is_council(meeting, look.lang) and index == 0:
            yield Hit(f"matter/route/{meeting.id}", values={"body": meeting.body})


RULE = Rule(
    id="competence.not-prepared",
    severity="warning",
    title=text("Ärendet är inte berett", "The matter has not been prepared"),
    says=text(
        "{body} ska besluta, men ingen nämnd eller styrelse före den står på ärendets väg.",
        "{body} is to decide, but no committee or board before it stands on the way.",
    ),
    why=text(
        "En nämnd eller beredning ska ha berett ärendet, och styrelsen alltid ha fått yttra sig. Fråga kansliet.",
        "A committee must have prepared the matter, and the executive board had the chance to comment. Ask the secretariat.",
    ),
    source=LOCAL_ACT_PREPARING,
    scope=PROJECT,
    find=_find,
    reads=("organisation", "matter"),
    fires={
        "matter/route": (
            {"id": COUNCIL, "body": text("Kommunfullmäktige", "Municipal Council"), "on": date(2027, 6, 28)},
        )
    },
)
