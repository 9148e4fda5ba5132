"""Figures that grow by rows and may go over pages: the timeline, readiness by pattern, stations on the way."""

from dataclasses import replace
from datetime import date
from typing import Final

from app.export.pdf.faces import Faces
from app.export.pdf.report.figures import key_row
from app.export.pdf.report.flow import Brush, Carry, Draw, Part, Strip
from app.export.pdf.report.lines import set_para
from app.export.pdf.report.prose import lines_draw
from app.export.pdf.report.type import (
    FACT,
    FACT_STRONG,
    FULL,
    MARGIN,
    MODULE,
    NOTE,
    NOTE_STRONG,
    TEXT,
)
from app.export.pdf.sheet import Pen
from app.export.pdf.tags import Tag
from app.layout.frames import Box, Role
from app.model.blocks import StepMark, Steps
from app.model.graphics import Bar, Lane, Mark, Readiness, Timeline
from app.model.rich import Para
from app.model.units import mm

_ROW: Final = mm(6.25)
_STATES: Final[dict[str, tuple[Role | None, Role | None]]] = {
    "done": ("series-2", None),
    "critical": ("accent", None),
    "planned": ("series-3", "series-2"),
}
_FOOT: Final = Strip(1.0, snap=False)


class _Span:
    """Dates as places in the text column."""

    def __init__(self, start: date, end: date) -> None:
        self._start = start
        self._days = max(1, (end - start).days)

    def x(self, day: date) -> float:
        """Where a day stands; days outside stand at the edge."""
        share = (day - self._start).days / self._days
        return TEXT[0] + TEXT[1] * min(1.0, max(0.0, share))


# -- the timeline ----------------------------------------------------------------------------------------------


def timeline_strips(timeline: Timeline, faces: Faces, tag: Tag) -> list[Strip]:
    """Names in the margin column, bars in the text column; the years' heads are repeated on a new page. Then milestones and the key."""
    figure = tag.inner("Figure", "timeline", timeline.alt)
    span = _Span(timeline.start, timeline.end)
    head = Strip(2 * MODULE, (Part(_years(timeline, span), figure, timeline.id),), keep=True, snap=False)
    again = Strip(2 * MODULE, (Part(_years(timeline, span)),), keep=True, snap=False)
    carry = Carry(_FOOT, (again,))
    strips = [head]
    for lanes in timeline.lanes:
        if lanes.name:
            strips.append(_group(lanes.name, faces, figure, carry))
        strips += [_bar(bar, timeline, span, faces, figure, carry) for bar in lanes.bars]
    strips += [_mark(mark, timeline, span, faces, figure, carry) for mark in timeline.marks]
    keys = [(timeline.keys[state].plain, *_STATES[state]) for state in _STATES if state in timeline.keys]
    strips.append(
        Strip(MODULE * 1.5, (Part(lambda brush, y: key_row(brush, keys, TEXT[0], y + mm(5)), figure),), snap=False)
    )
    return [*strips[:-3], *[_kept(strip) for strip in strips[-3:-1]], strips[-1]]


def _kept(strip: Strip) -> Strip:
    return Strip(strip.height, strip.parts, keep=True, snap=False, carry=strip.carry)


def _years(timeline: Timeline, span: _Span) -> Draw:
    def draw(brush: Brush, y: float) -> None:
        for day, label in timeline.years:
            brush.sheet.text(span.x(day) + 1, y + mm(3.5), label, NOTE_STRONG.regular, NOTE.size, brush.colors["ink"])
        starts = [day for day, _ in timeline.quarters] + [timeline.end]
        for index, (day, label) in enumerate(timeline.quarters):
            room = span.x(starts[index + 1]) - span.x(day)
            width = brush.sheet.faces.width(label, NOTE.regular, 7.5)
            if width <= room:
                x = span.x(day) + (room - width) / 2
                brush.sheet.text(x, y + mm(8), label, NOTE.regular, 7.5, brush.colors["muted"])
        _across(brush, y + 2 * MODULE, 0.6, "ink")

    return draw


def _across(brush: Brush, y: float, weight: float, color: Role) -> None:
    for x, width in (MARGIN, TEXT):
        brush.sheet.line([(x, y), (x + width, y)], Pen(brush.colors[color], weight))


def _group(name: Para, faces: Faces, tag: Tag, carry: Carry) -> Strip:
    lines = set_para(name, FACT_STRONG, FULL[1], faces)
    height = FACT.line * len(lines) + mm(2.5)

    def draw(brush: Brush, y: float) -> None:
        lines_draw(lines, FACT_STRONG, MARGIN[0])(brush, y + mm(1.25))
        _across(brush, y + height, 0.25, "hairline")

    return Strip(height, (Part(draw, tag),), keep=True, snap=False, carry=carry)


