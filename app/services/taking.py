"""What can be taken from another project, in words: each part with what stands on both sides, and what becomes of it."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from app.language.catalogue import Words
from app.language.format import format_date
from app.language.mentions import FigureWords
from app.model.base import FieldPath, Lang, Record, Text
from app.model.project import Action, ChosenPattern, Evidence, Figure, FreeSlide, Project, Risk, Section, Statement
from app.project import edits
from app.project.differences import Naming
from app.project.taking import Offer, is_more_secret, offers

#: What kind of part a path leads to: by its collection.
_KINDS: Final = {
    "patterns": "pattern",
    "actions": "action",
    "risks": "risk",
    "figures": "figure",
    "statements": "statement",
    "sections": "section",
    "free": "slide",
    "evidence": "evidence",
}


class Row(NamedTuple):
    """An offer in words: what it is, what we have written, what they have, and what becomes of it."""

    offer: Offer
    what: str
    ours: str
    theirs: str
    how: str


def rows(ours: Project, theirs: Project, lang: Lang) -> tuple[Row, ...]:
    """All that can be taken, in the order of the offers."""
    telling = _Telling(ours, theirs, lang)
    return tuple(telling.row(offer) for offer in offers(ours, theirs))


def is_at(offer: Offer, field: FieldPath) -> bool:
    """Whether an offer is the part of the other project that holds a field."""
    return f"{field}/".startswith(f"{offer.path}/")


def cautions(ours: Project, theirs: Project, lang: Lang) -> tuple[str, ...]:
    """What to think of before anything is taken: secrecy, and another currency."""
    words = Words("taking", lang)
    found: list[str] = []
    if is_more_secret(ours, theirs):
        levels = (words(f"level-{project.organisation.classification}") for project in (theirs, ours))
        found.append(words("more-secret", theirs=next(levels), ours=next(levels)))
    if theirs.organisation.currency != ours.organisation.currency:
        found.append(words("currency", theirs=theirs.organisation.currency, ours=ours.organisation.currency))
    return tuple(found)


class _Telling:
    """Two projects and the words for what one can take from the other."""

    def __init__(self, ours: Project, theirs: Project, lang: Lang) -> None:
        self._ours, self._theirs = ours, theirs
        self._lang: Lang = lang
        self._words = Words("taking", lang)
        self._naming = Naming(theirs, theirs, lang)
        self._figures = {id(project): FigureWords(project) for project in (ours, theirs)}

    def row(self, offer: Offer) -> Row:
        """An offer in words."""
        value = edits.get(self._theirs, offer.path)
        named = self._naming.difference(offer.path)
        if not isinstance(value, Record):
            ours, theirs = edits.get(self._ours, offer.to), value
            what = f"{named.where}: {named.field}"
            return Row(offer, what, self._shown(self._ours, ours), self._shown(self._theirs, theirs), self._how(offer))
        kind = _KINDS[offer.to.rpartition("/")[2]]
        what = f"{self._words(f'kind-{kind}')}: {named.after}"
        what = f"{named.where}, {what}" if kind == "evidence" else what
        return Row(offer, what, "", self._substance(value), self._how(offer, *_days(value)))

    def _how(self, offer: Offer, *days: date) -> str:
        """What becomes of it; days are shown as they were, for somebody to look at."""
        how = self._words(f"how-{offer.how}")
        told = ", ".join(format_date(day, self._lang, "abbr") for day in sorted({*days}))
        return self._words("with-days", how=how, days=told) if told else how

    def _substance(self, value: Record) -> str:
        """What a part says beyond its name."""
        match value:
            case ChosenPattern():
                return self._shown(self._theirs, value.meaning or value.message) or self._words("nothing-written")
            case Action():
                kpis = (self._shown(self._theirs, kpi.name) for kpi in value.kpis)
                return ", ".join(part for part in (value.owner, *kpis) if part)
            case Figure():
                return self._figures[id(self._theirs)].said(value.id, self._lang) or "–"
            case Evidence(source=said) | Risk(treatment=said) | Statement(support=said) | Section(body=said):
                return self._shown(self._theirs, said)
            case FreeSlide(text=said):
                return self._shown(self._theirs, said)
            case _:
                return ""

    def _shown(self, project: Project, value: object) -> str:
        """A text or a step, with the figures that it mentions filled in."""
        if not isinstance(value, Text):
            return "" if value is None else str(value)
        said = value.said(self._lang)
        return self._figures[id(project)].filled(said.text, said.lang).replace("**", "")


def _days(value: Record) -> Iterator[date]:
    """The days that were planned for an action in another project."""
    if isinstance(value, Action):
        days = (
            value.start,
            value.due,
            *(step.on for step in value.milestones),
            *(kpi.target_date for kpi in value.kpis),
        )
        yield from (day for day in days if day)
