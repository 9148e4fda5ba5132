"""Executive summary: three to five statements share the height, the ask stands in the block beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.compose.storyline import Slide
from app.layout.frames import Box, GroupItem, Item, Paragraph
from app.layout.setting import BodyPage, Setting, rule
from app.layout.style import styled
from app.layout.text import height_of, shortened
from app.layout.themes import TypeStep
from app.model.blocks import Ask, KeyFigure, Statement
from app.model.rich import Para, Span
from app.model.units import inches

_INDENT: Final = inches(0.48)
_REFS_W: Final = inches(1.0)
_INSET: Final = inches(0.2)
_TALLEST: Final = 92.0
_SMALLEST_WHOLE: Final[tuple[TypeStep, int, float]] = ("label", 9, 3.0)
#: The total with its detail, and the space above them.
_TOTAL_H: Final = inches(1.05)
#: Type step of the ask, how many lines a point may take, and the space above it in points: whole as long as it can be.
_ASK_STEPS: Final[tuple[tuple[TypeStep, int, float], ...]] = (
    ("second", 9, 7.0),
    ("label", 9, 7.0),
    _SMALLEST_WHOLE,
    ("label", 3, 3.0),
    ("label", 2, 3.0),
    ("label", 1, 3.0),
)


@dataclass(frozen=True, slots=True)
class _Look:
    """How statements are set: the steps of head and support, and the space above the text and in all, in points."""

    head: TypeStep
    support: TypeStep
    above: float = 8.0
    around: float = 20.0


_ROOMY: Final = _Look("lead", "body")
_TIGHT: Final = _Look("body", "second")
_CLOSE: Final = _Look("second", "second", 5.0, 11.0)
#: Columns of the statements that the ask stands beside, tried in order.
_SHARES: Final = (8, 7, 6)
#: A body narrower than this has the ask below the statements where it is high enough, and gives no room to references that are not.
_NARROW: Final = 600.0
_STATEMENTS_W: Final = 560.0
_BELOW: Final = 14.0


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """Statements in rows with the ask beside them or below; the ask on a slide of its own where it would else be cut; as many slides
    as it takes when the statements are very long."""
    ask = next((block for block in slide.blocks if isinstance(block, Ask)), None)
    statements = tuple(block for block in slide.blocks if isinstance(block, Statement))
    if ask is None:
        return _pages(statements, body, setting)
    together = _below(statements, ask, body, setting) if body.w < _NARROW else None
    for last in _SHARES:
        together = together or _beside(statements, ask, last, body, setting)
    band, _ = _ask_band(ask, body, setting)
    return together or (*_pages(statements, body, setting), BodyPage((band,)))


def _beside(
    statements: Sequence[Statement], ask: Ask, last: int, body: Box, setting: Setting
) -> tuple[BodyPage, ...] | None:
    """Statements up to a column and the ask beside them on one slide; None when one of them does not stand whole."""
    area, beside = setting.columns(1, last, body), setting.columns(last + 1, 12, body)
    if not (_hold(statements, area, setting) and _stands_whole(ask, beside, setting)):
        return None
    return (BodyPage((*_rows(statements, area, setting), *_ask(ask, beside, setting))),)


def _below(statements: Sequence[Statement], ask: Ask, body: Box, setting: Setting) -> tuple[BodyPage, ...] | None:
    """Statements and the ask below them on one slide; None when there is no room for both."""
    _, height = _ask_band(ask, body, setting)
    area = body.inset(bottom=height + _BELOW)
    if not _hold(statements, area, setting):
        return None
    band, _ = _ask_band(ask, replace(body, y=body.bottom - height, h=height), setting)
    return (BodyPage((*_rows(statements, area, setting), band)),)


def _hold(statements: Sequence[Statement], area: Box, setting: Setting) -> bool:
    """Whether all statements stand whole in an area."""
    width = _text_width(statements, area)
    return sum(_needed(statement, _CLOSE, width, setting) for statement in statements) <= area.h


def _pages(statements: Sequence[Statement], area: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """The statements over as many slides as they take."""
    pages = _split(statements, area, setting)
    return tuple(BodyPage((*_rows(page, area, setting),)) for page in pages) or (BodyPage(()),)


def _texts(statement: Statement, look: _Look, setting: Setting) -> tuple[Paragraph, ...]:
    head = styled(statement.head, setting.font(look.head, bold=True))
    support = styled(statement.support, setting.font(look.support), "muted", before=2)
    return tuple(paragraph for paragraph in (head, support) if paragraph.runs)


def _needed(statement: Statement, look: _Look, width: float, setting: Setting) -> float:
    return height_of(_texts(statement, look, setting), width, setting.measurer) + look.around


def _text_width(statements: Sequence[Statement], area: Box) -> float:
    """The width of the statements' text, beside their numbers and what they refer to."""
    refers = area.w >= _STATEMENTS_W or any(statement.refs for statement in statements)
    return area.w - _INDENT - (_REFS_W if refers else 0.0)


