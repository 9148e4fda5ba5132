"""A project as JSON with its format's version, and as such packed: gzipped without a time, so that equal states are equal bytes."""

import gzip
import zlib
from collections.abc import Iterable
from typing import Final, cast

from pydantic_core import from_json

from app.model.base import Record
from app.model.project import Project
from app.project.migrations import CURRENT, Tree, migrated

#: The most that a state may unpack to, in bytes; as an entry of the file may.
_MOST: Final = 200 * 1024 * 1024
#: Of zlib's levels, the one that zip files have too: the next take twice the time for a twentieth of the size.
_LEVEL: Final = 6


class _Whole(Record):
    format_version: int
    project: Project


def json_of(project: Project, indent: int | None = None) -> bytes:
    """A project as JSON of today's version."""
    whole = _Whole.model_construct(format_version=CURRENT, project=project)
    # Written straight from the records, which takes a third of the time of a tree between; names of texts are not warned of.
    return whole.model_dump_json(indent=indent, by_alias=True, warnings=False).encode()


def with_names(project: Project, names: Iterable[str]) -> Project:
    """A project to be written, in which the names stand for its patterns' texts, in their order."""
    named = (chosen.model_copy(update={"pattern": name}) for chosen, name in zip(project.patterns, names, strict=True))
    return project.model_copy(update={"patterns": tuple(named)})


def packed(project: Project) -> bytes:
    """A project as packed JSON of today's version."""
    return gzip.compress(json_of(project), _LEVEL, mtime=0)


def unpacked(data: bytes) -> Tree:
    """A project's tree, in today's version. Raises ValueError for what is damaged or larger than a state may be."""
    try:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        whole = cast("Tree", from_json(unpacker.decompress(data, _MOST), allow_inf_nan=False))
        return migrated(cast("Tree", whole["project"]), int(whole["format_version"]))
    except (zlib.error, KeyError, TypeError) as problem:
        raise ValueError("no state of a project") from problem
