"""The brief: what a member who has two minutes needs before a decision, on one page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.compose.paper import as_moved
from app.compose.prose import BULLET
from app.compose.report import Report, ReportSection
from app.compose.report_frame import frame
from app.compose.slides import investment, next_steps, options, readiness, risks, since
from app.compose.spoken import ended
from app.compose.storyline import Furniture
from app.compose.telling import Telling
from app.language.catalogue import Words
from app.model.base import FieldPath
from app.model.blocks import Block, Passage
from app.model.project import Alternative
from app.model.rich import Para, Span
from app.model.tables import Cell, Column, Row, Table

#: So many figures, risks and steps a brief has at most.
_FIGURES: Final = 3
_RISKS: Final = 3
_STEPS: Final = 4
#: So many of the things that have happened since the last meeting stand on it.
_NEWS: Final = 5
#: Sections in the order in which they give way where they do not fit on the page.
_GIVES_WAY: Final[tuple[FieldPath, ...]] = (
    "storyline/since", "patterns", "matter/route", "risks", "alternatives", "matter/statements", "actions/lines",
)  # fmt: skip


def compose_brief(telling: Telling, furniture: Furniture) -> Report:
    """The brief of a telling. Its title is the answer where one is written."""
    made, answer = frame(telling, "brief", furniture), telling.said(telling.project.matter.answer)
    return replace(
        made,
        title=answer or made.title,
        title_id="matter/answer" if answer else made.title_id,
        decisions=as_moved(made.decisions),
        sections=tuple(_Brief(telling).sections()),
        gives_way=_GIVES_WAY,
    )


class _Brief:
    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._words = Words("report", telling.lang)

    def _word(self, key: str, **values: object) -> Para:
        return self._telling.plain(self._words(key, **values))

    def sections(self) -> Iterator[ReportSection]:
        """What there is to say, most needed first."""
        found: tuple[tuple[FieldPath, str, Sequence[Block]], ...] = (
            ("matter/statements", "why", tuple(self._why())),
            ("storyline/since", "since", tuple(self._since())),
            ("alternatives", "options", tuple(self._options())),
            ("actions/lines", "economy", self._economy()),
            ("patterns", "readiness", self._readiness()),
            ("risks", "risks", tuple(self._risks())),
            ("matter/route", "steps", tuple(self._steps())),
        )
        for key, word, blocks in found:
            if blocks:
                yield ReportSection(key, 1, "", self._word(f"brief.{word}"), Para(), (), tuple(blocks))

    def _why(self) -> Iterator[Block]:
        """The statements as running text; without them the patterns by name."""
        telling = self._telling
        spans: list[Span] = []
        for statement in telling.project.matter.statements:
            for text in (telling.said(statement.text), telling.said(statement.support)):
                if text:
                    spans += [Span(" ", telling.lang)] if spans else []
                    spans += ended(text).spans
        if spans:
            yield Passage("matter/statements", Para(), (Para(tuple(spans)),))
        elif telling.project.patterns:
            names = (telling.said(chosen.message or chosen.pattern.headline) for chosen in telling.project.patterns)
            yield Passage("patterns", Para(), tuple(replace(name, marker=BULLET) for name in names if name))

    def _since(self) -> Iterator[Block]:
        """What has happened since the last meeting, the most important of it."""
        for _ in since.KIND.members(self._telling):
            words = since.told(self._telling)
            facts = words.since.facts
            whole = words.table([fact for fact in facts if fact.verdict != "level"])
            # What kind of thing it is, and how far it went, its name and the two states say well enough here.
            rows = (replace(row, cells=(*row.cells[1:4], row.cells[5])) for row in whole.rows[:_NEWS])
            columns = (*whole.columns[1:4], whole.columns[5])
            yield words.balance(facts)
            yield replace(whole, columns=columns, rows=tuple(rows))

    def _options(self) -> Iterator[Block]:
        """Each way with its net cost and how many criteria speak for it."""
        telling, project = self._telling, self._telling.project
        if not options.KIND.members(telling):
            return
        costs, rated = options.net_costs(telling), bool(project.criteria)
        columns = [Column(self._word("brief.option"), 3.0)]
        columns += [Column(self._word("brief.net-cost", unit=telling.unit), 1.4, "right")] if costs else []
        columns += [Column(self._word("brief.speaks-for"), 1.6)] if rated else []
        rows = tuple(
            self._option(one, costs.get(one.id) if costs else None, rated=rated) for one in project.alternatives
        )
        alt = self._words("brief.options")
        yield Table("alternatives", Para(), tuple(columns), rows, alt)

    def _option(self, one: Alternative, cost: str | None, *, rated: bool) -> Row:
        telling, project = self._telling, self._telling.project
        best = one.id == project.recommended
        name = telling.said(one.name)
        cells = [Cell(_strong(name) if best else name, below=telling.word("options.recommended") if best else Para())]
        cells += [Cell(telling.plain(cost, bold=best))] if cost is not None else []
        if rated:
            gains = options.count_rated(telling, one, "advantage")
            said = self._words("brief.gains", gains=gains, whole=len(project.criteria))
            cells.append(Cell(telling.plain(said, bold=best)))
        return Row(f"alternatives/{one.id}", tuple(cells))

    def _economy(self) -> Sequence[Block]:
        telling = self._telling
        return investment.key_figures(telling)[:_FIGURES] if telling.totals.years else ()

    def _readiness(self) -> Sequence[Block]:
        telling = self._telling
        return (readiness.chart(telling),) if readiness.KIND.members(telling) else ()

    def _risks(self) -> Iterator[Block]:
        """The gravest risks with what is done about them."""
        if self._telling.risks:
            whole = risks.table(self._telling)
            rows = (replace(row, cells=_graded(row.cells)) for row in whole.rows[:_RISKS])
            heads = (whole.columns[2], whole.columns[1], whole.columns[3])
            shares = zip(heads, (1.0, 2.6, 2.6), strict=True)
            columns = tuple(replace(column, share=share) for column, share in shares)
            yield replace(whole, columns=columns, rows=tuple(rows))

    def _steps(self) -> Iterator[Block]:
        """What happens next: the bodies that are still to meet, then what starts."""
        telling = self._telling
        since = (telling.meeting.on if telling.meeting else None) or telling.today
        meetings = (one for one in telling.project.matter.route if one.on and one.on >= since)
        rows = [
            Row(
                f"matter/route/{one.id}",
                (Cell(telling.day(one.on), muted=True), Cell(telling.said(one.body)), Cell(Para())),
            )
            for one in meetings
        ]
        coming = next_steps.coming(telling)
        rows += coming.rows if coming else ()
        if rows:
            heads = coming.columns if coming else next_steps.columns(telling)
            yield Table("matter/route", Para(), heads, tuple(rows[:_STEPS]), self._words("brief.steps"))


def _graded(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """A risk's row without number and owner: its grade, its name, what is done about it."""
    _, name, value, treatment = cells
    return replace(value, below=Para()), Cell(_strong(name.text)), treatment


def _strong(text: Para) -> Para:
    return replace(text, spans=tuple(replace(span, bold=True) for span in text.spans))
