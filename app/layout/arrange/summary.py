"""Executive summary: three to five statements share the height, the ask stands in the block beside them."""

from collections.abc import Sequence
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
#: Type step of the ask, how many lines a point may take, and the space above it in points: whole as long as it can be.
_ASK_STEPS: Final[tuple[tuple[TypeStep, int, float], ...]] = (
    ("second", 9, 7.0),
    ("label", 9, 7.0),
    ("label", 9, 3.0),
    ("label", 3, 3.0),
    ("label", 2, 3.0),
    ("label", 1, 3.0),
)
#: Head and support of a statement: roomy, then tight.
_STEPS: Final[tuple[tuple[TypeStep, TypeStep], ...]] = (("lead", "body"), ("body", "second"))


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """Statements in rows; as many slides as it takes when they are very long."""
    ask = next((block for block in slide.blocks if isinstance(block, Ask)), None)
    statements = tuple(block for block in slide.blocks if isinstance(block, Statement))
    area = setting.columns(1, 8, body) if ask else body
    pages = [BodyPage((*_rows(page, area, setting),)) for page in _split(statements, area, setting)]
    pages = pages or [BodyPage(())]
    if ask:
        first = pages[0]
        pages[0] = BodyPage((*first.items, *_ask(ask, setting.columns(9, 12, body), setting)), first.diagnostics)
    return tuple(pages)


def _texts(statement: Statement, steps: tuple[TypeStep, TypeStep], setting: Setting) -> tuple[Paragraph, ...]:
    head = styled(statement.head, setting.font(steps[0], bold=True))
    support = styled(statement.support, setting.font(steps[1]), "muted", before=2)
    return tuple(paragraph for paragraph in (head, support) if paragraph.runs)


def _needed(statement: Statement, steps: tuple[TypeStep, TypeStep], width: float, setting: Setting) -> float:
    return height_of(_texts(statement, steps, setting), width - _INDENT - _REFS_W, setting.measurer) + 20


def _split(statements: Sequence[Statement], area: Box, setting: Setting) -> list[list[Statement]]:
    pages: list[list[Statement]] = []
    used = 0.0
    for statement in statements:
        needed = _needed(statement, _STEPS[1], area.w, setting)
        if not pages or used + needed > area.h:
            pages.append([])
            used = 0.0
        pages[-1].append(statement)
        used += needed
    return pages


def _rows(statements: Sequence[Statement], area: Box, setting: Setting) -> list[Item]:
    needs = [[_needed(statement, steps, area.w, setting) for statement in statements] for steps in _STEPS]
    roomy = sum(needs[0]) <= area.h and len(statements) <= 4
    steps, heights = (_STEPS[0], needs[0]) if roomy else (_STEPS[1], needs[1])
    spare = min((area.h - sum(heights)) / max(len(heights), 1), _TALLEST - min(heights, default=0.0))
    items: list[Item] = []
    top = area.y
    for statement, height in zip(statements, heights, strict=True):
        row = Box(area.x, top, area.w, min(height + max(spare, 0.0), area.bottom - top))
        items.append(_row(statement, steps, row, setting))
        top += row.h
    return items


def _row(statement: Statement, steps: tuple[TypeStep, TypeStep], row: Box, setting: Setting) -> GroupItem:
    inner = row.inset(top=8)
    number = _numeral(statement.number, statement, setting)
    text = _fitted(_texts(statement, steps, setting), inner.w - _INDENT - _REFS_W, inner.h, setting)
    items: list[Item] = [
        rule(row.x, row.y, row.w, "hairline", 0.75),
        setting.text(statement.id, "number", (number,), Box(inner.x, inner.y, _INDENT - 6, 24)),
        setting.text(
            statement.id, "statement", text, Box(inner.x + _INDENT, inner.y, inner.w - _INDENT - _REFS_W, inner.h)
        ),
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
    room = inner.h - (inches(1.05) if ask.total else 0.0)
    text = setting.text(ask.id, "ask", _ask_text(ask, inner.w, room, setting), Box(inner.x, inner.y, inner.w, room))
    block = setting.panel(ask.id, "ask background", (), box, "block")
    return (GroupItem(ask.id, "ask", (block, text, *total)),)


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
