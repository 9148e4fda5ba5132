"""What differs between two states of a project, told field by field in words."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from html import escape
from typing import Final, Literal, NamedTuple, cast

from app.language.catalogue import Words, keys
from app.language.format import format_date, format_number
from app.language.mentions import FigureWords
from app.model.base import LANGS, FieldPath, Lang, Record, Text
from app.model.mentions import mentioned
from app.model.project import ChosenPattern, Project
from app.project import edits
from app.project.changes import changed_paths
from app.project.edits import NoSuchPlace

Kind = Literal["added", "removed", "changed", "moved"]

#: The forms' words for the members of a collection: `actions/<id>/owner` is "action.owner".
SECTIONS: Final[Mapping[str, str]] = {
    "patterns": "pattern",
    "actions": "action",
    "risks": "risk",
    "figures": "figure",
    "decisions": "decision",
    "alternatives": "alternative",
    "criteria": "criterion",
    "statements": "statement",
    "route": "meeting",
    "sections": "section",
    "appendices": "appendix",
    "evidence": "evidence",
    "lines": "costs",
    "kpis": "kpi",
    "first_steps": "step",
    "milestones": "milestone",
    "reconciled": "reconciled",
}
_WORDS: Final = {**SECTIONS, "depends_on": "depends"}
#: Words of fields that are not called in the forms as they are in the project.
_ELSEWHERE: Final[Mapping[str, str]] = {
    "language": "organisation.language",
    "recommended": "alternative.choice",
    "matter.sections": "section.heading-list",
    "alternative.scores": "alternative.comparison",
    "kpi.values": "kpi.value",
    "relevance.reason": "pattern.relevance-reason",
    "readiness.reason": "pattern.readiness-reason",
    "target.reason": "pattern.target-reason",
}
_ID: Final = re.compile(r"[0-9a-f]{32}")
_NAMES: Final = ("title", "name", "label", "text", "statement", "heading", "body", "what")
#: The window's places in order, by the attributes that are told there.
_PLACES: Final[Mapping[str, str]] = {
    "matter": "matter",
    "organisation": "matter",
    "language": "matter",
    "patterns": "patterns",
    "alternatives": "alternatives",
    "criteria": "alternatives",
    "recommended": "alternatives",
    "actions": "actions",
    "risks": "risks",
    "figures": "figures",
    "decisions": "decisions",
    "storyline": "storyline",
}
_ORDER: Final = tuple(dict.fromkeys(_PLACES.values()))


class Difference(NamedTuple):
    """One field that differs: the record or place it belongs to, what it is called, and what it says in each state."""

    path: FieldPath
    kind: Kind
    where: str
    field: str
    before: str
    after: str


def differences(before: Project, after: Project, lang: Lang) -> tuple[Difference, ...]:
    """All that differs, place by place in the order of the window. A member that came or went is told once, as a whole."""
    paths = [path for path in changed_paths(before, after) if path != "drafts"]
    records = {**_records(before), **_records(after)}
    positions = {key: at for at, key in enumerate(records)}

    def order(path: FieldPath) -> tuple[object, ...]:
        return (
            _rank(path),
            *(positions.get(segment, 0) for segment in path.split("/")[1:]),
        )

    telling = Naming(before, after, lang)
    told = [path for path in sorted(paths) if not is_told_by_members(path, paths, before, after)]
    return tuple(telling.difference(path) for path in sorted(told, key=order))


def _rank(path: FieldPath) -> int:
    place = _PLACES.get(path.partition("/")[0])
    return _ORDER.index(place) if place else len(_ORDER)


def is_told_by_members(path: FieldPath, paths: Sequence[FieldPath], before: Project, after: Project) -> bool:
    """Whether a collection's change lies in members that came or went, which tell of themselves."""
    members = [other for other in paths if other.rpartition("/")[0] == path]
    return any(_value(before, member) is None or _value(after, member) is None for member in members)


def _value(project: Project, path: FieldPath) -> object:
    try:
        return edits.get(project, path)
    except NoSuchPlace:
        return None


def _records(value: object) -> dict[str, Record]:
    """All records that have an id, by it, in the project's order."""
    found: dict[str, Record] = {}
    if isinstance(value, Record):
        key = getattr(value, "id", None)
        if isinstance(key, str):
            found[key] = value
        for name in type(value).model_fields:
            found |= _records(getattr(value, name))
    elif isinstance(value, tuple):
        for member in cast("tuple[object, ...]", value):
            found |= _records(member)
    return found


