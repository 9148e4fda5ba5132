"""Changes to a project: pure functions from one project to the next, by the path of what they change.

Only the field that is written is validated; all that is not on its way is shared with the project before."""

import re
from typing import Final, cast

from app.model.base import FieldPath, Record, clean
from app.model.project import Project
from app.project.paths import GONE, NoSuchPlace, changed_at, key_of, value_at
from app.project.references import mended
from app.project.values import InvalidValue, Rule

__all__ = [
    "InvalidValue",
    "NoSuchPlace",
    "add",
    "clear_draft",
    "get",
    "move",
    "put",
    "put_draft",
    "remove",
    "type_over",
]

#: The value of a figure, and a year's amount of a row: what can come from a cell.
_FIGURE: Final = re.compile(r"(figures/[^/]+)/value")
_AMOUNT: Final = re.compile(r"(.+/lines/[^/]+)/amounts/([^/]+)")


def get(project: Project, path: FieldPath) -> object:
    """The value at a path; None for an entry of a mapping that is not there (a year without amount). Raises NoSuchPlace."""
    return value_at(project, path)


def put(project: Project, path: FieldPath, value: object) -> Project:
    """Writes a value into a field, and clears its draft. None takes an entry of a mapping away.

    Raises InvalidValue with the sentence for the user, NoSuchPlace for a path that leads nowhere."""
    return changed_at(clear_draft(project, path), path, lambda rule, _: rule.checked(value, path))


def type_over(project: Project, path: FieldPath, value: object) -> Project:
    """Writes a value that somebody typed. Where another stood that was read from a cell, or reconciled, the new one is neither.

    Raises InvalidValue and NoSuchPlace, as `put` does."""
    after = put(project, path, value)
    figure, amount = _FIGURE.fullmatch(path), _AMOUNT.fullmatch(path)
    found = amount or figure
    if found is None or (value is not None and get(project, path) == get(after, path)):
        return after
    origin = f"{found[1]}/origins/{amount[2]}" if amount else f"{found[1]}/origin"
    return put(put(after, origin, None), f"{found[1]}/reconciled", None)


def put_draft(project: Project, path: FieldPath, raw: str) -> Project:
    """Keeps what was typed and is not valid. A field that may be empty becomes so, for that is how an export treats it."""

    def emptied(rule: Rule, old: object) -> object:
        return None if rule.may_be_empty else old

    empty = changed_at(project, path, emptied)
    return empty.model_copy(update={"drafts": {**empty.drafts, path: clean(raw)}})


def clear_draft(project: Project, path: FieldPath) -> Project:
    """Forgets what was typed and not valid."""
    if path not in project.drafts:
        return project
    return project.model_copy(update={"drafts": {key: raw for key, raw in project.drafts.items() if key != path}})


def add(project: Project, collection: FieldPath, record: Record, at: int | None = None) -> Project:
    """Puts a record into a collection: last, or before the member at index `at`. Raises ValueError for an id that is taken."""

    def added(rule: Rule, old: object) -> object:
        members = cast("tuple[Record | str, ...]", old)
        if any(key_of(member) == key_of(record) for member in members):
            raise ValueError(f"{collection} has {key_of(record)} already")
        index = len(members) if at is None else at
        return rule.checked((*members[:index], record, *members[index:]), collection)

    return changed_at(project, collection, added)


def remove(project: Project, path: FieldPath) -> Project:
    """Takes the member at a path out of its collection, and empties what referred to it or lay in it."""

    def gone(_rule: Rule, _old: object) -> object:
        return GONE

    return mended(changed_at(project, path, gone))


def move(project: Project, collection: FieldPath, key: str, to_index: int) -> Project:
    """Moves a member of a collection so that it stands at `to_index`."""

    def moved(_: Rule, old: object) -> object:
        members = cast("tuple[Record | str, ...]", old)
        found = next((member for member in members if key_of(member) == key), None)
        if found is None:
            raise NoSuchPlace(f"{collection}/{key}")
        others = [member for member in members if member is not found]
        others.insert(to_index, found)
        return tuple(others)

    return changed_at(project, collection, moved)
