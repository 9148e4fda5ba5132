"""Text as strips: paragraphs, lists, heads; and lines drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.export.pdf.faces import Faces
from app.export.pdf.report.flow import Brush, Draw, Part, Side, Strip
from app.export.pdf.report.lines import Line, Look, looks, set_text
from app.export.pdf.report.type import BODY, INDENT, MODULE, NUMBER_INDENT, TEXT, Style, modules
from app.export.pdf.sheet import Pen, reach
from app.export.pdf.tags import Tag
from app.layout.frames import Align, Role
from app.model.rich import Para

#: A baseline stands so far below the top of its line, as a share of the pitch.
_BASELINE: Final = 0.75
_UNDERLINE: Final = 0.12


def draw_line(brush: Brush, line: Line, x: float, baseline: float, color: Role | None = None) -> None:
    """A line from `x` on a baseline, in its own colours or in one for all; links underlined, references as links."""
    sheet = brush.sheet
    last = None if line.hyphen or not line.stretches else line.stretches[-1]
    for stretch in line.stretches:
        look = stretch.look
        text = sheet.ended(stretch.text) if stretch is last else stretch.text
        ink = brush.colors[color or look.color]
        sheet.speak(look.lang)
        area = reach(x + stretch.x, baseline, stretch.width, look.size)
        if look.href:
            with sheet.link(area, look.href, stretch.text):
                sheet.text(x + stretch.x, baseline, text, look.face, look.size, ink)
                y = baseline + _UNDERLINE * look.size
                sheet.line([(area.x, y), (area.right, y)], Pen(ink, 0.4))
        elif look.ref in brush.pages:
            with sheet.jump(area, str(look.ref), stretch.text):
                sheet.text(x + stretch.x, baseline, text, look.face, look.size, ink)
        else:
            sheet.text(x + stretch.x, baseline, text, look.face, look.size, ink)
    if line.hyphen and line.stretches:
        last = line.stretches[-1]
        ink = brush.colors[color or last.look.color]
        sheet.soft_hyphen(x + last.x + last.width, baseline, last.look.face, last.look.size, ink)


@dataclass(frozen=True, slots=True)
class _LineDraw:
    """Draws a line from `x` on a baseline so far below the top. There are thousands in a long report: this is lighter than a closure."""

    line: Line
    x: float
    lower: float
    color: Role | None

    def __call__(self, brush: Brush, y: float) -> None:
        draw_line(brush, self.line, self.x, y + self.lower, self.color)


def line_draw(
    line: Line, style: Style, x: float, width: float = 0.0, align: Align = "left", color: Role | None = None
) -> Draw:
    """How to draw a line in the pitch of its style, flush with one edge of `width` or in its middle."""
    shift = {"left": 0.0, "right": width - line.width, "center": (width - line.width) / 2}[align]
    return _LineDraw(line, x + shift, _BASELINE * style.line, color)


def lines_draw(
    lines: Sequence[Line], style: Style, x: float, width: float = 0.0, align: Align = "left", color: Role | None = None
) -> Draw:
    """How to draw several lines below each other."""
    draws = [line_draw(line, style, x, width, align, color) for line in lines]

    def draw(brush: Brush, y: float) -> None:
        for index, one in enumerate(draws):
            one(brush, y + index * style.line)

    return draw


def line_strips(
    lines: Sequence[Line], style: Style, x: float, tag: Tag, *, block: str = "", before: float = 0.0, keep: bool = False
) -> list[Strip]:
    """Lines as strips: two at least on either side of a page break; `keep` holds the last on the next strip's page."""
    count = len(lines)
    snap = abs(style.line - MODULE) < 0.01
    return [
        Strip(
            height=style.line,
            parts=(Part(line_draw(line, style, x), tag, block),),
            before=before if index == 0 else 0.0,
            keep=index in (0, count - 2) if index < count - 1 else keep,
            snap=snap or index == 0,
        )
        for index, line in enumerate(lines)
    ]


def marked_strips(
    text: Para,
    style: Style,
    faces: Faces,
    tag: Tag,
    column: tuple[float, float],
    *,
    block: str = "",
    before: float = 0.0,
) -> list[Strip]:
    """A list item: its mark at the column's left edge, its text beside it. `tag` is the item's."""
    hang = (INDENT if text.marker == "–" else NUMBER_INDENT) + text.level * INDENT
    shift = text.level * INDENT
    lines = set_text(looks(text.spans, style), style, column[1] - hang, faces)
    lang = text.spans[0].lang if text.spans else tag.lang
    mark = set_text(
        [(text.marker, Look(style.bold if text.marker != "–" else style.regular, style.size, "accent", lang))],
        style,
        hang,
        faces,
    )
    strips = line_strips(lines, style, column[0] + hang, tag.inner("LBody"), block=block, before=before)
    if strips and mark:
        label = Part(line_draw(mark[0], style, column[0] + shift), tag.inner("Lbl"), block)
        strips[0] = replace(strips[0], parts=(label, *strips[0].parts))
    return strips


def rich_strips(
    texts: Sequence[Para],
    faces: Faces,
    tag: Tag,
    *,
    block: str,
    style: Style = BODY,
    column: tuple[float, float] = TEXT,
) -> list[Strip]:
    """Running text and lists. Paragraphs after the first are indented, unless they follow a list; those with a
    level stand under the text of the list item above."""
    strips: list[Strip] = []
    after_text = False
    listing: Tag | None = None
    item: Tag | None = None
    hang = INDENT
    for index, text in enumerate(texts):
        if not text:
            continue
        if text.marker:
            listing = listing or tag.inner("L", f"{block}#{index}")
            item = listing.inner("LI", str(index))
            strips += marked_strips(text, style, faces, item, column, block=block)
            after_text = False
            hang = INDENT if text.marker == "–" else NUMBER_INDENT
            continue
        shift = hang if text.level else 0.0
        indent = INDENT if after_text and not shift else 0.0
        lines = set_text(looks(text.spans, style), style, column[1] - shift, faces, indent=indent)
        if not text.level:
            listing = item = None
        inner = (item.inner("LBody") if item else tag).inner("P", f"{block}#{index}")
        # A line that is bold as a whole is a head, a question: it stays with what follows.
        leads = index < len(texts) - 1 and all(span.bold for span in text.spans)
        strips += line_strips(lines, style, column[0] + shift, inner, block=block, keep=leads)
        after_text = True
    return strips


def side_of(strips: Sequence[Strip]) -> Side:
    """Strips stacked in the margin column."""
    parts: list[Part] = []
    y = 0.0
    for index, strip in enumerate(strips):
        y += strip.before if index else 0.0
        parts += [Part(_lowered(part.draw, y), part.tag, part.block) for part in strip.parts]
        y += strip.height
    return Side(modules(y), tuple(parts))


def _lowered(draw: Draw, by: float) -> Draw:
    return lambda brush, y: draw(brush, y + by)
