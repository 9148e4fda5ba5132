"""Next steps: the way through the bodies above, dated steps and the text for the minutes below."""

from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.flow import carried_on, first_fit, rich
from app.layout.arrange.stations import names_lines, place_steps
from app.layout.frames import Box, Item, ShapeItem
from app.layout.setting import BodyPage, Setting
from app.layout.style import styled
from app.layout.tables import place_table
from app.model.blocks import Passage, Steps
from app.model.tables import Table

_ROUTE_H: Final = 72.0
_BELOW_ROUTE: Final = 12.0
#: A further line of a body's name.
_NAME_LINE: Final = 15.0
_HEAD_H: Final = 18.0


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """The page; a long table or a long text for the minutes goes on over further slides."""
    route = next((block for block in slide.blocks if isinstance(block, Steps)), None)
    table = next((block for block in slide.blocks if isinstance(block, Table)), None)
    minutes = next((block for block in slide.blocks if isinstance(block, Passage) and block.text), None)
    items: list[Item] = []
    more: list[BodyPage] = []
    area = body
    if route and route.steps:
        height = _ROUTE_H + (_NAME_LINE if names_lines(route, body.w, setting) > 1 else 0.0)
        items += place_steps(route, Box(body.x, body.y, body.w, height), setting, panel=False)
        area = body.inset(top=height + _BELOW_ROUTE)
    if table:
        placed, pages = _table(table, setting.columns(1, 7, area) if minutes else area, setting)
        items += placed
        more += pages
    if minutes:
        placed, pages = _minutes(minutes, setting.columns(8, 12, area) if table else area, body, setting)
        items += placed
        more += pages
    return (BodyPage(tuple(items)), *more)


def _table(table: Table, box: Box, setting: Setting) -> tuple[list[Item], list[BodyPage]]:
    items: list[Item] = []
    if table.caption:
        head = styled(table.caption, setting.font("label", bold=True), "accent")
        items.append(setting.text(table.id, "head", (head,), Box(box.x, box.y, box.w, 15)))
    tables, _ = place_table(table, box.inset(top=_HEAD_H), setting)
    return [*items, tables[0]], [BodyPage((rest,)) for rest in tables[1:]]


def _minutes(minutes: Passage, box: Box, body: Box, setting: Setting) -> tuple[list[Item], list[BodyPage]]:
    inner = box.inset(16, 10, 14, 10)
    text_box = inner.inset(top=_HEAD_H)
    text, rest, tightened = first_fit(rich(minutes.text, setting), ("body", "second", "label"), text_box, setting)
    items: list[Item] = [
        setting.panel(minutes.id, "minutes background", (), box, "panel"),
        ShapeItem(minutes.id, "minutes bar", Box(box.x, box.y, 2.5, box.h), "rectangle", "accent"),
        setting.text(
            minutes.id,
            "head",
            (styled(minutes.head, setting.font("label", bold=True), "accent"),),
            Box(inner.x, inner.y, inner.w, 15),
        ),
        setting.text(minutes.id, "minutes", text, text_box, tightened=tightened),
    ]
    return items, list(carried_on(minutes.id, minutes.head, rest, body, setting))
