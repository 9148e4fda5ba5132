"""Next steps: the way through the bodies above, dated steps and the text for the minutes below."""

from dataclasses import dataclass, replace
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.flow import carried_on, first_fit, rich
from app.layout.arrange.stations import names_lines, place_steps
from app.layout.frames import Box, Item, Paragraph, ShapeItem
from app.layout.setting import BodyPage, Setting
from app.layout.style import styled
from app.layout.tables import place_table
from app.layout.text import height_of, line_count, shortened
from app.layout.themes import TypeStep
from app.model.blocks import Passage, Steps
from app.model.tables import Table

_ROUTE_H: Final = 72.0
_BELOW_ROUTE: Final = 12.0
#: A further line of a body's name.
_NAME_LINE: Final = 15.0
_HEAD_H: Final = 18.0
_MINUTES_INSETS: Final = (16.0, 10.0, 14.0, 10.0)
_MINUTES_STEPS: Final[tuple[TypeStep, ...]] = ("body", "second", "label")
#: A body narrower than this has the minutes below the table, which is at least so high.
_NARROW: Final = 600.0
_LEAST_TABLE: Final = 80.0


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """The way on top, the dated steps and the minutes beside each other; on a narrow body below each other, on a low one the table or
    the minutes on slides of their own: on as few slides as hold all. What is too long goes on over further slides."""
    parts = _Parts(
        next((block for block in slide.blocks if isinstance(block, Steps) and block.steps), None),
        next((block for block in slide.blocks if isinstance(block, Table)), None),
        next((block for block in slide.blocks if isinstance(block, Passage) and block.text), None),
    )
    plans = [_below_each_other(parts, body, setting), _on_one(parts, body, setting)]
    if parts.table and parts.minutes:
        plans += _apart(parts, body, setting)
    return min((plan for plan in plans if plan), key=len)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the slide says: the way through the bodies, the dated steps, the text for the minutes."""

    route: Steps | None
    table: Table | None
    minutes: Passage | None


def _on_one(parts: _Parts, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """The route over the table with the minutes to its right, or over what there is of them."""
    items, area = _route(parts.route, body, setting)
    more: list[BodyPage] = []
    if parts.table:
        placed, pages = _table(parts.table, setting.columns(1, 7, area) if parts.minutes else area, setting)
        items += placed
        more += pages
    if parts.minutes:
        place = setting.columns(8, 12, area) if parts.table else area
        placed, pages = _minutes(parts.minutes, place, body, setting)
        items += placed
        more += pages
    return (BodyPage(tuple(items)), *more)


def _below_each_other(parts: _Parts, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """Route, table and minutes over the whole width; nothing where they do not all fit."""
    items, area = _route(parts.route, body, setting)
    if parts.table is None or parts.minutes is None or body.w >= _NARROW:
        return ()
    height = _minutes_height(parts.minutes, body.w, setting)
    placed, more = _table(parts.table, area.inset(bottom=height + _BELOW_ROUTE), setting)
    if more or height + _BELOW_ROUTE + _LEAST_TABLE > area.h:
        return ()
    low, rest = _minutes(parts.minutes, replace(body, y=body.bottom - height, h=height), body, setting)
    return (BodyPage((*items, *placed, *low)), *rest)


def _apart(parts: _Parts, body: Box, setting: Setting) -> list[tuple[BodyPage, ...]]:
    """The route over the minutes and the table on slides of its own, and the other way round."""
    with_minutes = _on_one(replace(parts, table=None), body, setting)
    with_table = _on_one(replace(parts, minutes=None), body, setting)
    table = _on_one(_Parts(None, parts.table, None), body, setting)
    minutes = _on_one(_Parts(None, None, parts.minutes), body, setting)
    return [(*with_minutes, *table), (*with_table, *minutes)]


def _route(route: Steps | None, body: Box, setting: Setting) -> tuple[list[Item], Box]:
    """The way through the bodies, and the area below it."""
    if route is None:
        return [], body
    height = _ROUTE_H + (_NAME_LINE if names_lines(route, body.w, setting) > 1 else 0.0)
    items = place_steps(route, Box(body.x, body.y, body.w, height), setting, panel=False)
    return list(items), body.inset(top=height + _BELOW_ROUTE)


def _minutes_height(minutes: Passage, width: float, setting: Setting) -> float:
    """How high the panel of the minutes must be to hold them in the largest step, in points."""
    left, above, right, below = _MINUTES_INSETS
    paragraphs = rich(minutes.text, setting)(_MINUTES_STEPS[0])
    inner = width - left - right
    return above + _head(minutes, inner, setting)[1] + height_of(paragraphs, inner, setting.measurer) + below


def _head(minutes: Passage, width: float, setting: Setting) -> tuple[Paragraph, float]:
    """The head over the text for the minutes, and how high it is with the room below it, in points."""
    head = styled(minutes.head, setting.font("label", bold=True), "accent")
    return head, _HEAD_H + (line_count(head, width, setting.measurer) - 1) * head.line


def _table(table: Table, box: Box, setting: Setting) -> tuple[list[Item], list[BodyPage]]:
    items: list[Item] = []
    if table.caption:
        whole = styled(table.caption, setting.font("label", bold=True), "accent")
        head = shortened(whole, box.w, 1, setting.measurer)
        items.append(setting.text(table.id, "head", (head,), Box(box.x, box.y, box.w, 15)))
    tables, _ = place_table(table, box.inset(top=_HEAD_H), setting)
    return [*items, tables[0]], [BodyPage((rest,)) for rest in tables[1:]]


def _minutes(minutes: Passage, box: Box, body: Box, setting: Setting) -> tuple[list[Item], list[BodyPage]]:
    inner = box.inset(*_MINUTES_INSETS)
    head, high = _head(minutes, inner.w, setting)
    text_box = inner.inset(top=high)
    text, rest, tightened = first_fit(rich(minutes.text, setting), _MINUTES_STEPS, text_box, setting)
    items: list[Item] = [
        setting.panel(minutes.id, "minutes background", (), box, "panel"),
        ShapeItem(minutes.id, "minutes bar", Box(box.x, box.y, 2.5, box.h), "rectangle", "accent"),
        setting.text(minutes.id, "head", (head,), Box(inner.x, inner.y, inner.w, high - _HEAD_H + 15)),
        setting.text(minutes.id, "minutes", text, text_box, tightened=tightened),
    ]
    return items, list(carried_on(minutes.id, minutes.head, rest, body, setting))
