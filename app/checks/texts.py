"""The texts that somebody wrote in a project: each wording with its place, and what kind of thing it is a text of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, cast

from app.model.base import FieldPath, Lang, Record, Text
from app.model.project import ChosenPattern, Project
from app.project.paths import keys_of

#: What is not the CIO's own: the library's text, marks, settings, and what is no text.
_NOT_WRITTEN: Final[Mapping[type[Record], frozenset[str]]] = {
    ChosenPattern: frozenset({"pattern"}),
    Project: frozenset({"secrecy", "drafts", "checks"}),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's wording of a text. `path` ends with its language; `record` and `name` say what it is a text of."""

    path: FieldPath
    lang: Lang
    text: str
    record: type[Record]
    name: str


class Wordings:
    """Gathers the texts of projects one after another, as they are shown in one language; parts that are the same as before are not
    walked through again."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang
        self._known: dict[FieldPath, tuple[Record, tuple[Wording, ...]]] = {}

    def of(self, project: Project) -> tuple[Wording, ...]:
        """All texts of a project, in the order of its fields: each in the language, else in the one it was written in."""
        before, self._known = self._known, {}
        found: list[Wording] = []
        for path, member in _members(project):
            kept = before.get(path)
            here = kept[1] if kept is not None and kept[0] is member else tuple(_in_record(member, path, self._lang))
            self._known[path] = (member, here)
            found += here
        return tuple(found)


def _members(project: Project) -> Iterator[tuple[FieldPath, Record]]:
    """The records that a project is made of, each with its path."""
    for name in type(project).model_fields:
        value: object = getattr(project, name)
        if name in _NOT_WRITTEN[Project]:
            continue
        if isinstance(value, Record):
            yield name, value
        elif isinstance(value, tuple):
            members = cast("tuple[Record, ...]", value)
            yield from ((f"{name}/{key}", member) for key, member in zip(keys_of(members), members, strict=True))


def _in_record(record: Record, path: FieldPath, lang: Lang) -> Iterator[Wording]:
    kind = type(record)
    for name in kind.model_fields:
        if name not in _NOT_WRITTEN.get(kind, frozenset()):
            yield from _in_field(getattr(record, name), f"{path}/{name}", (kind, name), lang)


def _in_field(value: object, path: FieldPath, field: tuple[type[Record], str], lang: Lang) -> Iterator[Wording]:
    if isinstance(value, Text):
        said, spoken = value.said(lang)
        if said:
            yield Wording(f"{path}/{spoken}", spoken, said, *field)
    elif isinstance(value, Record):
        yield from _in_record(value, path, lang)
    elif isinstance(value, tuple):
        members = [member for member in cast("tuple[object, ...]", value) if isinstance(member, Record)]
        for key, member in zip(keys_of(members), members, strict=True):
            yield from _in_record(member, f"{path}/{key}", lang)
    elif isinstance(value, Mapping):
        for key, entry in cast("Mapping[object, object]", value).items():
            if isinstance(entry, Record):
                yield from _in_record(entry, f"{path}/{key}", lang)
