"""A new project file from a starter."""

from datetime import date
from pathlib import Path

from app.files.errors import UserError
from app.library import load_packs
from app.model.base import Lang, NewId
from app.model.project import Project
from app.project.store import save_project
from app.services.occasions import begun_for, occasion_named
from app.services.starters import start


def new_file(path: Path, starter: str, occasion: str | None, lang: Lang, today: date, new_id: NewId) -> Project:
    """Makes a project from a starter, with the patterns for an occasion if one is named, and saves it.

    Raises UserError when the file exists already or cannot be written, and for a name that is not known."""
    if path.exists():
        raise UserError("new.exists", name=path.name)
    packs = load_packs()
    project = start(starter, lang, today, packs, new_id)
    if occasion is not None:
        project = begun_for(project, occasion_named(occasion), packs, new_id)
    save_project(path, project, {})
    return project
