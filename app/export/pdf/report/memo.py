"""The strategy memo on A4: header, decisions first, contents, numbered sections."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import BinaryIO, Final

from app.compose.report import Report, ReportSection
from app.export.pdf.faces import Faces, faces
from app.export.pdf.info import Info
from app.export.pdf.report.blocks import BlockSetter
from app.export.pdf.report.decisions import decision_band
from app.export.pdf.report.figures import figure_row
from app.export.pdf.report.flow import Anchor, Brush, Draw, Page, Part, Side, Strip
from app.export.pdf.report.furniture import Furniture
from app.export.pdf.report.lines import Line, Look, set_para, set_text
from app.export.pdf.report.prose import line_strips, lines_draw, side_of
from app.export.pdf.report.type import (
    A4,
    BASE,
    CLAIM,
    ENTRY,
    FACT,
    FACT_STRONG,
    FIRST_FACE,
    HEAD,
    LEAD,
    MARGIN,
    MODULE,
    NOTE,
    NUMBER_INDENT,
    SUBHEAD,
    TEXT,
    TITLES,
    Style,
    modules,
)
from app.export.pdf.sheet import MissingGlyph, Pen, TaggedSheet
from app.export.pdf.slides import Progress
from app.export.pdf.tags import Artifact, Tag
from app.layout.themes import Theme, on_paper
from app.model.base import TAGS
from app.model.rich import Para, para
from app.model.units import mm

TITLE_KEY: Final = "report/title"


def write_pages(
    report: Report, pages: Sequence[Page], theme: Theme, assets: Mapping[str, bytes], out: BinaryIO, progress: Progress
) -> tuple[MissingGlyph, ...]:
    """A report that stands on its pages as PDF; see `write_report`. Pages are used up, so that a long report's are not held until it is
    written."""
    where = {
        strip.anchor.key: number for number, page in enumerate(pages, 1) for _, strip in page.placed if strip.anchor
    }
    info = Info(report.title.plain, report.author, TAGS[report.lang], report.words.kind)
    sheet = TaggedSheet(A4, faces(), info, FIRST_FACE)
    brush = Brush(sheet, on_paper(theme).colors, where, assets)
    furniture = Furniture(report, assets.get(report.logo) if report.logo else None)
    for number, page in enumerate(pages, 1):
        sheet.say(Artifact.RUNNING)
        furniture.draw(brush, number, len(pages))
        draw_strips(page, brush)
        sheet.end_page()
        page.placed.clear()
        progress(number / len(pages))
    sheet.write(out)
    return tuple(dict.fromkeys(sheet.missing))


def draw_strips(page: Page, brush: Brush) -> None:
    """Draws what stands on a page."""
    for top, strip in page.placed:
        if strip.anchor:
            brush.sheet.anchor(strip.anchor.key, max(0.0, top - MODULE))
            if strip.anchor.title:
                brush.sheet.entry(strip.anchor.title, strip.anchor.key, strip.anchor.level)
        for draw in (strip.under, strip.between):
            if draw:
                brush.sheet.say(Artifact.DECORATION)
                draw(brush, top)
        parts = (*(strip.side.parts if strip.side else ()), *strip.parts)
        # A heading is read before what stands beside it.
        for part in sorted(parts, key=lambda part: not (part.tag and part.tag.kind.startswith("H"))):
            brush.sheet.place = part.block
            brush.sheet.say(part.tag or Artifact.DECORATION)
            part.draw(brush, top)


class Memo:
    """A report's strips in their order."""

    def __init__(self, report: Report, faces: Faces) -> None:
        self._report = report
        self._faces = faces
        self._setter = BlockSetter(self._faces, report.words, report.lang)
        self._tag = Tag((("Document", "memo"),), report.lang)

    def strips(self) -> list[Strip]:
        """Everything from the title to the last source."""
        return [*self._opening(), *self._decisions(), *self._contents(), *self._body()]

    def _body(self) -> list[Strip]:
        """The sections, each within its chapter."""
        strips: list[Strip] = []
        depth = -1
        chapter = self._tag
        for section in self._report.sections:
            depth = min(section.level - 1, depth + 1)
            tag = (chapter if section.level > 1 else self._tag).inner("Sect", section.id)
            chapter = tag if section.level == 1 else chapter
            strips += self._section(section, depth, tag)
        return strips

    # -- the first page ----------------------------------------------------------------------------------------

    def _opening(self) -> list[Strip]:
        report = self._report
        title, style = self._title()
        key = Anchor(TITLE_KEY, report.title.plain)
        head = self._tag.heading("title")
        strips = [
            Strip(3 * MODULE),
            Strip(
                modules(len(title) * style.line), (Part(lines_draw(title, style, TEXT[0]), head, report.title_id),),
                side=self._facts(), anchor=key, keep=True,
            ),
        ]  # fmt: skip
        lead = set_para(report.lead, LEAD, TEXT[1], self._faces)
        tag = self._tag.inner("P", "lead")
        strips += line_strips(lead, LEAD, TEXT[0], tag, before=MODULE, block="matter/answer")
        strips += figure_row(report.key_figures, self._faces, self._tag)
        return strips

    def _title(self, styles: Sequence[Style] = TITLES, width: float = TEXT[1]) -> tuple[list[Line], Style]:
        """The title in the largest style that takes two lines of a width, else in the last."""
        for style in styles[:-1]:
            lines = set_para(self._report.title, style, width, self._faces)
            if len(lines) <= 2:
                return lines, style
        return set_para(self._report.title, styles[-1], width, self._faces), styles[-1]

    def _facts(self) -> Side:
        strips: list[Strip] = []
        for index, (label, value) in enumerate(self._report.header):
            tag = self._tag.inner("P", f"fact{index}")
            found = line_strips(set_para(label, NOTE, MARGIN[1], self._faces), NOTE, MARGIN[0], tag)
            style = FACT if index else FACT_STRONG
            found += line_strips(set_para(value, style, MARGIN[1], self._faces), style, MARGIN[0], tag)
            strips += [replace(strip, before=mm(1.25) if place == 0 else 0.0) for place, strip in enumerate(found)]
        return _shifted(side_of(strips), mm(3.75))

    def _decisions(self) -> list[Strip]:
        if not any(points for _, points in self._report.decisions.groups):
            return []
        return decision_band(self._report, self._faces, self._tag.inner("Sect", "decisions"))

    def _contents(self) -> list[Strip]:
        """The level 1 sections, where there are several, with their pages; each line leads to its section."""
        around = self._tag.inner("Sect", "contents")
        tag = around.inner("TOC")
        chapters = [section for section in self._report.sections if section.level == 1]
        if len(chapters) < 2:
            return []
        strips: list[Strip] = []
        for section in chapters:
            item = tag.inner("TOCI", section.id)
            lines = set_para(linked(said(section), section.id), ENTRY, TEXT[1] - mm(22), self._faces)
            leads = item.inner("Reference")
            found = line_strips(lines, ENTRY, TEXT[0] + NUMBER_INDENT, leads, keep=True)
            if found:
                number = self._entry_number(section, item.inner("Lbl"))
                found[0] = replace(found[0], parts=(number, *found[0].parts, page_number(section.id, leads)))
                strips += found
        if not strips:
            return []
        look = Look(HEAD.regular, HEAD.size, "accent", self._report.lang)
        head = set_text([(self._report.words.contents, look)], HEAD, MARGIN[1], self._faces)
        label = Part(lines_draw(head, HEAD, MARGIN[0]), around.heading("head"))
        first = replace(strips[0], before=2 * MODULE, clear=True, side=Side(HEAD.line * len(head), (label,)))
        return [first, *strips[1:-1], *([replace(strips[-1], keep=False)] if len(strips) > 1 else [])]

    def _entry_number(self, section: ReportSection, tag: Tag) -> Part:
        look = Look(HEAD.regular, ENTRY.size, "accent", self._report.lang)
        lines = set_text([(section.number, look)], ENTRY, NUMBER_INDENT, self._faces)
        return Part(lines_draw(lines, ENTRY, TEXT[0]), tag)

    # -- sections ----------------------------------------------------------------------------------------------

    def _section(self, section: ReportSection, depth: int, tag: Tag) -> list[Strip]:
        first = self._chapter_head(section, tag) if section.level == 1 else self._claim_head(section, tag)
        title = " ".join(part for part in (section.number, said(section).plain) if part)
        first[0] = replace(first[0], anchor=Anchor(section.id, title, max(0, depth)))
        return [*first, *self._setter.set_all(section.blocks, tag)]

    def _chapter_head(self, section: ReportSection, tag: Tag) -> list[Strip]:
        """The heading in the margin column, the claim over the text, on one baseline."""
        lines = set_para(section.claim, CLAIM, TEXT[1], self._faces)
        height = modules(mm(8.25) + CLAIM.line * (len(lines) - 1)) if lines else 0.0
        first = height - BASE - CLAIM.line * (len(lines) - 1)
        side = self._margin_head(section, tag, first - BASE if lines else 0.0)
        parts = (Part(lines_draw(lines, CLAIM, TEXT[0]), tag.heading("head"), section.id),) if lines else ()
        lowered = tuple(Part(_down(part.draw, first - 0.75 * CLAIM.line), part.tag, part.block) for part in parts)
        return [Strip(height, lowered, before=2 * MODULE, keep=True, clear=True, side=side)]

    def _claim_head(self, section: ReportSection, tag: Tag) -> list[Strip]:
        """A claim under a chapter, between a rule above and its text."""
        lines = set_para(said(section), SUBHEAD, TEXT[1], self._faces)
        part = Part(lines_draw(lines, SUBHEAD, TEXT[0]), tag.heading("head"), section.id)
        side = side_of(self._setter.set_margin(section.margin, tag))
        head = Strip(SUBHEAD.line * len(lines), (part,), before=MODULE, keep=True, clear=True, side=side)
        return [replace(head, between=rule_above)]

    def _margin_head(self, section: ReportSection, tag: Tag, lower: float) -> Side:
        heading = tag.heading("head")
        number = set_para(para(section.number, self._report.lang), HEAD, MARGIN[1], self._faces)
        indent = number[0].width + mm(2) if number else 0.0
        lines = set_para(section.heading, HEAD, MARGIN[1], self._faces, indent=indent) if section.heading else []
        strips = line_strips(lines, HEAD, MARGIN[0], heading, block=section.id)
        if number and strips:
            label = Part(lines_draw(number, HEAD, MARGIN[0]), heading, section.id)
            strips[0] = replace(strips[0], parts=(label, *strips[0].parts))
        below = self._setter.set_margin(section.margin, tag)
        strips += [replace(strip, before=MODULE if index == 0 else strip.before) for index, strip in enumerate(below)]
        return _shifted(side_of(strips), lower)


