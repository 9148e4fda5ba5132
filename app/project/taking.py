"""Takes parts of another project into one's own: patterns with what was written about them, actions, risks, figures, texts.

What comes keeps its ids, so that references among it hold; those that are taken already are given anew. A text that both have written
stands with the other after it: nothing is overwritten but a step on a scale, which says so."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple, TypeVar, cast

from app.language.mentions import FigureWords
from app.model.base import LANGS, FieldPath, Id, Lang, NewId, Record, Text
from app.model.mentions import MENTION, mentioned
from app.model.project import Action, ChosenPattern, Classification, Evidence, Project
from app.project import edits
from app.project.paths import keys_of, value_at
from app.project.references import mended

#: `new`: a member more. `again`: a member more, though one with its id is here and says something else. `empty`: into a field where
#: nothing stands. `after`: after the text that stands there. `instead`: in its place.
How = Literal["new", "again", "empty", "after", "instead"]

#: The collections of which members are taken whole, in the order in which they are offered.
_WHOLE: Final = ("actions", "risks", "figures", "matter/statements", "matter/sections", "storyline/free")
#: What is written about a pattern, beside its evidence.
_WRITTEN: Final = (
    "message",
    "meaning",
    *(f"assessment/{score}/{part}" for score in ("relevance", "readiness", "target") for part in ("step", "reason")),
)
_SECRECY: Final[tuple[Classification, ...]] = ("open", "internal", "confidential")
_ID: Final = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")
_SHA256: Final = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")

_T = TypeVar("_T", Record, Text)


class Offer(NamedTuple):
    """Something that can be taken: its path in the other project, the collection or field of one's own that it goes to, and how."""

    path: FieldPath
    to: FieldPath
    how: How


def offers(ours: Project, theirs: Project) -> tuple[Offer, ...]:
    """All that the other project has and ours has not, or has otherwise; the annotations of a pattern that both hold one by one."""
    found: list[Offer] = []
    for chosen in theirs.patterns:
        twin = _twin(ours, chosen)
        found += [Offer(f"patterns/{chosen.id}", "patterns", "new")] if twin is None else _annotations(chosen, twin)
    for collection in _WHOLE:
        found += _members(collection, _collection(ours, collection), _collection(theirs, collection))
    return tuple(found)


def taken(ours: Project, theirs: Project, wanted: Sequence[Offer], new_id: NewId) -> Project:
    """Our project with what is wanted of the other, with the figures that it mentions, its attachments and its marks of secrecy.

    The bytes of attachments are the caller's to bring along."""
    return _Taking(ours, theirs, wanted, new_id).project()


def is_more_secret(ours: Project, theirs: Project) -> bool:
    """Whether the other project is classified higher than ours."""
    return _SECRECY.index(theirs.organisation.classification) > _SECRECY.index(ours.organisation.classification)


def _twin(ours: Project, chosen: ChosenPattern) -> ChosenPattern | None:
    """The pattern of ours that is the same one of the library."""
    same = (each for each in ours.patterns if (each.pack, each.pattern.id) == (chosen.pack, chosen.pattern.id))
    return next(same, None)


def _annotations(theirs: ChosenPattern, ours: ChosenPattern) -> Iterator[Offer]:
    for field in _WRITTEN:
        here, there = value_at(ours, field), value_at(theirs, field)
        if there and here != there:
            how: How = "empty" if not here else "after" if isinstance(here, Text) else "instead"
            yield Offer(f"patterns/{theirs.id}/{field}", f"patterns/{ours.id}/{field}", how)
    known = [_said(item) for item in ours.evidence]
    for item in theirs.evidence:
        if _said(item) not in known:
            yield Offer(f"patterns/{theirs.id}/evidence/{item.id}", f"patterns/{ours.id}/evidence", "new")


def _said(item: Evidence) -> Evidence:
    """A piece of evidence without its id."""
    return item.model_copy(update={"id": ""})


