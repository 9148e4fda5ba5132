"""Roadmap: actions over quarters in groups, with milestones, dependencies and today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.gauges import largest
from app.layout.frames import Box, GroupItem, Item, Paragraph, Role, ShapeItem
from app.layout.setting import BodyPage, Setting, rule
from app.layout.style import plain, styled
from app.layout.text import FILL, natural_width, shortened
from app.layout.themes import TypeStep
from app.model.graphics import Bar, Lanes, Mark, Timeline
from app.model.units import inches

_HEAD_H: Final = 34.0
_KEYS_H: Final = 22.0
_TALLEST: Final = 25.0
_LOWEST: Final = 17.0
_GROUP_W: Final = inches(2.05)
_NAME_W: Final = inches(3.35)
_MARK_ROWS: Final = 3
#: From a diamond's middle to its name.
_MARK_GAP: Final = 10.0
#: A milestone with less room than this beside it stands without its name.
_LEAST_NAME: Final = 60.0
#: Lines between quarters stand no closer; else only the years have lines.
_LEAST_PITCH: Final = 6.0
_STATES: Final[dict[str, Role]] = {"done": "rule", "critical": "accent", "planned": "series-3"}


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days along the plot: where it starts and ends, in days and in points."""

    start: date
    end: date
    left: float
    right: float

    def x(self, day: date) -> float:
        span = max((self.end - self.start).days, 1)
        place = min(max((day - self.start).days, 0), span)
        return self.left + (self.right - self.left) * place / span


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """Rows in groups; groups are shared out over slides when they are more than one holds."""
    block = next(block for block in slide.blocks if isinstance(block, Timeline))
    most = int((body.h - _HEAD_H - _KEYS_H) // _LOWEST) - (_MARK_ROWS if block.marks else 0)
    return tuple(BodyPage(_page(block, lanes, body, setting)) for lanes in _pages(block.lanes, most))


def _pages(lanes: Sequence[Lanes], most: int) -> list[list[Lanes]]:
    pages: list[list[Lanes]] = [[]]
    used = 0
    for group in lanes:
        for start in range(0, max(len(group.bars), 1), most):
            part = Lanes(group.id, group.name, group.bars[start : start + most])
            if pages[-1] and used + len(part.bars) > most:
                pages.append([])
                used = 0
            pages[-1].append(part)
            used += len(part.bars)
    return pages


def _page(block: Timeline, lanes: Sequence[Lanes], body: Box, setting: Setting) -> tuple[Item, ...]:
    scale = _Scale(block.start, block.end, body.x + _GROUP_W + _NAME_W, body.right)
    marks = _mark_rows(block.marks, scale, setting)
    mark_rows = max((mark.row + 1 for mark in marks), default=0)
    rows = sum(len(group.bars) for group in lanes) + mark_rows
    height = min((body.h - _HEAD_H - _KEYS_H) / max(rows, 1), _TALLEST)
    top = body.y + _HEAD_H
    bottom = top + rows * height
    texts: list[Item] = []
    lines: list[Item] = []
    shapes: list[Item] = []
    y = top
    places: dict[str, Box] = {}
    steps = _name_steps(lanes, height, setting)
    shapes += _marks(marks, Box(body.x, y, body.w, height), setting)
    y += mark_rows * height
    for index, group in enumerate(lanes):
        if index or block.marks:
            lines.append(rule(body.x, y, body.w, "hairline", 0.75))
        texts += _group(group, Box(body.x, y, _GROUP_W, height), setting)
        for bar in group.bars:
            row = Box(body.x, y, body.w, height)
            texts.append(_name(bar, row, steps, setting))
            places[bar.id] = _bar_box(bar, scale, row)
            shapes.append(_bar(bar, places[bar.id], setting))
            y += height
    shapes += _dependencies(lanes, places)
    head = _head(block, scale, body, bottom, setting)
    today = _today(block, scale, top, bottom, setting)
    keys = _keys(block, Box(body.x, body.bottom - _KEYS_H + 7, body.w, 15), scale, setting)
    frame = GroupItem(block.id, "calendar", (*head, *lines, rule(body.x, bottom, body.w)), decorative=True)
    return (frame, *texts, GroupItem(block.id, "bars", (*today, *shapes), block.alt), *keys)


def _head(block: Timeline, scale: _Scale, body: Box, bottom: float, setting: Setting) -> list[Item]:
    items: list[Item] = [rule(body.x, body.y + _HEAD_H, body.w), *_years(block, scale, body.y, setting)]
    pitch = (scale.right - scale.left) / max(len(block.quarters), 1)
    lined = block.quarters if pitch >= _LEAST_PITCH else block.years
    for day, _ in lined:
        place = Box(scale.x(day), body.y + 18, 0, bottom - body.y - 18)
        items.append(ShapeItem(block.id, "quarter line", place, "line", None, "hairline", 0.75))
    for day, text in block.quarters:
        label = plain(text, setting.font("label"), setting.lang, "muted")
        if natural_width(label, setting.measurer) <= pitch - 5:
            place = Box(scale.x(day) + 3, body.y + 16, pitch - 3, 15)
            items.append(setting.text(block.id, "quarter", (label,), place))
    return items


def _years(block: Timeline, scale: _Scale, y: float, setting: Setting) -> Iterator[Item]:
    """The years' names, but for those that would stand on the one before or past the edge."""
    clear = scale.left
    for day, text in block.years:
        label = plain(text, setting.font("label", bold=True), setting.lang)
        width = natural_width(label, setting.measurer) / FILL + 2
        left = scale.x(day) + 3
        if clear <= left and left + width <= scale.right:
            yield setting.text(block.id, "year", (label,), Box(left, y, width, 15))
            clear = left + width + 6


def _group(group: Lanes, first: Box, setting: Setting) -> list[Item]:
    name = shortened(styled(group.name, setting.font("label", bold=True)), _GROUP_W - 8, 1, setting.measurer)
    return [setting.text(group.id, "group", (name,), Box(first.x, first.y, _GROUP_W - 8, first.h), anchor="middle")]


def _name_steps(lanes: Sequence[Lanes], height: float, setting: Setting) -> tuple[TypeStep, ...]:
    """One type step for all names: the larger when rows and names allow it."""
    names = (styled(bar.name, setting.font("second")) for group in lanes for bar in group.bars)
    roomy = height >= 21 and all(natural_width(name, setting.measurer) <= (_NAME_W - 10) * FILL for name in names)
    return ("second", "label") if roomy else ("label",)


def _name(bar: Bar, row: Box, steps: tuple[TypeStep, ...], setting: Setting) -> Item:
    name = largest(bar.name, steps, _NAME_W - 10, setting, "ink")
    return setting.text(bar.id, "action", (name,), Box(row.x + _GROUP_W, row.y, _NAME_W - 8, row.h), anchor="middle")


def _bar_box(bar: Bar, scale: _Scale, row: Box) -> Box:
    left, right = scale.x(bar.start), scale.x(bar.end)
    height = min(row.h * 0.46, 11.0)
    return Box(left, row.y + (row.h - height) / 2, max(right - left, 4.0), height)


def _bar(bar: Bar, place: Box, setting: Setting) -> ShapeItem:
    fill = _STATES[bar.state]
    return ShapeItem(bar.id, "bar", place, "rectangle", fill, setting.theme.edges.get(fill, fill), 0.75)


@dataclass(frozen=True, slots=True)
class _PlacedMark:
    """A milestone's row among the milestones, where its name starts, and the name as it fits."""

    mark: Mark
    row: int
    x: float
    name: Paragraph
    start: float
    width: float


def _mark_rows(marks: Sequence[Mark], scale: _Scale, setting: Setting) -> tuple[_PlacedMark, ...]:
    """Milestones in the first row where diamond and name stand clear of what stands there already.

    The name stands to the right, near the right edge to the left. In the last row it is shortened to the room there is."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(_MARK_ROWS)]
    placed: list[_PlacedMark] = []
    for mark in sorted(marks, key=lambda mark: mark.on):
        x = scale.x(mark.on)
        name = styled(mark.name, setting.font("label", bold=True))
        width = natural_width(name, setting.measurer) / FILL + 2
        to_left = x + _MARK_GAP + width > scale.right and x - _MARK_GAP - width >= scale.left
        start = x - _MARK_GAP - width if to_left else x + _MARK_GAP
        extent = (min(start, x - 8), max(start + width, x + 8))
        clear = (row for row in range(_MARK_ROWS) if _is_free(taken[row], extent))
        row = next(clear, min(range(_MARK_ROWS), key=lambda row: max((right for _, right in taken[row]), default=0.0)))
        if extent[1] > scale.right or not _is_free(taken[row], extent):
            start = x + _MARK_GAP
            width = _room_to_right(taken[row], x, start, scale.right)
            name = shortened(name, width, 1, setting.measurer) if width > _LEAST_NAME else Paragraph(())
            extent = (x - 8, start + max(width, 0.0))
        taken[row].append(extent)
        placed.append(_PlacedMark(mark, row, x, name, start, width))
    return tuple(placed)


def _room_to_right(taken: Sequence[tuple[float, float]], x: float, start: float, end: float) -> float:
    """How far a name may reach from `start` in a row; nothing where another name reaches past it."""
    if any(left <= x < right for left, right in taken):
        return 0.0
    return min([end, *(left for left, _ in taken if left > x)]) - start


def _is_free(taken: Sequence[tuple[float, float]], extent: tuple[float, float]) -> bool:
    return all(extent[1] <= left or extent[0] >= right for left, right in taken)


def _marks(marks: Sequence[_PlacedMark], first: Box, setting: Setting) -> list[Item]:
    """Diamonds with their names, rows below each other from the first."""
    items: list[Item] = []
    for placed in marks:
        top = first.y + placed.row * first.h
        diamond = Box(placed.x - 6, top + first.h / 2 - 6, 12, 12)
        items.append(ShapeItem(placed.mark.id, "milestone", diamond, "diamond", "ink", "ink", 0.75))
        if placed.name.runs:
            box = Box(placed.start, top, placed.width, first.h)
            items.append(setting.text(placed.mark.id, "milestone name", (placed.name,), box, anchor="middle"))
    return items


def _dependencies(lanes: Sequence[Lanes], places: dict[str, Box]) -> list[Item]:
    """From the end of a bar, down or up a trunk just before its successor, and into it. A bar that starts too soon has none."""
    items: list[Item] = []
    for bar in (bar for group in lanes for bar in group.bars):
        target = places[bar.id]
        for key in bar.after:
            origin = places.get(key)
            if origin is None or origin.right > target.x - 2:
                continue
            trunk = max(target.x - 9, origin.right + 2)
            start, end = origin.y + origin.h / 2, target.y + target.h / 2
            items += [
                ShapeItem(
                    bar.id, "dependency", Box(origin.right, start, trunk - origin.right, 0), "line", None, "rule", 1.0
                ),
                ShapeItem(bar.id, "dependency", Box(trunk, start, 0, end - start), "line", None, "rule", 1.0),
                ShapeItem(
                    bar.id, "dependency", Box(trunk, end, max(target.x - trunk, 2.0), 0), "arrow", None, "rule", 1.0
                ),
            ]
    return items


def _today(block: Timeline, scale: _Scale, top: float, bottom: float, setting: Setting) -> list[Item]:
    if block.today is None or not block.start <= block.today <= block.end:
        return []
    x = scale.x(block.today)
    line = ShapeItem(block.id, "today", Box(x, top - 3, 0, bottom - top + 3), "line", None, "accent", 1.5)
    word = block.keys.get("today")
    if not word:
        return [line]
    label = styled(word, setting.font("label", bold=True), "accent", align="center")
    width = natural_width(label, setting.measurer) / 0.97 + 2
    left = min(max(x - width / 2, scale.left), scale.right - width)
    return [line, setting.text(block.id, "today", (label,), Box(left, bottom + 2, width, 15))]


def _keys(block: Timeline, box: Box, scale: _Scale, setting: Setting) -> list[Item]:
    items: list[Item] = []
    x = box.x
    for state in ("done", "critical", "planned"):
        word = block.keys.get(state)
        if not word or x > scale.right:
            continue
        fill = _STATES[state]
        outline = setting.theme.edges.get(fill, fill)
        items.append(ShapeItem(block.id, "key", Box(x, box.y + 3, 14, 9), "rectangle", fill, outline, 0.75))
        label = styled(word, setting.font("label"), "muted")
        width = natural_width(label, setting.measurer) / 0.97 + 2
        items.append(setting.text(block.id, "key", (label,), Box(x + 20, box.y, width, 15)))
        x += 20 + width + 16
    return items
