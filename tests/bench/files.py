"""Saving and opening, against the standard library writing and reading the same entries."""

import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from app.model.project import Project
from app.project import edits
from app.project.history import History, remembered
from app.project.store import open_project, save_project
from tests.bench.table import Line
from tests.bench.timing import compared

_ROUNDS: Final = 25


def files(name: str, project: Project, folder: Path) -> Iterator[Line]:
    """A project saved and opened again."""
    ours, bare = folder / "saved.boardwright", folder / "bare.zip"
    save_project(ours, project, {})
    entries = _entries(ours)
    trees = {entry: json.loads(data) for entry, data in entries.items() if entry.endswith(".json")}
    size = f"{ours.stat().st_size / 1024:.0f} kB"
    saved, save_floor = compared((lambda: save_project(ours, project, {}), lambda: _write(bare, trees)), _ROUNDS)
    yield Line(f"save, {name}, {size}", saved, save_floor, "under 20")
    history: History = ()
    for number in range(100):
        history = remembered(history, edits.put(project, "matter/reference", str(number)))
    again, save_floor = compared(
        (lambda: save_project(ours, project, {}, remembered(history, project)), lambda: _write(bare, trees)), _ROUNDS
    )
    yield Line(f"save the 101st time, {ours.stat().st_size / 1024:.0f} kB", again, save_floor, "under 20")
    opened, open_floor = compared((lambda: open_project(ours), lambda: _read(ours)), _ROUNDS)
    yield Line(f"open, {name}, {size}", opened, open_floor)


def _entries(path: Path) -> Mapping[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _write(path: Path, trees: Mapping[str, object]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, tree in trees.items():
            archive.writestr(name, json.dumps(tree, ensure_ascii=False, indent=2))


def _read(path: Path) -> list[object]:
    return [json.loads(data) for name, data in _entries(path).items() if name.endswith(".json")]