def _members(collection: FieldPath, ours: Sequence[Record], theirs: Sequence[Record]) -> Iterator[Offer]:
    here = dict(zip(keys_of(ours), ours, strict=True))
    for key, member in zip(keys_of(theirs), theirs, strict=True):
        if here.get(key) != member:
            yield Offer(f"{collection}/{key}", collection, "again" if key in here else "new")


def _collection(project: Project, path: FieldPath) -> tuple[Record, ...]:
    return cast("tuple[Record, ...]", value_at(project, path))


class _Taking:
    """What is wanted of another project on its way into ours."""

    def __init__(self, ours: Project, theirs: Project, wanted: Sequence[Offer], new_id: NewId) -> None:
        self._ours, self._theirs = ours, theirs
        known = {offer.path: offer for offer in (*wanted, *self._mentioned(wanted))}
        # Figures and patterns first, so that what rests on them finds them there.
        self._wanted = sorted(
            known.values(), key=lambda offer: offer.path.partition("/")[0] not in ("figures", "patterns")
        )
        self._values = {offer: edits.get(theirs, offer.path) for offer in self._wanted}
        self._new_id = new_id
        self._ids = self._renamed()
        self._words = FigureWords(theirs)
        self._kept = self._sayable()

    def project(self) -> Project:
        """Our project with all of it."""
        project = self._ours
        for offer in self._wanted:
            project = self._with(project, offer)
        project = self._with_marks(self._with_drafts(project))
        return mended(self._with_assets(project))

    def _mentioned(self, wanted: Sequence[Offer]) -> Iterator[Offer]:
        """The figures that the texts mention and that ours does not have as they are there."""
        said = " ".join(_json(edits.get(self._theirs, offer.path)) for offer in wanted)
        names = {*mentioned(said)}
        figures = _members("figures", self._ours.figures, self._theirs.figures)
        yield from (offer for offer in figures if offer.path.partition("/")[2] in names)

    def _renamed(self) -> Mapping[Id, Id]:
        """The ids that are another's in ours: those taken by a part of ours are given anew, a shared pattern has ours."""
        used = {*_ID.findall(self._ours.model_dump_json())}
        coming = (key for value in self._values.values() for key in _ids(value))
        renamed = {key: self._new_id() for key in coming if key in used}
        twins = {chosen.id: twin.id for chosen in self._theirs.patterns if (twin := _twin(self._ours, chosen))}
        return {**renamed, **twins}

    def _sayable(self) -> frozenset[str]:
        """The names that texts may go on mentioning: figures that come along or are the same in ours, and records that come along."""
        same = (figure.id for figure in self._theirs.figures if figure in self._ours.figures)
        return frozenset((*same, *(key for value in self._values.values() for key in _ids(value))))

    def _with(self, project: Project, offer: Offer) -> Project:
        value = self._values[offer]
        if isinstance(value, Action):
            value = self._in_their_currency(value)
        if isinstance(value, Record):
            return edits.add(project, offer.to, self._rewritten(value))
        if isinstance(value, Text):
            ours = cast("Text", edits.get(project, offer.to))
            between = "\n\n" if _last(offer.to) == "meaning" else " / "
            return edits.put(project, offer.to, _both(ours, self._rewritten(value), between))
        return edits.put(project, offer.to, value)

    def _in_their_currency(self, action: Action) -> Action:
        """An action whose amounts name the other project's currency where ours counts in another."""
        currency = self._theirs.organisation.currency
        if currency == self._ours.organisation.currency:
            return action
        lines = (line if line.currency else line.model_copy(update={"currency": currency}) for line in action.lines)
        return action.model_copy(update={"lines": tuple(lines)})

    def _rewritten(self, value: _T) -> _T:
        """A part with its ids as they are in ours, and with sums of the other project written out."""
        tree = value.model_dump(mode="json", by_alias=True)
        return cast("_T", type(value).model_validate(self._tree(tree, self._theirs.language)))

    def _tree(self, tree: Any, lang: Lang) -> Any:
        if isinstance(tree, dict):
            entries = cast("Mapping[str, Any]", tree)
            return {key: self._tree(part, key if key in LANGS else lang) for key, part in entries.items()}
        if isinstance(tree, list):
            return [self._tree(part, lang) for part in cast("list[Any]", tree)]
        return self._renamed_in(self._written_out(tree, lang)) if isinstance(tree, str) else tree

    def _written_out(self, text: str, lang: Lang) -> str:
        """A text in which what is computed of the other project stands as it was: ours would compute something else."""

        def said(found: re.Match[str]) -> str:
            known = found[1].partition("/")[0] in self._kept
            return found[0] if known else self._words.said(found[1], lang) or found[0]

        return MENTION.sub(said, text)

    def _renamed_in(self, text: str) -> str:
        return _ID.sub(lambda found: self._ids.get(found[0], found[0]), text)

    def _place(self, path: FieldPath) -> FieldPath | None:
        """Where a place of the other project has come to in ours; None where it has not come along."""
        for offer in self._wanted:
            if f"{path}/".startswith(f"{offer.path}/"):
                member = f"/{_last(offer.path)}" if isinstance(self._values[offer], Record) else ""
                return offer.to + self._renamed_in(member + path.removeprefix(offer.path))
        return None

    def _with_drafts(self, project: Project) -> Project:
        """With what was typed in the other project's fields and is not valid, where the field came along."""
        places = {self._place(path): typed for path, typed in self._theirs.drafts.items()}
        drafts = {path: typed for path, typed in places.items() if path and path not in project.drafts}
        return project.model_copy(update={"drafts": {**project.drafts, **drafts}}) if drafts else project

    def _with_marks(self, project: Project) -> Project:
        """With the marks of secrecy that lie on what came along: on it, in it, or on what it was a part of."""
        marked = {mark.field for mark in project.secrecy}
        marks = list(project.secrecy)
        for mark in (mark for mark in self._theirs.secrecy if not mark.withheld):
            within = [offer.path for offer in self._wanted if offer.path.startswith(f"{mark.field}/")]
            for path in within or [mark.field]:
                place = self._place(path)
                if place and place not in marked:
                    marks.append(mark.model_copy(update={"id": self._new_id(), "field": place}))
        return project.model_copy(update={"secrecy": tuple(marks)}) if len(marks) > len(project.secrecy) else project

    def _with_assets(self, project: Project) -> Project:
        """With the attachments that what came along names."""
        here = {asset.sha256 for asset in project.assets}
        named = {sha for value in self._values.values() for sha in _SHA256.findall(_json(value))} - here
        come = tuple(asset for asset in self._theirs.assets if asset.sha256 in named)
        return project.model_copy(update={"assets": (*project.assets, *come)}) if come else project


def _both(ours: Text, theirs: Text, between: str) -> Text:
    """Each language's text of both, ours first."""
    for lang in LANGS:
        here, there = ours.root.get(lang, ""), theirs.root.get(lang, "")
        if there and there != here:
            ours = ours.writing(lang, f"{here}{between}{there}" if here else there)
    return ours


def _ids(value: object) -> Iterator[Id]:
    """The ids of a record and of all within it."""
    if isinstance(value, Record):
        key = getattr(value, "id", None)
        if isinstance(key, str) and _ID.fullmatch(key):
            yield key
        for name in type(value).model_fields:
            yield from _ids(getattr(value, name))
    elif isinstance(value, tuple):
        for member in cast("tuple[object, ...]", value):
            yield from _ids(member)


def _json(value: object) -> str:
    return value.model_dump_json() if isinstance(value, Record | Text) else ""


def _last(path: FieldPath) -> str:
    return path.rpartition("/")[2]
