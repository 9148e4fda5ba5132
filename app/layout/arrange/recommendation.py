"""Recommendation: what and why to the left, six facts to the right, the first 90 days below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.flow import HEAD_H, best, carried_on, column_head, first_fit, rich
from app.layout.arrange.gauges import figure_height, place_figure
from app.layout.arrange.stations import place_steps, steps_height
from app.layout.frames import Box, Item
from app.layout.setting import BodyPage, Setting
from app.layout.themes import TypeStep
from app.model.blocks import KeyFigure, Passage, Steps

_FACT_H: Final = 118.0
#: The most that the first 90 days take, and the space above them.
_STEPS_H: Final = 128.0
_BETWEEN: Final = 10.0
#: The space below a row of facts, the least width of a fact, and the least height of a text: two lines.
_BELOW_FACTS: Final = 6.0
_LEAST_FACT_W: Final = 84.0
_LEAST_TEXT: Final = 36.0
#: Two lines of detail below a value, or four without one.
_LEAST_FACT_H: Final = 82.0
#: The last column of the text beside the facts, tried in order.
_TEXT_COLUMNS: Final = (5, 6)
_TEXT_STEPS: Final[dict[str, tuple[TypeStep, ...]]] = {"what": ("lead", "body", "second"), "why": ("body", "second")}


@dataclass(frozen=True, slots=True)
class _Plan:
    """Pages of the recommendation, how many of them carry text on; how much has no room on them, and how many rows of facts are cut."""

    pages: tuple[BodyPage, ...]
    carried: int
    hidden: int
    cut: int


@dataclass(slots=True)
class _Page:
    """What is placed so far: items of the page, pages that carry text on; how much had no room, and how many rows of facts are cut."""

    items: list[Item] = field(default_factory=list[Item])
    more: list[BodyPage] = field(default_factory=list[BodyPage])
    hidden: int = 0
    cut: int = 0


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """The recommendation's page; text that does not fit follows on pages of its own.

    On a narrow body facts and steps stand below the text, on a low one on slides of their own: as few slides as show all."""
    plans = (plan() for plan in _ways(slide, body, setting))
    return best(plans, lambda plan: (plan.hidden, len(plan.pages), plan.carried, plan.cut), (0, 1, 0, 0)).pages


def _ways(slide: Slide, body: Box, setting: Setting) -> tuple[Callable[[], _Plan], ...]:
    """The plans in the order in which they are preferred."""
    return (
        *(partial(_together, slide, last, body, setting) for last in _TEXT_COLUMNS),
        partial(_below_each_other, slide, body, setting),
        *(partial(_steps_apart, slide, last, body, setting) for last in _TEXT_COLUMNS),
        partial(_all_apart, slide, body, setting),
    )


def _together(slide: Slide, last: int, body: Box, setting: Setting) -> _Plan:
    """Text up to a column, facts to the right of it, the first 90 days below."""
    page = _Page()
    height = _steps_height(slide, body, setting)
    upper = body.inset(bottom=height + _BETWEEN if height else 0.0)
    _add_texts(page, slide, setting.columns(1, last, upper).inset(right=setting.grid.gutter / 2), body, setting)
    _add_facts(page, slide, setting.columns(last + 1, 12, upper), setting)
    _add_steps(page, slide, replace(body, y=body.bottom - height, h=height), setting)
    return _Plan((BodyPage(tuple(page.items)), *page.more), len(page.more), page.hidden, page.cut)


def _below_each_other(slide: Slide, body: Box, setting: Setting) -> _Plan:
    """Text, facts and the first 90 days, each over the whole width."""
    page = _Page()
    steps = _steps_height(slide, body, setting)
    facts = _facts_height(slide, body, setting)
    upper = body.inset(bottom=(steps + _BETWEEN if steps else 0.0) + (facts + _BETWEEN if facts else 0.0))
    page.hidden += upper.h < 0.0
    _add_texts(page, slide, upper, body, setting)
    _add_facts(page, slide, replace(body, y=upper.bottom + _BETWEEN, h=facts), setting)
    _add_steps(page, slide, replace(body, y=body.bottom - steps, h=steps), setting)
    return _Plan((BodyPage(tuple(page.items)), *page.more), len(page.more), page.hidden, page.cut)


def _steps_apart(slide: Slide, last: int, body: Box, setting: Setting) -> _Plan:
    """Text and facts beside each other, the first 90 days on a slide of their own."""
    page, after = _Page(), _Page()
    _add_texts(page, slide, setting.columns(1, last, body).inset(right=setting.grid.gutter / 2), body, setting)
    _add_facts(page, slide, setting.columns(last + 1, 12, body), setting)
    height = _steps_height(slide, body, setting)
    _add_steps(after, slide, replace(body, h=height), setting)
    pages = (BodyPage(tuple(page.items)), *page.more, BodyPage(tuple(after.items)))
    return _Plan(pages, len(page.more), page.hidden + after.hidden, page.cut)


def _all_apart(slide: Slide, body: Box, setting: Setting) -> _Plan:
    """Text over the width, then the facts, then the first 90 days, below the facts where there is room for both."""
    page, facts, steps = _Page(), _Page(), _Page()
    _add_texts(page, slide, body, body, setting)
    _add_facts(facts, slide, body, setting)
    height = _steps_height(slide, body, setting)
    taken = _facts_height(slide, body, setting)
    both = taken + _BETWEEN + height <= body.h
    _add_steps(
        facts if both else steps, slide, replace(body, y=body.bottom - height if both else body.y, h=height), setting
    )
    pages = [BodyPage(tuple(page.items)), *page.more]
    pages += [BodyPage(tuple(each.items)) for each in (facts, steps) if each.items]
    return _Plan(tuple(pages), len(page.more), page.hidden + facts.hidden, facts.cut)


def _steps(slide: Slide) -> Steps | None:
    return next((block for block in slide.blocks if isinstance(block, Steps)), None)


def _steps_height(slide: Slide, body: Box, setting: Setting) -> float:
    """The height of the band of the first 90 days; 0 without one."""
    steps = _steps(slide)
    return min(steps_height(steps, body.w, setting), _STEPS_H) if steps else 0.0


def _add_steps(page: _Page, slide: Slide, box: Box, setting: Setting) -> None:
    steps = _steps(slide)
    if steps:
        page.items += place_steps(steps, box, setting, panel=True)


def _add_texts(page: _Page, slide: Slide, box: Box, body: Box, setting: Setting) -> None:
    """The passages below each other, each with what the ones before leave of its share."""
    passages = [block for block in slide.blocks if isinstance(block, Passage) and block.text]
    top = box.y
    for index, passage in enumerate(passages):
        share = (box.bottom - top) / (len(passages) - index)
        column = Box(box.x, top, box.w, share)
        inner = column.inset(top=HEAD_H, bottom=10 if index < len(passages) - 1 else 0)
        page.hidden += inner.h < _LEAST_TEXT
        steps = _TEXT_STEPS.get(passage.role, ("body", "second"))
        text, rest, tightened = first_fit(rich(passage.text, setting), steps, inner, setting)
        page.items += column_head(passage.id, passage.head, column, setting)
        placed = setting.text(passage.id, passage.role or "text", text, inner, tightened=tightened)
        page.items.append(placed)
        page.more += carried_on(passage.id, passage.head, rest, body, setting)
        top += HEAD_H + max(placed.body.height, 24) + 18


def _fact_columns(box: Box, setting: Setting) -> tuple[int, float]:
    """In how many columns the facts stand, and how wide each is."""
    for count in (3, 2):
        width = (box.w - (count - 1) * setting.grid.gutter) / count
        if width >= _LEAST_FACT_W:
            return count, width
    return 1, box.w


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of facts: the height that they need to stand whole, and the least that they can do with, in points."""

    figures: Sequence[KeyFigure]
    whole: float
    least: float


