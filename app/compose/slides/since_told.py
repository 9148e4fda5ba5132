"""What became of a project since an earlier meeting, in words: a row for each fact, and the table of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, cast

from app.compose.since import Fact, Since, Verdict, latest, leading
from app.compose.slides.kpis import Followed, kpi_name, kpi_value
from app.compose.telling import Telling
from app.language.catalogue import Words
from app.language.format import format_number
from app.model.base import FieldPath, Lang
from app.model.graphics import Balance, BalancePart, Course
from app.model.project import Action, ActionStatus, ChosenPattern, Decision, Kpi, Outcome, Risk
from app.model.rich import Para, Span
from app.model.tables import Cell, Column, Rating, Row, Table

#: So many facts stand first, of each theme in turn.
_FIRST: Final = 9
_DASH: Final = "–"
_RATINGS: Final[Mapping[Verdict, Rating]] = {"better": "better", "worse": "worse", "level": "level", "new": "new"}
_BALANCE: Final[tuple[tuple[Course, tuple[Verdict, ...]], ...]] = (
    ("better", ("better",)),
    ("level", ("level",)),
    ("worse", ("worse",)),
    ("new", ("new",)),
    ("other", ("decided", "gone", "changed")),
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A fact in words."""

    id: FieldPath
    theme: Para
    name: Para
    before: Para
    after: Para
    movement: Para
    verdict: Para
    rating: Rating | None
    detail: Para = Para()


