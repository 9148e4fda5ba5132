"""A new project file from a starter."""

from datetime import date
from pathlib import Path

from app.files.errors import UserError
from app.library import load_packs
from app.model.base import Lang, NewId
from app.model.project import Project
from app.project.store import save_project
from app.services.starters import start


def new_file(path: Path, starter: str, lang: Lang, today: date, new_id: NewId) -> Project:
    """Makes a project from a starter and saves it. Raises UserError when the file exists already or cannot be written."""
    if path.exists():
        raise UserError("new.exists", name=path.name)
    project = start(starter, lang, today, load_packs(), new_id)
    save_project(path, project, {})
    return project
