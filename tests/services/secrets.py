"""Puts words that stand nowhere else into a project's fields, and looks for them in every byte of what an export wrote."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, Final, cast

import pikepdf

from app.model.base import FieldPath, Record, Text
from app.model.project import Project
from app.project import edits
from app.project.paths import keys_of
from tests.export.pdf.readers import page_texts

_pikepdf: Final = cast(Any, pikepdf)
_SECRET: Final = re.compile(r"qx\d{4}zv")
#: What the project is and looks like, which is not written in words.
_SETTINGS: Final = ("storyline", "assets", "organisation", "secrecy", "drafts")


def secret_fields(project: Project) -> list[FieldPath]:
    """Every field of words of a project."""
    return [
        path for name in Project.model_fields if name not in _SETTINGS for path in _words(getattr(project, name), name)
    ]


def _words(value: object, path: FieldPath) -> Iterator[FieldPath]:
    if isinstance(value, Text):
        yield path
    elif isinstance(value, tuple):
        members = cast("tuple[object, ...]", value)
        if not any(isinstance(member, str | Text) for member in members):
            for key, member in zip(keys_of(members), members, strict=True):
                yield from _words(member, f"{path}/{key}")
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _words(getattr(value, name), f"{path}/{name}")


def with_secrets(project: Project, fields: Iterable[FieldPath]) -> tuple[Project, dict[FieldPath, str]]:
    """The project with a word of its own in each of the fields, and which word stands where."""
    said: dict[FieldPath, str] = {}
    for number, field in enumerate(fields):
        said[field] = f"qx{number:04}zv"
        project = edits.put(project, field, Text({"sv": said[field], "en": said[field]}))
    return project, said


def secrets_in(data: bytes) -> set[str]:
    """The words of secret fields that a file holds in any of its parts: zipped, compressed, drawn, or told of."""
    if data.startswith(b"%PDF"):
        return set(_SECRET.findall("\n".join(_pdf_strings(data))))
    found = set(_SECRET.findall(data.decode("utf-8", "ignore") + data.decode("utf-16-le", "ignore")))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for name in archive.namelist():
                found |= set(_SECRET.findall(name)) | secrets_in(archive.read(name))
    return found


def _pdf_strings(data: bytes) -> Iterator[str]:
    for text in page_texts(data):
        yield text
        yield text.replace(" ", "")
    with _pikepdf.open(BytesIO(data)) as pdf:
        for item in pdf.objects:
            yield from _strings(item)


def _strings(item: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(item, _pikepdf.String):
        yield str(item)
    elif isinstance(item, _pikepdf.Stream):
        data: bytes = item.read_bytes() if item.get("/Filter") != "/DCTDecode" else b""
        yield data.decode("latin-1")
        yield data.replace(b"\0", b"").decode("latin-1")
        yield from _strings(_pikepdf.Dictionary(dict(item.items())), depth)
    elif isinstance(item, _pikepdf.Dictionary | _pikepdf.Array) and depth < 6:
        members: Iterable[Any] = item.values() if isinstance(item, _pikepdf.Dictionary) else item
        for member in members:
            if not getattr(member, "is_indirect", False):
                yield from _strings(member, depth + 1)
