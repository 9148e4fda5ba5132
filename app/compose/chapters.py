"""The chapters that reports are made of. One without content is left out."""

from collections.abc import Iterator
from dataclasses import replace

from app.compose.actions import action_table
from app.compose.decided import decided_passage
from app.compose.kinds import Kind
from app.compose.outline import Outline
from app.compose.prose import BULLET, cited
from app.compose.report import ReportSection
from app.compose.slides import calculation as calculation_slide
from app.compose.slides import (
    evidence,
    glossary,
    investment,
    kpis,
    method,
    options,
    organisation,
    pattern,
    questions,
    readiness,
    risks,
    roadmap,
    since,
    why_now,
)
from app.compose.slides.next_steps import route
from app.compose.sources import bibliography, evidence_source
from app.compose.telling import Telling
from app.language.catalogue import Words
from app.model.base import FieldPath, Text
from app.model.blocks import Block, Passage, Picture, Sources, Statement
from app.model.graphics import Gauge, Responsibility
from app.model.project import ChosenPattern, Evidence
from app.model.rich import Para, Span
from app.model.tables import Cell, Column, Row, Table


def numbered(sections: Iterator[ReportSection]) -> tuple[ReportSection, ...]:
    """Sections with their numbers: those of level 1 are counted."""
    number, found = 0, list[ReportSection]()
    for section in sections:
        number += section.level == 1
        found.append(replace(section, number=str(number)) if section.level == 1 else section)
    return tuple(found)


