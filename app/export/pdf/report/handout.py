"""The deck on paper: a page a slide, with what is said to it below, and lines to write on where there is room."""

from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO, Final

from app.compose.handout import Handout
from app.export.pdf.faces import faces
from app.export.pdf.report.flow import Anchor, Brush, Draw, Page, Part, Strip, fill
from app.export.pdf.report.lines import Line, set_para
from app.export.pdf.report.memo import rule_above, write_pages
from app.export.pdf.report.prose import line_strips, lines_draw, rich_strips, side_of
from app.export.pdf.report.type import BOTTOM, ENTRY, FULL, HEAD, MARGIN, MODULE, SUBHEAD, TEXT, Style, modules
from app.export.pdf.sheet import MissingGlyph, Pen
from app.export.pdf.slide_tags import DeckTags
from app.export.pdf.slides import Progress, SlidePainter
from app.export.pdf.tags import Tag
from app.layout.frames import Box, PlacedDeck, PlacedSlide
from app.layout.themes import Theme
from app.model.rich import Para, Rich, para

#: Between lines to write on by hand, and the fewest that are worth ruling.
_RULED: Final = 1.5 * MODULE
_FEWEST: Final = 3


def write_handout(
    handout: Handout, deck: PlacedDeck, theme: Theme, assets: Mapping[str, bytes], out: BinaryIO, progress: Progress
) -> tuple[MissingGlyph, ...]:
    """The deck's slides, hidden ones too, each at the top of a page with its notes below. Links between slides lead to their pages.

    Same deck, same bytes. Returns the characters that no font has; `progress` is called after each page."""
    setter = _Setter(handout, deck, theme, assets)
    pages = fill([strip for slide in deck.slides for strip in setter.strips(slide)])
    for page, after in zip(pages, [*pages[1:], None], strict=True):
        if after is None or after.placed[0][1].fresh:
            setter.rule(page)
    return write_pages(handout.report, pages, theme, assets, out, progress)


class _Setter:
    """Sets slides with their notes."""

    def __init__(self, handout: Handout, deck: PlacedDeck, theme: Theme, assets: Mapping[str, bytes]) -> None:
        self._handout, self._deck, self._theme, self._assets = handout, deck, theme, assets
        self._faces = faces()
        self._tags = DeckTags(deck.lang)
        self._anchors = frozenset(slide.id for slide in deck.slides)
        self._first = deck.slides[0].id if deck.slides else ""

    def strips(self, slide: PlacedSlide) -> Iterator[Strip]:
        """A slide's picture, then its notes, part by part."""
        # The first page's head is taller.
        if slide.id == self._first:
            yield Strip(2 * MODULE, keep=True)
        yield Strip(
            modules(FULL[1] * self._deck.size[1] / self._deck.size[0]),
            under=lambda brush, top: self._draw(slide, brush, top),
            anchor=Anchor(slide.id, slide.title),
            fresh=slide.id != self._first,
            keep=True,
        )
        yield self._caption(slide)
        for number, (label, text) in enumerate(slide.notes.parts):
            yield from self._part(slide, number, label, text)

    def _draw(self, slide: PlacedSlide, brush: Brush, top: float) -> None:
        """The slide as it is shown, within a thin frame."""
        wide, high = self._deck.size
        box = Box(FULL[0], top, FULL[1], FULL[1] * high / wide)
        with brush.sheet.inset(box, self._deck.size):
            SlidePainter(brush.sheet, self._theme, self._assets, self._anchors, self._tags).draw(slide)
        brush.sheet.rectangle(box, pen=Pen(brush.colors["rule"], 0.4))

    def _caption(self, slide: PlacedSlide) -> Strip:
        """Which slide it is, and the part of the deck that it belongs to."""
        section = self._tags.begin(slide)
        named = para(self._handout.slide.format(n=slide.number), self._deck.lang)
        parts = (
            _part_of(set_para(named, SUBHEAD, MARGIN[1], self._faces), SUBHEAD, MARGIN[0], section.inner("P", "number")),
            _part_of(
                set_para(para(slide.section, self._deck.lang), ENTRY, TEXT[1], self._faces), ENTRY, TEXT[0],
                section.inner("P", "section"),
            ),
        )  # fmt: skip
        return Strip(MODULE, parts, before=MODULE / 2, keep=bool(slide.notes.parts))

    def _part(self, slide: PlacedSlide, number: int, label: Para, text: Rich) -> Iterator[Strip]:
        """A part of the notes beside its label."""
        section = self._tags.begin(slide)
        head = section.inner("H2" if slide.id == self._first else "H3", f"head{number}")
        lines = set_para(label, HEAD, MARGIN[1], self._faces)
        side = side_of(line_strips(lines, HEAD, MARGIN[0], head, block=slide.id)) if lines else None
        yield Strip(0.0, before=MODULE, between=rule_above, keep=True, clear=True, side=side)
        yield from rich_strips(text, self._faces, section.inner("Sect", f"notes{number}"), block=slide.id)

    def rule(self, page: Page) -> None:
        """Rules the rest of a page to write on, where that is worth it."""
        room = BOTTOM - max(page.y, page.side) - 2 * MODULE
        count = int(room // _RULED)
        if count < _FEWEST:
            return
        head = set_para(para(self._handout.notes, self._deck.lang), HEAD, MARGIN[1], self._faces)
        label = Part(lines_draw(head, HEAD, MARGIN[0]))
        page.place(Strip(HEAD.line, (label,), before=MODULE, between=rule_above, clear=True))
        page.place(Strip(count * _RULED - HEAD.line, (Part(_ruled(count)),), snap=False))


def _part_of(lines: Sequence[Line], style: Style, x: float, tag: Tag) -> Part:
    return Part(lines_draw(lines, style, x), tag)


def _ruled(count: int) -> Draw:
    """So many lines to write on, below the head's."""

    def draw(brush: Brush, top: float) -> None:
        for number in range(1, count + 1):
            y = top - HEAD.line + number * _RULED
            brush.sheet.line([(TEXT[0], y), (TEXT[0] + TEXT[1], y)], Pen(brush.colors["rule"], 0.4))

    return draw
