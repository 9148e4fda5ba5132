"""The beginning of the decisions names another body."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.example import COUNCIL
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import MEETINGS
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Meeting

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_STEM: Final = 5


def _find(meeting: Meeting, look: Look) -> Iterator[Hit]:
    body, lang = meeting.body.said(look.lang)
    wording, other = meeting.wording.said(lang)
    stems = {word[:_STEM] for word in _WORD.findall(body.casefold())}
    if lang == other and wording.strip() and stems and not any(stem in wording.casefold() for stem in stems):
        yield Hit(f"matter/route/{meeting.id}/wording", values={"body": meeting.body, "wording": meeting.wording})


RULE = Rule(
    id="competence.wording-of-another",
    severity="warning",
    title=text("Fel instans i beslutets inledning", "The decision opens in another body’s name"),
    says=text(
        "Beslutet fattas av {body}, men inledningen är ”{wording}”.",
        "The decision is taken by {body}, but it begins “{wording}”.",
    ),
    why=text(
        "Samma ärende får en lydelse för varje instans. Protokollet blir fel om de förväxlas.",
        "One matter has a wording for each body. The minutes go wrong if they are mixed up.",
    ),
    source=PRACTICE,
    scope=MEETINGS,
    find=_find,
    fires={f"matter/route/{COUNCIL}/wording": text("Styrelsen beslutar att", "The Board resolves to")},
)
