"""Which slides a storyline has, in which order, in which part of the tracker, under which titles."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from app.compose.audiences import Subject, kinds_told, main_slides, members_told, part_told
from app.compose.kinds import BACKUP_PARTS, MAIN_PARTS, Kind, Part, Title
from app.compose.storyline import SlideId, SlideKind
from app.compose.telling import Telling
from app.compose.timing import time_of
from app.model.base import Id
from app.model.project import SlideChoice, SlideCopy
from app.model.rich import Para, Span

#: The part of the tracker that a slide from the backup joins when it is brought among the main ones.
_JOINED: Final[Part] = "delivery"
#: The kinds of slide that begin with what matters most.
_FIRST_MATTERS: Final[frozenset[SlideKind]] = frozenset((
    "since", "why-now", "readiness", "pattern", "recommendation", "priorities", "status", "roadmap", "risks", "kpis",
    "organisation",
))  # fmt: skip


class Entry(NamedTuple):
    """A slide to be told: its id, its kind, and the pattern or action that it is about ("" when it is about the whole).

    `usual` says whether the audience would have it in the backup, where nobody has settled that; `added` whether the CIO has added
    it to the usual slides."""

    id: SlideId
    kind: Kind
    key: Id
    part: Part | None
    backup: bool
    usual: bool
    added: bool = False


class Outline:
    """The slides of a telling for its audience. Titles are told apart here; nothing of the bodies is composed."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling

    @cached_property
    def every(self) -> Mapping[SlideId, Entry]:
        """All slides there can be, by id, in their usual order: also those that are switched off."""
        kinds = kinds_told(self.telling.audience)
        subjects = [(kind, key) for kind in kinds for key in members_told(self.telling, kind)]
        chosen: list[Subject] = [(kind.name, key) for kind, key in subjects if not kind.backup and kind.name != "free"]
        shown = main_slides(self.telling, chosen) | {(kind.name, key) for kind, key in subjects if kind.name == "free"}
        told = [self._entry(kind, key, usual=(kind.name, key) not in shown) for kind, key in subjects]
        found = {entry.id: entry for entry in told}
        for copy in self.telling.project.storyline.copies:
            if copy.of in found:
                found[f"copy/{copy.id}"] = self._copied(found[copy.of], f"copy/{copy.id}")
        return self._joined(found)

    def _copied(self, entry: Entry, slide: SlideId) -> Entry:
        """A slide shown once more: where it stands the first time, unless the CIO has put it elsewhere."""
        choice = self._choices.get(slide)
        backup = entry.backup if choice is None or choice.backup is None else choice.backup
        return entry._replace(id=slide, backup=backup, usual=entry.backup, added=True)

    def _joined(self, found: dict[SlideId, Entry]) -> Mapping[SlideId, Entry]:
        """The slides, those that the CIO has added in the part of the tracker of the slide that each stands after."""
        if not any(entry.added for entry in found.values()):
            return found
        parts: dict[bool, Part | None] = {False: None, True: "detail"}
        for key in _ordered(tuple(found), self.telling.project.storyline.order):
            entry = found[key]
            if entry.added:
                found[key] = entry._replace(part=parts[entry.backup])
            elif key not in self._off:
                parts[entry.backup] = entry.part
        return found

    def _entry(self, kind: Kind, key: Id, *, usual: bool) -> Entry:
        """A slide where its audience usually has it, unless the CIO has put it elsewhere."""
        slide = f"{kind.name}/{key}" if key else kind.name
        choice = self._choices.get(slide)
        backup = usual if choice is None or choice.backup is None else choice.backup
        part = part_told(self.telling.audience, kind)
        if backup != kind.backup:
            part = "detail" if backup else _JOINED
        return Entry(slide, kind, key, part, backup, usual, kind.name == "free")

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The slides that are on, in the order wanted, main ones before backup."""
        order = _ordered(tuple(self.every), self.telling.project.storyline.order)
        kept = [self.every[key] for key in order if key not in self._off]
        return tuple(sorted(kept, key=lambda entry: entry.backup))

    @cached_property
    def sections(self) -> tuple[Part, ...]:
        """The parts that main slides belong to."""
        return tuple(part for part in MAIN_PARTS if (part, False) in self._parts)

    @cached_property
    def backup_sections(self) -> tuple[Part, ...]:
        """The parts that backup slides belong to."""
        return tuple(part for part in BACKUP_PARTS if (part, True) in self._parts)

    @cached_property
    def _parts(self) -> frozenset[tuple[Part | None, bool]]:
        return frozenset((entry.part, entry.backup) for entry in self.every.values() if entry.id not in self._off)

    @cached_property
    def _off(self) -> frozenset[SlideId]:
        return frozenset(key for key, choice in self._choices.items() if not choice.on)

    def section(self, entry: Entry) -> int | None:
        """Where a slide's part stands in the tracker; None on the cover, and for a part that no slide that is on belongs to."""
        parts = self.backup_sections if entry.backup else self.sections
        return parts.index(entry.part) if entry.part in parts else None

    def rest(self, entry: Entry) -> int | None:
        """The backup's part that takes what of a slide does not fit on its first page; None where all its pages follow each other.

        In a slot with a bound a slide stays one slide, where its first page holds what matters most."""
        bounded = time_of(self.telling).room is not None and not entry.backup
        if not bounded or entry.kind.name not in _FIRST_MATTERS or "detail" not in self.backup_sections:
            return None
        return self.backup_sections.index("detail")

    @cached_property
    def _choices(self) -> Mapping[SlideId, SlideChoice]:
        return {choice.slide: choice for choice in self.telling.project.storyline.slides}

    # --- titles

    def title(self, entry: Entry) -> Title:
        """A slide's title, unlike every other one's: as the CIO wants it for this slide, as written, or made of figures."""
        written = self._written.get(entry.id)
        if written is None:
            made = entry.kind.made(self.telling, entry.key)
            return Title(made.id, self._numbered(entry, made.text, self._showing(entry)))
        text = self._told_apart(entry, written.text)
        if written.text.spans[0].lang == self.telling.lang and not self._retitled(entry):
            text = _extended(text, entry.kind.ending(self.telling, entry.key))
        return Title(written.id, text)

    def _showing(self, entry: Entry) -> int:
        """Which showing of its slide it is, from 1."""
        return 1 + sum(copy.of == self._original(entry) for copy in self._copies_until(entry))

    def _original(self, entry: Entry) -> SlideId:
        """The id of the slide that it shows, itself or once more."""
        return f"{entry.kind.name}/{entry.key}" if entry.key else entry.kind.name

    def _copies_until(self, entry: Entry) -> Sequence[SlideCopy]:
        copies = self.telling.project.storyline.copies
        ids = [f"copy/{copy.id}" for copy in copies]
        return copies[: ids.index(entry.id) + 1] if entry.id in ids else ()

    def _retitled(self, entry: Entry) -> Para:
        choice = self._choices.get(entry.id)
        return self.telling.said(choice.title) if choice else Para()

    @cached_property
    def _written(self) -> Mapping[SlideId, Title]:
        """The titles in somebody's own words, by slide."""
        found: dict[SlideId, Title] = {}
        for entry in self.every.values():
            own = self._retitled(entry)
            title = Title(f"storyline/{entry.id}/title", own) if own else entry.kind.written(self.telling, entry.key)
            if title:
                found[entry.id] = title
        return found

    @cached_property
    def _by_wording(self) -> Mapping[str, Sequence[SlideId]]:
        """Slides by written title, so that those that share one can be told apart."""
        found: dict[str, list[SlideId]] = {}
        for key, title in self._written.items():
            found.setdefault(title.text.plain, []).append(key)
        return found

    @cached_property
    def _labels(self) -> Mapping[SlideId, Para]:
        """What could tell a slide apart from those that share its written title."""
        shared = (self.every[key] for keys in self._by_wording.values() if len(keys) > 1 for key in keys)
        return {entry.id: entry.kind.apart(self.telling, entry.key) for entry in shared}

    @cached_property
    def _label_counts(self) -> Mapping[tuple[str, str], int]:
        """How many slides go by a written title and a label."""
        return Counter((self._written[key].text.plain, label.plain) for key, label in self._labels.items())

    def _told_apart(self, entry: Entry, title: Para) -> Para:
        """The title, with the pattern's name, or else a number, where another slide has the same."""
        same = self._by_wording[title.plain]
        if len(same) < 2:
            return title
        label = self._labels[entry.id]
        if label and self._label_counts[title.plain, label.plain] == 1:
            named = Para((*title.spans, Span(" (", self.telling.lang), *label.spans, Span(")", self.telling.lang)))
            return named if named.plain not in self._by_wording else self._numbered(entry, named)
        place = same.index(entry.id)
        return self._numbered(entry, title, place + 1) if place else title

    def _numbered(self, entry: Entry, title: Para, number: int = 1) -> Para:
        """The title with the first number, from `number` on, under which no other slide goes; as it is, if none does."""
        wording = title.plain if number == 1 else f"{title.plain} ({number})"
        while any(key != entry.id for key in self._by_wording.get(wording, ())):
            number += 1
            wording = f"{title.plain} ({number})"
        return title if number == 1 else Para((*title.spans, Span(f" ({number})", self.telling.lang)))


def _extended(title: Para, ending: str) -> Para:
    """A title that goes on with figures; as it is when it already ends a sentence."""
    if not ending or title.plain[-1:] in ".!?:":
        return title
    last = title.spans[-1]
    return Para((*title.spans, Span(ending, last.lang)))


def _ordered(usual: Sequence[SlideId], wanted: Iterable[SlideId]) -> tuple[SlideId, ...]:
    """The slides as wanted; each one not named stands after the one that it usually follows."""
    known = set(usual)
    named = tuple(dict.fromkeys(key for key in wanted if key in known))
    if not named:
        return tuple(usual)
    following: dict[SlideId, list[SlideId]] = {key: [] for key in named}
    leading: list[SlideId] = []
    run = leading
    for key in usual:
        if key in following:
            run = following[key]
        else:
            run.append(key)
    return (*leading, *(key for first in named for key in (first, *following[first])))
