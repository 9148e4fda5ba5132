"""Two copies of a project brought together: against the newest state that both hold, saved or kept as an edition."""

from collections.abc import Mapping

from app.files.errors import UserError
from app.language.mentions import filled
from app.model.project import Project
from app.project.editions import content_of
from app.project.history import newest_common
from app.project.merge import Choices, Merged, merge
from app.project.store import OpenProject


class NotTheSame(UserError):
    """A file that holds another project than the one it is to be brought together with."""


def together(
    mine: OpenProject, theirs: OpenProject, choices: Choices | None = None
) -> tuple[Merged, Mapping[str, bytes]]:
    """The two as one, with all that had to be chosen, and the bytes of both. Raises NotTheSame, and NoEdition for a damaged one."""
    if mine.project.id != theirs.project.id:
        raise NotTheSame(
            "together.another",
            title=filled(theirs.project, theirs.project.matter.title, theirs.project.language) or "–",
        )
    merged = merge(_common(mine, theirs), mine.project, theirs.project, choices)
    return merged, {**theirs.assets, **mine.assets}


def share_a_state(mine: OpenProject, theirs: OpenProject) -> bool:
    """Whether there is a state that both hold, so that one knows who changed what."""
    return _common(mine, theirs) is not None


def _common(mine: OpenProject, theirs: OpenProject) -> Project | None:
    """The newest state that both hold; None where they share none. A state that was saved with the newest shared edition is newer."""
    state = newest_common(mine.history, theirs.history, (mine.project, theirs.project))
    held = {edition.content for edition in theirs.project.editions}
    shared = [edition for edition in mine.project.editions if edition.content in held][-1:]
    if not shared or (state and shared[0].id in {edition.id for edition in state.editions}):
        return state
    return content_of(shared[0], mine.assets)
