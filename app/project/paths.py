"""Finds a place in a project by its path, and makes the project anew with that place changed.

Segments are divided by "/": attributes by name, members of collections by their key, entries of mappings by theirs, a text's
language last. A key may hold a "/" itself, as slide ids do."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, Protocol, TypeVar, cast

from app.model.base import LANGS, FieldPath, Record, Text
from app.model.checks import RuleSetting
from app.model.editions import EditionFile
from app.model.pattern import FirstStep, Source
from app.model.project import Asset, DatedValue, SlideChoice
from app.project.values import WORDING, Rule, empty_entry, entry_rule, field_rule, key_rule

_R = TypeVar("_R", bound=Record)

#: By which attribute a member of a collection is named, where it is not its id.
_KEYS: Final[Mapping[type, str]] = {
    Asset: "sha256",
    SlideChoice: "slide",
    DatedValue: "on",
    FirstStep: "day",
    Source: "key",
    RuleSetting: "rule",
    EditionFile: "name",
}


class _Named(Protocol):
    id: str


class NoSuchPlace(KeyError):
    """The project has no such place, or has it no more."""


#: What a change gives back for a member of a collection or an entry of a mapping that is to be taken away.
GONE: Final = object()
#: What becomes of a place: from its rule and its old value to the new one.
Change = Callable[[Rule, object], object]


class _Place(NamedTuple):
    """Where a walk stands: the whole path for messages, and what to do at its end."""

    path: FieldPath
    change: Change

    def at_end(self, rule: Rule, old: object) -> object:
        """What the change makes of the place; the old value itself where it comes to the same."""
        new = self.change(rule, old)
        return old if new == old else new


def key_of(member: object) -> str:
    """The segment by which a member of a collection is named."""
    return keys_of((member,))[0]


def keys_of(members: Sequence[object]) -> list[str]:
    """The segments by which a collection's members, all of one kind, are named."""
    if not members or isinstance(members[0], str):
        return cast("list[str]", list(members))
    attribute = _KEYS.get(type(members[0]))
    if attribute is None:
        return [member.id for member in cast("Sequence[_Named]", members)]
    return [str(getattr(member, attribute)) for member in members]


def parts_of(value: object, leaving_out: Collection[str] = ()) -> Iterator[tuple[str, object]]:
    """The parts of a record, a mapping or a collection whose members have names, by their segments of a path; of other values none.
    A record's fields of the names in `leaving_out` are passed over."""
    if isinstance(value, Record):
        yield from ((name, getattr(value, name)) for name in type(value).model_fields if name not in leaving_out)
    elif isinstance(value, Mapping):
        yield from ((str(key), entry) for key, entry in cast("Mapping[object, object]", value).items())
    elif isinstance(value, tuple):
        members = cast("tuple[object, ...]", value)
        if members and not isinstance(members[0], Text):
            yield from zip(keys_of(members), members, strict=True)


def value_at(record: Record, path: FieldPath) -> object:
    """The value at a path; None for an entry of a mapping that is not there. Raises NoSuchPlace."""
    found: list[object] = []

    def look(_: Rule, old: object) -> object:
        found.append(old)
        return old

    changed_at(record, path, look)
    return found[0]


def changed_at(record: _R, path: FieldPath, change: Change) -> _R:
    """The record with `change` done at a path; the same object when nothing came of it. Raises NoSuchPlace."""
    return _in_record(record, path, _Place(path, change))


def _in_record(record: _R, rest: str, place: _Place) -> _R:
    name, _, rest = rest.partition("/")
    kind = type(record)
    if name not in kind.model_fields:
        raise NoSuchPlace(place.path)
    old: object = getattr(record, name)
    if not rest:
        new = place.at_end(field_rule(kind, name), old)
        if new is GONE:
            raise NoSuchPlace(place.path)
    elif isinstance(old, tuple):
        new = _in_members(kind, name, cast("tuple[object, ...]", old), rest, place)
    elif isinstance(old, Mapping):
        new = _in_entries(kind, name, cast("Mapping[object, object]", old), rest, place)
    else:
        new = _within(old, rest, place)
    return record if new is old else record.model_copy(update={name: new})


def _within(value: object, rest: str, place: _Place) -> object:
    """A record or a text with the change done in it."""
    if isinstance(value, Record):
        return _in_record(value, rest, place)
    if isinstance(value, Text) and rest in LANGS:
        old = value.root.get(rest, "")
        new = place.at_end(WORDING, old)
        return value if new is old else value.writing(rest, cast("str", new))
    raise NoSuchPlace(place.path)


def _in_members(kind: type[Record], name: str, members: tuple[object, ...], rest: str, place: _Place) -> object:
    keys = keys_of(members)
    index = _index(keys, rest)
    if index is None:
        raise NoSuchPlace(place.path)
    member, inner = members[index], rest[len(keys[index]) + 1 :]
    new = _within(member, inner, place) if inner else place.at_end(entry_rule(kind, name), member)
    kept = () if new is GONE else (new,)
    return members if new is member else (*members[:index], *kept, *members[index + 1 :])


def _index(keys: Sequence[str], rest: str) -> int | None:
    """Which key a path begins with: as a rule its first segment; the longest, where one holds a "/" itself."""
    found = [index for index, key in enumerate(keys) if f"{rest}/".startswith(f"{key}/")]
    return max(found, key=lambda index: len(keys[index])) if found else None


def _in_entries(kind: type[Record], name: str, entries: Mapping[object, object], rest: str, place: _Place) -> object:
    segment, _, inner = rest.partition("/")
    known = next((key for key in entries if str(key) == segment), None)
    key = key_rule(kind, name).checked(segment, place.path) if known is None else known
    old = entries.get(key, empty_entry(kind, name))
    new = _within(old, inner, place) if inner else place.at_end(entry_rule(kind, name), entries.get(key))
    if new is None or new is GONE:
        return entries if known is None else {kept: value for kept, value in entries.items() if kept != key}
    return entries if new is old else {**entries, key: new}
