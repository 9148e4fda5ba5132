"""The sample, strained: other texts in all its places, and many or few of everything."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Final, TypeVar, cast

from app.model.base import Record, Text, text
from app.model.project import Project
from tests.sample import sample_project

_R = TypeVar("_R", bound=Record)
#: Free words that are no Text: names of people, posts and the organisation.
_PLAIN: Final = frozenset({"name", "author", "owner", "reference"})
COMPOUND: Final = "realisationsvinstbeskattningsmyndighetsrepresentantskapsmöten"
MIXED: Final = f"😀 Äänekoski łódź مرحبا بالعالم 中文 {COMPOUND}"
SENTENCE: Final = ("En mycket lång titel som aldrig tar slut och som ingen styrelse vill läsa " * 6)[:400]
TREATISE: Final = " ".join(["Detta är en ganska lång text om it-stödet"] * 375)


def everywhere(words: str) -> Project:
    """The sample with these words as every text that a user can write."""
    return _rewritten(sample_project(), words)


def _rewritten(record: _R, words: str) -> _R:
    """A record with its texts, and those of its parts, replaced where something stood. Choices, numbers and days stay."""
    changed = {name: _value(name, value, words) for name, value in record}
    return record.model_copy(update={name: value for name, value in changed.items() if value is not None})


def _value(name: str, value: object, words: str) -> object:
    if isinstance(value, Text):
        return text(words, words) if value else value
    if isinstance(value, Record):
        return _rewritten(value, words)
    if isinstance(value, tuple):
        return tuple(_value(name, item, words) for item in cast(tuple[object, ...], value))
    if isinstance(value, Mapping):
        return {key: _value("", item, words) for key, item in cast(Mapping[object, object], value).items()}
    return words if name in _PLAIN and isinstance(value, str) and value else value


def many(project: Project, **counts: int) -> Project:
    """The project with collections brought to a size by repeating their members under new ids."""
    return project.model_copy(update={name: _repeated(getattr(project, name), count) for name, count in counts.items()})


def _repeated(members: tuple[Record, ...], count: int) -> tuple[Record, ...]:
    made: list[Record] = []
    for number in range(count):
        member = members[number % len(members)]
        fresh = {"id": sha256(f"{number}".encode()).hexdigest()[:32]} if number >= len(members) else {}
        made.append(member.model_copy(update=fresh))
    return tuple(made)
