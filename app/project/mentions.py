"""Where a project's texts mention figures, and which of those there are not."""

from collections.abc import Iterator
from typing import Final, NamedTuple, cast

from app.language.mentions import FigureWords
from app.model.base import FieldPath, Lang, Record, Text
from app.model.mentions import Mentioned, mention, mentioned
from app.model.project import Project
from app.project.edits import get, put
from app.project.paths import keys_of, parts_of

#: A pattern's own text is the library's, which knows nothing of an organisation's figures.
_NOT_OURS: Final = frozenset({"id", "pattern", "secrecy", "drafts", "assets", "editions"})


class Mention(NamedTuple):
    """A figure that a text mentions: the text's field, its language, and the figure's name."""

    path: FieldPath
    lang: Lang
    name: Mentioned


class Mentions:
    """The mentions of a project's texts. Asked of the next project, it looks only at what is not the same as before."""

    def __init__(self) -> None:
        self._known: dict[FieldPath, tuple[object, tuple[Mention, ...]]] = {}

    def of(self, project: Project) -> tuple[Mention, ...]:
        """All mentions, in the project's order."""
        found: dict[FieldPath, tuple[object, tuple[Mention, ...]]] = {}
        for path, part in _parts(project):
            known = self._known.get(path)
            found[path] = known if known and known[0] is part else (part, tuple(_mentions(part, path)))
        self._known = found
        return tuple(one for _, mentions in found.values() for one in mentions)


def mentions_of(project: Project) -> tuple[Mention, ...]:
    """All mentions of figures in a project's texts."""
    return Mentions().of(project)


def dangling(project: Project) -> tuple[Mention, ...]:
    """The mentions that lead to no figure, or to one without a value."""
    words = FigureWords(project)
    return tuple(one for one in mentions_of(project) if words.said(one.name, one.lang) is None)


def spelled_out(project: Project, name: Mentioned) -> Project:
    """The project with what its texts say for a figure written in them as text, so that the figure can go. One without a value stays."""
    words = FigureWords(project)
    for path in dict.fromkeys(one.path for one in mentions_of(project) if one.name == name):
        text = cast("Text", get(project, path))
        wordings: dict[Lang, str] = {
            lang: wording.replace(mention(name), words.said(name, lang) or mention(name))
            for lang, wording in text.root.items()
        }
        project = put(project, path, Text(wordings))
    return project


def _parts(project: Project) -> Iterator[tuple[FieldPath, object]]:
    """A project's members and other parts, each of which stays the same object until something in it changes."""
    for name in type(project).model_fields:
        value: object = getattr(project, name)
        if name in _NOT_OURS:
            continue
        if isinstance(value, tuple):
            members = cast("tuple[object, ...]", value)
            yield from ((f"{name}/{key}", member) for key, member in zip(keys_of(members), members, strict=True))
        elif isinstance(value, Record):
            yield name, value


def _mentions(value: object, path: FieldPath) -> Iterator[Mention]:
    if isinstance(value, Text):
        for lang, wording in value.root.items():
            yield from (Mention(path, lang, name) for name in mentioned(wording))
        return
    for segment, part in parts_of(value, _NOT_OURS):
        yield from _mentions(part, f"{path}/{segment}")
