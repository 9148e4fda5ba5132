"""The strategy memo: the decisions first, then what they rest on. A section without content is left out."""

from collections.abc import Iterator
from dataclasses import replace

from app.compose.actions import action_table
from app.compose.asked import decisions_block
from app.compose.kinds import Kind
from app.compose.outline import Outline
from app.compose.prose import BULLET, cited
from app.compose.report import Report, ReportSection, ReportWords
from app.compose.slides import investment, options, pattern, readiness, risks, roadmap, why_now
from app.compose.slides.next_steps import route
from app.compose.sources import bibliography, evidence_source
from app.compose.storyline import Furniture
from app.compose.telling import Telling
from app.language.catalogue import Words
from app.model.base import FieldPath, Text
from app.model.blocks import Block, Passage, Sources, Statement
from app.model.graphics import Gauge
from app.model.project import ChosenPattern, Evidence
from app.model.rich import Para, Span
from app.model.tables import Row, Table

#: So many figures stand under the lead.
_KEY_FIGURES = 3


def compose_memo(telling: Telling, furniture: Furniture) -> Report:
    """The memo of a telling."""
    return _Memo(telling).report(furniture)


class _Memo:
    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._words = Words("report", telling.lang)
        self._outline = Outline(telling)
        self._sources = bibliography(telling)

    def report(self, furniture: Furniture) -> Report:
        telling, matter = self._telling, self._telling.project.matter
        words = self._words
        label = words("classification", name=furniture.classification.plain)
        return Report(
            kind="memo",
            lang=telling.lang,
            words=self._fixed_words(),
            title_id="matter/title",
            title=telling.said(matter.title) or telling.word("cover.untitled"),
            lead=telling.said(matter.answer),
            header=tuple(self._header()),
            key_figures=investment.key_figures(telling)[:_KEY_FIGURES] if telling.totals.years else (),
            decisions_head=self._word("decisions"),
            decisions=decisions_block(telling),
            sections=self._numbered(self._sections()),
            author=matter.author,
            reference=matter.reference,
            furniture=replace(furniture, classification=telling.plain(label)),
            logo=telling.project.organisation.logo,
        )

    def _word(self, key: str, **values: object) -> Para:
        return self._telling.plain(self._words(key, **values))

    def _fixed_words(self) -> ReportWords:
        words = self._words
        return ReportWords(
            kind=words("kind"),
            contents=words("contents"),
            page=words("page"),
            table=words("table"),
            figure=words("figure"),
            continued=words("continued"),
            sources=words("heading.sources"),
        )

    def _header(self) -> Iterator[tuple[Para, Para]]:
        telling, matter = self._telling, self._telling.project.matter
        meeting = matter.meeting
        role = telling.said(matter.author_role)
        author = telling.plain(matter.author)
        facts = (
            ("to", telling.said(meeting.body) if meeting else Para()),
            (
                "from",
                Para((*author.spans, Span(", ", telling.lang), *role.spans)) if author and role else author or role,
            ),
            ("meeting", telling.day(meeting.on, "long") if meeting else Para()),
            ("date", telling.day(telling.today, "long") if not meeting or not meeting.on else Para()),
            ("reference", telling.plain(matter.reference)),
            ("item", telling.plain(matter.agenda_number)),
        )
        for key, value in facts:
            if value:
                yield self._word(f"header.{key}"), value

    # --- sections

    def _sections(self) -> Iterator[ReportSection]:
        yield from self._situation()
        yield from self._patterns()
        yield from self._way()
        if self._telling.project.alternatives:
            yield self._chapter("alternatives", "options", self._message(options.KIND), *self._options())
        if self._telling.totals.years:
            yield self._chapter("actions/lines", "economy", self._message(investment.KIND), *self._economy())
        if self._telling.project.risks:
            yield self._chapter("risks", "risks", self._message(risks.KIND), *self._risks())
        yield from self._references()

    @staticmethod
    def _numbered(sections: Iterator[ReportSection]) -> tuple[ReportSection, ...]:
        number, found = 0, list[ReportSection]()
        for section in sections:
            number += section.level == 1
            found.append(replace(section, number=str(number)) if section.level == 1 else section)
        return tuple(found)

    def _chapter(self, key: FieldPath, heading: str, claim: Para, *blocks: Block) -> ReportSection:
        return ReportSection(key, 1, "", self._word(f"heading.{heading}"), claim, (), blocks)

    def _message(self, kind: Kind) -> Para:
        """The message of the slide that shows the same, also as the CIO has worded it."""
        entry = self._outline.every.get(kind.name)
        return self._outline.title(entry).text if entry else Para()

    def _situation(self) -> Iterator[ReportSection]:
        """The official paper's sections and the statements; the first section's heading is the claim."""
        telling = self._telling
        sections = [section for section in telling.project.matter.sections if section.heading or section.body]
        statements = tuple(self._statements())
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

    def _patterns(self) -> Iterator[ReportSection]:
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

    def _way(self) -> Iterator[ReportSection]:
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
        )
        yield self._chapter("actions", "way", claim, *(block for block in found if block))

    def _options(self) -> Iterator[Block]:
        telling = self._telling
        if telling.project.criteria:
            yield options.heat_map(telling)
        for one in telling.project.alternatives:
            if one.description:
                yield Passage(f"alternatives/{one.id}", telling.said(one.name), telling.prose(one.description))

    def _economy(self) -> Iterator[Block]:
        yield investment.chart(self._telling)
        yield _without_keys(investment.table(self._telling))
        yield Passage("actions/lines", Para(), (investment.basis(self._telling),))

    def _risks(self) -> Iterator[Block]:
        yield risks.table(self._telling)
        if any(risk.likelihood and risk.consequence for risk in self._telling.risks):
            yield risks.matrix(self._telling)

    def _references(self) -> Iterator[ReportSection]:
        telling = self._telling
        appendices = tuple(
            Para(telling.said(appendix.title).spans, marker=f"{number}.")
            for number, appendix in enumerate(telling.project.matter.appendices, start=1)
            if appendix.title
        )
        blocks: list[Block] = []
        if self._sources.entries:
            blocks.append(Sources("patterns/sources", Para(), self._sources.entries))
        if appendices:
            blocks.append(Passage("matter/appendices", self._word("appendices"), appendices))
        if blocks:
            yield self._chapter(
                "patterns/sources", "sources" if self._sources.entries else "appendices", Para(), *blocks
            )


def _without_keys(table: Table) -> Table:
    """The table without the keys of a chart's series: in the report the chart carries its own."""

    def bare(row: Row) -> Row:
        return replace(row, cells=tuple(replace(cell, series=None) for cell in row.cells))

    return replace(table, rows=tuple(bare(row) for row in table.rows))
