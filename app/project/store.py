"""The `.boardwright` file: a zip with `mimetype` first, `project.json`, the chosen patterns' texts and the pictures.

docs/project-format.md describes it. Equal projects give equal bytes."""

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from app.files.archive import Foreign, read_archive
from app.files.atomic import write_bytes
from app.files.digest import digest
from app.files.errors import UserError
from app.model.project import Asset, ChosenPattern, Project
from app.project.history import History, entries_of, history_in
from app.project.migrations import CURRENT, Tree, migrated
from app.project.packing import json_of, with_names
from app.project.references import mended, repeated

MIMETYPE: Final = "application/vnd.boardwright.project+zip"
SUFFIX: Final = ".boardwright"
#: The earliest time a zip can tell: files say nothing of when they were written, so that equal projects are equal bytes.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_ALREADY_PACKED: Final = frozenset({"image/png", "image/jpeg"})

#: The bytes of pictures, of evidence, and of what editions hold, by their SHA-256.
Assets = Mapping[str, bytes]


class BadProject(UserError):
    """A file that is no project, or one that this program cannot read. The sentence names the file, and the field if any."""


@dataclass(frozen=True, slots=True)
class OpenProject:
    """A project as read, with the bytes of its assets."""

    project: Project
    assets: Assets = field(default_factory=dict[str, bytes])
    #: The states in which it was saved.
    history: History = ()


def save_project(path: Path, project: Project, assets: Assets, history: History = ()) -> str:
    """Writes a project in one step, and gives the digest of what was written. A copy that is handed on has no history.

    Raises CannotWrite, and BadProject when an asset's bytes are missing; the old file then stands."""
    data = project_bytes(project, assets, history)
    write_bytes(path, data)
    return digest(data)


def project_bytes(project: Project, assets: Assets, history: History = ()) -> bytes:
    """A project as the bytes of its file. Raises BadProject when an asset's bytes are missing."""
    out = BytesIO()
    write_project(out, project, assets, history)
    return out.getvalue()


def write_project(file: BinaryIO, project: Project, assets: Assets, history: History = ()) -> None:
    """Writes a project's bytes. Assets that the project does not name are left out."""
    texts, names = _texts(project)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        _write(archive, "mimetype", MIMETYPE.encode(), packed=False)
        _write(archive, "project.json", json_of(with_names(project, names), indent=1) + b"\n")
        for name in sorted(texts):
            _write(archive, name, texts[name])
        for asset in sorted(project.assets, key=lambda asset: asset.sha256):
            if asset.sha256 not in assets:
                raise BadProject("project.asset-missing", asset=asset.name)
            _write(archive, f"assets/{asset.sha256}", assets[asset.sha256], asset.media_type not in _ALREADY_PACKED)
        for held in sorted({key for edition in project.editions for key in edition.held} & assets.keys()):
            _write(archive, f"editions/{held}", assets[held], packed=False)
        for name, data in entries_of(history):
            _write(archive, name, data, packed=False)


def open_project(path: Path) -> OpenProject:
    """Reads a project of this version or an older one. Raises CannotRead, BadArchive or BadProject, each naming the file."""
    try:
        entries = read_archive(path)
    except Foreign:
        raise BadProject("project.foreign", file=path.name) from None
    if entries.get("mimetype", b"").strip() != MIMETYPE.encode():
        raise BadProject("project.foreign", file=path.name)
    project = _project(path.name, _tree(path.name, entries))
    assets = {asset.sha256: _bytes(path.name, asset, entries) for asset in project.assets}
    return OpenProject(project, {**assets, **_contents(project, entries)}, history_in(entries))


def _write(archive: zipfile.ZipFile, name: str, data: bytes, packed: bool = True) -> None:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    archive.writestr(entry, data)


def _texts(project: Project) -> tuple[Mapping[str, bytes], Sequence[str]]:
    """The patterns' texts by their names in the file, and the name of each pattern's."""
    texts: dict[str, bytes] = {}
    names: list[str] = []
    for chosen in project.patterns:
        data = to_json(chosen.pattern, indent=1, by_alias=True) + b"\n"
        names.append(next(name for name in _names(chosen) if texts.setdefault(name, data) == data))
    return texts, names


def _names(chosen: ChosenPattern) -> Iterator[str]:
    """The name of a pattern's text; further ones for a pattern that was chosen from two versions of its pack."""
    stem = f"packs/{chosen.pack}/{chosen.pattern.id}"
    yield f"{stem}.json"
    yield from (f"{stem}~{number}.json" for number in count(2))


def _tree(file: str, entries: Mapping[str, bytes]) -> Tree:
    """The project's tree in today's version, with the patterns' texts in place."""
    whole = _table(file, entries, "project.json")
    version, tree = whole.get("format_version"), whole.get("project")
    if not isinstance(version, int) or version < 1 or not isinstance(tree, dict):
        raise BadProject("project.damaged", file=file, part="project.json")
    if version > CURRENT:
        raise BadProject("project.newer", file=file, version=version)
    known = cast("Tree", tree)
    patterns = known.get("patterns")
    for chosen in cast("list[object]", patterns) if isinstance(patterns, list) else ():
        if isinstance(chosen, dict) and isinstance(name := cast("Tree", chosen).get("pattern"), str):
            chosen["pattern"] = _table(file, entries, name)
    return migrated(known, version)


def _table(file: str, entries: Mapping[str, bytes], name: str) -> Tree:
    """One JSON object of the file."""
    try:
        found: Any = from_json(entries[name], allow_inf_nan=False)
    except (KeyError, ValueError):
        found = None
    if not isinstance(found, dict):
        raise BadProject("project.damaged", file=file, part=name)
    return cast("Tree", found)


def _project(file: str, tree: Tree) -> Project:
    try:
        project = Project.model_validate(tree)
    except ValidationError as refused:
        first = refused.errors(include_url=False)[0]
        where = "/".join(str(part) for part in first["loc"]) or "project"
        raise BadProject("project.wrong-field", file=file, field=where, value=_short(first["input"])) from None
    except RecursionError:
        raise BadProject("project.damaged", file=file, part="project.json") from None
    twice = repeated(project)
    if twice:
        raise BadProject("project.repeated", file=file, field=twice)
    return mended(project)


def _short(value: object) -> str:
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"


def _bytes(file: str, asset: Asset, entries: Mapping[str, bytes]) -> bytes:
    """An asset's bytes, when they are those that were put in."""
    # Imported with the first asset: most projects have no pictures, and what reads them takes long to load.
    from app.files.pictures import is_sound

    data = entries.get(f"assets/{asset.sha256}")
    if data is None or digest(data) != asset.sha256 or not is_sound(data, asset.media_type):
        raise BadProject("project.asset-damaged", file=file, asset=asset.name)
    return data


def _contents(project: Project, entries: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """What editions hold, by digest. What is damaged is said to be so when it is opened: the project can do without."""
    held = {key for edition in project.editions for key in edition.held}
    found = {key: entries.get(f"editions/{key}", b"") for key in held}
    return {key: data for key, data in found.items() if digest(data) == key}