def _rows_of_facts(slide: Slide, box: Box, setting: Setting) -> list[_Row]:
    count, width = _fact_columns(box, setting)
    figures = [block for block in slide.blocks if isinstance(block, KeyFigure)][:6]
    parts = [figures[start : start + count] for start in range(0, len(figures), count)]
    wholes = [max(figure_height(figure, width, setting) for figure in part) for part in parts]
    return [_Row(part, whole, min(whole, _LEAST_FACT_H)) for part, whole in zip(parts, wholes, strict=True)]


def _facts_height(slide: Slide, box: Box, setting: Setting) -> float:
    """The height that the facts need over a box's width to stand whole, with the space below each row but the last."""
    rows = _rows_of_facts(slide, box, setting)
    return sum(row.whole for row in rows) + max(len(rows) - 1, 0) * _BELOW_FACTS


def _add_facts(page: _Page, slide: Slide, box: Box, setting: Setting) -> None:
    """The facts in rows: of equal height where none needs more, else of what each needs, cut where there is too little for that."""
    rows = _rows_of_facts(slide, box, setting)
    _, width = _fact_columns(box, setting)
    heights = _row_heights(rows, box.h)
    page.hidden += sum(row.least for row in rows) + max(len(rows) - 1, 0) * _BELOW_FACTS > box.h + 0.1
    page.cut += sum(height < row.whole for row, height in zip(rows, heights, strict=True))
    top = box.y
    for row, height in zip(rows, heights, strict=True):
        for index, figure in enumerate(row.figures):
            place = Box(box.x + index * (width + setting.grid.gutter), top, width, height)
            page.items += place_figure(figure, place, setting)
        top += height + (_BELOW_FACTS if height != _equal(rows, box.h) else 0.0)


def _equal(rows: Sequence[_Row], room: float) -> float:
    """The height of each row that shares the room, the space below it with it."""
    return min(_FACT_H, room / max(len(rows), 1))


def _row_heights(rows: Sequence[_Row], room: float) -> list[float]:
    equal = _equal(rows, room)
    if all(row.whole + _BELOW_FACTS <= equal for row in rows):
        return [equal for _ in rows]
    spare = room - sum(row.least for row in rows) - max(len(rows) - 1, 0) * _BELOW_FACTS
    wanted = sum(row.whole - row.least for row in rows)
    part = min(max(spare / wanted, 0.0), 1.0) if wanted else 0.0
    return [row.least + part * (row.whole - row.least) for row in rows]
