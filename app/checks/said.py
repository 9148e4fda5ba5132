"""What several rules ask: a text without its form, the body that decides, the actions still to come."""

import re
from collections.abc import Iterator
from typing import Final

from app.compose import prose
from app.model.base import Lang, Text
from app.model.project import Action, Decision, Matter, Meeting, Project

_COUNCIL: Final = re.compile(
    r"\b(?:kommun|region)?fullmäktige|\b(?:municipal|city|town|county|regional) council\b", re.IGNORECASE
)


def plain(text: Text, lang: Lang) -> str:
    """A text as it is read on one line, without Markdown; in the language it was written in where it is not in `lang`."""
    return prose.line(*text.said(lang)).plain


def meeting_of(matter: Matter, decision: Decision) -> Meeting | None:
    """The meeting whose body is asked for a decision."""
    named = next((meeting for meeting in matter.route if meeting.id == decision.meeting), None)
    return named or matter.meeting


def pending(project: Project) -> Iterator[Action]:
    """The actions that are still to be carried out."""
    return (action for action in project.actions if is_pending(action))


def is_pending(action: Action) -> bool:
    """Whether an action is still to be carried out: neither done nor stopped."""
    return action.status not in ("done", "stopped")


def is_council(meeting: Meeting, lang: Lang) -> bool:
    """Whether the body is the elected council of a municipality or region."""
    return bool(_COUNCIL.search(plain(meeting.body, lang)))
