"""The band with the proposed decisions, across the page: who decides, each point whole on one page, what it costs and who answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.compose.report import Report
from app.export.pdf.faces import Faces
from app.export.pdf.report.flow import Anchor, Brush, Draw, Part, Side, Strip
from app.export.pdf.report.lines import Line, Look, set_para, set_text
from app.export.pdf.report.prose import lines_draw
from app.export.pdf.report.type import A4, BODY, FACT, FACT_STRONG, HEAD, MARGIN, MODULE, NUMBER_INDENT, TEXT
from app.export.pdf.tags import Tag
from app.layout.frames import Box, Role
from app.model.blocks import DecisionPoint
from app.model.rich import Para, Span
from app.model.units import mm

_PAD: Final = MODULE
#: Strips of the band overlap by this, so that no seam shows between them.
_SEAM: Final = 0.5
#: The heads of amount, owner and due among the six of the decisions' table, and the sign for no amount.
_FACT_HEADS: Final = slice(2, 5)
_NONE: Final = "–"


@dataclass(frozen=True, slots=True)
class Band:
    """The band's ground and the colours of what stands on it: its text, and its heads and numbers."""

    ground: Role
    ink: Role
    mark: Role


PALE: Final = Band("tint", "ink", "accent")
DARK: Final = Band("accent", "on-block", "on-block")


def decision_band(report: Report, faces: Faces, tag: Tag, band: Band = PALE) -> list[Strip]:
    """The band's strips; it breaks between points only. One decision bears no numeral; a paper always says how the body decides."""
    named = len(report.decisions.groups) > 1 or report.kind == "tjansteskrivelse"
    points = sum(len(group) for _, group in report.decisions.groups)
    strips: list[Strip] = []
    for number, (body, group) in enumerate(report.decisions.groups):
        listing = tag.inner("L", f"points{number}")
        if body and named:
            strips.append(_body(body, faces, tag, band, first=not strips))
        for point in group:
            strips.append(_point(point, report.decisions.heads, faces, listing, band, numbered=points > 1))
    head = set_para(report.decisions_head, HEAD, MARGIN[1], faces)
    label = Part(lines_draw(head, HEAD, MARGIN[0], color=band.mark), tag.heading("head"))
    anchor = Anchor("report/decisions", report.decisions_head.plain)
    opening = Strip(_PAD * 0.75, under=_ground(_PAD * 0.75, band), before=MODULE, keep=True, clear=True, anchor=anchor)
    first = replace(strips[0], side=Side(HEAD.line * len(head), (label,)))
    closing = Strip(_PAD * 0.75, under=_ground(_PAD * 0.75, band, last=True), snap=False)
    middle = [first, *strips[1:]]
    return [opening, *middle[:-1], replace(middle[-1], keep=True), closing]


def _ground(height: float, band: Band, *, last: bool = False) -> Draw:
    def draw(brush: Brush, y: float) -> None:
        brush.sheet.rectangle(Box(0, y, A4[0], height + (0.0 if last else _SEAM)), brush.colors[band.ground])

    return draw


def _body(body: Para, faces: Faces, tag: Tag, band: Band, *, first: bool) -> Strip:
    """The body that takes the decisions below."""
    lines = set_para(body, FACT_STRONG, TEXT[1], faces)
    shift = 0.0 if first else mm(2.5)
    height = mm(5) + FACT.line * (len(lines) - 1) + shift
    draw = lines_draw(lines, FACT_STRONG, TEXT[0], color=band.mark)
    part = Part(lambda brush, y: draw(brush, y + shift), tag.inner("P", f"body/{body.plain}"))
    return Strip(height, (part,), keep=True, snap=False, under=_ground(height, band))


def _point(point: DecisionPoint, heads: Sequence[Para], faces: Faces, tag: Tag, band: Band, *, numbered: bool) -> Strip:
    """A decision's words, then in one line what it costs, who answers and by when, then what follows if not taken. `tag` is the list's."""
    x, width = (TEXT[0] + NUMBER_INDENT, TEXT[1] - NUMBER_INDENT) if numbered else TEXT
    text = set_para(point.text, BODY, width, faces)
    facts = set_para(_facts(point, heads), FACT, width, faces)
    height = BODY.line * len(text) + FACT.line * len(facts) + (mm(1.25) if facts else 0.0)
    item = tag.inner("LI", point.id)
    parts = [Part(_stack(text, facts, x, band.ink), item.inner("LBody"), point.id)]
    if numbered:
        lang = point.text.spans[0].lang if point.text.spans else tag.lang
        mark = set_text([(point.number, Look(HEAD.regular, BODY.size, "accent", lang))], HEAD, NUMBER_INDENT, faces)
        parts.insert(0, Part(lines_draw(mark, BODY, TEXT[0], color=band.mark), item.inner("Lbl"), point.id))
    return Strip(height, tuple(parts), snap=False, under=_ground(height, band))


def _facts(point: DecisionPoint, heads: Sequence[Para]) -> Para:
    """What a decision costs, who answers and by when, each under the head that its column has in the deck."""
    amount = Para((*point.amount.spans, *_after(" ", point.amount_detail))) if point.amount.plain != _NONE else Para()
    labels = heads[_FACT_HEADS] if len(heads) > _FACT_HEADS.stop - 1 else (Para(), Para(), Para())
    spans: list[Span] = []
    for label, fact in zip(labels, (amount, point.owner, point.due), strict=True):
        if fact:
            spans += _after(" · " if spans else "", Para((*label.spans, *_after(": " if label else "", fact))))
    return Para(tuple(spans))


def _after(mark: str, text: Para) -> tuple[Span, ...]:
    """A text's spans after a mark; none for an empty text."""
    if not text or not mark:
        return text.spans
    return (Span(mark, text.spans[0].lang), *text.spans)


def _stack(text: Sequence[Line], facts: Sequence[Line], x: float, color: Role) -> Draw:
    upper, lower = lines_draw(text, BODY, x, color=color), lines_draw(facts, FACT, x, color=color)

    def draw(brush: Brush, y: float) -> None:
        upper(brush, y)
        lower(brush, y + BODY.line * len(text) - mm(0.5))

    return draw
