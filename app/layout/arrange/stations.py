"""Stations along a line: the first 90 days, the way through the bodies."""

from typing import Final

from app.layout.arrange.gauges import disc
from app.layout.frames import Box, GroupItem, Item, Paragraph, Role
from app.layout.setting import Setting, rule
from app.layout.style import styled
from app.layout.text import height_of, line_count, shortened
from app.model.blocks import StepMark, Steps
from app.model.rich import Para

_MOST: Final = 6
_INSET: Final = 14.0
#: In a panel above and below its content; the head; the line of stations; between two stations' texts.
_ABOVE: Final = 10.0
_BELOW: Final = 8.0
_HEAD_H: Final = 20.0
_LINE_H: Final = 17.0
_BESIDE: Final = 10.0
#: Room for a name on two lines and a text below.
_TWO_LINES: Final = 50.0


def place_steps(steps: Steps, box: Box, setting: Setting, *, panel: bool) -> tuple[Item, ...]:
    """Stations at equal distances with their texts below, on a panel or on the ground. Six at the most."""
    items: list[Item] = []
    inner = box
    if panel:
        items.append(setting.panel(steps.id, "panel", (), box, "panel"))
        inner = box.inset(_INSET, _ABOVE, _INSET, _BELOW)
    top = inner.y
    if steps.head:
        head = styled(steps.head, setting.font("label", bold=True), "accent")
        items.append(setting.text(steps.id, "head", (head,), Box(inner.x, top, inner.w, 15)))
        top += _HEAD_H
    marks = steps.steps[:_MOST]
    if not marks:
        return tuple(items)
    width = inner.w / len(marks)
    line_y = top + 7
    line: list[Item] = [rule(inner.x + 6, line_y, width * (len(marks) - 1), "rule", 1.0, "line")]
    texts: list[Item] = []
    for index, mark in enumerate(marks):
        x = inner.x + index * width
        line += _disc(mark, x + 6, line_y)
        room = Box(x, top + _LINE_H, width - _BESIDE, inner.bottom - top - _LINE_H)
        texts.append(setting.text(mark.id, "station", _texts(mark, room, setting), room))
    return (*items, GroupItem(steps.id, "stations", tuple(line), decorative=True), *texts)


def steps_height(steps: Steps, width: float, setting: Setting) -> float:
    """How high a panel over `width` must be for the stations' texts to stand whole in the larger step, in points."""
    marks = steps.steps[:_MOST]
    room = (width - 2 * _INSET) / max(len(marks), 1) - _BESIDE
    texts = max((_whole_height(mark, room, setting) for mark in marks), default=0.0)
    return _ABOVE + (_HEAD_H if steps.head else 0.0) + _LINE_H + texts + _BELOW


def names_lines(steps: Steps, width: float, setting: Setting) -> int:
    """The most lines that the name of a station takes, of a line over `width` points."""
    marks = steps.steps[:_MOST]
    room = width / max(len(marks), 1) - _BESIDE
    return max((line_count(_name(mark, setting), room, setting.measurer) for mark in marks), default=1)


def _whole_height(mark: StepMark, width: float, setting: Setting) -> float:
    name = shortened(_name(mark, setting), width, 2, setting.measurer)
    text = styled(mark.text, setting.font("second"))
    return height_of((name,), width, setting.measurer) + 2 + height_of((text,), width, setting.measurer)


def _disc(mark: StepMark, x: float, y: float) -> tuple[Item, ...]:
    fills: dict[str, tuple[Role, Role]] = {
        "passed": ("accent", "accent"), "now": ("accent", "accent"), "coming": ("ground", "accent"), "goal": ("accent", "accent"),
    }  # fmt: skip
    fill, outline = fills[mark.state]
    ring = (disc(mark.id, x, y, 8.5, "ground", "accent", "ring"),) if mark.state == "now" else ()
    return (*ring, disc(mark.id, x, y, 5.0, fill, outline))


def _name(mark: StepMark, setting: Setting) -> Paragraph:
    """The name in bold, the day after it in regular."""
    color: Role = "accent" if mark.state == "now" else "ink"
    name = styled(mark.name, setting.font("label", bold=True), color)
    if mark.when:
        gap = Para((*mark.name.spans, *(type(span)(f"  {span.text}", span.lang) for span in mark.when.spans[:1])))
        one_line = styled(gap, setting.font("label", bold=False), color)
        bold = (*name.runs, *one_line.runs[len(name.runs) :])
        name = type(name)(bold, line=name.line)
    return name


def _texts(mark: StepMark, room: Box, setting: Setting) -> tuple[Paragraph, ...]:
    name = shortened(_name(mark, setting), room.w, 2 if room.h >= _TWO_LINES else 1, setting.measurer)
    left = room.h - height_of((name,), room.w, setting.measurer) - 2
    lines = max(int(left // 18), 1)
    text = styled(mark.text, setting.font("second"), before=2)
    if height_of((text,), room.w, setting.measurer) > lines * 18:
        text = styled(mark.text, setting.font("label"), before=2)
        lines = max(int(left // 15), 1)
    text = shortened(text, room.w, lines, setting.measurer) if text.runs else text
    return tuple(paragraph for paragraph in (name, text) if paragraph.runs)
