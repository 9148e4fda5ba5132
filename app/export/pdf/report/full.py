"""The full report on A4: a cover, contents with the figures and tables, chapters that each start a page."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from app.compose.report import Report, ReportSection
from app.export.pdf.faces import Faces
from app.export.pdf.report.blocks import BlockSetter
from app.export.pdf.report.cover import cover_strip
from app.export.pdf.report.flow import Anchor, Part, Strip
from app.export.pdf.report.lines import Look, set_para, set_text
from app.export.pdf.report.memo import Memo, linked, page_number
from app.export.pdf.report.prose import line_strips, lines_draw
from app.export.pdf.report.type import (
    CHAPTER,
    ENTRY,
    ENTRY_STRONG,
    HEAD,
    LEAD,
    MARGIN,
    MODULE,
    NUMBER_INDENT,
    NUMERAL,
    TEXT,
    Style,
    modules,
)
from app.export.pdf.tags import Tag
from app.model.blocks import Picture, Steps
from app.model.graphics import Chart, HeatMap, Matrix, Readiness, Timeline
from app.model.rich import Para, para
from app.model.tables import Table
from app.model.units import mm

#: The chapter that the decisions follow.
_SUMMARY: Final = "matter/statements"


@dataclass(frozen=True, slots=True)
class _Listed:
    """A figure or table as the contents list it."""

    label: str
    caption: Para
    key: str


class _Listing(BlockSetter):
    """Sets blocks and keeps what figures and tables there are."""

    def __init__(self, report: Report, memo_setter: BlockSetter) -> None:
        super().__init__(memo_setter.faces, report.words, report.lang)
        self.figures_listed: list[_Listed] = []
        self.tables_listed: list[_Listed] = []
        self._captioned = ("", Para())

    def _caption(self, label: str, text: Para, column: tuple[float, float], tag: Tag | None, block: str) -> list[Strip]:
        self._captioned = (label, text)
        return super()._caption(label, text, column, tag, block)

    def _table(self, block: Table | HeatMap, tag: Tag) -> list[Strip]:
        return self._listed(super()._table(block, tag), self.tables_listed, f"report/table{self.tables}")

    def _figure(self, block: Chart | Timeline | Matrix | Readiness | Steps | Picture, tag: Tag) -> list[Strip]:
        return self._listed(super()._figure(block, tag), self.figures_listed, f"report/figure{self.figures}")

    def _listed(self, strips: list[Strip], listed: list[_Listed], key: str) -> list[Strip]:
        listed.append(_Listed(*self._captioned, key))
        return [replace(strips[0], anchor=Anchor(key)), *strips[1:]]


class Full(Memo):
    """A full report's strips in their order."""

    def __init__(self, report: Report, faces: Faces) -> None:
        super().__init__(report, faces)
        self._setter = self._listing = _Listing(report, self._setter)

    def strips(self) -> list[Strip]:
        """From the cover to the last source. The body is set first: the contents say what figures it has."""
        body = self._body()
        return [cover_strip(self._report, self._faces, self._tag), *self._all_contents(), *self._unsummed(), *body]

    def _unsummed(self) -> list[Strip]:
        """The decisions on a page of their own, where no summary stands before them."""
        if self._report.sections and self._report.sections[0].id == _SUMMARY:
            return []
        band = self._decisions()
        return [Strip(MODULE, fresh=True, keep=True), *band] if band else []

    def _section(self, section: ReportSection, depth: int, tag: Tag) -> list[Strip]:
        strips = super()._section(section, depth, tag)
        return [*strips, Strip(MODULE), *self._decisions()] if section.id == _SUMMARY else strips

    # -- contents ----------------------------------------------------------------------------------------------

    def _all_contents(self) -> list[Strip]:
        """The heading, sections of both levels, then figures and tables; each line leads to what it names."""
        words, around = self._report.words, self._tag.inner("Sect", "contents")
        if not self._report.sections:
            return []
        strips = self._opened(
            para(words.contents, self._report.lang), "", around, Anchor("report/contents", words.contents)
        )
        tag = around.inner("TOC")
        for section in self._report.sections:
            strips += self._section_entry(section, tag)
        for head, listed in (
            (words.figures, self._listing.figures_listed),
            (words.tables, self._listing.tables_listed),
        ):
            strips += self._list(head, listed, around.inner("Sect", head))
        return strips

    def _section_entry(self, section: ReportSection, tag: Tag) -> list[Strip]:
        text = section.heading if section.level == 1 else section.claim or section.heading
        style = ENTRY_STRONG if section.level == 1 else ENTRY
        found = self._entry(section.number, text, section.id, tag.inner("TOCI", section.id), style)
        return [replace(found[0], before=MODULE / 2 if section.level == 1 else 0.0), *found[1:]] if found else []

    def _list(self, head: str, listed: Iterable[_Listed], tag: Tag) -> list[Strip]:
        entries: list[Strip] = []
        for one in listed:
            number = one.label.rsplit(" ", 1)[-1]
            text = one.caption or para(one.label, self._report.lang)
            entries += self._entry(number, text, one.key, tag.inner("TOC").inner("TOCI", one.key), ENTRY)
        if not entries:
            return []
        lines = set_para(para(head, self._report.lang), HEAD, TEXT[1], self._faces)
        title = line_strips(lines, HEAD, TEXT[0], tag.heading("head"), before=2 * MODULE, keep=True)
        return [*title, *entries]

    def _entry(self, number: str, text: Para, key: str, item: Tag, style: Style) -> list[Strip]:
        """A line of the contents: number, name, page."""
        leads = item.inner("Reference")
        lines = set_para(linked(text, key), style, TEXT[1] - mm(22), self._faces)
        found = line_strips(lines, style, TEXT[0] + NUMBER_INDENT, leads)
        if not found:
            return []
        marks = set_text(
            [(number, Look(HEAD.regular, style.size, "accent", self._report.lang))], style, mm(9), self._faces
        )
        label = (Part(lines_draw(marks, style, TEXT[0]), item.inner("Lbl")),) if marks else ()
        return [replace(found[0], parts=(*label, *found[0].parts, page_number(key, leads))), *found[1:]]

    # -- chapters ----------------------------------------------------------------------------------------------

    def _chapter_head(self, section: ReportSection, tag: Tag) -> list[Strip]:
        """The number large in the margin column, the heading over the text, the claim as its lead."""
        strips = self._opened(section.heading, section.number, tag, Anchor(section.id), section.id)
        claim = set_para(section.claim, LEAD, TEXT[1], self._faces)
        lead = line_strips(claim, LEAD, TEXT[0], tag.inner("P", "claim"), block=section.id, before=MODULE, keep=True)
        return [*strips, *lead, Strip(MODULE, keep=True)]

    def _opened(self, heading: Para, number: str, tag: Tag, anchor: Anchor, block: str = "") -> list[Strip]:
        """A chapter's opening on a page of its own."""
        lines = set_para(heading, CHAPTER, TEXT[1], self._faces)
        mark = set_para(para(number, self._report.lang), NUMERAL, MARGIN[1], self._faces)
        title = tag.heading("head")
        lowered = NUMERAL.line - CHAPTER.line
        numeral, words = lines_draw(mark, NUMERAL, MARGIN[0]), lines_draw(lines, CHAPTER, TEXT[0])
        parts = (Part(numeral, title, block),) if mark else ()
        parts += (Part(lambda brush, y: words(brush, y + lowered), title, block),)
        height = modules(lowered + CHAPTER.line * max(1, len(lines)))
        return [Strip(2 * MODULE, fresh=True, keep=True, anchor=anchor), Strip(height, parts, keep=True)]
