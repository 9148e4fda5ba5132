"""Packs from their folders: `pack.yaml`, and a file a pattern under `patterns/`. What is wrong is said with file, line and field."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar, cast

from pydantic import ValidationError

from app.files.errors import UserError
from app.files.reasons import CannotRead
from app.language.catalogue import Words
from app.library.located import Located, Location, read_yaml
from app.library.rules import remarks
from app.model.base import Lang
from app.model.pattern import Pack, Pattern
from app.resources import asset

#: The order in which the built-in packs are read.
_BUILT_IN: Final = (
    "disintegration",
    "governance",
    "platforms",
    "balance",
    "maturity",
    "funding",
    "leadership",
    "oversight",
)
_T = TypeVar("_T", Pack, Pattern)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a pack: the file, its line (from 1), the field, and a message of the catalogue `errors`."""

    path: Path
    line: int
    field: str
    key: str
    detail: str = ""

    def told(self, lang: Lang) -> str:
        """One line: file, line, field, what is wrong."""
        said = Words("errors", lang)(self.key, field=self.field, detail=self.detail)
        return f"{self.path}:{self.line}: {self.field}: {said}" if self.field else f"{self.path}:{self.line}: {said}"


class PackError(UserError):
    """A pack that cannot be used, with all that is wrong in it."""

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(
            "pack.invalid",
            name=first.path.name,
            line=first.line,
            field=first.field or "–",
            pack=path.name,
            n=len(problems),
        )
        self.problems = tuple(problems)


def built_in() -> tuple[Path, ...]:
    """The folders of the packs that come with the program, in reading order."""
    return tuple(asset("packs", name) for name in _BUILT_IN)


def load_packs(more: Sequence[Path] = ()) -> tuple[Pack, ...]:
    """The built-in packs and further ones. Raises UserError for one that is missing or wrong."""
    return tuple(read_pack(path) for path in (*built_in(), *more))


def read_pack(path: Path) -> Pack:
    """A pack from its folder (or the `pack.yaml` in it). Raises PackError, or UserError when there is none."""
    pack, problems = _read(path)
    if pack is None or problems:
        raise PackError(path, problems)
    return pack


def validate_pack(path: Path) -> tuple[Problem, ...]:
    """All that is wrong in a pack, files in order. Raises UserError when there is no pack at the path, or a file cannot be read."""
    return tuple(_read(path)[1])


def _read(path: Path) -> tuple[Pack | None, list[Problem]]:
    folder = path.parent if path.name == "pack.yaml" else path
    if not (folder / "pack.yaml").is_file():
        raise UserError("pack.none", name=path.name)
    problems: list[Problem] = []
    head = _yaml(folder / "pack.yaml", problems)
    data = head.data if head else None
    if head is None or not isinstance(data, dict):
        return None, problems or [Problem(folder / "pack.yaml", 1, "", "pack.not-a-mapping")]
    fields = dict(cast(dict[str, object], data))
    patterns = [found for name in _names(fields, head, problems) for found in _pattern(folder, name, head, problems)]
    fields["patterns"] = [pattern.model_dump(by_alias=True) for pattern in patterns]
    pack = _validated(Pack, Located(head.path, fields, head.lines), problems)
    if pack is not None:
        problems += _shorts_twice(pack, folder)
    return pack, problems


def _yaml(path: Path, problems: list[Problem]) -> Located | None:
    try:
        return read_yaml(path)
    except CannotRead:
        raise
    except UserError as problem:
        line = problem.values.get("line", 1)
        problems.append(Problem(path, line if isinstance(line, int) else 1, "", f"{problem.key}-here"))
        return None


def _names(fields: dict[str, object], head: Located, problems: list[Problem]) -> list[str]:
    """The patterns' names in order; each a plain file name, so that no path leads out of the pack."""
    listed = fields.get("patterns")
    if not isinstance(listed, list) or not listed:
        problems.append(Problem(head.path, head.line(("patterns",)), "patterns", "pack.no-patterns"))
        return []
    names = [str(name) for name in cast(list[object], listed)]
    for index, name in enumerate(names):
        if not _SLUG.fullmatch(name) or name in names[:index]:
            problems.append(
                Problem(head.path, head.line(("patterns", index)), f"patterns[{index}]", "pack.bad-name", name)
            )
    return [name for name in dict.fromkeys(names) if _SLUG.fullmatch(name)]


def _pattern(folder: Path, name: str, head: Located, problems: list[Problem]) -> Iterator[Pattern]:
    path = folder / "patterns" / f"{name}.yaml"
    if not path.is_file():
        problems.append(
            Problem(head.path, head.line(("patterns",)), "patterns", "pack.no-file", f"patterns/{name}.yaml")
        )
        return
    located = _yaml(path, problems)
    if located is None:
        return
    pattern = _validated(Pattern, located, problems)
    if pattern is None:
        return
    if pattern.id != name:
        problems.append(Problem(path, located.line(("id",)), "id", "pack.other-id", name))
    for place, key, detail in remarks(pattern):
        problems.append(Problem(path, located.line(place), dotted(place), key, detail))
    yield pattern


def _validated(kind: type[_T], located: Located, problems: list[Problem]) -> _T | None:
    try:
        return kind.model_validate(located.data)
    except ValidationError as refusal:
        for error in refusal.errors(include_url=False):
            place = tuple(step for step in error["loc"])
            key = _KEYS.get(error["type"], "pack.wrong-value")
            problems.append(Problem(located.path, located.line(place), dotted(place), key, error["msg"]))
        return None


_KEYS: Final = {"missing": "pack.field-missing", "extra_forbidden": "pack.field-unknown"}


def _shorts_twice(pack: Pack, folder: Path) -> list[Problem]:
    """Short names are how patterns are called where space is short: each must be its own."""
    seen: dict[str, str] = {}
    problems: list[Problem] = []
    for pattern in pack.patterns:
        for lang, short in pattern.short.root.items():
            other = seen.setdefault(f"{lang}:{short.casefold()}", pattern.id)
            if other != pattern.id:
                path = folder / "patterns" / f"{pattern.id}.yaml"
                problems.append(Problem(path, 1, f"short.{lang}", "pack.short-twice", other))
    return problems


def dotted(place: Location) -> str:
    """A place in the data as people write it: `recommendations[0].title.sv`."""
    text = ""
    for step in place:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
