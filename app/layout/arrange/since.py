"""Since the last meeting: the balance as one bar, and the rows below it; further rows go on over slides of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from app.compose.storyline import Slide
from app.layout.frames import Box, GroupItem, Item, Role, TableItem, TableRow
from app.layout.setting import BodyPage, Setting
from app.layout.style import run, styled
from app.layout.tables import place_table, place_table_below
from app.layout.text import FILL, natural_width, shortened
from app.model.graphics import Balance, BalancePart, Course
from app.model.rich import Span
from app.model.tables import Table
from app.model.units import inches

_BAR_H: Final = 38.0
_BELOW: Final = 12.0
_BETWEEN: Final = 3.0
#: No part of the bar is narrower than this, where the body is wide enough for all.
_LEAST: Final = inches(1.3)
_INSET: Final = 10.0
#: A body lower than this has its rows without the bar.
_LOW: Final = 230.0
_COLORS: Final[Mapping[Course, tuple[Role, Role]]] = {
    "better": ("advantage-fill", "advantage"), "level": ("panel", "muted"), "worse": ("drawback-fill", "drawback"),
    "new": ("tint", "accent"), "other": ("panel", "ink"),
}  # fmt: skip


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """The bar on the first slide above as many rows as fit; all that follow on slides that are theirs alone."""
    balance = next((block for block in slide.blocks if isinstance(block, Balance)), None)
    table = next(block for block in slide.blocks if isinstance(block, Table))
    if balance is None or body.h < _LOW:
        return tuple(BodyPage((_once(item),)) for item in place_table(table, body, setting)[0])
    bar = _bar(balance, Box(body.x, body.y, body.w, _BAR_H), setting)
    tables = place_table_below(table, body.inset(top=_BAR_H + _BELOW), body, setting)
    return tuple(BodyPage((*(() if index else bar), _once(item))) for index, item in enumerate(tables))


def _once(item: TableItem) -> TableItem:
    """The table with what its first column says only where it begins."""
    rows: list[TableRow] = []
    said = ""
    for row in item.rows:
        first = row.cells[0]
        if not row.head and first.body.plain == said:
            bare = replace(first, body=replace(first.body, paragraphs=(), lines=()))
            rows.append(replace(row, cells=(bare, *row.cells[1:])))
        else:
            rows.append(row)
        said = first.body.plain
    return replace(item, rows=tuple(rows))


def _bar(block: Balance, box: Box, setting: Setting) -> tuple[Item, ...]:
    """The parts side by side, as wide as their share."""
    items: list[Item] = []
    x = box.x
    for part, width in zip(block.parts, _widths(block.parts, box.w), strict=True):
        items.append(_part(block, part, Box(x, box.y, width, box.h), setting))
        x += width + _BETWEEN
    return (GroupItem(block.id, "balance", tuple(items), block.alt),)


def _widths(parts: Sequence[BalancePart], width: float) -> list[float]:
    """Each part's width: its share, but for the least that it needs."""
    room = width - _BETWEEN * (len(parts) - 1)
    least = min(_LEAST, room / max(len(parts), 1))
    whole = sum(part.count for part in parts)
    small = [part.count * room < least * whole for part in parts]
    rest = sum(part.count for part, narrow in zip(parts, small, strict=True) if not narrow)
    left = room - least * sum(small)
    # A share of what is left may be too narrow as well: then all parts are alike.
    if rest and any(part.count * left < least * rest for part, one in zip(parts, small, strict=True) if not one):
        return [room / len(parts)] * len(parts)
    return [least if narrow else left * part.count / rest for part, narrow in zip(parts, small, strict=True)]


def _part(block: Balance, part: BalancePart, box: Box, setting: Setting) -> Item:
    fill, ink = _COLORS[part.course]
    number = Span(f"{part.count}\u00a0\u00a0", setting.lang)
    words = styled(part.label, setting.font("second", bold=True), ink)
    figure = run(number, replace(setting.font("numeral"), line=words.line), "ink")
    text = replace(words, runs=(figure, *words.runs))
    if natural_width(text, setting.measurer) > (box.w - 2 * _INSET) * FILL:
        words = styled(part.label, setting.font("label", bold=True), ink)
        small = run(number, setting.font("label", bold=True), "ink")
        text = shortened(replace(words, runs=(small, *words.runs)), box.w - 2, 1, setting.measurer)
        return setting.panel(block.id, part.course, (text,), box, fill, anchor="middle", insets=(1.0, 0.0, 1.0, 0.0))
    insets = (_INSET, 0.0, _INSET, 0.0)
    return setting.panel(block.id, part.course, (text,), box, fill, anchor="middle", insets=insets)
