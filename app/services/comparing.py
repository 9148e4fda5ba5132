"""Two states of a project compared: files, editions within them, or an edition and now."""

from datetime import date
from pathlib import Path

from app.model.base import Lang
from app.model.editions import Edition
from app.model.project import Project
from app.project.compare import TOPICS, compare, fallen_late
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


def since(
    edition: Edition, before: Project, now: Project, lang: Lang, today: date
) -> tuple[Comparison, tuple[Told, ...]]:
    """What became of an edition until now, the actions among it whose day has passed meanwhile."""
    comparison = Comparison(before, now, lang)
    changes = (*compare(before, now), *fallen_late(now, edition.kept, today))
    return comparison, comparison.told(sorted(changes, key=lambda change: TOPICS.index(change.topic)))
