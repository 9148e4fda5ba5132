"""Editions kept by this version of the program, opened again, and gone on from."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from app import __version__
from app.model.base import NewId
from app.model.editions import Edition
from app.model.project import Project
from app.model.totals import live_actions
from app.project.editions import Kept, Occasion, content_of, edition_of, keep
from app.project.references import mended


class Reopened(NamedTuple):
    """An edition, and the project as it was."""

    edition: Edition
    project: Project


def keep_edition(project: Project, occasion: Occasion, today: date, new_id: NewId) -> Kept:
    """Keeps the project as it is now, made by this version of the program."""
    return keep(project, occasion, today, __version__, new_id)


def next_round(project: Project, today: date, new_id: NewId) -> Kept:
    """The next quarter's project: what was written, chosen and measured; what is still to be done and still to be decided, without
    the days of meetings that have been. It holds the last one's state as an edition, so that what changes since can be told."""
    last = keep_edition(project, Occasion("presented", project.matter.meeting, project.language, "memo"), today, new_id)
    live = {action.id for action in live_actions(project)}
    route = tuple(meeting.model_copy(update={"on": None}) for meeting in project.matter.route)
    began = project.model_copy(
        update={
            "id": new_id(),
            "created": today,
            "matter": project.matter.model_copy(update={"route": route}),
            "actions": tuple(action for action in project.actions if action.id in live),
            "decisions": tuple(
                decision.model_copy(update={"outcome": None, "due": None})
                for decision in project.decisions
                if decision.is_asked
            ),
            "editions": last.project.editions[-1:],
            "drafts": {},
        }
    )
    return Kept(mended(began), last.contents)


def reopened(project: Project, contents: Mapping[str, bytes], key: str) -> Reopened:
    """An edition by its id or the beginning of it, with the editions that there were before it: its deck told what changed since one of
    them. Raises NoEdition."""
    edition = edition_of(project, key)
    before = project.editions[: project.editions.index(edition)]
    return Reopened(edition, content_of(edition, contents).model_copy(update={"editions": before}))


def restored(project: Project, contents: Mapping[str, bytes], key: str, new_id: NewId) -> Project:
    """A new project that begins as an edition was, with the editions that there were before it, so that its files come out as those did.
    Raises NoEdition."""
    return reopened(project, contents, key).project.model_copy(update={"id": new_id()})