def _bar(bar: Bar, timeline: Timeline, span: _Span, faces: Faces, tag: Tag, carry: Carry) -> Strip:
    lines = set_para(bar.name, FACT, MARGIN[1], faces)
    height = max(_ROW, FACT.line * len(lines) + mm(2.5))
    fill, outline = _STATES[bar.state]

    def draw(brush: Brush, y: float) -> None:
        _ground(brush, timeline, span, y, height)
        lines_draw(lines, FACT, MARGIN[0])(brush, y + mm(1.25))
        left = span.x(bar.start)
        box = Box(left + 0.5, y + (height - mm(4)) / 2, max(span.x(bar.end) - left - 1, 2), mm(4))
        brush.sheet.rectangle(box, fill and brush.colors[fill], Pen(brush.colors[outline], 0.6) if outline else None)
        _across(brush, y + height, 0.25, "hairline")

    return Strip(height, (Part(draw, tag, bar.id),), snap=False, carry=carry)


def _mark(mark: Mark, timeline: Timeline, span: _Span, faces: Faces, tag: Tag, carry: Carry) -> Strip:
    lines = set_para(mark.name, FACT, MARGIN[1], faces)
    height = max(_ROW, FACT.line * len(lines) + mm(2.5))

    def draw(brush: Brush, y: float) -> None:
        _ground(brush, timeline, span, y, height)
        lines_draw(lines, FACT, MARGIN[0])(brush, y + mm(1.25))
        x, middle, half = span.x(mark.on), y + height / 2, mm(1.7)
        points = [(x, middle - half), (x + half, middle), (x, middle + half), (x - half, middle)]
        brush.sheet.polygon(points, brush.colors["ink"])

    return Strip(height, (Part(draw, tag, mark.id),), snap=False, carry=carry)


def _ground(brush: Brush, timeline: Timeline, span: _Span, y: float, height: float) -> None:
    """The years' lines and today behind a row."""
    for day, _ in timeline.years[1:]:
        brush.sheet.line([(span.x(day), y), (span.x(day), y + height)], Pen(brush.colors["hairline"], 0.6))
    if timeline.today is not None and timeline.start <= timeline.today <= timeline.end:
        x = span.x(timeline.today)
        brush.sheet.line([(x, y), (x, y + height)], Pen(brush.colors["ink"], 0.5, (1.5, 1.5)))


# -- readiness -------------------------------------------------------------------------------------------------

_GAP_COLUMN: Final = mm(35)
_TRACK: Final = TEXT[1] - _GAP_COLUMN
#: From the track's ends to the middle of the outer steps: half a step.
_EDGE: Final = _TRACK / 10


def readiness_strips(readiness: Readiness, faces: Faces, tag: Tag) -> list[Strip]:
    """A row a pattern: its name and relevance, a track of five steps with today's disc and the target's ring, the gap in words."""
    figure = tag.inner("Figure", "readiness", readiness.alt)
    head = _readiness_head(readiness, faces)
    again = Carry(_FOOT, (Strip(head.height, tuple(Part(part.draw) for part in head.parts), keep=True, snap=False),))
    strips = [Strip(head.height, tuple(Part(part.draw, figure) for part in head.parts), keep=True, snap=False)]
    strips += [_lane(lane, faces, figure, again) for lane in readiness.lanes]
    today, target = (key.plain for key in readiness.keys)

    def keys(brush: Brush, y: float) -> None:
        x, middle = TEXT[0] + mm(1.5), y + mm(4)
        for name, fill in ((today, accent := brush.colors["accent"]), (target, brush.colors["ground"])):
            brush.sheet.ellipse(Box(x - mm(1.2), middle - mm(1.2), mm(2.4), mm(2.4)), fill, Pen(accent, 1.0))
            brush.sheet.text(x + mm(2.6), y + mm(5), name, NOTE.regular, NOTE.size, brush.colors["ink"])
            x += brush.sheet.faces.width(name, NOTE.regular, NOTE.size) + mm(8)

    strips.append(Strip(MODULE * 1.5, (Part(keys, figure),), snap=False))
    return [*strips[:-2], _kept(strips[-2]), strips[-1]]


def _step_x(step: float) -> float:
    return TEXT[0] + _EDGE + (step - 1) * (_TRACK - 2 * _EDGE) / 4


def _readiness_head(readiness: Readiness, faces: Faces) -> Strip:
    relevance, pattern, gap = readiness.heads
    title = Para((*pattern.spans,))
    lines = set_para(title, NOTE, MARGIN[1] - mm(14), faces)[:1]
    beside = set_para(relevance, NOTE, MARGIN[1], faces)[:1]
    last = set_para(gap, NOTE, _GAP_COLUMN - mm(3), faces)[:1]
    names = [set_para(step, NOTE, _TRACK / 5, faces) for step in readiness.steps]
    tall = max([1, *(len(name) for name in names)]) * NOTE.line + mm(2)

    def draw(brush: Brush, y: float) -> None:
        foot = y + tall - NOTE.line - mm(1)
        lines_draw(lines, NOTE, MARGIN[0])(brush, foot)
        lines_draw(beside, NOTE, MARGIN[0], MARGIN[1], "right")(brush, foot)
        lines_draw(last, NOTE, TEXT[0] + _TRACK + mm(3))(brush, foot)
        for step, name in enumerate(names, start=1):
            top = y + tall - NOTE.line * len(name) - mm(1)
            lines_draw(name, NOTE, _step_x(step) - _TRACK / 10, _TRACK / 5, "center")(brush, top)
        _across(brush, y + tall, 0.6, "ink")

    return Strip(tall, (Part(draw),), keep=True, snap=False)


