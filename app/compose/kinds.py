"""What a kind of slide is: when it exists, what its title says, what its body shows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from app.compose.storyline import Notes, SlideKind
from app.compose.telling import Telling
from app.model.base import FieldPath, Id
from app.model.blocks import Block
from app.model.rich import Para

#: The parts of the tracker, main ones first.
Part = Literal[
    "brief", "risk", "control", "why", "state", "choice", "delivery", "detail", "questions", "method", "sources"
]  # fmt: skip
MAIN_PARTS: Final[tuple[Part, ...]] = ("brief", "risk", "control", "why", "state", "choice", "delivery")
BACKUP_PARTS: Final[tuple[Part, ...]] = ("detail", "questions", "method", "sources")

#: The member of a kind that has one slide at the most.
ONLY: Final = ("",)
NONE: Final[tuple[str, ...]] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """A title and the field it came from."""

    id: FieldPath
    text: Para


@dataclass(frozen=True, slots=True)
class Body:
    """What a slide says under its title."""

    blocks: tuple[Block, ...]
    notes: Notes
    takeaway: Para = Para()
    takeaway_id: FieldPath = ""
    source: Para = Para()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of slide. Each function takes the telling, and the id of the pattern or action that the slide is about.

    `members` names those; `ONLY` when there is one slide of the kind, `NONE` when there is nothing to say.
    `written` is the title as somebody wrote it, `made` the one made of figures when nobody has;
    `apart` is what tells two slides with the same written title apart, and `ending` what a written title goes on with."""

    name: SlideKind
    part: Part | None
    members: Callable[[Telling], tuple[Id, ...]]
    body: Callable[[Telling, Id], Body]
    made: Callable[[Telling, Id], Title]
    written: Callable[[Telling, Id], Title | None] = lambda _telling, _key: None
    apart: Callable[[Telling, Id], Para] = lambda _telling, _key: Para()
    ending: Callable[[Telling, Id], str] = lambda _telling, _key: ""
    backup: bool = False
