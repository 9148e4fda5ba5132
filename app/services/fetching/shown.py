"""Where fetched values show: the slides and the report's sections that say something else once they are taken in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.compose import Composer, compose_report
from app.model.base import FieldPath, Lang
from app.model.project import Project
from app.services.fetching.again import Moved

#: For so many figures and rows each is looked for by itself; where more have changed, only for all together.
_MOST: Final = 40
#: The project as it is once some values are taken in.
Renewed = Callable[[Iterable[Moved]], Project]


@dataclass(frozen=True, slots=True)
class Shows:
    """The numbers of the slides that say something else, by figure or row and for all together, and the report's headings."""

    slides: tuple[int, ...]
    by_record: Mapping[FieldPath, tuple[int, ...]]
    sections: tuple[str, ...]


def where_shown(project: Project, moved: Iterable[Moved], renewed: Renewed, today: date) -> Shows:
    """Composes the deck and the full report as they are and as they become, in the project's language."""
    changes = tuple(moved)
    before = _Deck(project, today)
    among = before.changed(renewed(changes), range(1, len(before.slides) + 1))
    records = dict.fromkeys(each.fetched.record for each in changes)
    by_record = {
        record: before.changed(renewed(each for each in changes if each.fetched.record == record), among)
        for record in (records if len(records) <= _MOST else ())
    }
    return Shows(among, by_record, _sections(project, renewed(changes), today) if changes else ())


class _Deck:
    """The slides of a project, to be compared with those of another."""

    def __init__(self, project: Project, today: date) -> None:
        self._lang: Lang = project.language
        self._today = today
        composer = Composer(project, lang=self._lang, today=today)
        self._order = composer.order
        self.slides = {slide: composer.slide(slide) for slide in self._order}

    def changed(self, project: Project, among: Iterable[int]) -> tuple[int, ...]:
        """The numbers, from 1, of the slides that say something else in another state of the project."""
        composer = Composer(project, lang=self._lang, today=self._today)
        kept = ((number, self._order[number - 1]) for number in among)
        return tuple(number for number, key in kept if composer.has(key) and composer.slide(key) != self.slides[key])


def _sections(project: Project, after: Project, today: date) -> tuple[str, ...]:
    old = compose_report(project, lang=project.language, today=today, kind="full")
    new = compose_report(after, lang=project.language, today=today, kind="full")
    known = {section.id: section for section in new.sections}
    changed = (section for section in old.sections if known.get(section.id) != section)
    heads = (f"{section.number} {(section.heading or section.claim).plain}".strip() for section in changed)
    return tuple(dict.fromkeys(heads))
