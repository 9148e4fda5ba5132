"""Why now: each shift as from and to, with what shows it here. Six rows a slide at the most."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.gauges import ARROW, GAP, WORD_STEPS, largest, place_shift, row_height, stands_whole, word_room
from app.layout.frames import Box, Item, Paragraph
from app.layout.setting import BodyPage, Setting
from app.layout.style import styled
from app.layout.text import FILL, height_of, natural_width, shortened
from app.layout.themes import TypeStep
from app.model.blocks import KeyFigure, Passage, Shift

_MOST: Final = 6
_HEAD_H: Final = 18.0
_TALLEST: Final = 92.0
_VALUE_W: Final = 0.36
_VALUE_STEPS: Final[tuple[TypeStep, ...]] = ("figure", "numeral", "second", "label")
_BESIDE_VALUE: Final = 8.0
#: Below this width the boxes of a shift give way to the evidence, and stand so far apart.
_NARROW: Final = 700.0
_BETWEEN: Final = 26.0


@dataclass(frozen=True, slots=True)
class _Look:
    """How evidence is set: its step, and whether its value stands above it or beside."""

    step: TypeStep
    above: bool = False


#: Where from, to and the evidence stand.
_Columns = tuple[Box, Box, Box]
#: Tried in order, for all evidence of the slides together.
_LOOKS: Final = (_Look("second"), _Look("label"), _Look("second", above=True), _Look("label", above=True))


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """One page for up to six shifts, fewer where their evidence would else be cut; more are shared out evenly."""
    shifts = [block for block in slide.blocks if isinstance(block, Shift)]
    head = next((block for block in slide.blocks if isinstance(block, Passage)), None)
    columns = _columns(shifts, body, setting)
    most, look = _fitting(shifts, columns, body, setting)
    count = -(-len(shifts) // most) or 1
    size = -(-len(shifts) // count)
    parts = [shifts[start : start + size] for start in range(0, len(shifts), size or 1)] or [[]]
    return tuple(BodyPage(tuple(_page(part, head, look, columns, body, setting))) for part in parts)


def _fitting(shifts: Sequence[Shift], columns: _Columns, body: Box, setting: Setting) -> tuple[int, _Look]:
    """The most rows a slide, and the first look, that let all evidence stand whole; six when none does. Glosses stand whole too where
    room is scarce and further slides follow at once; elsewhere they would go to the backup, and no shift is worth less than a gloss."""
    left, right, evidence = columns
    figures = [shift.evidence for shift in shifts if shift.evidence is not None]
    steps = _word_steps(shifts, left, right, setting)
    fitting: list[tuple[int, _Look]] = []
    for most in range(_MOST, 0, -1):
        height = row_height(body.h - _HEAD_H, min(most, len(shifts)), _TALLEST) - GAP
        sides = replace(left, h=height), replace(right, h=height)
        glossed = setting.grid.roomy or all(stands_whole(shift, *sides, setting, steps) for shift in shifts)
        for look in _LOOKS:
            if all(_needed(figure, look, evidence.w, setting) <= height for figure in figures):
                if glossed:
                    return most, look
                fitting.append((most, look))
    return fitting[0] if fitting else (_MOST, _LOOKS[0])


def _columns(shifts: Sequence[Shift], body: Box, setting: Setting) -> _Columns:
    """From, to and the evidence side by side; from and to over the whole width where nothing has evidence."""
    if all(shift.evidence is None for shift in shifts):
        return setting.columns(1, 6, body).inset(right=ARROW), setting.columns(7, 12, body), body
    if body.w < _NARROW:
        whole = setting.columns(1, 7, body)
        wide = (whole.w - _BETWEEN) / 2
        left = replace(whole, w=wide)
        return left, replace(left, x=left.right + _BETWEEN), setting.columns(8, 12, body)
    return setting.columns(1, 4, body).inset(right=ARROW), setting.columns(5, 8, body), setting.columns(9, 12, body)


def _page(
    shifts: Sequence[Shift], head: Passage | None, look: _Look, columns: _Columns, body: Box, setting: Setting
) -> list[Item]:
    left, right, evidence = columns
    items: list[Item] = []
    if shifts:
        here = head.head if head is not None and evidence != body else None
        labels = ((shifts[0].from_label, left), (shifts[0].to_label, right), (here, evidence))
        for label, box in labels:
            if label:
                text = styled(label, setting.font("label", bold=True), "accent" if box is right else "muted")
                items.append(setting.text("", "column head", (text,), Box(box.x, body.y, box.w, 15)))
    height = row_height(body.h - _HEAD_H, len(shifts), _TALLEST)
    steps = _word_steps(shifts, left, right, setting)
    for index, shift in enumerate(shifts):
        top = body.y + _HEAD_H + index * height
        row = height - GAP
        sides = replace(left, y=top, h=row), replace(right, y=top, h=row)
        items.append(place_shift(shift, *sides, setting, large=False, steps=steps))
        if shift.evidence is not None:
            items += _evidence(shift.evidence, look, Box(evidence.x, top, evidence.w, row), setting)
    return items


def _word_steps(shifts: Sequence[Shift], left: Box, right: Box, setting: Setting) -> tuple[TypeStep, ...]:
    """The steps from the largest that holds the words of all shifts, so that they stand alike."""
    words = [
        (word, word_room(box)) for shift in shifts for word, box in ((shift.from_word, left), (shift.to_word, right))
    ]
    for index, step in enumerate(WORD_STEPS):
        font = setting.font(step, bold=True)
        if all(natural_width(styled(word, font), setting.measurer) <= room * FILL for word, room in words):
            return WORD_STEPS[index:]
    return WORD_STEPS


def _value(figure: KeyFigure, look: _Look, width: float, setting: Setting) -> Paragraph | None:
    """The evidence's value on one line; none where it has none."""
    if not figure.value:
        return None
    room = width if look.above else width * _VALUE_W
    return largest(figure.value, _VALUE_STEPS, room, setting, "accent")


def _needed(figure: KeyFigure, look: _Look, width: float, setting: Setting) -> float:
    """The height that evidence needs to stand whole, in points."""
    value = _value(figure, look, width, setting)
    room = width if look.above or value is None else width * (1 - _VALUE_W) - _BESIDE_VALUE
    detail = height_of((styled(figure.detail, setting.font(look.step)),), room, setting.measurer)
    return detail + (value.line if look.above and value is not None else 0.0)


def _evidence(figure: KeyFigure, look: _Look, box: Box, setting: Setting) -> tuple[Item, ...]:
    value = _value(figure, look, box.w, setting)
    detail = styled(figure.detail, setting.font(look.step))
    items: list[Item] = []
    if look.above:
        room = box.h - (value.line if value is not None else 0.0)
        detail = shortened(detail, box.w, max(int(room // detail.line), 1), setting.measurer)
        texts = (detail,) if value is None else (value, detail)
        return (setting.text(figure.id, "evidence", texts, box, anchor="middle"),)
    left = box.x
    if value is not None:
        width = box.w * _VALUE_W
        items.append(setting.text(figure.id, "value", (value,), Box(box.x, box.y, width, box.h), anchor="middle"))
        left += width + _BESIDE_VALUE
    room = box.right - left
    detail = shortened(detail, room, int(box.h // detail.line), setting.measurer)
    items.append(setting.text(figure.id, "evidence", (detail,), Box(left, box.y, room, box.h), anchor="middle"))
    return tuple(items)
