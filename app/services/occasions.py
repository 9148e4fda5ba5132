"""A project made ready for an occasion."""

from collections.abc import Sequence

from app.files.errors import UserError
from app.library.occasions import Occasion, occasions
from app.model.base import NewId
from app.model.pattern import Pack
from app.model.project import Project
from app.project.choices import choose_pattern
from app.project.edits import put


def occasion_named(name: str) -> Occasion:
    """An occasion by its id. Raises UserError when there is none of that name."""
    if name not in occasions():
        raise UserError("new.no-occasion", name=name, known=", ".join(occasions()))
    return occasions()[name]


def picked_for(project: Project, occasion: Occasion, packs: Sequence[Pack], new_id: NewId) -> Project:
    """The project with the occasion's patterns after those that it has."""
    for pack, pattern in occasion.among(packs):
        project = choose_pattern(project, pack.id, pack.version, pattern, new_id)
    return project


def begun_for(project: Project, occasion: Occasion, packs: Sequence[Pack], new_id: NewId) -> Project:
    """A new project with the occasion's patterns, told to its audience."""
    return put(picked_for(project, occasion, packs, new_id), "storyline/audience", occasion.audience)