class Chapters:
    """The chapters of a telling, each made when it is asked for."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._words = Words("report", telling.lang)
        self._outline = Outline(telling)
        self._sources = bibliography(telling)

    def _word(self, key: str, **values: object) -> Para:
        return self._telling.plain(self._words(key, **values))

    def _chapter(self, key: FieldPath, heading: str, claim: Para, *blocks: Block) -> ReportSection:
        return ReportSection(key, 1, "", self._word(f"heading.{heading}"), claim, (), blocks)

    def _message(self, kind: Kind) -> Para:
        """The message of the slide that shows the same, also as the CIO has worded it."""
        entry = self._outline.every.get(kind.name)
        return self._outline.title(entry).text if entry else Para()

    def situation(self) -> Iterator[ReportSection]:
        """The official paper's sections and the statements; the first section's heading is the claim."""
        yield from self._situation(tuple(self._statements()))

    def background(self) -> Iterator[ReportSection]:
        """The official paper's sections alone, where the statements stand in a summary of their own."""
        yield from self._situation(())

    def summary(self) -> Iterator[ReportSection]:
        """The answer and the statements that carry it."""
        answer, statements = self._telling.said(self._telling.project.matter.answer), tuple(self._statements())
        if answer or statements:
            yield self._chapter("matter/statements", "summary", answer, *statements)

    def _situation(self, statements: tuple[Statement, ...]) -> Iterator[ReportSection]:
        telling = self._telling
        sections = [section for section in telling.project.matter.sections if section.heading or section.body]
        if not sections and not statements:
            return
        first = sections[0] if sections else None
        opening = (self._passage(f"matter/sections/{first.id}", first.body),) if first and first.body else ()
        claim = telling.said(first.heading) if first else self._word("claim.situation")
        yield self._chapter("matter/sections", "situation", claim, *opening, *statements)
        for section in sections[1:]:
            key = f"matter/sections/{section.id}"
            body = (self._passage(f"{key}/body", section.body),) if section.body else ()
            yield ReportSection(key, 2, "", Para(), telling.said(section.heading), (), body)

    def _passage(self, key: FieldPath, text: Text) -> Passage:
        return Passage(key, Para(), self._telling.prose(text))

    def _statements(self) -> Iterator[Statement]:
        for number, statement in enumerate(self._telling.project.matter.statements, start=1):
            head, support = self._telling.said(statement.text), self._telling.said(statement.support)
            if head or support:
                yield Statement(f"matter/statements/{statement.id}", f"{number}.", head, support)

    def since(self) -> Iterator[ReportSection]:
        """What has happened since the last meeting: how much of it for the better, then a row each."""
        for _ in since.KIND.members(self._telling):
            words = since.told(self._telling)
            facts = words.since.facts
            basis = Passage("storyline/since", Para(), (since.source(self._telling, words),), "basis")
            blocks = (words.balance(facts), words.table_by_theme(facts), basis)
            yield self._chapter("storyline/since", "since", self._message(since.KIND), *blocks)

    def patterns(self) -> Iterator[ReportSection]:
        """How ready we are, then each pattern: what it is, what it means for us, what we propose."""
        patterns = self._telling.project.patterns
        if not patterns:
            return
        standing = (readiness.chart(self._telling),) if readiness.KIND.members(self._telling) else ()
        yield self._chapter("patterns", "patterns", self._message(why_now.KIND), *standing)
        for chosen in patterns:
            yield self._pattern(chosen)

    def _pattern(self, chosen: ChosenPattern) -> ReportSection:
        telling = self._telling
        title = self._outline.title(self._outline.every[f"pattern/{chosen.id}"])
        shift = replace(why_now.shift(telling, chosen), evidence=None)
        why = cited(*chosen.pattern.why.said(telling.lang), self._sources.numbers[chosen.id])
        blocks: tuple[Block, ...] = (
            shift,
            Passage(f"patterns/{chosen.id}/pattern/why", Para(), why),
            pattern.meaning(telling, chosen),
            *self._evidence(chosen),
            *self._pictures(chosen),
            *pattern.proposed(telling, chosen),
        )
        margin = tuple(self._gauge(gauge) for gauge in pattern.gauges(telling, chosen))
        return ReportSection(f"patterns/{chosen.id}", 2, "", Para(), title.text, margin, blocks)

    def _gauge(self, gauge: Gauge) -> Gauge:
        """A gauge with its reading as short as the margin wants it: "5", "2 → 4"."""
        steps = " → ".join(str(step) for step in (gauge.today, gauge.target) if step)
        return replace(gauge, reading=self._telling.plain(steps), low=Para(), high=Para())

    def _evidence(self, chosen: ChosenPattern) -> Iterator[Passage]:
        items = tuple(self._item(item) for item in chosen.evidence if item.value or item.statement)
        if items:
            yield Passage(f"patterns/{chosen.id}/evidence", self._word("evidence"), items)

    def _pictures(self, chosen: ChosenPattern) -> Iterator[Picture]:
        """The pictures that bear the pattern out, each captioned with what it shows."""
        for item, picture in evidence.pictures(self._telling, chosen):
            shown = self._item(item)
            yield replace(picture, caption=replace(shown, marker="") if shown else self._telling.plain(picture.alt))

    def _item(self, item: Evidence) -> Para:
        telling = self._telling
        value, statement = telling.said(item.value), telling.said(item.statement)
        source = evidence_source(telling, item)
        spans = [replace(span, bold=True) for span in value.spans]
        if value and statement:
            spans.append(Span(" ", telling.lang))
        spans += statement.spans
        if source:
            spans += [Span(" (", telling.lang), *source.spans, Span(")", telling.lang)]
        return Para(tuple(spans), marker=BULLET)

    def way(self) -> Iterator[ReportSection]:
        """The actions as table and timeline, and the bodies that the matter passes."""
        telling = self._telling
        way = route(telling)
        if not telling.actions and not way:
            return
        dated = bool(roadmap.KIND.members(telling))
        count = len(telling.actions)
        claim = self._message(roadmap.KIND) if dated else self._word("claim.way", n=count, count=telling.count(count))
        found: tuple[Block | None, ...] = (
            action_table(telling, self._words) if telling.actions else None,
            roadmap.timeline(telling) if dated else None,
            way,
            *decided_passage(telling),
        )
        yield self._chapter("actions", "way", claim, *(block for block in found if block))

    def options(self) -> Iterator[ReportSection]:
        """The alternatives as they were weighed, and each in its own words."""
        if options.KIND.members(self._telling):
            yield self._chapter("alternatives", "options", self._message(options.KIND), *weighed(self._telling))

    def economy(self) -> Iterator[ReportSection]:
        """Cost and effect per year as chart and table."""
        if self._telling.totals.years:
            blocks = (investment.chart(self._telling), *calculation(self._telling))
            yield self._chapter("actions/lines", "economy", self._message(investment.KIND), *blocks)

    def risks(self) -> Iterator[ReportSection]:
        """The risks, gravest first, and the matrix of those that are assessed."""
        telling = self._telling
        if telling.project.risks:
            rated = any(risk.likelihood and risk.consequence for risk in telling.risks)
            blocks = (risks.table(telling), *((risks.matrix(telling),) if rated else ()))
            yield self._chapter("risks", "risks", self._message(risks.KIND), *blocks)

    def responsibilities(self) -> Iterator[ReportSection]:
        """Who decides and who answers, a row a task."""
        for _ in organisation.KIND.members(self._telling):
            parties = by_task(organisation.table(self._telling), self._word("caption.responsibilities"))
            yield self._chapter("actions/parties", "responsibilities", self._message(organisation.KIND), parties)

    def follow_up(self) -> Iterator[ReportSection]:
        """The KPIs against their targets."""
        if kpis.KIND.members(self._telling):
            yield self._chapter("actions/kpis", "follow-up", self._message(kpis.KIND), kpis.table(self._telling))

    def questions(self) -> Iterator[ReportSection]:
        """The questions that a board asks, with what a good answer holds, by who asks."""
        asked = dict(questions.by_role(self._telling))
        if not asked:
            return
        key = "patterns/questions"
        yield self._chapter(key, "questions", self._message(questions.KIND), *asked.pop(None, ()))
        for role, blocks in asked.items():
            claim = self._telling.word(f"questions.role.{role}")
            yield ReportSection(f"{key}/{role}", 2, "", Para(), claim, (), blocks)

    def calculation(self) -> Iterator[ReportSection]:
        """How each figure of the calculation is reckoned."""
        yield from self._of_slide("calculation", calculation_slide.KIND)

    def method(self) -> Iterator[ReportSection]:
        """How the figures and steps came about."""
        if method.KIND.members(self._telling):
            yield self._chapter("method", "method", self._message(method.KIND), method.table(self._telling))

    def glossary(self) -> Iterator[ReportSection]:
        """The terms that are used."""
        yield from self._of_slide("glossary", glossary.KIND)

    def _of_slide(self, key: FieldPath, kind: Kind) -> Iterator[ReportSection]:
        """A chapter of what a slide says."""
        for member in kind.members(self._telling):
            blocks = kind.body(self._telling, member).blocks
            yield self._chapter(key, kind.name, self._message(kind), *blocks)

    def references(self) -> Iterator[ReportSection]:
        """The numbered sources, and what goes along with the report."""
        appended = tuple(Para(title.spans, marker=f"{number}.") for number, title in appendix_titles(self._telling))
        blocks: list[Block] = []
        if self._sources.entries:
            blocks.append(Sources("patterns/sources", Para(), self._sources.entries))
        if appended:
            blocks.append(Passage("matter/appendices", self._word("appendices"), appended))
        if blocks:
            heading = "sources" if self._sources.entries else "appendices"
            yield self._chapter("patterns/sources", heading, Para(), *blocks)