def _lane(lane: Lane, faces: Faces, tag: Tag, carry: Carry) -> Strip:
    name = set_para(lane.name, FACT, MARGIN[1] - mm(8), faces)
    gap = set_para(lane.gap, FACT, _GAP_COLUMN - mm(3), faces)
    height = max(_ROW, FACT.line * max(len(name), len(gap)) + mm(2.5))

    def draw(brush: Brush, y: float) -> None:
        middle = y + height / 2
        lines_draw(name, FACT, MARGIN[0])(brush, y + mm(1.25))
        if lane.relevance is not None:
            text = str(lane.relevance)
            x = MARGIN[0] + MARGIN[1] - faces.width(text, FACT_STRONG.regular, FACT.size)
            brush.sheet.text(
                x, y + mm(1.25) + FACT.line * 0.75, text, FACT_STRONG.regular, FACT.size, brush.colors["ink"]
            )
        _track(brush, lane, middle)
        lines_draw(gap, FACT, TEXT[0] + _TRACK + mm(3))(brush, y + mm(1.25))
        _across(brush, y + height, 0.25, "hairline")

    return Strip(height, (Part(draw, tag, lane.id),), snap=False, carry=carry)


def _track(brush: Brush, lane: Lane, middle: float) -> None:
    accent = Pen(brush.colors["accent"], 1.2)
    brush.sheet.line([(_step_x(1), middle), (_step_x(5), middle)], Pen(brush.colors["hairline"], 0.8))
    for step in range(1, 6):
        brush.sheet.ellipse(Box(_step_x(step) - 0.8, middle - 0.8, 1.6, 1.6), brush.colors["rule"])
    if lane.today is not None and lane.target is not None and lane.today != lane.target:
        brush.sheet.line([(_step_x(lane.today), middle), (_step_x(lane.target), middle)], accent)
    if lane.target is not None:
        size = mm(3.8)
        brush.sheet.ellipse(
            Box(_step_x(lane.target) - size / 2, middle - size / 2, size, size), brush.colors["ground"], accent
        )
    if lane.today is not None:
        size = mm(2.6)
        brush.sheet.ellipse(Box(_step_x(lane.today) - size / 2, middle - size / 2, size, size), accent.color)


# -- stations --------------------------------------------------------------------------------------------------

_STATION_TEXT: Final = TEXT[0] + mm(40)
#: As many stations are not parted by a page break.
_TOGETHER: Final = 6


def steps_strips(steps: Steps, faces: Faces, tag: Tag) -> list[Strip]:
    """Stations down the text column: a disc, the date and the name, and what happens there beside.

    A short way stands on one page, a long one with two stations at least on either side of a break."""
    tag = tag.inner("L", f"steps/{steps.id}")
    final = len(steps.steps) - 1
    strips = [
        _station(step, faces, tag.inner("LI", step.id).inner("LBody"), last=index == final)
        for index, step in enumerate(steps.steps)
    ]
    return [
        replace(strip, keep=index < final and (final < _TOGETHER or index in (0, final - 1)))
        for index, strip in enumerate(strips)
    ]


def _station(step: StepMark, faces: Faces, tag: Tag, *, last: bool) -> Strip:
    when = set_para(step.when, FACT, mm(33), faces)
    name = set_para(step.name, FACT_STRONG, TEXT[1] - mm(40), faces)
    text = set_para(step.text, FACT, TEXT[1] - mm(40), faces)
    height = FACT.line * max(len(when), len(name) + len(text)) + mm(2.5)

    def draw(brush: Brush, y: float) -> None:
        y += mm(0.9)
        x, middle, size = TEXT[0] + mm(1.6), y + mm(2.6), mm(2.6)
        if not last:
            brush.sheet.line([(x, middle + size / 2), (x, y + height + mm(1.2))], Pen(brush.colors["rule"], 0.8))
        fill = brush.colors["accent"] if step.state in ("passed", "now", "goal") else brush.colors["ground"]
        brush.sheet.ellipse(Box(x - size / 2, middle - size / 2, size, size), fill, Pen(brush.colors["accent"], 1.0))
        lines_draw(when, FACT, TEXT[0] + mm(5))(brush, y)
        lines_draw(name, FACT_STRONG, _STATION_TEXT)(brush, y)
        lines_draw(text, FACT, _STATION_TEXT)(brush, y + FACT.line * len(name))

    return Strip(height, (Part(draw, tag, step.id),), snap=False)
