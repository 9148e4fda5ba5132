"""Two messages in one title."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.example import CHOSEN
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.sources import PLAIN_LANGUAGE
from app.checks.texts import Wording
from app.model.base import text
from app.model.project import ChosenPattern, FreeSlide, Matter, SlideChoice, Statement

#: The fields that bear a message.
_MESSAGES: Final = frozenset(
    {(ChosenPattern, "message"), (FreeSlide, "title"), (SlideChoice, "title"), (Statement, "text"), (Matter, "answer")}
)
_BREAK: Final = re.compile(r";\s|[^\W\d]{3}[.!?]\s+[A-ZÅÄÖ]")


def _find(wording: Wording, _: Look) -> Iterator[Hit]:
    if (wording.record, wording.name) in _MESSAGES and _BREAK.search(wording.text):
        yield Hit(wording.path, values={"title": wording.text})


RULE = Rule(
    id="message.two-messages",
    severity="warning",
    title=text("Två budskap i en rubrik", "Two messages in one title"),
    says=text(
        "”{title}” är två meningar. Behåll den viktigaste, eller gör två bilder.",
        "“{title}” is two sentences. Keep the one that matters most, or make two slides.",
    ),
    why=text(
        "En bild med två budskap blir ihågkommen för det minst viktiga.",
        "A slide with two messages is remembered for the lesser one.",
    ),
    source=PLAIN_LANGUAGE,
    scope=TEXTS,
    find=_find,
    fires={
        f"patterns/{CHOSEN}/message": text(
            "Nämnderna äger inga mål. Därför blir inget gjort", "Committees own no goals. So nothing is done"
        )
    },
    silent={
        f"patterns/{CHOSEN}/message": text(
            "Nämnden för bl.a. Öster äger inga mål", "No committee, e.g. East, owns a goal"
        )
    },
)
