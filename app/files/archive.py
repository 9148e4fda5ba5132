"""Reads a zip file from outside within limits: how many entries, how large, how tightly packed, and no path out of it."""

import errno
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Final

from app.files.errors import UserError
from app.files.reasons import CannotRead

_MB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a zip may hold. Sizes in bytes, unpacked; the ratio is unpacked to packed and counts from one megabyte."""

    entries: int = 5_000
    entry: int = 200 * _MB
    total: int = 500 * _MB
    ratio: int = 200


class BadArchive(UserError):
    """A zip that cannot be read, or that is not read because it would do harm."""


class Foreign(BadArchive):
    """The file is no zip at all."""


def read_archive(path: Path, limits: Limits | None = None) -> Mapping[str, bytes]:
    """All files in a zip by their names. Raises CannotRead when the system refuses, BadArchive or Foreign for what it holds."""
    limits = limits or Limits()
    name = path.name
    try:
        if path.is_dir():
            raise BadArchive("file.is-folder", file=name, folder=str(path.parent))
        size = path.stat().st_size
        if size > limits.total:
            raise BadArchive("archive.too-large", file=name)
        with path.open("rb") as file:
            begins = file.read(4)
        if not begins:
            raise BadArchive("file.empty", file=name)
        if not begins.startswith(b"PK"):
            raise Foreign("archive.foreign", file=name)
        return _unpacked(path, name, limits)
    except OSError as error:
        # A place that a damaged zip names before its own beginning comes as an invalid argument.
        if error.errno == errno.EINVAL:
            raise BadArchive("archive.damaged", file=name) from error
        raise CannotRead(path, error) from error


def unpack(data: bytes, name: str, limits: Limits | None = None) -> Mapping[str, bytes]:
    """All files in the bytes of a zip that is called `name`. Raises BadArchive or Foreign for what it holds."""
    if not data.startswith(b"PK"):
        raise Foreign("archive.foreign", file=name)
    try:
        return _unpacked(BytesIO(data), name, limits or Limits())
    except OSError as error:
        raise BadArchive("archive.damaged", file=name) from error


def _unpacked(source: Path | BytesIO, name: str, limits: Limits) -> Mapping[str, bytes]:
    try:
        with zipfile.ZipFile(source) as archive:
            entries = _checked(archive.infolist(), name, limits)
            return {entry.filename: archive.read(entry) for entry in entries}
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OverflowError,
    ) as error:
        raise BadArchive("archive.damaged", file=name) from error


def _checked(entries: list[zipfile.ZipInfo], name: str, limits: Limits) -> list[zipfile.ZipInfo]:
    """The entries that are files, after all were looked at. Raises BadArchive."""
    if len(entries) > limits.entries or sum(entry.file_size for entry in entries) > limits.total:
        raise BadArchive("archive.too-large", file=name)
    seen: set[str] = set()
    for entry in entries:
        problem = _problem(entry, limits) or ("archive.twice" if entry.filename in seen else None)
        if problem:
            raise BadArchive(problem, file=name, entry=entry.filename)
        seen.add(entry.filename)
    return [entry for entry in entries if not entry.is_dir()]


def _problem(entry: zipfile.ZipInfo, limits: Limits) -> str | None:
    """The message key of what is wrong with one entry."""
    if entry.flag_bits & 0x1:
        return "archive.encrypted"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "archive.unsafe"
    parts = PurePosixPath(entry.filename).parts
    if not parts or entry.filename.startswith("/") or ".." in parts or any(sign in entry.filename for sign in "\\:\0"):
        return "archive.unsafe"
    packed_tightly = entry.file_size > _MB and entry.file_size > limits.ratio * max(entry.compress_size, 1)
    if entry.file_size > limits.entry or packed_tightly:
        return "archive.too-large"
    return None
