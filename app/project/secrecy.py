"""The public version of a project: what is marked as secret is not there, so that nothing made of it can show it.

docs/secrecy.md tells what is left out together with what is marked, and why."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Final, TypeVar, cast

from app.model.base import LANGS, FieldPath, Record, Text
from app.model.money import CostLine
from app.model.project import Action, Alternative, Project, Secrecy
from app.model.totals import live_actions
from app.project.paths import GONE, NoSuchPlace, changed_at, keys_of, value_at
from app.project.references import mended
from app.project.values import InvalidValue, Rule

_R = TypeVar("_R", Action, Alternative)

#: What may stand for a value that is left out; the first that the field takes.
_EMPTY: Final[tuple[object, ...]] = (None, "", (), {})
#: Shorter texts than this may stand in several places without saying the same.
_TELLING: Final = 12


def marked_field(project: Project, path: FieldPath) -> FieldPath:
    """The path that a mark is set on: a text is marked in all its languages. Raises NoSuchPlace."""
    whole, _, last = path.rpartition("/")
    text = value_at(project, whole) if last in LANGS and whole else None
    if isinstance(text, Text):
        return whole
    value_at(project, path)
    return path


def public_version(project: Project) -> Project:
    """The project without what is marked, without what would give it away, and without what was typed and is not valid.

    A text that is marked is left out in both languages. Its marks are `withheld`."""
    public = project
    for mark in project.secrecy:
        public = _without(public, mark.field)
    public = mended(_without_advice(project, _without_sums(project, public)))
    organisation = public.organisation.model_copy(update={"classification": "open"})
    return public.model_copy(
        update={
            "organisation": organisation,
            "drafts": {},
            "secrecy": tuple(_withheld(mark) for mark in project.secrecy),
        }
    )


def echoes(project: Project, public: Project) -> tuple[FieldPath, ...]:
    """The fields of a public version in which a text stands that was left out elsewhere: somebody should look at them."""
    kept = dict(_texts(public, ""))
    gone = {said for path, said in _texts(project, "") if path not in kept and len(said) >= _TELLING}
    return tuple(path for path, said in kept.items() if any(secret in said for secret in gone))


def _withheld(mark: Secrecy) -> Secrecy:
    return mark.model_copy(update={"field": mark.field.partition("/")[0], "withheld": True})


def _without(project: Project, path: FieldPath) -> Project:
    """The project without what stands at a path: a member is taken away, a field is emptied. What holds a field that cannot be
    empty goes with it."""
    try:
        return changed_at(project, marked_field(project, path), lambda _rule, _old: GONE)
    except NoSuchPlace:
        pass  # no member of a collection, but a field, or nothing at all
    try:
        return changed_at(project, marked_field(project, path), lambda rule, _: _emptied(rule, path))
    except NoSuchPlace:
        return project  # it went with another mark
    except InvalidValue:
        return _without(project, path.rpartition("/")[0])


def _emptied(rule: Rule, path: FieldPath) -> object:
    """The first empty value that a field takes. Raises InvalidValue where it takes none."""
    for empty in _EMPTY:
        with suppress(InvalidValue):
            return rule.checked(empty, path)
    raise InvalidValue(path, "field.wrong")


def _without_sums(project: Project, public: Project) -> Project:
    """Without calculations of which an amount was left out: the sum and the parts that are left would tell it."""
    told = {action.id: action.lines for action in public.actions}
    if any(_costs(action.lines) and told.get(action.id) != action.lines for action in live_actions(project)):
        actions = tuple(_bare(action) for action in public.actions)
        public = public.model_copy(update={"actions": actions})
    whole = {each.id: each.lines for each in project.alternatives}
    ways = tuple(way if whole[way.id] == way.lines else _bare(way) for way in public.alternatives)
    return public.model_copy(update={"alternatives": ways})


def _bare(record: _R) -> _R:
    return record.model_copy(update={"lines": ()})


def _costs(lines: tuple[CostLine, ...]) -> bool:
    return any(line.amounts for line in lines)


def _without_advice(project: Project, public: Project) -> Project:
    """Without the library's advice that an action was adopted from of which words were left out: it says the same."""
    left = {action.id: action for action in public.actions}
    for action in project.actions:
        if action.chosen and action.recommendation and _words(left.get(action.id)) != _words(action):
            public = _without(public, f"patterns/{action.chosen}/pattern/recommendations/{action.recommendation}")
    return public


def _words(action: Action | None) -> Mapping[str, object] | None:
    return action and action.model_dump(include={"title", "what", "risk", "first_steps", "kpis"})


def _texts(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Every text of a project with its path."""
    if isinstance(value, str):
        yield path, value.strip()
    elif isinstance(value, Text):
        yield from ((f"{path}/{lang}", said.strip()) for lang, said in value.root.items())
    elif isinstance(value, tuple):
        members = cast("tuple[object, ...]", value)
        plain = any(isinstance(member, Text) for member in members)
        keys = [str(index) for index in range(len(members))] if plain else keys_of(members)
        for key, member in zip(keys, members, strict=True):
            yield from _texts(member, f"{path}/{key}")
    elif isinstance(value, Mapping):
        for key, entry in cast("Mapping[object, object]", value).items():
            yield from _texts(entry, f"{path}/{key}")
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            if name not in ("id", "secrecy", "drafts"):
                yield from _texts(getattr(value, name), f"{path}/{name}" if path else name)
