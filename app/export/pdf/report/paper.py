"""The paper for the body that decides, on A4: the header's facts across the page, the decisions, each section beside its heading."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.compose.report import ReportSection
from app.export.pdf.report.flow import Anchor, Brush, Draw, Part, Side, Strip
from app.export.pdf.report.lines import set_para
from app.export.pdf.report.memo import TITLE_KEY, Memo, rule_above
from app.export.pdf.report.prose import line_strips, lines_draw, side_of
from app.export.pdf.report.type import (
    FACT,
    FACT_STRONG,
    HEAD,
    MARGIN,
    MODULE,
    NOTE,
    TEXT,
    TITLES,
    modules,
)
from app.export.pdf.sheet import Pen
from app.export.pdf.tags import Tag
from app.model.blocks import Passage
from app.model.rich import Para, Span
from app.model.units import mm

#: Between the columns of the header's facts.
_GAP: Final = mm(5)
_SIGNATURE: Final = mm(60)
#: A paper's title is set no larger than this.
_TITLES: Final = TITLES[1:]


class Paper(Memo):
    """A paper's strips in their order."""

    def strips(self) -> list[Strip]:
        """Everything from the header to who answers for the paper."""
        strips = [*self._opening(), *self._decisions()]
        for section in self._report.sections:
            strips += self._paper_section(section)
        return strips

    def _opening(self) -> list[Strip]:
        report = self._report
        first, *others = report.header or ((Para(), Para()),)
        columns = _shared(TEXT, len(others))
        sides = [
            self._fact(*fact, column, number)
            for number, (fact, column) in enumerate(zip(others, columns, strict=True), start=1)
        ]
        side = self._fact(*first, MARGIN, 0)
        height = max((one.height for one in (*sides, side)), default=0.0)
        title, style = self._title(_TITLES)
        return [
            Strip(2 * MODULE, keep=True),
            Strip(height, tuple(part for one in sides for part in one.parts), side=side, keep=True),
            Strip(
                modules(len(title) * style.line),
                (Part(lines_draw(title, style, TEXT[0]), self._tag.heading("title"), report.title_id),),
                before=2 * MODULE, clear=True, anchor=Anchor(TITLE_KEY, report.title.plain), keep=True,
            ),
        ]  # fmt: skip

    def _fact(self, label: Para, value: Para, column: tuple[float, float], number: int) -> Side:
        """A fact: its label, its first line strong, what more there is below."""
        tag = self._tag.inner("P", f"fact{number}/{label.plain}")
        strips = line_strips(set_para(label, NOTE, column[1], self._faces), NOTE, column[0], tag)
        head, rest = _first_line(value)
        for text, style in ((head, FACT_STRONG), (rest, FACT)):
            strips += line_strips(set_para(text, style, column[1], self._faces), style, column[0], tag)
        return side_of([replace(strip, before=0.0) for strip in strips])

    def _paper_section(self, section: ReportSection) -> list[Strip]:
        tag = self._tag.inner("Sect", section.id)
        if not section.heading:
            return self._signature(section, tag)
        lines = set_para(section.heading, HEAD, MARGIN[1], self._faces)
        strips = line_strips(lines, HEAD, MARGIN[0], tag.heading("head"), block=section.id)
        head = Strip(0.0, before=MODULE, between=self._rule(section), keep=True, clear=True, side=side_of(strips))
        anchored = replace(head, anchor=Anchor(section.id, section.heading.plain, 0))
        return [anchored, *self._setter.set_all(section.blocks, tag)]

    def _rule(self, section: ReportSection) -> Draw:  # noqa: ARG002 - a brief looks at the section
        return rule_above

    def _signature(self, section: ReportSection, tag: Tag) -> list[Strip]:
        """A line to sign on, with the name and the office below."""
        text = next((block.text[0] for block in section.blocks if isinstance(block, Passage)), Para())
        side = self._fact(Para(), text, (TEXT[0], _SIGNATURE), 0)
        parts = tuple(replace(part, tag=tag.inner("P", "name"), block=section.id) for part in side.parts)
        return [
            Strip(mm(2), (Part(_signing_line),), before=4 * MODULE, clear=True, keep=True),
            Strip(side.height, parts, snap=False),
        ]


def _signing_line(brush: Brush, top: float) -> None:
    brush.sheet.line([(TEXT[0], top), (TEXT[0] + _SIGNATURE, top)], Pen(brush.colors["rule"], 0.4))


def _first_line(text: Para) -> tuple[Para, Para]:
    """A fact's first line, up to a break or to a comma, and the rest."""
    plain = text.plain
    for mark in ("\n", ", "):
        at = plain.find(mark)
        if at > 0:
            return _cut(text, 0, at), _cut(text, at + len(mark), len(plain))
    return text, Para()


def _cut(text: Para, start: int, end: int) -> Para:
    """A paragraph's letters from `start` up to `end`."""
    spans: list[Span] = []
    at = 0
    for span in text.spans:
        kept = span.text[max(0, start - at) : max(0, end - at)]
        spans += [replace(span, text=kept)] if kept else []
        at += len(span.text)
    return replace(text, spans=tuple(spans))


def _shared(column: tuple[float, float], count: int) -> Sequence[tuple[float, float]]:
    """A column divided into so many of equal width."""
    width = (column[1] - _GAP * (count - 1)) / max(count, 1)
    return [(column[0] + number * (width + _GAP), width) for number in range(count)]
