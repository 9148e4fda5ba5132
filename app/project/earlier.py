"""The edition that a project is told in the light of: what the board saw last, against which what changed is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from app.files.errors import UserError
from app.model.editions import Edition
from app.model.project import Meeting, Project
from app.project.editions import content_of

#: Stands in `storyline.since` where nothing is to be told of an earlier edition.
NONE: Final = "none"
#: Editions whose content is kept at hand, unpacked.
_AT_HAND: Final = 4


@dataclass(frozen=True, slots=True)
class Earlier:
    """An edition and the project as it was then."""

    edition: Edition
    project: Project

    @property
    def day(self) -> date:
        """The day of its meeting, else the day on which it was kept."""
        return day_of(self.edition)


def day_of(edition: Edition) -> date:
    """The day of an edition's meeting, else the day on which it was kept."""
    return edition.on or edition.kept


def last_presented(project: Project, meeting: Meeting | None) -> Edition | None:
    """The last edition that was presented before a meeting; None without one.

    What was presented at that very meeting is no earlier meeting's."""
    until = meeting.on if meeting else None
    shown = [one for one in project.editions if one.kind == "presented" and (until is None or day_of(one) < until)]
    return max(shown, key=day_of, default=None)


def chosen_edition(project: Project, meeting: Meeting | None) -> Edition | None:
    """The edition that the project chooses to be compared with at a meeting; None for none."""
    wanted = project.storyline.since
    if not wanted:
        return last_presented(project, meeting)
    return next((edition for edition in project.editions if edition.id == wanted), None)


def earlier_of(project: Project, contents: Mapping[str, bytes], meeting: Meeting | None) -> Earlier | None:
    """What the project is compared with at a meeting, unpacked once; None for nothing, and for an edition whose content is missing or
    damaged, which is told where editions are opened."""
    return _content(chosen_edition(project, meeting), contents)


def sent_of(project: Project, contents: Mapping[str, bytes]) -> Earlier | None:
    """The newest edition that was sent out, unpacked once; None without one."""
    return _content(next((one for one in reversed(project.editions) if one.kind == "sent"), None), contents)


def _content(edition: Edition | None, contents: Mapping[str, bytes]) -> Earlier | None:
    data = contents.get(edition.content) if edition else None
    before = _opened(edition.model_dump_json(), data) if edition and data is not None else None
    return Earlier(edition, before) if edition and before else None


@lru_cache(maxsize=_AT_HAND)
def _opened(edition: str, data: bytes) -> Project | None:
    """An edition's content, by what is told of it."""
    told = Edition.model_validate_json(edition)
    try:
        return content_of(told, {told.content: data})
    except UserError:
        return None
