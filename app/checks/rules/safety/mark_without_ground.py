"""A mark of secrecy that names no ground."""

from collections.abc import Iterator

from app.checks.example import FIRST, MARK
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import SECRECY_MARK
from app.model.base import text
from app.model.project import Project


def _find(project: Project, _: Look) -> Iterator[Hit]:
    for mark in project.secrecy:
        if mark.kind == "secrecy" and not mark.paragraph.strip():
            yield Hit(f"secrecy/{mark.id}/paragraph")


RULE = Rule(
    id="safety.mark-without-ground",
    severity="warning",
    title=text("Sekretessmarkering utan lagrum", "Secrecy mark without a ground"),
    says=text(
        "En sekretessmarkering anger ingen paragraf i OSL.", "A mark of secrecy names no section of the Secrecy Act."
    ),
    why=text(
        "En markering ska ange bestämmelse, dag och myndighet.",
        "A mark names the provision, the day and the authority.",
    ),
    source=SECRECY_MARK,
    scope=PROJECT,
    find=_find,
    reads=("secrecy",),
    fires={"secrecy": ({"id": MARK, "field": f"actions/{FIRST}/what"},)},
    silent={"secrecy": ({"id": MARK, "field": f"actions/{FIRST}/what", "kind": "inside"},)},
)