class Naming:
    """Words for the paths of two states of a project."""

    def __init__(self, before: Project, after: Project, lang: Lang) -> None:
        self._before, self._after = before, after
        self._lang: Lang = lang
        self._records = {**_records(before), **_records(after)}
        # Ids as the project gives them: a pattern's own parts are named by words, as fields are ("owner").
        self._members = {key for key in self._records if _ID.fullmatch(key)}
        self._figures = (FigureWords(before), FigureWords(after))
        self._say, self._words, self._known = Words("window", lang), Words("forms", lang), keys("forms")

    def difference(self, path: FieldPath) -> Difference:
        """What became of one path."""
        old, new = _value(self._before, path), _value(self._after, path)
        told = self._wordings(old, new) or (self._shown(old, path), self._shown(new, path))
        before = self._before.drafts.get(path) or told[0]
        after = self._after.drafts.get(path) or told[1]
        kind: Kind = "changed"
        if not before or not after:
            kind = "added" if after else "removed"
        elif isinstance(old, tuple) and isinstance(new, tuple) and set(before.split("\n")) == set(after.split("\n")):
            kind = "moved"
        where, field = self._names(path)
        return Difference(path, kind, where, field, before, after)

    def _wordings(self, old: object, new: object) -> tuple[str, str] | None:
        """Two texts in the languages in which they differ, whichever the window speaks; None for what are no texts."""
        if not isinstance(old, Text) or not isinstance(new, Text):
            return None
        first = self._after.language
        ordered: tuple[Lang, ...] = (first, *(lang for lang in LANGS if lang != first))
        langs: list[Lang] = [lang for lang in ordered if old.root.get(lang) != new.root.get(lang)]
        before, after = (
            [words.filled(text.root.get(lang, ""), lang) for lang in langs]
            for words, text in zip(self._figures, (old, new), strict=True)
        )
        return "\n".join(filter(None, before)), "\n".join(filter(None, after))

    def _names(self, path: FieldPath) -> tuple[str, str]:
        """The record or place that a path leads through, and the field it ends at."""
        head, *rest = path.split("/")
        where = self._place(head)
        labels = [self._label("", head)] if not rest else []
        words = _WORDS.get(head, head)
        if head in _WORDS and rest and rest[0] in self._members:
            where, labels = self._name(self._records[rest.pop(0)]) or where, [] if rest else [where]
        for segment in rest:
            if segment in self._members and segment != rest[-1]:
                labels = [self._name(self._records[segment])]
            elif segment not in self._members:
                label = self._label(words, segment)
                if label and words in ("relevance", "readiness", "target"):
                    labels = []
                labels += [label or segment] if label or segment.isdigit() else []
                words = _WORDS.get(segment, segment)
        return where, ", ".join(label for label in labels if label)

    def _place(self, head: str) -> str:
        if head == "patterns":
            return self._say("sidebar.patterns")
        place = _PLACES.get(head)
        return self._say(f"place.{place}") if place else self._say("sidebar.untitled")

    def _label(self, words: str, segment: str) -> str:
        named = f"{words}.{segment}".removeprefix(".")
        for key in (_ELSEWHERE.get(named), named, f"{_WORDS.get(segment)}.list", f"pattern.{segment}"):
            if key in self._known:
                # The form's words for amounts go on to say their unit.
                return self._words(key).partition(", {")[0]
        return self._say(named) if named in keys("window") else ""

    def _name(self, record: Record) -> str:
        if isinstance(record, ChosenPattern):
            return (record.pattern.short or record.pattern.name).said(self._lang).text
        for name in _NAMES:
            value = getattr(record, name, None)
            if value:
                return self._text(value)
        return ""

    def _shown(self, value: object, path: FieldPath) -> str:
        """A value in words; of a record its name, of a list its members' names."""
        if isinstance(value, Record):
            return self._name(value) or "✓"
        if isinstance(value, tuple):
            members = cast("Sequence[object]", value)
            return "\n".join(self._shown(member, path) for member in members)
        if isinstance(value, Mapping):
            entries = cast("Mapping[object, object]", value)
            return "\n".join(f"{key}: {self._shown(entry, path)}" for key, entry in entries.items())
        if isinstance(value, str) and value in self._records:
            return self._name(self._records[value])
        return self._choice(value, path) if isinstance(value, str) else self._text(value)

    def _filled(self, text: Text) -> str:
        """A text with the figures that it mentions, as they are after; one that is no more, as it was."""
        said, (before, after) = text.said(self._lang), self._figures
        names = mentioned(said.text)
        words = before if any(not after.knows(name) for name in names) else after
        return words.filled(said.text, said.lang)

    def _text(self, value: object) -> str:
        if isinstance(value, bool):
            return "✓" if value else "–"
        if isinstance(value, Text):
            return self._filled(value).replace("**", "")
        if isinstance(value, date):
            return format_date(value, self._lang)
        if isinstance(value, Decimal):
            return format_number(value, self._lang)
        return "" if value is None else str(value)

    def _choice(self, value: str, path: FieldPath) -> str:
        """What a choice is called; the value itself where it is none."""
        head, field = path.partition("/")[0], path.rpartition("/")[2]
        sign = f"costs.{value}" if field == "sign" else ""
        for key in (sign, f"{field}.{value}", f"{_WORDS.get(head, head)}-{field}.{value}", f"money-{field}.{value}"):
            if key in self._known:
                return self._words(key)
        return self._say(f"{head}.{value}") if f"{head}.{value}" in keys("window") else value


def word_difference(before: str, after: str, gone: str, come: str) -> tuple[str, str]:
    """Both texts as HTML, with the words that went struck through on `gone` and those that came underlined on `come` (colours)."""
    return _compared(before, after, f"background:{gone};text-decoration:line-through", _underlined(come))


def words_apart(one: str, other: str, mark: str) -> tuple[str, str]:
    """Two texts of which neither is the older as HTML, with the words that only one has underlined on `mark` (a colour)."""
    return _compared(one, other, _underlined(mark), _underlined(mark))


def _underlined(color: str) -> str:
    return f"background:{color};text-decoration:underline"


def _compared(before: str, after: str, only_before: str, only_after: str) -> tuple[str, str]:
    """Both texts as HTML, with the words that only one has in a style."""
    old, new = _words_of(before), _words_of(after)
    left: list[str] = []
    right: list[str] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = what == "equal"
        left.append(_marked("".join(old[a:b]), "" if same else only_before))
        right.append(_marked("".join(new[c:d]), "" if same else only_after))
    return "".join(left), "".join(right)


def _words_of(text: str) -> list[str]:
    """Words, each with the space after it."""
    words: list[str] = []
    for line in text.splitlines(keepends=True):
        words += [f"{word} " for word in line.rstrip("\n").split(" ")]
        if line.endswith("\n"):
            words.append("\n")
    return words


def _marked(text: str, style: str) -> str:
    shown = escape(text).replace("\n", "<br>")
    return f'<span style="{style}">{shown}</span>' if style and text else shown
