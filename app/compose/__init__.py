"""From a project to what is said about it: the storyline of a deck, and the report."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Final

from app.compose.brief import compose_brief
from app.compose.changes import compose_changes
from app.compose.full import compose_full
from app.compose.handout import Handout, compose_handout
from app.compose.memo import compose_memo
from app.compose.outline import Entry, Outline
from app.compose.paper import compose_paper
from app.compose.report import Report
from app.compose.report_frame import header
from app.compose.secrecy import leaves_out
from app.compose.slides.cover import occasion
from app.compose.storyline import Furniture, Slide, SlideId, Storyline
from app.compose.telling import Telling
from app.compose.timing import Time, time_of
from app.compose.workbook import CalculationBook, calculation_book
from app.model.base import Id, Lang
from app.model.project import Audience, Project
from app.model.report_kind import ReportKind
from app.model.rich import Para
from app.project.earlier import Earlier

__all__ = [
    "Composer",
    "compose",
    "compose_calculation",
    "compose_report",
    "compose_slide",
    "every_slide",
    "handout_of",
    "outline",
]

_REPORTS: Final[Mapping[ReportKind, Callable[[Telling, Furniture], Report]]] = {
    "brief": compose_brief,
    "full": compose_full,
    "memo": compose_memo,
    "tjansteskrivelse": compose_paper,
    "changes": compose_changes,
}


class Composer:
    """A project told in one language on one day: its slides one by one or all together.

    What slides share is worked out once, when it is first asked for. `today` stands in where no meeting has a date; `audience` where
    it is not the project's own; `earlier` is the edition that it is compared with; `meeting` the meeting that it is told for, by its
    id, the next when None."""

    def __init__(
        self,
        project: Project,
        *,
        lang: Lang,
        today: date,
        draft: bool = False,
        audience: Audience | None = None,
        earlier: Earlier | None = None,
        meeting: Id | None = None,
    ) -> None:
        self._plan = Outline(Telling(project, lang, today, audience, earlier, meeting))
        self._draft = draft

    @property
    def project(self) -> Project:
        """The project that is told."""
        return self._plan.telling.project

    def take_over(self, before: "Composer") -> None:
        """Takes over what an earlier composer of the same deck worked out and that holds for this project too."""
        self._plan.telling.take_over(before._plan.telling)

    @cached_property
    def order(self) -> tuple[SlideId, ...]:
        """The ids of the slides in order, without composing them."""
        return tuple(entry.id for entry in self._plan.entries)

    @cached_property
    def every(self) -> tuple[tuple[SlideId, Para], ...]:
        """Every slide there can be with its title, also those that are switched off, in their usual order."""
        return tuple((entry.id, self._plan.title(entry).text) for entry in self._plan.every.values())

    @cached_property
    def titles(self) -> tuple[tuple[str, Para], ...]:
        """The kinds and titles of the slides in order, without composing them."""
        return tuple((entry.kind.name, self._plan.title(entry).text) for entry in self._plan.entries)

    @cached_property
    def backup(self) -> frozenset[SlideId]:
        """The slides that stand in the backup, also those that are switched off."""
        return frozenset(entry.id for entry in self._plan.every.values() if entry.backup)

    @cached_property
    def usual_backup(self) -> frozenset[SlideId]:
        """The slides that would stand in the backup if nobody had settled where they stand."""
        return frozenset(entry.id for entry in self._plan.every.values() if entry.usual)

    @property
    def time(self) -> Time:
        """The time that the matter may take before this audience."""
        return time_of(self._plan.telling)

    def has(self, slide_id: SlideId) -> bool:
        """Whether there is such a slide, be it on or off."""
        return slide_id in self._plan.every

    def slide(self, slide_id: SlideId) -> Slide:
        """One slide, the same as in the whole storyline; also one that is switched off. Raises KeyError for one there is not."""
        return _slide(self._plan, self._plan.every[slide_id])

    @property
    def surroundings(self) -> Storyline:
        """The storyline without its slides: what stands around each of them, for placing one alone."""
        return _storyline(self._plan, (), draft=self._draft)

    @property
    def storyline(self) -> Storyline:
        """The whole storyline."""
        slides = tuple(_slide(self._plan, entry) for entry in self._plan.entries)
        return _storyline(self._plan, slides, draft=self._draft)


def compose(
    project: Project, *, lang: Lang, today: date, draft: bool = False, audience: Audience | None = None
) -> Storyline:
    """The whole storyline. `today` stands in where no meeting has a date; `audience` where it is not the project's own."""
    return Composer(project, lang=lang, today=today, draft=draft, audience=audience).storyline


