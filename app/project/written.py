"""All that is written in a project, field by field in words, for one who reads it without changing it."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, cast

from app.language.mentions import FigureWords
from app.model.base import LANGS, FieldPath, Lang, Record, Text
from app.model.project import Project
from app.project.differences import Naming
from app.project.paths import parts_of

#: What the program keeps for itself, and the patterns' own texts, which nobody here wrote.
_LEFT_OUT: Final = frozenset(
    {
        "id", "language", "created", "editions", "assets", "drafts", "checks", "secrecy", "pattern", "pack", "pack_version", "asset",
        "chosen", "recommendation", "logo", "theme", "template", "layouts", "money", "rates", "reconciled", "origin", "origins", "slides",
        "order", "copies", "since", "slide", "sha256", "certainty", "amount_kind", "day", "as_today", "decides",
    }
)  # fmt: skip


class Written(NamedTuple):
    """A field and what stands in it: the record or place that it belongs to, what it is called, and the language of a text."""

    path: FieldPath
    where: str
    field: str
    text: str
    lang: Lang | None = None


def written(project: Project, lang: Lang) -> tuple[Written, ...]:
    """Every field in which something is written, in the project's order. What was typed and is not valid stands as it was typed."""
    return tuple(_told(Naming(project, project, lang), project, FigureWords(project)))


def _told(naming: Naming, project: Project, figures: FigureWords) -> Iterator[Written]:
    for path, spoken in _leaves(project, ""):
        told = naming.difference(f"{path}/{spoken}" if spoken else path)
        if told.after and told.after != "–":
            text = figures.filled(told.after, spoken) if spoken else told.after
            yield Written(path, told.where, told.field, text, spoken)
    for path, typed in project.drafts.items():
        told = naming.difference(path)
        yield Written(path, told.where, told.field, typed)


def _leaves(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, Lang | None]]:
    """The paths of the values below a path that hold no others, texts once for each language in which they are written."""
    if isinstance(value, Text):
        for lang in LANGS:
            if value.root.get(lang):
                yield path, lang
    elif _holds_others(value):
        for name, part in parts_of(value, _LEFT_OUT):
            yield from _leaves(part, f"{path}/{name}".lstrip("/"))
    elif value not in (None, "", False, ()):
        yield path, None


def _holds_others(value: object) -> bool:
    """Whether a value is a record, or a collection of records."""
    if isinstance(value, Mapping):
        return any(isinstance(entry, Record) for entry in cast("Mapping[object, object]", value).values())
    if isinstance(value, tuple):
        return any(isinstance(member, Record) for member in cast("tuple[object, ...]", value))
    return isinstance(value, Record)