def _split(statements: Sequence[Statement], area: Box, setting: Setting) -> list[list[Statement]]:
    if _hold(statements, area, setting):
        return [list(statements)] if statements else []
    width = _text_width(statements, area)
    pages: list[list[Statement]] = []
    used = 0.0
    for statement in statements:
        needed = _needed(statement, _TIGHT, width, setting)
        if not pages or used + needed > area.h:
            pages.append([])
            used = 0.0
        pages[-1].append(statement)
        used += needed
    return pages


def _rows(statements: Sequence[Statement], area: Box, setting: Setting) -> list[Item]:
    width = _text_width(statements, area)
    look, heights = _fitting(statements, width, area.h, setting)
    spare = min((area.h - sum(heights)) / max(len(heights), 1), _TALLEST - min(heights, default=0.0))
    items: list[Item] = []
    top = area.y
    for statement, height in zip(statements, heights, strict=True):
        row = Box(area.x, top, area.w, min(height + max(spare, 0.0), area.bottom - top))
        items.append(_row(statement, look, row, width, setting))
        top += row.h
    return items


def _fitting(
    statements: Sequence[Statement], width: float, room: float, setting: Setting
) -> tuple[_Look, Sequence[float]]:
    """The roomiest look that holds the statements, and the height of each."""
    needs = {
        look: [_needed(statement, look, width, setting) for statement in statements]
        for look in (_ROOMY, _TIGHT, _CLOSE)
    }
    if sum(needs[_ROOMY]) <= room and len(statements) <= 4:
        return _ROOMY, needs[_ROOMY]
    if sum(needs[_TIGHT]) <= room or sum(needs[_CLOSE]) > room:
        return _TIGHT, needs[_TIGHT]
    return _CLOSE, needs[_CLOSE]


def _row(statement: Statement, look: _Look, row: Box, width: float, setting: Setting) -> GroupItem:
    inner = row.inset(top=look.above)
    number = _numeral(statement.number, statement, setting)
    text = _fitted(_texts(statement, look, setting), width, inner.h, setting)
    items: list[Item] = [
        rule(row.x, row.y, row.w, "hairline", 0.75),
        setting.text(statement.id, "number", (number,), Box(inner.x, inner.y, _INDENT - 6, 24)),
        setting.text(statement.id, "statement", text, Box(inner.x + _INDENT, inner.y, width, inner.h)),
    ]
    if statement.refs:
        refs = styled(statement.refs, setting.font("label"), "muted", align="right")
        refs = shortened(refs, _REFS_W, 2, setting.measurer)
        items.append(setting.text(statement.id, "see", (refs,), Box(inner.right - _REFS_W, inner.y + 3, _REFS_W, 30)))
    return GroupItem(statement.id, f"statement {statement.number}", tuple(items))


def _numeral(number: str, statement: Statement, setting: Setting) -> Paragraph:
    """A statement's numeral in the accent."""
    lang = statement.head.spans[0].lang if statement.head.spans else setting.lang
    return styled(Para((Span(number, lang),)), setting.font("numeral"), "accent")


