"""The states in which a project was saved, kept in its file so that two copies find the newest one that both have come from.

A state is numbered by the saves that came before it, also those of a copy that was taken in. The last ones are all kept, of those before
ever fewer: the last two that each power of two divides, and the powers themselves. So copies that went apart long ago still share a state,
at most twice as old as the last that they had in common; what both hold of the saves between is no conflict."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple, cast

from app.files.digest import digest
from app.model.base import Id, Sha256
from app.model.pattern import Pattern
from app.model.project import Project
from app.project.migrations import Tree
from app.project.packing import packed, unpacked, with_names
from app.project.references import mended

#: So many states of each power of two are kept.
_OF_EACH: Final = 2
#: The last ones, all of which are kept.
_LAST: Final = 8
#: What the states of a file may come to, in bytes; the oldest go first.
_MOST: Final = 1024 * 1024
_ENTRY: Final = re.compile(r"history/(\d{1,9})-([0-9a-f]{64})")


class State(NamedTuple):
    """A project as it was saved, packed: how many saves came before, and the digest by which copies know it."""

    number: int
    sha256: Sha256
    data: bytes


#: The states of a file, oldest first.
History = tuple[State, ...]


def remembered(history: History, project: Project) -> History:
    """With a project as the newest state; unchanged where it is that already."""
    data = _packed(project)
    key = digest(data)
    if history and history[-1].sha256 == key:
        return history
    return _bounded((*history, State(history[-1].number + 1 if history else 1, key, data)))


def joined(*histories: History) -> History:
    """The states of several files, as a copy holds them that has taken the others in."""
    states = {state.sha256: state for state in chain(*histories)}
    return _bounded(sorted(states.values(), key=lambda state: state.number))


def newest_common(mine: History, theirs: History, copies: Sequence[Project]) -> Project | None:
    """The newest state that both hold; None where they share none. The texts of its patterns are taken from the copies: a pattern
    that neither has is left out."""
    held = {state.sha256 for state in theirs}
    for state in reversed(mine):
        project = _unpacked(state, copies) if state.sha256 in held else None
        if project is not None:
            return project
    return None


def entries_of(history: History) -> Iterable[tuple[str, bytes]]:
    """The states by their names in the project file."""
    return ((f"history/{state.number}-{state.sha256}", state.data) for state in history)


def history_in(entries: Mapping[str, bytes]) -> History:
    """The states that a project file holds. What is damaged is passed over: the project can do without."""
    named = ((_ENTRY.fullmatch(name), data) for name, data in entries.items())
    states = (State(int(name[1]), name[2], data) for name, data in named if name and digest(data) == name[2])
    return joined(tuple(states))


def _bounded(states: Sequence[State]) -> History:
    """The states that are kept, within the size that they may have."""
    if not states:
        return ()
    newest = states[-1].number
    kept = [state for state in states if _is_kept(state.number, newest)]
    while len(kept) > 1 and sum(len(state.data) for state in kept) > _MOST:
        del kept[0]
    return tuple(kept)


def _is_kept(number: int, newest: int) -> bool:
    power = number & -number  # the highest power of two that divides it
    return number > newest - _LAST or number == power or number > (newest // power - _OF_EACH) * power


def _packed(project: Project) -> bytes:
    """A project without its patterns' texts: they do not change once they were chosen."""
    return packed(with_names(project, ("" for _ in project.patterns)))


def _unpacked(state: State, copies: Sequence[Project]) -> Project | None:
    try:
        tree = unpacked(state.data)
        patterns = [(chosen, _text(chosen, copies)) for chosen in cast("list[Tree]", tree["patterns"])]
        tree["patterns"] = [{**chosen, "pattern": text} for chosen, text in patterns if text is not None]
        return mended(Project.model_validate(tree))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _text(chosen: Tree, copies: Sequence[Project]) -> Pattern | None:
    """A pattern's text, from a copy that has it from the same version of its pack; else where all copies say the same."""
    held = [found for project in copies if (found := project.chosen(cast("Id", chosen.get("id"))))]
    same = next((each.pattern for each in held if each.pack_version == chosen.get("pack_version")), None)
    return same or next((each.pattern for each in held if all(each.pattern == other.pattern for other in held)), None)