def compose_slide(
    project: Project,
    slide_id: SlideId,
    *,
    lang: Lang,
    today: date,
    audience: Audience | None = None,
    earlier: Earlier | None = None,
) -> Slide:
    """One slide, the same as in the whole storyline; also one that is switched off. Raises KeyError for one there is not."""
    return Composer(project, lang=lang, today=today, audience=audience, earlier=earlier).slide(slide_id)


def outline(project: Project, *, lang: Lang, today: date, audience: Audience | None = None) -> tuple[SlideId, ...]:
    """The ids of the slides in order, without composing them."""
    return Composer(project, lang=lang, today=today, audience=audience).order


def every_slide(
    project: Project, *, lang: Lang, today: date, audience: Audience | None = None
) -> tuple[tuple[SlideId, Para], ...]:
    """Every slide there can be with its title, also those that are switched off, in their usual order."""
    return Composer(project, lang=lang, today=today, audience=audience).every


def compose_report(
    project: Project,
    *,
    lang: Lang,
    today: date,
    draft: bool = False,
    kind: ReportKind = "memo",
    earlier: Earlier | None = None,
    meeting: Id | None = None,
) -> Report:
    """The report of a kind, of the same content."""
    telling = Telling(project, lang, today, "full-review", earlier, meeting)
    report = _REPORTS[kind](telling, _furniture(telling, draft=draft))
    return replace(report, header=(*report.header, *header(telling, ("secrecy",))))


def compose_calculation(project: Project, *, lang: Lang, today: date) -> CalculationBook:
    """The project's calculation as a workbook holds it."""
    return calculation_book(Telling(project, lang, today))


def handout_of(project: Project, *, lang: Lang, today: date, draft: bool = False, meeting: Id | None = None) -> Handout:
    """What stands around the slides of a handout."""
    telling = Telling(project, lang, today, meeting=meeting)
    return compose_handout(telling, _furniture(telling, draft=draft))


def _slide(plan: Outline, entry: Entry) -> Slide:
    title = plan.title(entry)
    body = entry.kind.body(plan.telling, entry.key)
    return Slide(
        id=entry.id,
        kind=entry.kind.name,
        title_id=title.id,
        title=title.text,
        section=plan.section(entry),
        blocks=body.blocks,
        takeaway=body.takeaway,
        takeaway_id=body.takeaway_id,
        source=body.source,
        notes=body.notes,
        backup=entry.backup,
        rest=plan.rest(entry),
    )


def _storyline(plan: Outline, slides: tuple[Slide, ...], *, draft: bool) -> Storyline:
    telling = plan.telling
    title = telling.said(telling.project.matter.title) or telling.word("cover.untitled")
    return Storyline(
        lang=telling.lang,
        title=title.plain,
        slides=slides,
        sections=tuple(telling.word(f"part.{part}") for part in plan.sections),
        backup_sections=tuple(telling.word(f"part.{part}") for part in plan.backup_sections),
        furniture=_furniture(telling, draft=draft),
    )


def _furniture(telling: Telling, *, draft: bool) -> Furniture:
    organisation = telling.project.organisation
    label = "withheld" if leaves_out(telling) else organisation.classification
    return Furniture(
        organisation=telling.plain(organisation.name),
        occasion=occasion(telling),
        classification=telling.word(f"classification.{label}"),
        confidential=organisation.classification == "confidential",
        draft=telling.word("draft") if draft else Para(),
    )
