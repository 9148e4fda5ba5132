"""Recommendation: what and why to the left, six facts to the right, the first 90 days below."""

from collections.abc import Sequence
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.flow import HEAD_H, carried_on, column_head, first_fit, rich
from app.layout.arrange.gauges import place_figure
from app.layout.arrange.stations import place_steps, steps_height
from app.layout.frames import Box, Item
from app.layout.setting import BodyPage, Setting
from app.layout.themes import TypeStep
from app.model.blocks import KeyFigure, Passage, Steps

_FACT_H: Final = 118.0
#: The most that the first 90 days take, and the space above them.
_STEPS_H: Final = 128.0
_BETWEEN: Final = 10.0
_TEXT_STEPS: Final[dict[str, tuple[TypeStep, ...]]] = {"what": ("lead", "body", "second"), "why": ("body", "second")}


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """The recommendation's page; text that does not fit follows on pages of its own."""
    steps = next((block for block in slide.blocks if isinstance(block, Steps)), None)
    height = min(steps_height(steps, body.w, setting), _STEPS_H) if steps else 0.0
    upper = body.inset(bottom=height + _BETWEEN) if steps else body
    texts, more = _texts(slide, setting.columns(1, 6, upper), body, setting)
    items: list[Item] = [*texts, *_facts(slide, setting.columns(7, 12, upper), setting)]
    if steps:
        band = Box(body.x, body.bottom - height, body.w, height)
        items += place_steps(steps, band, setting, panel=True)
    return (BodyPage(tuple(items)), *more)


def _texts(slide: Slide, box: Box, body: Box, setting: Setting) -> tuple[list[Item], list[BodyPage]]:
    passages = [block for block in slide.blocks if isinstance(block, Passage) and block.text]
    box = box.inset(right=setting.grid.gutter / 2)
    items: list[Item] = []
    more: list[BodyPage] = []
    top = box.y
    for index, passage in enumerate(passages):
        share = (box.bottom - top) / (len(passages) - index)
        column = Box(box.x, top, box.w, share)
        inner = column.inset(top=HEAD_H, bottom=10 if index < len(passages) - 1 else 0)
        steps = _TEXT_STEPS.get(passage.role, ("body", "second"))
        text, rest, tightened = first_fit(rich(passage.text, setting), steps, inner, setting)
        items += column_head(passage.id, passage.head, column, setting)
        placed = setting.text(passage.id, passage.role or "text", text, inner, tightened=tightened)
        items.append(placed)
        more += carried_on(passage.id, passage.head, rest, body, setting)
        top += HEAD_H + max(placed.body.height, 24) + 18
    return items, more


def _facts(slide: Slide, box: Box, setting: Setting) -> list[Item]:
    figures: Sequence[KeyFigure] = [block for block in slide.blocks if isinstance(block, KeyFigure)][:6]
    width = (box.w - 2 * setting.grid.gutter) / 3
    height = min(_FACT_H, box.h / 2)
    items: list[Item] = []
    for index, figure in enumerate(figures):
        x = box.x + (index % 3) * (width + setting.grid.gutter)
        y = box.y + (index // 3) * height
        items += place_figure(figure, Box(x, y, width, height), setting)
    return items
