"""What differs between two states of a project, as paths. Parts that both share are not looked into."""

from collections.abc import Iterator, Mapping
from typing import cast

from app.model.base import FieldPath, Record
from app.model.project import Project


def changed_paths(before: Project, after: Project) -> frozenset[FieldPath]:
    """The paths of the fields that differ, in value or in what was typed and is not valid. A member that came or went names its
    collection and itself; a new order, the collection."""
    return frozenset(path.removeprefix("drafts/") for path in _differences("", before, after))


def _differences(path: FieldPath, before: object, after: object) -> Iterator[FieldPath]:
    if before is after or before == after:
        return
    if isinstance(before, Record) and isinstance(after, Record) and type(before) is type(after):
        for name in type(before).model_fields:
            yield from _differences(_under(path, name), getattr(before, name), getattr(after, name))
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _entries(path, cast("Mapping[object, object]", before), cast("Mapping[object, object]", after))
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _members(path, cast("tuple[object, ...]", before), cast("tuple[object, ...]", after))
    else:
        yield path


def _entries(path: FieldPath, before: Mapping[object, object], after: Mapping[object, object]) -> Iterator[FieldPath]:
    for key in {**before, **after}:
        if key not in before or key not in after:
            yield path
            yield _under(path, str(key))
        else:
            yield from _differences(_under(path, str(key)), before[key], after[key])


def _members(path: FieldPath, before: tuple[object, ...], after: tuple[object, ...]) -> Iterator[FieldPath]:
    old, new = _by_id(before), _by_id(after)
    if old is None or new is None or list(old) != list(new):
        yield path
    if old is None or new is None:
        return
    for key in {**old, **new}:
        if key not in old or key not in new:
            yield _under(path, key)
        else:
            yield from _differences(_under(path, key), old[key], new[key])


def _by_id(members: tuple[object, ...]) -> dict[str, object] | None:
    """The members by their id; None when they have none."""
    found = {str(getattr(member, "id", "")): member for member in members}
    return None if "" in found else found


def _under(path: FieldPath, segment: str) -> FieldPath:
    return f"{path}/{segment}" if path else segment