class SinceTold:
    """The words for what became of a project, in a telling's language."""

    def __init__(self, telling: Telling, since: Since) -> None:
        self._telling, self.since = telling, since
        self._words = Words("since", telling.lang)

    def word(self, key: str, **values: object) -> Para:
        """A wording of the catalogue."""
        return self._telling.plain(self._words(key, **values))

    def plain(self, text: str) -> Para:
        """A text that is the same in every language."""
        return self._telling.plain(text)

    @property
    def lang(self) -> Lang:
        """The language of the words."""
        return self._words.lang

    def words(self, key: str, **values: object) -> str:
        """A wording of the catalogue, as a text."""
        return self._words(key, **values)

    @property
    def day(self) -> str:
        """The day of the earlier meeting: "9 mars", with its year where that is another than today's."""
        day = self.since.earlier.day
        return self._telling.when(day, "short" if day.year == self._telling.today.year else "long")

    def balance(self, facts: Sequence[Fact]) -> Balance:
        """How many of the facts are for the better, for the worse, and so on."""
        counts = Counter(fact.verdict for fact in facts)
        parts = tuple(
            BalancePart(course, number, self.word(f"part.{course}"))
            for course, verdicts in _BALANCE
            if (number := sum(counts[verdict] for verdict in verdicts))
        )
        said = ", ".join(f"{part.count} {part.label.plain}" for part in parts)
        return Balance("storyline/since", parts, self._words("balance", day=self.day, parts=said))

    def table(self, facts: Sequence[Fact]) -> Table:
        """A row for each fact, those first that are to be seen first."""
        told = [self.told(fact) for fact in leading(facts, _FIRST)]
        theme = Column(self.word("head.theme"), 1.25)
        rows = tuple(Row(one.id, (Cell(one.theme), *_cells(one))) for one in told)
        return Table("storyline/since", self._caption, (theme, *self._columns()), rows, self._alt(told))

    def table_by_theme(self, facts: Sequence[Fact]) -> Table:
        """A row for each fact under its theme, as a report has them."""
        told = [self.told(fact) for fact in facts]
        rows: list[Row] = []
        for number, one in enumerate(told):
            if not number or one.theme != told[number - 1].theme:
                cells = (Cell(one.theme), *(Cell(Para()) for _ in self._columns()[1:]))
                rows.append(Row(f"storyline/since/{facts[number].theme}", cells, "group"))
            rows.append(Row(one.id, _cells(one)))
        return Table("storyline/since", self._caption, self._columns(), tuple(rows), self._alt(told))

    @property
    def _caption(self) -> Para:
        return self.word("table", day=self.day)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.word("head.item"), 4.1),
            Column(self._telling.plain(self.day), 1.85, "right"),
            Column(self.word("head.now"), 1.85, "right"),
            Column(self.word("head.movement"), 1.55),
            Column(self.word("head.verdict"), 1.55),
        )

    def _alt(self, told: Sequence[_Told]) -> str:
        return "; ".join(
            self._words(
                "alt-row",
                name=one.name.plain,
                before=one.before.plain,
                after=one.after.plain,
                verdict=one.verdict.plain,
            )
            for one in told
        )

    def told(self, fact: Fact) -> _Told:
        """A fact's words."""
        before, after = self._states(fact)
        return _Told(
            id=_address(fact),
            theme=self._telling.plain(self._words(f"theme.{fact.theme}"), bold=True),
            name=self.name(fact),
            before=before,
            after=Para(tuple(Span(span.text, span.lang, bold=True) for span in after.spans)),
            movement=self._telling.plain(self._movement(fact)),
            verdict=self.word(f"verdict.{fact.verdict}"),
            rating=_RATINGS.get(fact.verdict),
            detail=self._against_plan(fact),
        )

    def name(self, fact: Fact) -> Para:
        """What the fact is about."""
        telling, record = self._telling, fact.record
        match record:
            case None:
                return self.word("all-actions")
            case Decision():
                return telling.said(record.text)
            case Action():
                named = telling.action_name(record)
                return self._of(named, "effect") if fact.aspect == "effect" else named
            case Kpi():
                return kpi_name(telling, record)
            case Risk():
                return telling.said(record.title)
            case ChosenPattern():
                named = telling.said(record.pattern.short or record.pattern.name)
                return self._of(named, fact.aspect) if fact.theme == "readiness" else named

    def _of(self, named: Para, aspect: str) -> Para:
        """A record's name with the side of it that is meant: "Plattformslogik, mognad"."""
        lang = self._telling.lang
        return Para((*named.spans, Span(f", {self._words(f'{aspect}-of')}", lang)))

    def _states(self, fact: Fact) -> tuple[Para, Para]:
        """What stood then, and what stands now."""
        match fact.aspect:
            case "whole" if fact.theme == "decision":
                return self._decided(fact)
            case "whole":
                there, dash = self.word("in-plan"), self._telling.plain(_DASH)
                return (dash, there) if fact.verdict == "new" else (there, dash)
            case "late":
                return self._state(fact, fact.before), self.word("late")
            case _:
                return self._state(fact, fact.before), self._state(fact, fact.after)

    def _decided(self, fact: Fact) -> tuple[Para, Para]:
        dash, asked = self._telling.plain(_DASH), self.word("asked")
        if fact.verdict == "new":
            return dash, self.word("asked-now")
        if not isinstance(fact.after, Outcome):
            return asked, dash
        before = self._outcome(fact.before) if isinstance(fact.before, Outcome) else asked
        return before, self._outcome(fact.after)

    def _outcome(self, outcome: Outcome) -> Para:
        """What a body decided, and where that stands: "Bifall, § 142"."""
        said = Words("compare", self._telling.lang)(f"outcome.{outcome.kind}")
        return self._telling.plain(f"{said}, {outcome.minutes}" if outcome.minutes else said)

    def _state(self, fact: Fact, value: object) -> Para:
        telling = self._telling
        if value is None or (fact.aspect == "grade" and not value):
            return telling.plain(_DASH)
        match fact.aspect:
            case "status":
                return telling.plain(telling.words(f"status.{cast('ActionStatus', value)}").capitalize())
            case "due" | "late":
                return telling.day(cast("date", value))
            case "cost" | "effect":
                return telling.plain(telling.money(cast("Decimal", value)))
            case "value":
                return kpi_value(telling, cast("Decimal", value))
            case _:
                return telling.plain(str(value))

    def _movement(self, fact: Fact) -> str:
        """Which way it went, as an arrow, and how far."""
        before, after = fact.before, fact.after
        if isinstance(before, date) and isinstance(after, date):
            if fact.aspect == "late":
                return self._words("days-over", n=(self._telling.today - after).days)
            days = (after - before).days
            return self._words("days-later" if days > 0 else "days-sooner", n=abs(days))
        if fact.aspect == "status":
            return {"better": "↑", "worse": "↓"}.get(fact.verdict, "")
        if (
            isinstance(before, (int, Decimal))
            and isinstance(after, (int, Decimal))
            and fact.verdict not in ("new", "gone")
        ):
            return self._moved(fact, Decimal(after) - Decimal(before))
        return ""

    def _moved(self, fact: Fact, by: Decimal) -> str:
        if not by:
            return "→"
        telling, far = self._telling, abs(by)
        money = fact.aspect in ("cost", "effect")
        return f"{'↑' if by > 0 else '↓'} {telling.money(far) if money else format_number(far, telling.lang)}"

    def _against_plan(self, fact: Fact) -> Para:
        """How a KPI stands against its plan, where that can be said."""
        if not isinstance(fact.record, Kpi) or fact.action is None:
            return Para()
        today = self._telling.today
        verdict = Followed(fact.action, fact.record, latest(fact.record, today), today).verdict
        compared = verdict in ("ahead", "on-plan", "behind", "reached")
        return self._telling.word(f"kpis.verdict.{verdict}") if compared else Para()


def _cells(told: _Told) -> tuple[Cell, ...]:
    return (
        Cell(told.name),
        Cell(told.before, muted=True),
        Cell(told.after),
        Cell(told.movement),
        Cell(told.verdict, told.detail, told.rating),
    )


def _address(fact: Fact) -> FieldPath:
    """The field that a fact came from; the collection of what is gone, or of all actions."""
    record = fact.record
    homes: Mapping[type, str] = {Decision: "decisions", Action: "actions", Risk: "risks", ChosenPattern: "patterns"}
    if record is None or fact.verdict == "gone" or (isinstance(fact.after, Outcome) and fact.before is None):
        return homes.get(type(record), "actions")
    if isinstance(record, Kpi):
        return f"actions/{fact.action.id if fact.action else ''}/kpis/{record.id}"
    fields = {"status": "/status", "due": "/due", "late": "/due", "readiness": "/assessment/readiness/step"}
    return f"{homes[type(record)]}/{record.id}{fields.get(fact.aspect, '')}"
