"""Parts that one copy of a project has taken away while the other wrote in them, or let something new refer to them."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple, cast

from app.model.base import FieldPath, Id, Record, Text
from app.model.pattern import Pattern
from app.model.project import Project
from app.project import edits
from app.project.paths import GONE, NoSuchPlace, keys_of, parts_of
from app.project.values import InvalidValue

Side = Literal["mine", "theirs"]
_ID: Final = re.compile(r"[0-9a-f]{32}")
#: Places that name parts only to say where they stand, or of what they are a mark: no reason to keep a part.
_NO_USE: Final = ("storyline/order", "assets")


class Removal(NamedTuple):
    """A part that was taken away here and is still wanted there: its path, by whom, as the other has it, and whose way it goes."""

    path: FieldPath
    by_mine: bool
    kept: Record
    chosen: Side


class Settled(NamedTuple):
    """Both copies, agreed on which parts there are, and what had to be agreed on."""

    mine: Project
    theirs: Project
    removals: tuple[Removal, ...]


class _Use(NamedTuple):
    """A place that names a part: the collection or record that it lies in, its key there, and what stands in it."""

    container: FieldPath
    key: str
    value: object


def settled_removals(base: Project, mine: Project, theirs: Project, choices: Mapping[FieldPath, str]) -> Settled:
    """Has both copies agree on parts that one took away and the other still wants: as chosen, else they are kept.

    A part that is kept comes back to the copy that has it not, with what referred to it; one that goes, goes from both."""
    found: list[Removal] = []
    for path in _removed(base, mine):
        mine, theirs = _agreed(base, mine, theirs, path, choices, found, by_mine=True)
    for path in _removed(base, theirs):
        theirs, mine = _agreed(base, theirs, mine, path, choices, found, by_mine=False)
    return Settled(mine, theirs, tuple(found))


def _agreed(
    base: Project,
    without: Project,
    other: Project,
    path: FieldPath,
    choices: Mapping[FieldPath, str],
    found: list[Removal],
    *,
    by_mine: bool,
) -> tuple[Project, Project]:
    """The copy without the part and the other, after they agreed."""
    kept = _part(other, path)
    if kept is None or not _is_wanted(base, other, path, kept):
        return without, other
    remover, keeper = ("mine", "theirs") if by_mine else ("theirs", "mine")
    chosen: Side = remover if choices.get(path) == remover else keeper
    found.append(Removal(path, by_mine, kept, chosen))
    if chosen == remover:
        return without, edits.remove(other, path)
    return _reinstated(without, base, path), other


def _removed(base: Project, side: Project) -> tuple[FieldPath, ...]:
    """The parts that a copy has no more, the outermost of each."""
    there = {path for path, _ in _parts("", side)}
    gone: list[FieldPath] = []
    for path, _ in _parts("", base):
        if path not in there and not any(path.startswith(f"{outer}/") for outer in gone[-1:]):
            gone.append(path)
    return tuple(gone)


def _parts(path: FieldPath, value: object) -> Iterator[tuple[FieldPath, Record]]:
    """All parts with an id, each before those within it."""
    if isinstance(value, Record) and not isinstance(value, Pattern):
        for name in type(value).model_fields:
            yield from _parts(f"{path}/{name}" if path else name, getattr(value, name))
    elif isinstance(value, tuple):
        for member in cast("tuple[object, ...]", value):
            key = getattr(member, "id", None)
            if isinstance(member, Record) and isinstance(key, str) and _ID.fullmatch(key):
                yield f"{path}/{key}", member
                yield from _parts(f"{path}/{key}", member)


def _part(project: Project, path: FieldPath) -> Record | None:
    try:
        found = edits.get(project, path)
    except NoSuchPlace:
        return None
    return found if isinstance(found, Record) else None


def _is_wanted(base: Project, other: Project, path: FieldPath, kept: Record) -> bool:
    """Whether the other copy wrote in a part since, or refers to it where it did not."""
    if kept != edits.get(base, path) or _drafts(base, path) != _drafts(other, path):
        return True
    key = path.rpartition("/")[2]
    known = {(use.container, use.key): use.value for use in _uses("", base, key)}
    return any(known.get((use.container, use.key), GONE) != use.value for use in _uses("", other, key))


def _drafts(project: Project, path: FieldPath) -> Mapping[FieldPath, str]:
    return {field: typed for field, typed in project.drafts.items() if field.startswith(f"{path}/")}


def _uses(path: FieldPath, value: object, key: Id) -> Iterator[_Use]:
    """The places outside a part that name it."""
    if path in _NO_USE or isinstance(value, Pattern | Text):
        return
    for name, part in parts_of(value, () if path else ("drafts",)):
        if name == key and isinstance(value, tuple):
            continue  # the part itself
        if key in name or (isinstance(part, str) and key in part and name != "id"):
            yield _Use(path, name, part)
        else:
            yield from _uses(f"{path}/{name}" if path else name, part, key)


def _reinstated(project: Project, base: Project, path: FieldPath) -> Project:
    """A copy that has a part again, as it was, with what referred to it and was emptied when it went."""
    container, _, key = path.rpartition("/")
    back = _put_back(project, base, _Use(container, key, edits.get(base, path)))
    for use in _uses("", base, key):
        back = _put_back(back, base, use)
        if use.key == "chosen":  # which of the pattern's recommendations was meant went with it
            advice = edits.get(base, f"{use.container}/recommendation")
            back = _put_back(back, base, _Use(use.container, "recommendation", advice))
    return back


def _put_back(project: Project, base: Project, use: _Use) -> Project:
    """With what stood in a place where nothing stands now. What lies in a part that is gone stays gone with it."""
    path = f"{use.container}/{use.key}" if use.container else use.key
    try:
        held = edits.get(project, use.container) if use.container else project
        if not isinstance(held, tuple):
            return project if edits.get(project, path) else edits.put(project, path, use.value)
    except (NoSuchPlace, InvalidValue):
        return project
    members = cast("tuple[object, ...]", held)
    keys = keys_of(members)
    if use.key in keys:
        return project
    before = keys_of(cast("tuple[object, ...]", edits.get(base, use.container)))
    ahead = [keys.index(each) for each in before[: before.index(use.key)] if each in keys]
    at = max(ahead, default=-1) + 1
    return edits.put(project, use.container, (*members[:at], use.value, *members[at:]))
