"""Recovery files: what was written since the last save, kept aside from the user's own file until it is saved or thrown away.

A recovery file is an ordinary project file under a name made from its original's path; a note beside it tells the path."""

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_state_path

from app.files.atomic import make_folder, write_bytes
from app.model.project import Project
from app.project.store import SUFFIX, Assets, save_project


@dataclass(frozen=True, slots=True)
class Recovery:
    """A recovery file, the file it belongs to (None for a project never saved), and when it was written."""

    file: Path
    original: Path | None
    written: datetime


def recovery_folder() -> Path:
    """Where this user's recovery files lie."""
    return user_state_path("boardwright", appauthor=False) / "recovery"


def keep(folder: Path, project: Project, assets: Assets, original: Path | None) -> Recovery:
    """Writes the recovery file of a project anew. Raises CannotWrite."""
    make_folder(folder)
    file = _file(folder, project, original)
    note = _note(file)
    if not note.exists():
        write_bytes(note, json.dumps({"original": str(original.resolve()) if original else None}).encode("utf-8"))
    save_project(file, project, assets)
    return Recovery(file, original, _written(file))


def find(folder: Path) -> tuple[Recovery, ...]:
    """All recovery files, the latest first."""
    found = [Recovery(file, _original(file), _written(file)) for file in folder.glob(f"*{SUFFIX}")]
    return tuple(sorted(found, key=lambda each: each.written, reverse=True))


def discard(recovery: Recovery) -> None:
    """Throws a recovery file away: its project is saved, or the user does not want it."""
    for file in (recovery.file, _note(recovery.file)):
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _file(folder: Path, project: Project, original: Path | None) -> Path:
    name = str(original.resolve()) if original else f"unsaved {project.id}"
    return folder / (hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:32] + SUFFIX)


def _note(file: Path) -> Path:
    return file.with_suffix(".json")


def _original(file: Path) -> Path | None:
    try:
        original = json.loads(_note(file).read_bytes())["original"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Path(original) if isinstance(original, str) else None


def _written(file: Path) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC)
