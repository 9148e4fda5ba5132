"""A slide of passages, key figures and tables below each other: how a slide stands whose kind has no composition of its own."""

from app.compose.storyline import Slide
from app.layout.arrange.flow import HEAD_H, carried_on, column_head, first_fit, rich
from app.layout.arrange.gauges import place_figure
from app.layout.frames import Box, Item
from app.layout.setting import BodyPage, Setting
from app.layout.tables import place_table
from app.model.blocks import KeyFigure, Passage
from app.model.tables import Table


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """Passages side by side (at most three), key figures in a row, each table on pages of its own."""
    pages: list[BodyPage] = []
    passages = [block for block in slide.blocks if isinstance(block, Passage)]
    figures = [block for block in slide.blocks if isinstance(block, KeyFigure)]
    if passages or figures:
        pages += _texts(passages[:3], figures[:4], body, setting)
    for block in slide.blocks:
        if isinstance(block, Table):
            tables, _ = place_table(block, body, setting)
            pages += [BodyPage((table,)) for table in tables]
    return tuple(pages) or (BodyPage(()),)


def _texts(passages: list[Passage], figures: list[KeyFigure], body: Box, setting: Setting) -> list[BodyPage]:
    items: list[Item] = []
    top = body.y
    if figures:
        share = 12 // len(figures)
        for index, figure in enumerate(figures):
            items += place_figure(figure, setting.columns(1 + index * share, (index + 1) * share, body), setting)
        top += 92
    more: list[BodyPage] = []
    share = 12 // max(len(passages), 1)
    for index, passage in enumerate(passages):
        column = setting.columns(1 + index * share, (index + 1) * share, Box(body.x, top, body.w, body.bottom - top))
        box = column.inset(top=HEAD_H + 4)
        text, rest, tightened = first_fit(rich(passage.text, setting), ("body", "second"), box, setting)
        items += column_head(passage.id, passage.head, column, setting)
        items.append(setting.text(passage.id, "text", text, box, tightened=tightened))
        more += carried_on(passage.id, passage.head, rest, body, setting)
    return [BodyPage(tuple(items)), *more]
