"""Starter projects: `templates/starters/<name>.yaml`, filled in as a project would be, with days counted from the day it is made.

In a starter's file, beside what a project holds:
- `$name` is an id, wherever it stands: each gets a fresh one, the same for the same name.
- `+45d`, `+6w`, `-3m`, `+1y` is a day from today; `@mon` … `@fri` moves it on to that weekday, `@first`, `@last` to the month's end.
- a year `+1` is the fiscal year after the present; `{y+1}` in a text is its number.
- `owner: {sv: …, en: …}` is a person or post, named in the project's language.
- `use: pack/pattern` takes a pattern from the library; an action with a `recommendation` takes from it what it does not say itself."""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Literal, cast

from app.files.errors import UserError
from app.language.format import fiscal_year_of
from app.library.located import read_yaml
from app.model.base import Id, Lang, NewId
from app.model.pattern import Pack, Pattern
from app.model.project import Project
from app.project.choices import new_project
from app.resources import template

Starter = Literal["municipality", "company", "empty"]
STARTERS: Final[tuple[Starter, ...]] = ("municipality", "company", "empty")
_DAY = re.compile(r"([+-]\d+)([dwmy])(?:@(mon|tue|wed|thu|fri|first|last))?")
_YEAR = re.compile(r"\+\d+")
_ID = re.compile(r"\$[a-z0-9-]+")
_YEAR_IN_TEXT = re.compile(r"\{y([+-]\d+)?\}")
#: Fields of one wording that a starter gives in both languages.
_OF_ONE_WORDING: Final = frozenset({"owner"})
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri")


def start(name: str, lang: Lang, today: date, packs: Sequence[Pack], new_id: NewId) -> Project:
    """A new project from a starter. Raises UserError when there is no starter of that name."""
    if name not in STARTERS:
        raise UserError("new.no-starter", name=name, known=", ".join(STARTERS))
    if name == "empty":
        return new_project(today, lang, new_id)
    located = read_yaml(template("starters", f"{name}.yaml"))
    data = cast(dict[str, object], located.data)
    month = int(str(cast(Mapping[str, object], data["organisation"]).get("fiscal_year_starts", 1)))
    filled = cast(dict[str, object], _Filling(lang, today, fiscal_year_of(today, month), new_id).value(data))
    filled["patterns"] = [_pattern(item, packs) for item in _records(filled, "patterns")]
    filled["actions"] = [_action(item, filled) for item in _records(filled, "actions")]
    return Project.model_validate({"id": new_id(), "created": today, **filled, "language": lang})


def _records(filled: Mapping[str, object], name: str) -> list[dict[str, object]]:
    return cast(list[dict[str, object]], filled.get(name, []))


class _Filling:
    """Replaces names by ids, and counted days and years by real ones."""

    def __init__(self, lang: Lang, today: date, year: int, new_id: NewId) -> None:
        self._lang: Lang = lang
        self._today = today
        self._year = year
        self._new_id = new_id
        self._ids: dict[str, Id] = {}

    def value(self, value: object) -> object:
        """Any value of the file, filled in."""
        if isinstance(value, dict):
            entries = cast(dict[str, object], value)
            return {self._key(key): self.value(self._worded(key, inner)) for key, inner in entries.items()}
        if isinstance(value, list):
            return [self.value(inner) for inner in cast(list[object], value)]
        return self._text(value) if isinstance(value, str) else value

    def _worded(self, key: str, value: object) -> object:
        if key in _OF_ONE_WORDING and isinstance(value, dict):
            return cast(dict[str, object], value)[self._lang]
        return value

    def _key(self, key: str) -> str:
        if _YEAR.fullmatch(key):
            return str(self._year + int(key))
        return self._id(key) if _ID.fullmatch(key) else key

    def _text(self, text: str) -> object:
        if _ID.fullmatch(text):
            return self._id(text)
        counted = _DAY.fullmatch(text)
        if counted:
            return counted_day(self._today, int(counted[1]), counted[2], counted[3])
        return _YEAR_IN_TEXT.sub(lambda found: str(self._year + int(found[1] or 0)), text)

    def _id(self, name: str) -> Id:
        if name not in self._ids:
            self._ids[name] = self._new_id()
        return self._ids[name]


def counted_day(today: date, count: int, unit: str, snap: str | None) -> date:
    """The day so many days, weeks, months or years from `today`, moved on to a weekday or to the first or last of its month."""
    if unit in "dw":
        day = today + timedelta(days=count * (7 if unit == "w" else 1))
    else:
        months = today.year * 12 + today.month - 1 + count * (12 if unit == "y" else 1)
        year, month = divmod(months, 12)
        day = date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
    if snap in _WEEKDAYS:
        return day + timedelta(days=(_WEEKDAYS.index(snap) - day.weekday()) % 7)
    if snap:
        return day.replace(day=1 if snap == "first" else monthrange(day.year, day.month)[1])
    return day


def _pattern(item: dict[str, object], packs: Sequence[Pack]) -> dict[str, object]:
    pack_id, _, pattern_id = str(item.pop("use")).partition("/")
    pack, pattern = find_pattern(packs, pattern_id, pack_id)
    return {"pack": pack.id, "pack_version": pack.version, "pattern": pattern, **item}


def find_pattern(packs: Sequence[Pack], pattern_id: str, pack_id: str = "") -> tuple[Pack, Pattern]:
    """A pattern by its id, in any pack or in the one named. Raises UserError when there is none."""
    for pack in packs:
        for pattern in pack.patterns:
            if pattern.id == pattern_id and pack_id in ("", pack.id):
                return pack, pattern
    raise UserError("pack.unknown-pattern", name=pattern_id)


def _action(item: dict[str, object], filled: Mapping[str, object]) -> dict[str, object]:
    """An action with what its recommendation says where it is silent itself."""
    chosen = next((record for record in _records(filled, "patterns") if record["id"] == item.get("chosen")), None)
    pattern = cast(Pattern, chosen["pattern"]) if chosen else None
    advice = pattern.recommendation(str(item.get("recommendation"))) if pattern else None
    if advice is None:
        return item
    return {"title": advice.title, "what": advice.what, "first_steps": advice.first_steps, **item}
