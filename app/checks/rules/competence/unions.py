"""A change of people’s work without a word on the unions."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.example import SECOND, SECTION
from app.checks.rule import Hit, Look, Rule
from app.checks.said import pending, plain
from app.checks.scopes import PROJECT
from app.checks.sources import CODETERMINATION
from app.model.base import text
from app.model.project import Project

_CHANGES: Final = re.compile(
    r"nya roller|omorganis\w+|ny organisation\b|övertalig\w*|verksamhetsövergång|\bvarsel\b"
    r"|new roles|reorganis\w+|redundan\w+|layoffs?\b|transfer of undertaking",
    re.IGNORECASE,
)
_UNIONS: Final = re.compile(
    r"\bMBL\b|medbestämmande|samverkan|facklig|\bfacken\b|unions?\b|co-determination", re.IGNORECASE
)


def _find(project: Project, look: Look) -> Iterator[Hit]:
    matter = project.matter
    around = (
        *(meeting.body for meeting in matter.route),
        *(text for one in matter.sections for text in (one.heading, one.body)),
    )
    if any(_UNIONS.search(each.said(look.lang).text) for each in around):
        return
    for action in pending(project):
        changed = _CHANGES.search(f"{plain(action.title, look.lang)} {plain(action.what, look.lang)}")
        if changed:
            yield Hit("matter/sections", values={"action": action.title, "change": changed[0]})
            return


RULE = Rule(
    id="competence.unions",
    severity="note",
    title=text("Facklig samverkan nämns inte", "The unions are not mentioned"),
    says=text(
        "”{action}” rör människors arbete ({change}), men facklig samverkan nämns inte.",
        "“{action}” touches people’s work ({change}), but consultation with the unions is not mentioned.",
    ),
    why=text(
        "Arbetsgivaren ska förhandla före beslut om viktigare förändringar av verksamheten. Fråga HR.",
        "The employer must negotiate before deciding on major changes of the operation. Ask HR.",
    ),
    source=CODETERMINATION,
    scope=PROJECT,
    find=_find,
    reads=("matter", "actions"),
    fires={
        f"actions/{SECOND}/what": text(
            "Nya roller införs i alla nämnder.", "New roles are brought into every committee."
        )
    },
    silent={
        f"actions/{SECOND}/what": text(
            "Nya roller införs i alla nämnder.", "New roles are brought into every committee."
        ),
        f"matter/sections/{SECTION}/heading": text("Facklig samverkan", "Consultation with the unions"),
    },
)