def said(section: ReportSection) -> Para:
    """What names a section: its claim, else its heading."""
    return section.claim or section.heading


def linked(text: Para, key: str) -> Para:
    """A text that leads to an anchor."""
    return replace(text, spans=tuple(replace(span, ref=key, href=None) for span in text.spans))


def page_number(key: str, tag: Tag) -> Part:
    """The page of an anchor, at the right edge; known when everything stands."""

    def draw(brush: Brush, y: float) -> None:
        text = str(brush.pages.get(key, ""))
        width = brush.sheet.faces.width(text, ENTRY.regular, ENTRY.size)
        brush.sheet.text(TEXT[0] + TEXT[1] - width, y + BASE, text, ENTRY.regular, ENTRY.size, brush.colors["ink"])

    return Part(draw, tag)


def rule_beside(brush: Brush, top: float) -> None:
    """A rule over the margin column alone, level with the rule of the table or figure beside it."""
    brush.sheet.line([(MARGIN[0], top), (MARGIN[0] + MARGIN[1], top)], Pen(brush.colors["rule"], 0.4))


def rule_above(brush: Brush, top: float) -> None:
    """A rule over both columns, a quarter of a module above what it parts."""
    for x, width in (MARGIN, TEXT):
        brush.sheet.line([(x, top - mm(1.25)), (x + width, top - mm(1.25))], Pen(brush.colors["rule"], 0.4))


def _down(draw: Draw, by: float) -> Draw:
    return lambda brush, y: draw(brush, y + by)


def _shifted(side: Side, by: float) -> Side:
    return Side(side.height + by, tuple(Part(_down(part.draw, by), part.tag, part.block) for part in side.parts))
