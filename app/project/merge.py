"""Brings two copies of a project together, by id and field, against the newest state that both have come from.

What only one of them changed is taken. What both changed differently is a conflict: it is told with both values, and settled by
the user. Until it is, mine stands, and an edit stands against a removal, so that nothing is lost."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple, TypeVar, cast

from pydantic_core import PydanticUndefined

from app.model.base import LANGS, FieldPath, Record, Text
from app.model.money import Origin
from app.model.pattern import Pattern
from app.model.project import Project
from app.project import edits
from app.project.attachments import swept
from app.project.paths import GONE, NoSuchPlace, keys_of
from app.project.references import mended
from app.project.removals import Removal, settled_removals
from app.project.values import InvalidValue

#: Which of two values is to stand; `both` one after the other, for texts.
Choice = Literal["mine", "theirs", "both"]
Choices = Mapping[FieldPath, Choice]
#: `value`: a field that both wrote. `removal`: a part that one took away and the other changed. `order`: a list that both put in
#: an order of their own.
Kind = Literal["value", "removal", "order"]

#: Plain fields that name a part of the project: two of them one after the other name nothing.
_NAMES: Final = frozenset({"slide", "of", "field", "at", "rule", "pack", "pack_version", "media_type", "contact"})
#: Where a figure's value, or a year's amount of a row, was read.
_FIGURE_READ: Final = re.compile(r"(figures/[^/]+)/origin")
_AMOUNT_READ: Final = re.compile(r"(.+/lines/[^/]+)/origins/([^/]+)")
#: A text longer than this, in characters, is followed by the other in a paragraph of its own.
_ONE_LINE: Final = 80

_R = TypeVar("_R", bound=Record)


class Typed(NamedTuple):
    """What was typed in a field and is not valid."""

    typed: str


class Conflict(NamedTuple):
    """A place that both changed, each to something else. `None` stands for what is empty, or taken away."""

    path: FieldPath
    kind: Kind
    mine: object
    theirs: object
    choices: tuple[Choice, ...]
    chosen: Choice


class Merged(NamedTuple):
    """Two copies as one, and all that had to be chosen, settled or not."""

    project: Project
    conflicts: tuple[Conflict, ...]


def merge(base: Project | None, mine: Project, theirs: Project, choices: Choices | None = None) -> Merged:
    """Brings two copies together. Without a state that both have come from, whatever differs is a conflict, and nothing counts as
    taken away. `choices` settles conflicts by their path."""
    common = base or Project(id=mine.id, created=mine.created)
    wanted = choices or {}
    removals = settled_removals(common, mine, theirs, wanted)
    merging = _Merging(common, removals.mine, removals.theirs, wanted)
    project = merging.project()
    return Merged(swept(mended(project)), (*map(_told, removals.removals), *merging.conflicts))


def _told(removal: Removal) -> Conflict:
    mine, theirs = (None, removal.kept) if removal.by_mine else (removal.kept, None)
    return Conflict(removal.path, "removal", mine, theirs, ("mine", "theirs"), removal.chosen)


class _Merging:
    """Three states of a project on their way to one."""

    def __init__(self, base: Project, mine: Project, theirs: Project, choices: Choices) -> None:
        self._base, self._mine, self._theirs, self._choices = base, mine, theirs, choices
        self.conflicts: list[Conflict] = []

    def project(self) -> Project:
        """The three as one."""
        merged = self._record("", self._base, self._mine, self._theirs)
        return self._with_drafts(merged.model_copy(update={"drafts": {}}))

    def _value(self, path: FieldPath, base: object, mine: object, theirs: object) -> object:
        """One place, GONE where a state has it not."""
        over = _read_from(path)
        if over is not None:
            return self._origin(over, base, mine, theirs)
        each = path.endswith("/origins")  # one by one, with its amount, even where only one of the copies has others
        if theirs in (mine, base) and not each:
            return mine
        if mine == base and not each:
            return theirs
        return self._within(path, base, mine, theirs)

    def _origin(self, over: FieldPath, base: object, mine: object, theirs: object) -> object:
        """Where a value was read goes with the value: with the one that is chosen; of the same value, with the later reading. What one of
        them typed over comes from nowhere."""
        chosen = next((conflict.chosen for conflict in self.conflicts if conflict.path == over), None)
        if chosen is not None:
            return theirs if chosen == "theirs" else mine
        if theirs in (mine, base):
            return mine
        if mine == base:
            return theirs
        if isinstance(mine, Origin) and isinstance(theirs, Origin):
            return max(mine, theirs, key=lambda origin: origin.read)
        return theirs if isinstance(mine, Origin) else mine

    def _within(self, path: FieldPath, base: object, mine: object, theirs: object) -> object:
        """A place that both changed: part by part where it has parts."""
        match mine, theirs:
            case Text(), Text():
                return self._text(path, base, mine, theirs)
            case Record(), Record() if type(mine) is type(theirs) and not isinstance(mine, Pattern):
                return self._record(path, base, mine, theirs)
            case Mapping(), Mapping():
                return self._entries(path, base, cast("_Entries", mine), cast("_Entries", theirs))
            case tuple(), tuple():
                return self._members(path, base, cast("_Members", mine), cast("_Members", theirs))
            case _:
                return self._chosen(path, mine, theirs)

    def _record(self, path: FieldPath, base: object, mine: _R, theirs: Record) -> _R:
        """Field by field; against the usual values where both came to have a part that was not there."""
        changed: dict[str, object] = {}
        for name in type(mine).model_fields:
            if not path and name == "drafts":
                continue
            old = getattr(base, name) if type(base) is type(mine) else _usual(type(mine), name)
            ours: object = getattr(mine, name)
            one = self._value(_under(path, name), old, ours, getattr(theirs, name))
            if one is not ours:
                changed[name] = one
        return mine.model_copy(update=changed) if changed else mine

    def _text(self, path: FieldPath, base: object, mine: Text, theirs: Text) -> Text:
        old = base if isinstance(base, Text) else Text()
        one = mine
        for lang in LANGS:
            before, ours, others = (each.root.get(lang, "") for each in (old, mine, theirs))
            one = one.writing(lang, cast("str", self._value(f"{path}/{lang}", before, ours, others)))
        return one

    def _entries(self, path: FieldPath, base: object, mine: "_Entries", theirs: "_Entries") -> "_Entries":
        old = cast("_Entries", base if isinstance(base, Mapping) else {})
        found = {
            key: self._value(f"{path}/{key}", old.get(key, GONE), mine.get(key, GONE), theirs.get(key, GONE))
            for key in {**mine, **theirs}
        }
        return {key: value for key, value in found.items() if value is not GONE}

    def _members(self, path: FieldPath, base: object, mine: "_Members", theirs: "_Members") -> object:
        # A file that one has no use for any more, the other may have found one for: what nothing names goes last of all.
        old, ours, others = _keyed(() if path == "assets" else base), _keyed(mine), _keyed(theirs)
        if old is None or ours is None or others is None:
            return self._chosen(path, mine, theirs)
        found = {
            key: self._value(f"{path}/{key}", old.get(key, GONE), ours.get(key, GONE), others.get(key, GONE))
            for key in {**ours, **others}
        }
        order = self._order(path, list(old), list(ours), list(others))
        return tuple(found[key] for key in order if found[key] is not GONE)

    def _order(self, path: FieldPath, base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
        """The keys of both in one order: that of whoever changed it, what the other has more of after what it follows there."""
        common = {*base} & {*mine} & {*theirs}
        old, ours, others = ([key for key in keys if key in common] for keys in (base, mine, theirs))
        if others in (ours, old):
            lead, other = mine, theirs
        elif ours == old:
            lead, other = theirs, mine
        else:
            choice: Choice = "theirs" if self._choices.get(path) == "theirs" else "mine"
            self.conflicts.append(Conflict(path, "order", tuple(mine), tuple(theirs), ("mine", "theirs"), choice))
            lead, other = (theirs, mine) if choice == "theirs" else (mine, theirs)
        return _woven(lead, other, {*base})

    def _chosen(self, path: FieldPath, mine: object, theirs: object) -> object:
        """What stands of two values. An edit stands against a removal until the user says otherwise."""
        joined = self._joined(path, mine, theirs)
        possible: tuple[Choice, ...] = ("mine", "theirs") if joined is None else ("mine", "theirs", "both")
        usual: Choice = "theirs" if mine is GONE else "mine"
        wanted = self._choices.get(path, usual)
        chosen = wanted if wanted in possible else usual
        ours, others = (None if each is GONE else each for each in (mine, theirs))
        self.conflicts.append(Conflict(path, "value", ours, others, possible, chosen))
        return {"mine": mine, "theirs": theirs, "both": joined}[chosen]

    def _joined(self, path: FieldPath, mine: object, theirs: object) -> str | None:
        """Both texts one after the other; None where they are no texts, or the place takes no such thing."""
        if not isinstance(mine, str) or not isinstance(theirs, str) or not mine or not theirs:
            return None
        long = any("\n" in each or len(each) > _ONE_LINE for each in (mine, theirs))
        joined = f"{mine}\n\n{theirs}" if long else f"{mine} / {theirs}"
        if path.rpartition("/")[2] in _NAMES:
            return None
        try:
            edits.put(self._mine, path, joined)
        except (InvalidValue, NoSuchPlace):
            return None
        return joined

    def _with_drafts(self, merged: Project) -> Project:
        """With what was typed and is not valid: a field and what was typed in it are one, whoever wrote which."""
        states = (self._base, self._mine, self._theirs)
        for path in {path: None for state in states for path in state.drafts}:
            base, mine, theirs = ((_value_at(state, path), state.drafts.get(path)) for state in states)
            if theirs in (mine, base):
                merged = _typed(merged, path, mine)
            elif mine == base:
                merged = _typed(merged, path, theirs)
            else:
                merged = self._draft_chosen(merged, path, mine, theirs)
        return merged

    def _draft_chosen(self, merged: Project, path: FieldPath, mine: "_Unit", theirs: "_Unit") -> Project:
        self.conflicts = [each for each in self.conflicts if each.path != path]
        chosen: Choice = "theirs" if self._choices.get(path) == "theirs" else "mine"
        ours, others = (Typed(typed) if typed else value for value, typed in (mine, theirs))
        self.conflicts.append(Conflict(path, "value", ours, others, ("mine", "theirs"), chosen))
        return _typed(merged, path, theirs if chosen == "theirs" else mine)


#: A collection's members, all of one kind; a mapping's entries.
_Members = tuple[object, ...]
_Entries = Mapping[object, object]
#: A field's value and what was typed in it and is not valid.
_Unit = tuple[object, str | None]


def _read_from(path: FieldPath) -> FieldPath | None:
    """The path of the value that the origin at a path is of; None for a path of anything else."""
    figure, amount = _FIGURE_READ.fullmatch(path), _AMOUNT_READ.fullmatch(path)
    if amount:
        return f"{amount[1]}/amounts/{amount[2]}"
    return f"{figure[1]}/value" if figure else None


def _usual(kind: type[Record], name: str) -> object:
    """What stands in a field when nobody wrote anything; GONE where that is nothing."""
    usual = kind.model_fields[name].get_default(call_default_factory=True)
    return GONE if usual is PydanticUndefined else usual


def _keyed(members: object) -> Mapping[str, object] | None:
    """Members by their keys; None where they have none, or two have the same."""
    if not isinstance(members, tuple):
        return {}
    found = cast("_Members", members)
    try:
        keyed = dict(zip(keys_of(found), found, strict=True))
    except AttributeError:
        return None
    return keyed if len(keyed) == len(found) else None


def _woven(lead: Sequence[str], other: Sequence[str], base: set[str]) -> list[str]:
    """The keys of `lead` in their order, and the further ones of `other`, each after what it follows there."""
    order, after = list(lead), -1
    for key in other:
        if key in order:
            after = order.index(key)
            continue
        after += 1
        while after < len(order) and order[after] not in base and order[after] not in other:
            after += 1
        order.insert(after, key)
    return order


def _typed(project: Project, path: FieldPath, unit: _Unit) -> Project:
    """With a field's value and what was typed in it as one of the two had them, if the project still has the field."""
    value, typed = unit
    try:
        written = project if value is GONE else edits.put(project, path, value)
    except (NoSuchPlace, InvalidValue):
        return project
    return written.model_copy(update={"drafts": {**written.drafts, path: typed}}) if typed else written


def _value_at(project: Project, path: FieldPath) -> object:
    try:
        return edits.get(project, path)
    except (NoSuchPlace, InvalidValue):
        return GONE


def _under(path: FieldPath, name: str) -> FieldPath:
    return f"{path}/{name}" if path else name
