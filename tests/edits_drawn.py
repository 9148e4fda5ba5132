"""Edits drawn at random: the same seed gives the same ones. Each has a place of its own and a value that nobody else writes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Final, NamedTuple, cast

from app.model.base import LANGS, FieldPath, Record, Text
from app.model.pattern import Pattern
from app.model.project import Project
from app.project import edits
from app.project.edits import InvalidValue
from app.project.paths import keys_of

#: Fields that name other parts, or by which a part is known itself; and where an amount was read, which goes with the amount.
_FIXED: Final = frozenset(
    {
        "id",
        "drafts",
        "assets",
        "secrecy",
        "checks",
        "order",
        "copies",
        "depends_on",
        "of",
        "slide",
        "chosen",
        "on",
        "day",
        "origin",
        "origins",
    }
)


class FieldEdit(NamedTuple):
    """A field and what is written into it."""

    path: FieldPath
    value: object


def drawn_edits(project: Project, random: Random, count: int) -> list[FieldEdit]:
    """So many edits of a project, each of another field."""
    places = list(_fields("", project))
    random.shuffle(places)
    found = (edit for path, value in places if (edit := _edit(project, path, value, random)))
    return [edit for edit, _ in zip(found, range(count), strict=False)]


def edited(project: Project, made: Sequence[FieldEdit]) -> Project:
    """The project after some edits."""
    for path, value in made:
        project = edits.put(project, path, value)
    return project


def _fields(path: FieldPath, value: object) -> Iterator[tuple[FieldPath, object]]:
    if isinstance(value, str | int | Decimal | date) or value is None:
        yield path, value
    else:
        for name, part in _within(value):
            yield from _fields(f"{path}/{name}" if path else str(name), part)


def _within(value: object) -> Iterator[tuple[str, object]]:
    """The parts of a value that can be edited each by itself."""
    if isinstance(value, Text):
        yield from ((lang, value.root.get(lang, "")) for lang in LANGS)
    elif isinstance(value, Record) and not isinstance(value, Pattern):
        yield from ((name, getattr(value, name)) for name in type(value).model_fields if name not in _FIXED)
    elif isinstance(value, Mapping):
        yield from ((str(key), part) for key, part in cast("Mapping[object, object]", value).items())
    elif isinstance(value, tuple):
        members = cast("tuple[object, ...]", value)
        if all(isinstance(member, Record) for member in members):
            yield from zip(keys_of(members), members, strict=True)


def _edit(project: Project, path: FieldPath, old: object, random: Random) -> FieldEdit | None:
    """Another value for a field; None where none is found that it takes."""
    value: object = not old
    if isinstance(old, str):
        value = f"Ny {random.getrandbits(64):x}"
    elif isinstance(old, date):
        value = old + timedelta(days=random.randint(1, 9_000))
    elif isinstance(old, Decimal):
        value = Decimal(random.randint(1, 10**9))
    elif isinstance(old, int) and not isinstance(old, bool):
        value = old % 5 + 1
    elif old is None:
        value = random.choice((date(2031, 1, 1) + timedelta(days=random.randint(1, 9_000)), random.randint(1, 5)))
    try:
        edits.put(project, path, value)
    except InvalidValue:
        return None
    return FieldEdit(path, value) if value != old else None
