"""The flow: strips of content from top to bottom, put on pages so that what belongs together stays together.

A strip is what no page break divides: a line, a table's row, a figure. It knows its height, what it is (its place in the
document's structure, for tags), and how it is drawn. Putting strips on pages is linear in their number."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.export.pdf.report.type import BOTTOM, MODULE, TOP
from app.export.pdf.sheet import Hex, Sheet
from app.export.pdf.tags import Tag
from app.layout.frames import Role
from app.model.base import FieldPath

_SLACK = 0.05


@dataclass(frozen=True, slots=True)
class Brush:
    """What drawing needs: the sheet, colours by role, the page of every anchor (from 1), and pictures' bytes by their digests."""

    sheet: Sheet
    colors: Mapping[Role, Hex]
    pages: Mapping[str, int]
    assets: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


#: Draws with its top at so many points from the page's top.
Draw = Callable[[Brush, float], None]


@dataclass(frozen=True, slots=True)
class Part:
    """A drawing with its tag; without one it is an artifact, which says nothing. `block` is the field that it shows."""

    draw: Draw
    tag: Tag | None = None
    block: FieldPath = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links and the outline lead to. Without a title it is not in the outline."""

    key: str
    title: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """What stands in the margin column beside a strip, from its top."""

    height: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """Content of a height in points. `before` is the space above it, gone at a page's top, with `between` drawn in it. It starts on
    the grid when `snap`, below what stands in the margin column when `clear`, and stays on the page of the next when `keep`;
    one that is `fresh` starts a page.

    `carry` says what a page break before this strip adds; `under` is drawn before everything else on it."""

    height: float
    parts: tuple[Part, ...] = ()
    before: float = 0.0
    between: Draw | None = None
    keep: bool = False
    snap: bool = True
    clear: bool = False
    side: Side | None = None
    anchor: Anchor | None = None
    carry: "Carry | None" = None
    under: Draw | None = None
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Carry:
    """What stands at the foot of the page that a table leaves and at the top of the one where it goes on."""

    foot: Strip
    head: tuple[Strip, ...]


@dataclass(slots=True)
class Page:
    """A page being filled: its strips with their tops, where the next goes, and where the margin column's content ends."""

    placed: list[tuple[float, Strip]] = field(default_factory=list[tuple[float, Strip]])
    y: float = TOP
    side: float = TOP

    def place(self, strip: Strip) -> None:
        """Puts a strip below the last."""
        top = _top(strip, self.y, self.side, first=not self.placed)
        self.placed.append((top, strip if self.placed else replace(strip, between=None)))
        self.y = top + strip.height
        if strip.side:
            self.side = max(self.side, top + strip.side.height)


def fill(strips: Sequence[Strip]) -> list[Page]:
    """The strips on pages. A chain of strips that must stay together goes to a new page where it does not fit; one that is taller than
    a page is broken where the page ends."""
    pages = [Page()]
    start = 0
    while start < len(strips):
        end = _chain_end(strips, start)
        after = strips[end].carry if end < len(strips) else None
        page = pages[-1]
        if page.placed and (strips[start].fresh or not _fits(strips[start:end], page, after)):
            page = _next_page(pages, strips[start])
        if _fits(strips[start:end], page, after):
            for strip in strips[start:end]:
                page.place(strip)
        else:
            _place_broken(strips[start:end], pages)
        start = end
    return pages


def _chain_end(strips: Sequence[Strip], start: int) -> int:
    end = start
    while end < len(strips) - 1 and strips[end].keep:
        end += 1
    return end + 1


def _next_page(pages: list[Page], strip: Strip) -> Page:
    page = Page()
    if strip.carry and pages[-1].placed:
        pages[-1].place(strip.carry.foot)
        for head in strip.carry.head:
            page.place(head)
    pages.append(page)
    return page


def _place_broken(chain: Sequence[Strip], pages: list[Page]) -> None:
    for strip in chain:
        if pages[-1].placed and not _fits((strip,), pages[-1], strip.carry):
            _next_page(pages, strip)
        pages[-1].place(strip)


def _fits(chain: Sequence[Strip], page: Page, after: Carry | None) -> bool:
    y, side, first = page.y, page.side, not page.placed
    for strip in chain:
        top = _top(strip, y, side, first=first)
        y, first = top + strip.height, False
        if strip.side:
            side = max(side, top + strip.side.height)
    foot = after.foot.height if after else 0.0
    return y + foot <= BOTTOM + _SLACK and side <= BOTTOM + MODULE


def _top(strip: Strip, y: float, side: float, *, first: bool) -> float:
    top = y if first else y + strip.before
    if strip.clear:
        top = max(top, side if first else side + min(strip.before, MODULE))
    if strip.snap:
        top = TOP + MODULE * -(-(top - TOP - _SLACK) // MODULE)
    return top
