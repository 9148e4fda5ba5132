"""Decisions asked: a table grouped by the body that decides, at most four points a slide."""

from dataclasses import replace
from typing import Final

from app.compose.storyline import Slide
from app.layout.frames import Box
from app.layout.setting import BodyPage, Setting
from app.layout.tables import place_table
from app.model.blocks import DecisionPoint, Decisions
from app.model.rich import Para
from app.model.tables import Cell, Column, Row, Table

_SHARES: Final = (0.5, 4.6, 1.5, 1.7, 1.5, 3.0)


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """One page or more of the table of decisions."""
    block = next(block for block in slide.blocks if isinstance(block, Decisions))
    tables, _ = place_table(as_table(block), body, setting)
    return tuple(BodyPage((table,)) for table in tables)


def as_table(block: Decisions) -> Table:
    """The decisions as a table: number, text, amount, owner, due, consequence."""
    aligns = ("left", "left", "right", "left", "left", "left")
    columns = tuple(
        Column(head, share, align) for head, share, align in zip(_heads(block), _SHARES, aligns, strict=True)
    )
    rows: list[Row] = []
    for head, points in block.groups:
        if head:
            rows.append(Row(f"{block.id}/group", (Cell(head),), "group"))
        rows += [_row(point) for point in points]
    return Table(block.id, Para(), columns, tuple(rows))


def _heads(block: Decisions) -> tuple[Para, ...]:
    return (*block.heads, *(Para() for _ in range(6 - len(block.heads))))


def _row(point: DecisionPoint) -> Row:
    number = Para(tuple(replace(span, text=point.number, bold=True) for span in point.text.spans[:1]))
    return Row(
        point.id,
        (
            Cell(number),
            Cell(point.text),
            Cell(point.amount, point.amount_detail),
            Cell(point.owner),
            Cell(point.due),
            Cell(point.consequence, muted=True),
        ),
    )
