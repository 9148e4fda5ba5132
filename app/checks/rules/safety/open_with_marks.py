"""An open document with parts that are marked as secret."""

from collections.abc import Iterator
from typing import Final

from app.checks.example import FIRST, MARK
from app.checks.rule import Fix, Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import SECRECY_MARK
from app.model.base import text
from app.model.project import Project

_FIX: Final = text("Klassa dokumentet som internt", "Class the document as internal")


def _find(project: Project, _: Look) -> Iterator[Hit]:
    if project.secrecy and project.organisation.classification == "open":
        path = "organisation/classification"
        yield Hit(path, values={"n": len(project.secrecy)}, fix=Fix(_FIX, {path: "internal"}))


RULE = Rule(
    id="safety.open-with-marks",
    severity="warning",
    title=text("Öppet dokument med sekretess", "Open document with secrets in it"),
    says=text(
        "Dokumentet är klassat som öppet, men delar av det är markerade som hemliga: {n}.",
        "The document is classed as open, but parts of it are marked as secret: {n}.",
    ),
    why=text(
        "Den som får filen ska kunna lita på klassningen. En öppen version görs för sig.",
        "Whoever gets the file must be able to trust its class. An open version is made apart.",
    ),
    source=SECRECY_MARK,
    scope=PROJECT,
    find=_find,
    reads=("organisation", "secrecy"),
    fires={"secrecy": ({"id": MARK, "field": f"actions/{FIRST}/what", "paragraph": "19 kap. 3 § OSL"},)},
    silent={
        "organisation/classification": "internal",
        "secrecy": ({"id": MARK, "field": f"actions/{FIRST}/what", "paragraph": "19 kap. 3 § OSL"},),
    },
)
