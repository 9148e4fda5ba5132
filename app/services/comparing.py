"""Two states of a project compared: files, editions within them, or an edition and now."""

from pathlib import Path

from app.model.base import Lang
from app.model.project import Project
from app.project.compare import compare
from app.project.compared import Comparison, Told
from app.project.store import open_project
from app.services.editions import reopened


def state_at(address: str) -> Project:
    """The project in a file, or the edition in it that is named after a "#". Raises what opening raises, and NoEdition."""
    if Path(address).exists() or "#" not in address:
        return open_project(Path(address)).project
    file, _, key = address.rpartition("#")
    opened = open_project(Path(file))
    return reopened(opened.project, opened.assets, key).project


def compared(before: Project, after: Project, lang: Lang) -> tuple[Comparison, tuple[Told, ...]]:
    """What became of the first, in words."""
    comparison = Comparison(before, after, lang)
    return comparison, comparison.told(compare(before, after))
