"""A matter of the council’s that another body is asked to decide."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.example import BOARD, DECISION
from app.checks.rule import Hit, Look, Rule
from app.checks.said import is_council, meeting_of, plain
from app.checks.scopes import DECISIONS
from app.checks.sources import LOCAL_ACT_MATTERS
from app.model.base import text
from app.model.project import Decision

_COUNCILS: Final = re.compile(
    r"skattesats|kommunens budget|regionens budget|årsredovisning|ansvarsfrihet|\breglemente|nämndorganisation"
    r"|\btax rate|municipal budget|annual report|discharge from liability|committee structure",
    re.IGNORECASE,
)


def _find(decision: Decision, look: Look) -> Iterator[Hit]:
    meeting = meeting_of(look.project.matter, decision)
    local = look.project.organisation.kind in ("municipality", "region")
    if not local or meeting is None or is_council(meeting, look.lang):
        return
    if meeting.decides and _COUNCILS.search(plain(decision.text, look.lang)):
        path = f"decisions/{decision.id}/meeting"
        yield Hit(path, values={"decision": decision.text, "body": meeting.body})


RULE = Rule(
    id="competence.council-matter",
    severity="warning",
    title=text("Kan höra till fullmäktige", "May belong to the council"),
    says=text(
        "”{decision}” kan vara en fråga för fullmäktige, inte för {body}. Fråga kansliet.",
        "“{decision}” may be a matter for the council, not for {body}. Ask the secretariat.",
    ),
    why=text(
        "Fullmäktige beslutar i ärenden av principiell beskaffenhet: mål, budget, skatt, nämnder och ansvarsfrihet.",
        "The council decides matters of principle: goals, budget, tax, committees and discharge.",
    ),
    source=LOCAL_ACT_MATTERS,
    scope=DECISIONS,
    find=_find,
    reads=("organisation", "matter"),
    fires={
        f"decisions/{DECISION}/text": text("fastställa kommunens budget", "adopt the municipal budget"),
        f"matter/route/{BOARD}/decides": True,
        f"decisions/{DECISION}/meeting": BOARD,
    },
    silent={f"decisions/{DECISION}/text": text("fastställa kommunens budget", "adopt the municipal budget")},
)
