"""One telling of a project: in one language, on one day. What several slides need is worked out once, when first asked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final

from app.compose import prose
from app.compose.since import Since
from app.language.catalogue import Words
from app.language.format import (
    NBSP,
    SHIFT,
    DateStyle,
    fiscal_year_label,
    format_amount,
    format_date,
    format_money,
    habits,
    unit_label,
)
from app.language.mentions import FigureWords
from app.language.shown import ShownFigures
from app.model.base import Id, Lang, Text
from app.model.mentions import mentions_any
from app.model.money import CostKind
from app.model.project import Action, Audience, ChosenPattern, Decision, Meeting, Project, Risk
from app.model.ratings import risk_level, risk_value
from app.model.reckoning import Reckoning, as_today, project_reckoning
from app.model.rich import Para, Rich, Span, para
from app.model.terms import Term
from app.model.totals import Totals, live_actions, project_totals, totals
from app.project.earlier import Earlier

#: Up to here numbers stand as words in running text.
_LAST_WORD: Final = 12


class Telling:
    """A project, the language and the day it is told in, the audience, and the words and figures that its slides share. `earlier` is the
    edition that it is compared with; `meeting` the id of the meeting that is chosen, the next when None."""

    def __init__(
        self,
        project: Project,
        lang: Lang,
        today: date,
        audience: Audience | None = None,
        earlier: Earlier | None = None,
        meeting: Id | None = None,
    ) -> None:
        self.project = project
        self.earlier = earlier
        #: The meeting that the export is for.
        self.meeting: Meeting | None = project.matter.meeting_for(meeting, today)
        self.audience: Audience = audience or project.storyline.audience
        self.lang: Lang = lang
        self.today = today
        self.words = Words("deck", lang)
        self._sums: dict[Id, Totals] = {}

    def take_over(self, before: "Telling") -> None:
        """Takes over the sums of an earlier telling that hold here too: a project shares most of its parts with the one before."""
        if _reckoned_alike(self.project.actions, before.project.actions) and "totals" in vars(before):
            self.totals = before.totals
            if "shown" in vars(before) and self.project.organisation.scale == before.project.organisation.scale:
                self.shown = before.shown
        old = before.by_id
        for action in self.actions:
            if action.id in before._sums and old.get(action.id) is action:
                self._sums[action.id] = before._sums[action.id]
        if self.since and before.since:
            self.since.take_over(before.since)

    # --- texts

    def said(self, text: Text) -> Para:
        """What somebody wrote, for a place of one line, in the language it was written in."""
        return self._filled(prose.line(*text.said(self.lang)))

    def prose(self, text: Text) -> Rich:
        """What somebody wrote, as paragraphs."""
        found = prose.rich(*text.said(self.lang))
        return tuple(map(self._filled, found)) if any(mentions_any(one.plain) for one in found) else found

    def _filled(self, written: Para) -> Para:
        """A paragraph with the figures that it mentions; each in the language of its sentence."""
        if not mentions_any(written.plain):
            return written
        spans = (replace(span, text=self._figure_words.filled(span.text, span.lang)) for span in written.spans)
        return replace(written, spans=tuple(spans))

    @cached_property
    def _figure_words(self) -> FigureWords:
        return FigureWords(self.project, lambda: self.shown, lambda: self.reckoning)

    def plain(self, text: str, *, bold: bool = False) -> Para:
        """A text that is the same in every language: a name, a reference, a figure."""
        return para(text, self.lang, bold=bold)

    def word(self, key: str, **values: object) -> Para:
        """A wording of the catalogue."""
        return self.plain(self.words(key, **values))

    def own(self, text: Text) -> str | None:
        """A written text to be set into a sentence of ours; None when it is empty or in another language."""
        found = self.said(text)
        return found.plain if found and found.spans[0].lang == self.lang else None

    def count(self, number: int) -> str:
        """A number in running text: a word up to twelve."""
        return self.words(f"number.{number}") if 1 < number <= _LAST_WORD else str(number)

    def capital(self, number: int) -> str:
        """A number at the beginning of a sentence."""
        return self.count(number).capitalize()

    def listed(self, parts: Iterable[str]) -> str:
        """Parts in a row: "a, b och c"."""
        found = tuple(parts)
        if len(found) < 2:
            return "".join(found)
        return f"{', '.join(found[:-1])} {self.words('list.and')} {found[-1]}"

    def labelled(self, label: str | Para, text: Para) -> Para:
        """A label, a colon, and a text that keeps its own language; empty when the text is."""
        if not text:
            return Para()
        head = (Span(label, self.lang),) if isinstance(label, str) else label.spans
        return Para((*head, Span(": ", self.lang), *text.spans))

    # --- dates and money

    def when(self, day: date, style: DateStyle = "long") -> str:
        """A date as the language writes it."""
        return format_date(day, self.lang, style)

    def day(self, day: date | None, style: DateStyle = "abbr") -> Para:
        """A date that stands alone; empty when there is none."""
        return self.plain(self.when(day, style)) if day else Para()

    def months(self, start: date, end: date) -> str:
        """A span of months in short: "aug. 2027–dec. 2029", "aug.–okt. 2027"."""
        names = habits(self.lang).short_months
        first, last = names[start.month - 1], f"{names[end.month - 1]}{NBSP}{end.year}"
        if (start.year, start.month) == (end.year, end.month):
            return last
        return f"{first}–{last}" if start.year == end.year else f"{first}{NBSP}{start.year}–{last}"

    def money(self, amount: Decimal, decimals: int | None = None) -> str:
        """An amount with its unit: "16,6 mkr"."""
        organisation = self.project.organisation
        return format_money(amount, organisation.currency, organisation.scale, self.lang, decimals, organisation.money)

    def shown_money(self, amount: Decimal) -> str:
        """A figure of the calculation, as `shown` has it, with its unit."""
        return self.money(amount, self.shown.decimals_of(amount))

    def round_money(self, amount: Decimal) -> str:
        """A figure of the calculation as a title has it: "34 mkr", without a decimal that is zero."""
        return self.money(amount, 0) if self.is_whole(amount) else self.shown_money(amount)

    def is_whole(self, amount: Decimal) -> bool:
        """Whether an amount is a whole number of the unit that is shown."""
        return not self.scaled(amount) % 1

    def amount(self, amount: Decimal, decimals: int | None = None) -> str:
        """An amount without its unit, for tables and details."""
        organisation = self.project.organisation
        return format_amount(amount, organisation.scale, self.lang, decimals, organisation.money.negative)

    def shown_amount(self, amount: Decimal) -> str:
        """A figure of the calculation, as `shown` has it, without its unit."""
        return self.amount(amount, self.shown.decimals_of(amount))

    def scaled(self, amount: Decimal) -> Decimal:
        """An amount in the unit that is shown: 16 600 000 is 16.6 where millions are."""
        return amount.scaleb(-SHIFT[self.project.organisation.scale])

    @cached_property
    def unit(self) -> str:
        """The unit of amounts: "mkr", "SEK m"."""
        organisation = self.project.organisation
        return unit_label(organisation.currency, organisation.scale, self.lang, organisation.money)

    def year(self, year: int) -> str:
        """A fiscal year: "2027", "2027/28"."""
        return fiscal_year_label(year, self.project.organisation.fiscal_year_starts)

    def cost_kind(self, kind: CostKind) -> str:
        """The kind of a cost in running text: "drift", "investering"; "opex", "capex" in an English company."""
        return self.words(f"money.{self.group}.{kind}")

    @property
    def group(self) -> str:
        """Which of two vocabularies the organisation's money has: "company" or "public"."""
        return "company" if self.project.organisation.kind == "company" else "public"

    def split(self, running: str, investment: str) -> str:
        """Two amounts by kind: "11,6 i drift och 5,0 i investering", "allt i drift" where the other is empty; empty when both are."""
        parts: tuple[tuple[CostKind, str], ...] = (("running", running), ("investment", investment))
        if not running or not investment:
            return "".join(self.words("money.all-of-kind", kind=self.cost_kind(kind)) for kind, part in parts if part)
        return self.listed(self.words("money.of-kind", amount=part, kind=self.cost_kind(kind)) for kind, part in parts)

    # --- what several slides share

    @cached_property
    def since(self) -> Since | None:
        """What became of the project since the edition that it is compared with; None without one."""
        if self.earlier is None:
            return None
        return Since(self.earlier, self.project, self.today, lambda: self.totals.cost)

    @cached_property
    def totals(self) -> Totals:
        """The sums of all live actions."""
        return project_totals(self.project)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """The actions that count."""
        return live_actions(self.project)

    def sums(self, action: Action) -> Totals:
        """An action's own sums."""
        if action.id not in self._sums:
            self._sums[action.id] = totals(action.lines)
        return self._sums[action.id]

    @cached_property
    def shown(self) -> ShownFigures:
        """What the figures of the calculation are shown as, wherever they stand."""
        return ShownFigures(
            self.actions, self.project.organisation.scale, tuple(map(self.sums, self.actions)), self.totals
        )

    @cached_property
    def reckoning(self) -> Reckoning:
        """What the calculation of all live actions comes to."""
        return project_reckoning(self.project)

    @cached_property
    def as_today(self) -> Term | None:
        """What going on as today costs."""
        return as_today(self.project)

    @cached_property
    def patterns(self) -> Mapping[Id, ChosenPattern]:
        """The chosen patterns by id."""
        return {chosen.id: chosen for chosen in self.project.patterns}

    @cached_property
    def by_id(self) -> Mapping[Id, Action]:
        """The live actions by id."""
        return {action.id: action for action in self.actions}

    @cached_property
    def deciding(self) -> Meeting | None:
        """The meeting whose decision is awaited: the one that the export is for, else the next after it whose body decides."""
        route, now = self.project.matter.route, self.meeting
        after = route[route.index(now) :] if now else ()
        return next((meeting for meeting in after if meeting.decides), now)

    def body_of(self, decision: Decision) -> Meeting | None:
        """The meeting whose body is asked for a decision."""
        route = self.project.matter.route
        return next((meeting for meeting in route if meeting.id == decision.meeting), self.deciding)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """What is asked now: what has been decided is asked no more, nor what a body before this one had to decide; what was put off
        comes back."""
        route, now = self.project.matter.route, self.meeting
        passed = {meeting.id for meeting in route[: route.index(now)]} if now else set[Id]()
        return tuple(
            decision
            for decision in self.project.decisions
            if decision.is_asked and (decision.outcome is not None or decision.meeting not in passed)
        )

    @cached_property
    def risks(self) -> tuple[Risk, ...]:
        """The risks, gravest first; those that are not assessed last."""
        return tuple(sorted(self.project.risks, key=lambda risk: -risk_value(risk.likelihood, risk.consequence)))

    @cached_property
    def high_risks(self) -> tuple[Risk, ...]:
        """The risks that are rated high."""
        return tuple(risk for risk in self.risks if risk_level(risk.likelihood, risk.consequence) == "high")

    def shows(self, slide: str) -> bool:
        """Whether a slide that the project has is shown, and not switched off."""
        return all(choice.on for choice in self.project.storyline.slides if choice.slide == slide)

    def action_name(self, action: Action) -> Para:
        """An action's title, else its recommendation's, else what stands for a name."""
        if action.title:
            return self.said(action.title)
        chosen = self.patterns.get(action.chosen or "")
        advice = chosen.pattern.recommendation(action.recommendation or "") if chosen else None
        return self.said(advice.title) if advice and advice.title else self.word("recommendation.unnamed")


def _reckoned_alike(actions: Sequence[Action], others: Sequence[Action]) -> bool:
    """Whether two states of the actions come to the same sums: whatever else was written, the rows are the very same."""
    pairs = zip(actions, others, strict=False)
    return len(actions) == len(others) and all(
        one is other or (one.id == other.id and one.lines is other.lines and one.status == other.status)
        for one, other in pairs
    )
