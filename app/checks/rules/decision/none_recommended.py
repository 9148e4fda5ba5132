"""Several ways, and none recommended."""

from collections.abc import Iterator
from typing import Final

from app.checks.rule import Fix, Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Project

_FIX: Final = text("Rekommendera det enda nya alternativet", "Recommend the only new alternative")


def _find(project: Project, _: Look) -> Iterator[Hit]:
    if project.recommended is None and len(project.alternatives) > 1:
        new = [way.id for way in project.alternatives if not way.as_today]
        yield Hit("recommended", fix=Fix(_FIX, {"recommended": new[0]}) if len(new) == 1 else None)


RULE = Rule(
    id="decision.none-recommended",
    severity="warning",
    title=text("Inget alternativ rekommenderas", "No alternative is recommended"),
    says=text(
        "Alternativen är vägda, men inget rekommenderas. Välj det som föreslås.",
        "The alternatives are weighed, but none is recommended. Choose the one that is proposed.",
    ),
    why=text(
        "Styrelsen vill veta vad ledningen själv tror på innan den prövar det.",
        "The board wants to know what management believes in before testing it.",
    ),
    source=PRACTICE,
    scope=PROJECT,
    find=_find,
    reads=("alternatives", "recommended"),
    fires={"recommended": None},
    silent={"recommended": None, "alternatives": (), "decisions": (), "criteria": ()},
)
