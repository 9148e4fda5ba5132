"""What a field is called, by its path: for the tag over a part of the slide, and for who cannot see it."""

import re
from collections.abc import Mapping
from typing import Final

from app.language.catalogue import Words, keys
from app.language.mentions import filled
from app.model.base import FieldPath, Lang, Text
from app.model.project import ChosenPattern, Project
from app.project.differences import SECTIONS
from app.project.edits import NoSuchPlace, get

_ID: Final = re.compile(r"[0-9a-f]{32}")
#: The words for what lies under an attribute: `risks/<id>/owner` is "risk.owner", `risks` "risk.list".
_SECTIONS: Final = {**SECTIONS, "matter": "matter", "organisation": "organisation", "free": "free"}
#: Parts of slides and reports that show more than one field, or none of the user's own.
_OTHERS: Final[Mapping[str, str]] = {
    "patterns": "window:sidebar.patterns",
    "actions": "window:place.actions",
    "actions/lines": "costs.list",
    "risks": "risk.list",
    "figures": "figure.list",
    "decisions": "decision.list",
    "alternatives": "alternative.list",
    "criteria": "criterion.list",
    "organisation": "organisation.list",
    "matter/route": "meeting.heading",
    "matter/sections": "section.heading-list",
    "matter/appendices": "appendix.list",
    "matter": "matter.leaf",
    "storyline/free/*/title": "window:storyline.title",
    "storyline/free/*/text": "window:storyline.text",
    "storyline/free/*/picture": "window:storyline.picture",
    "matter/statements": "statement.list",
    "decisions/group": "decision.list",
    "patterns/*/pattern": "preview:pattern-text",
    "patterns/*/actions": "adopting.list",
    "questions": "pattern.questions",
    "recommended": "alternative.choice",
}
_NAMES: Final = ("name", "title", "label", "value", "text", "body")


def field_name(project: Project, path: FieldPath, lang: Lang) -> str:
    """What a field, or the part of the project at a path, is called; with the name of its record where it is about one."""
    shape = _ID.sub("*", path)
    if "/pattern/questions" in path:
        return _said("pattern.questions", lang)
    if shape in _OTHERS:
        return _said(_OTHERS[shape], lang)
    section, last = "", ""
    for segment in path.split("/"):
        section, last = (_SECTIONS[segment], "") if segment in _SECTIONS else (section, segment)
    key = f"{section}.{last}"
    if last and key in keys("forms"):
        return _said(key, lang)
    if last and not _ID.fullmatch(last) and f"pattern.{last}" in keys("forms"):
        return _said(f"pattern.{last}", lang)
    kind = _kind(section, lang)
    name = _name(project, path, lang)
    return f"{kind}: {name}" if kind and name else kind or name


def _said(key: str, lang: Lang) -> str:
    room, _, rest = key.rpartition(":")
    return Words(room or "forms", lang)(rest)


def _kind(section: str, lang: Lang) -> str:
    """What a record of a section is called."""
    known = keys("preview")
    return Words("preview", lang)(f"kind.{section}") if f"kind.{section}" in known else ""


def _name(project: Project, path: FieldPath, lang: Lang) -> str:
    """What the record at a path, or the last one on the way there, goes by; nothing when it has no name."""
    ids = list(_ID.finditer(path))
    if not ids:
        return ""
    try:
        record = get(project, path[: ids[-1].end()])
    except NoSuchPlace:
        return ""
    if isinstance(record, ChosenPattern):
        return (record.pattern.short or record.pattern.name).said(lang).text
    texts = (getattr(record, name, None) for name in _NAMES)
    return next((filled(project, text, lang) for text in texts if isinstance(text, Text) and text), "")
