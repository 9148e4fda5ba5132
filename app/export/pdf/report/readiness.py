"""Readiness small enough for a brief: a row a pattern in the text column, today's step and the target's on one track."""

from typing import Final

from app.export.pdf.faces import Faces
from app.export.pdf.report.flow import Brush, Part, Strip
from app.export.pdf.report.lines import set_para
from app.export.pdf.report.prose import lines_draw
from app.export.pdf.report.type import FACT, MODULE, NOTE, TEXT
from app.export.pdf.sheet import Pen
from app.export.pdf.tags import Tag
from app.layout.frames import Box
from app.model.graphics import Lane, Readiness
from app.model.units import mm

_NAME: Final = mm(68)
_FIRST: Final = TEXT[0] + mm(74)
_STEP: Final = mm(9.5)
_STEPS: Final = 5
_TODAY: Final = mm(2.2)
_TARGET: Final = mm(3.4)


def compact_readiness(readiness: Readiness, faces: Faces, tag: Tag) -> list[Strip]:
    """A head with the key and the steps' numbers, then the patterns."""
    figure = tag.inner("Figure", "readiness", readiness.alt)
    head = Strip(MODULE, (Part(lambda brush, y: _head(brush, readiness, y), figure, readiness.id),), keep=True)
    return [head, *(_lane(lane, faces, figure) for lane in readiness.lanes)]


def _head(brush: Brush, readiness: Readiness, y: float) -> None:
    x, baseline = TEXT[0] + _TODAY / 2, y + mm(3.4)
    for key, filled in zip(readiness.keys, (True, False), strict=True):
        _disc(brush, x, baseline - mm(1), filled=filled)
        brush.sheet.text(x + mm(2.6), baseline, key.plain, NOTE.regular, NOTE.size, brush.colors["muted"])
        x += brush.sheet.faces.width(key.plain, NOTE.regular, NOTE.size) + mm(8)
    for step in range(1, _STEPS + 1):
        half = brush.sheet.faces.width(str(step), NOTE.regular, NOTE.size) / 2
        brush.sheet.text(_x(step) - half, baseline, str(step), NOTE.regular, NOTE.size, brush.colors["muted"])


def _lane(lane: Lane, faces: Faces, tag: Tag) -> Strip:
    lines = set_para(lane.name, FACT, _NAME, faces)
    height = max(MODULE, FACT.line * len(lines) + mm(1.25))

    def draw(brush: Brush, y: float) -> None:
        middle = y + mm(1.9)
        lines_draw(lines, FACT, TEXT[0])(brush, y)
        brush.sheet.line([(_x(1), middle), (_x(_STEPS), middle)], Pen(brush.colors["hairline"], 0.8))
        if lane.today and lane.target:
            brush.sheet.line([(_x(lane.today), middle), (_x(lane.target), middle)], Pen(brush.colors["accent"], 1.2))
        if lane.target:
            _disc(brush, _x(lane.target), middle, filled=False)
        if lane.today:
            _disc(brush, _x(lane.today), middle, filled=True)

    return Strip(height, (Part(draw, tag, lane.id),), snap=False)


def _x(step: float) -> float:
    return _FIRST + (step - 1) * _STEP


def _disc(brush: Brush, x: float, y: float, *, filled: bool) -> None:
    """Today's step as a disc, the target as a ring that shows around it where both are the same."""
    size = _TODAY if filled else _TARGET
    accent = brush.colors["accent"]
    fill = accent if filled else brush.colors["ground"]
    brush.sheet.ellipse(Box(x - size / 2, y - size / 2, size, size), fill, Pen(accent, 1.0))
