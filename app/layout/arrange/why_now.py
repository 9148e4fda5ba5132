"""Why now: each shift as from and to, with what shows it here. Five rows a slide at the most."""

from collections.abc import Sequence
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.gauges import ARROW, GAP, largest, place_shift, row_height
from app.layout.frames import Box, Item
from app.layout.setting import BodyPage, Setting
from app.layout.style import styled
from app.layout.text import shortened
from app.model.blocks import Passage, Shift

_MOST: Final = 5
_HEAD_H: Final = 20.0
_TALLEST: Final = 92.0
_VALUE_W: Final = 0.36


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """One page for up to five shifts; more are shared out evenly."""
    shifts = [block for block in slide.blocks if isinstance(block, Shift)]
    head = next((block for block in slide.blocks if isinstance(block, Passage)), None)
    count = -(-len(shifts) // _MOST) or 1
    size = -(-len(shifts) // count)
    parts = [shifts[start : start + size] for start in range(0, len(shifts), size or 1)] or [[]]
    return tuple(BodyPage(tuple(_page(part, head, body, setting))) for part in parts)


def _page(shifts: Sequence[Shift], head: Passage | None, body: Box, setting: Setting) -> list[Item]:
    left, right, evidence = (
        setting.columns(1, 4, body).inset(right=ARROW),
        setting.columns(5, 8, body),
        setting.columns(9, 12, body),
    )
    items: list[Item] = []
    if shifts:
        labels = ((shifts[0].from_label, left), (shifts[0].to_label, right), (head.head if head else None, evidence))
        for label, box in labels:
            if label:
                text = styled(label, setting.font("label", bold=True), "accent" if box is right else "muted")
                items.append(setting.text("", "column head", (text,), Box(box.x, body.y, box.w, 15)))
    height = row_height(body.h - _HEAD_H, len(shifts), _TALLEST)
    for index, shift in enumerate(shifts):
        top = body.y + _HEAD_H + index * height
        row = height - GAP
        items.append(
            place_shift(shift, Box(left.x, top, left.w, row), Box(right.x, top, right.w, row), setting, large=False)
        )
        items += _evidence(shift, Box(evidence.x, top, evidence.w, row), setting)
    return items


def _evidence(shift: Shift, box: Box, setting: Setting) -> tuple[Item, ...]:
    figure = shift.evidence
    if figure is None:
        return ()
    items: list[Item] = []
    text_x = box.x
    if figure.value:
        width = box.w * _VALUE_W
        value = largest(figure.value, ("figure", "numeral", "second", "label"), width, setting, "accent")
        items.append(setting.text(figure.id, "value", (value,), Box(box.x, box.y, width, box.h), anchor="middle"))
        text_x += width + 8
    room = box.right - text_x
    detail = shortened(styled(figure.detail, setting.font("second")), room, int(box.h // 18), setting.measurer)
    items.append(setting.text(figure.id, "evidence", (detail,), Box(text_x, box.y, room, box.h), anchor="middle"))
    return tuple(items)
