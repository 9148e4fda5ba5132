"""The places one can be at, downwards as the sidebar has them, and the page that serves each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from app.gui.document import Document
from app.gui.interface import Interface
from app.gui.page import Page
from app.model.base import FieldPath, Lang
from app.model.project import ChosenPattern, Project

Group = Literal["in", "patterns", "basis", "meeting"]
MakePage = Callable[[Document, Interface], Page]


@dataclass(frozen=True)
class Place:
    """A row of the sidebar that is always there: its path, group and icon."""

    path: FieldPath
    group: Group
    icon: str


PLACES: Final = (
    Place("matter", "in", "file-text"),
    Place("library", "in", "library"),
    Place("alternatives", "basis", "split"),
    Place("actions", "basis", "list-checks"),
    Place("risks", "basis", "shield-alert"),
    Place("figures", "basis", "calculator"),
    Place("decisions", "meeting", "gavel"),
    Place("storyline", "meeting", "layout-grid"),
    Place("editions", "meeting", "history"),
)
#: What the project names elsewhere belongs to these places.
_ELSEWHERE: Final[Mapping[str, FieldPath]] = {
    "organisation": "matter",
    "criteria": "alternatives",
    "recommended": "alternatives",
}


def kind_of(place: FieldPath) -> str:
    """The kind of page that serves a place: "patterns/<id>" and "actions/<id>" have pages of their own."""
    head, _, member = place.partition("/")
    return {"patterns": "pattern", "actions": "action"}.get(head, head) if member else head


def place_of(path: FieldPath) -> FieldPath:
    """The place where a field stands."""
    head, _, rest = path.partition("/")
    if head in ("patterns", "actions") and rest:
        return f"{head}/{rest.partition('/')[0]}"
    return _ELSEWHERE.get(head, head)


def is_there(project: Project, place: FieldPath) -> bool:
    """Whether the project has a place (still)."""
    head, _, key = place.partition("/")
    if head == "patterns":
        return project.chosen(key) is not None
    if head == "actions" and key:
        return project.action(key) is not None
    return any(found.path == head for found in PLACES)


def is_filled(chosen: ChosenPattern) -> bool:
    """Whether a pattern has all that its slide needs: an analysis and the three steps."""
    assessed = chosen.assessment
    steps = (assessed.relevance.step, assessed.readiness.step, assessed.target.step)
    return bool(chosen.meaning) and None not in steps


def short_name(chosen: ChosenPattern, lang: Lang) -> str:
    """What a pattern is called where space is short: by where it leads."""
    return (chosen.pattern.short or chosen.pattern.name).said(lang).text