def _fitted(paragraphs: Sequence[Paragraph], width: float, height: float, setting: Setting) -> tuple[Paragraph, ...]:
    """The paragraphs, the last shortened where a single statement alone is higher than the slide."""
    if height_of(paragraphs, width, setting.measurer) <= height:
        return tuple(paragraphs)
    lines = max(int((height - 4) / len(paragraphs) // max(paragraph.line for paragraph in paragraphs)), 1)
    return tuple(shortened(paragraph, width, lines, setting.measurer) for paragraph in paragraphs)


def _ask(ask: Ask, box: Box, setting: Setting) -> tuple[Item, ...]:
    inner = box.inset(_INSET, _INSET, _INSET, _INSET)
    total = _total(ask.total, inner, setting) if ask.total else ()
    room = _ask_room(ask, inner)
    text = setting.text(ask.id, "ask", _ask_text(ask, inner.w, room, setting), Box(inner.x, inner.y, inner.w, room))
    block = setting.panel(ask.id, "ask background", (), box, "block")
    return (GroupItem(ask.id, "ask", (block, text, *total)),)


def _ask_room(ask: Ask, inner: Box) -> float:
    """The height of the ask's text above its total."""
    return inner.h - (_TOTAL_H if ask.total else 0.0)


def _stands_whole(ask: Ask, box: Box, setting: Setting) -> bool:
    """Whether the ask stands whole in a block, each point on as many lines as it takes."""
    inner = box.inset(_INSET, _INSET, _INSET, _INSET)
    step, lines, above = _SMALLEST_WHOLE
    text = _ask_points(ask, step, lines, above, inner.w, setting)
    return height_of(text, inner.w, setting.measurer) <= _ask_room(ask, inner)


def _ask_band(ask: Ask, box: Box, setting: Setting) -> tuple[GroupItem, float]:
    """The ask over the box's width with the total to the right of its points, and how high it is: as it needs to be."""
    inner = box.inset(_INSET, _INSET, _INSET, _INSET)
    beside = setting.columns(9, 12, inner) if ask.total else Box(inner.right, inner.y, 0.0, inner.h)
    width = inner.w - (beside.w + setting.grid.gutter if ask.total else 0.0)
    text = _ask_text(ask, width, inner.h, setting)
    height = max(height_of(text, width, setting.measurer), _TOTAL_H if ask.total else 0.0)
    place = replace(inner, h=min(height, inner.h))
    block = setting.panel(ask.id, "ask background", (), replace(box, h=place.h + 2 * _INSET), "block")
    words = setting.text(ask.id, "ask", text, replace(place, w=width))
    total = _total(ask.total, replace(beside, h=place.h), setting) if ask.total else ()
    return GroupItem(ask.id, "ask", (block, words, *total)), place.h + 2 * _INSET


def _ask_text(ask: Ask, width: float, room: float, setting: Setting) -> tuple[Paragraph, ...]:
    """Heads and points: whole, then three, two lines and one line a point, then as many points as there is room for."""
    paragraphs: tuple[Paragraph, ...] = ()
    for step, lines, above in _ASK_STEPS:
        paragraphs = _ask_points(ask, step, lines, above, width, setting)
        if height_of(paragraphs, width, setting.measurer) <= room:
            return paragraphs
    while paragraphs and height_of(paragraphs, width, setting.measurer) > room:
        paragraphs = paragraphs[:-1]
    return paragraphs


def _ask_points(
    ask: Ask, step: TypeStep, lines: int, above: float, width: float, setting: Setting
) -> tuple[Paragraph, ...]:
    paragraphs: list[Paragraph] = []
    for head, points in ask.groups:
        if head:
            title = styled(head, setting.font(step, bold=True), "on-block", before=above + 1)
            paragraphs.append(shortened(title, width, 3, setting.measurer))
        for _, number, text in points:
            point = styled(text, setting.font(step), "on-block", before=above, marker=number, hang=22)
            paragraphs.append(shortened(point, width, lines, setting.measurer))
    return tuple(paragraphs)


def _total(total: KeyFigure, inner: Box, setting: Setting) -> tuple[Item, ...]:
    value = styled(total.value, setting.font("hero"), "on-block")
    if height_of((value,), inner.w, setting.measurer) > 46:
        value = shortened(styled(total.value, setting.font("figure"), "on-block"), inner.w, 1, setting.measurer)
    detail = shortened(
        styled(total.detail or total.label, setting.font("label"), "on-block-muted"), inner.w, 2, setting.measurer
    )
    return (
        setting.text(total.id, "sum", (value,), Box(inner.x, inner.bottom - 78, inner.w, 46)),
        setting.text(total.id, "sum detail", (detail,), Box(inner.x, inner.bottom - 30, inner.w, 30)),
    )