def weighed(telling: Telling) -> Iterator[Block]:
    """The alternatives by criteria, and each in its own words."""
    if telling.project.criteria and options.KIND.members(telling):
        yield options.heat_map(telling)
    for one in telling.project.alternatives:
        if one.description:
            yield Passage(f"alternatives/{one.id}", telling.said(one.name), telling.prose(one.description))


def calculation(telling: Telling) -> Iterator[Block]:
    """Cost and effect per year as a table, and what they rest on."""
    yield _without_keys(investment.table(telling))
    yield Passage("actions/lines", Para(), (investment.basis(telling),), "basis")


def appendix_titles(telling: Telling) -> Iterator[tuple[int, Para]]:
    """What goes along with the report, by number."""
    for number, appendix in enumerate(telling.project.matter.appendices, start=1):
        if appendix.title:
            yield number, telling.said(appendix.title)


def _without_keys(table: Table) -> Table:
    """The table without the keys of a chart's series: in the report the chart carries its own."""

    def bare(row: Row) -> Row:
        return replace(row, cells=tuple(replace(cell, series=None) for cell in row.cells))

    return replace(table, rows=tuple(bare(row) for row in table.rows))


def by_task(block: Responsibility, caption: Para) -> Table:
    """Who does what as a table: a row a task, a column a party."""
    rows: list[Row] = []
    for number, (name, tasks) in enumerate(block.groups):
        rows.append(Row(f"{block.id}/group{number}", (Cell(name), *(Cell(Para()) for _ in block.heads)), "group"))
        rows += [Row(task.id, (Cell(task.name), *(Cell(part.text) for part in task.parts))) for task in tasks]
    columns = (Column(block.corner, 2.0), *(Column(head) for head in block.heads))
    return Table(f"{block.id}/parties", caption, columns, tuple(rows), block.alt)
