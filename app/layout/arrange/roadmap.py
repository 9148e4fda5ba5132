"""Roadmap: actions over quarters in groups, with milestones, dependencies and today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.gauges import largest
from app.layout.frames import Box, GroupItem, Item, Paragraph, Role, ShapeItem, TextItem
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
#: A body narrower than this gives the names no more room than they take, so long as the calendar has this share of its width; else
#: each group's name has a row of its own, and the actions' names these shares: the least and the most.
_ROOMY_W: Final = 760.0
_CALENDAR: Final = 0.45
_NAMES: Final = (0.24, 0.42)
#: A slide with fewer rows than this beside its milestones is the only one to show them.
_FEW_ROWS: Final = 5
#: How milestones are tried: in so many rows, and whether names rather stand to the left.
_MARK_LOOKS: Final = ((3, False), (3, True), (4, False))
#: A key's square with the space after it, and the space between two keys.
_KEY_W: Final = 20.0
_BETWEEN_KEYS: Final = 16.0
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


@dataclass(frozen=True, slots=True)
class _PlacedMark:
    """A milestone's row among the milestones, where its name starts, and the name as it fits."""

    mark: Mark
    row: int
    x: float
    name: Paragraph
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the rows stand: the widths of the groups' names and the actions' names, and whether a group's name has a row of its own."""

    groups: float
    names: float
    headed: bool

    @property
    def before(self) -> int:
        """The rows that a group has before its actions."""
        return int(self.headed)


def _shape(block: Timeline, body: Box, setting: Setting) -> _Shape:
    """As wide as ours where the body is, or wider where the names are and the calendar keeps its share; on a narrow body as wide as the
    names are, with the groups' names above where the calendar would have too little left."""
    bold = setting.font("label", bold=True)
    groups = _widest([styled(group.name, bold) for group in block.lanes], setting) + 10
    names = (
        _widest([styled(bar.name, setting.font("label")) for group in block.lanes for bar in group.bars], setting) + 12
    )
    if body.w >= _ROOMY_W:
        most = body.w * (1 - _CALENDAR)
        groups = max(_GROUP_W, min(groups, most - _NAME_W))
        return _Shape(groups, max(_NAME_W, min(names, most - groups)), headed=False)
    if groups + names <= body.w * (1 - _CALENDAR):
        return _Shape(groups, names, headed=False)
    return _Shape(0.0, min(max(names, body.w * _NAMES[0]), body.w * _NAMES[1]), headed=True)


def _widest(texts: Sequence[Paragraph], setting: Setting) -> float:
    return max((natural_width(text, setting.measurer) for text in texts), default=0.0) / FILL


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """Rows in groups; groups are shared out over slides when they are more than one holds. Where there is room for few rows, only the
    first slide shows the milestones."""
    block = next(block for block in slide.blocks if isinstance(block, Timeline))
    shape = _shape(block, body, setting)
    rooms = int((body.h - _HEAD_H - _KEYS_H) // _LOWEST)
    marks = _mark_rows(block.marks, _scale(block, shape, body), body.x, setting)
    taken = max((mark.row + 1 for mark in marks), default=0)
    few = rooms - taken < _FEW_ROWS
    pages = _shared(block.lanes, rooms - taken, rooms if few else rooms - taken, shape)
    return tuple(
        BodyPage(_page(block, lanes, shape, () if few and index else marks, body, setting))
        for index, lanes in enumerate(pages)
    )


def _scale(block: Timeline, shape: _Shape, body: Box) -> _Scale:
    return _Scale(block.start, block.end, body.x + shape.groups + shape.names, body.right)


def _shared(lanes: Sequence[Lanes], first: int, most: int, shape: _Shape) -> list[list[Lanes]]:
    """The groups over as few slides as hold them, with the rows shared out where all slides have the same room."""
    pages = _pages(lanes, first, most, shape)
    if len(pages) == 1 or first != most:
        return pages
    rows = sum(len(group.bars) + shape.before for group in lanes)
    trials = (_pages(lanes, less, less, shape) for less in range(-(-rows // len(pages)), most))
    return next((even for even in trials if len(even) == len(pages)), pages)


def _pages(lanes: Sequence[Lanes], first: int, most: int, shape: _Shape) -> list[list[Lanes]]:
    """Groups by slide: `first` rows at the most on the first, `most` on the others. A group that does not fit stands on the next, in
    parts where it is longer than a slide."""
    pages: list[list[Lanes]] = [[]]
    room = first
    for group in lanes:
        left = group.bars
        if pages[-1] and len(left) + shape.before > room:
            pages.append([])
            room = most
        while left or not group.bars:
            count = max(room - shape.before, 1)
            pages[-1].append(Lanes(group.id, group.name, left[:count]))
            room -= len(left[:count]) + shape.before
            left = left[count:]
            if not left:
                break
            pages.append([])
            room = most
    return pages


def _page(
    block: Timeline, lanes: Sequence[Lanes], shape: _Shape, marks: Sequence[_PlacedMark], body: Box, setting: Setting
) -> tuple[Item, ...]:
    scale = _scale(block, shape, body)
    mark_rows = max((mark.row + 1 for mark in marks), default=0)
    rows = sum(len(group.bars) + shape.before for group in lanes) + mark_rows
    height = min((body.h - _HEAD_H - _KEYS_H) / max(rows, 1), _TALLEST)
    top = body.y + _HEAD_H
    bottom = top + rows * height
    texts: list[Item] = []
    lines: list[Item] = []
    shapes: list[Item] = []
    y = top
    places: dict[str, Box] = {}
    steps = _name_steps(lanes, shape, height, setting)
    shapes += _marks(marks, Box(body.x, y, body.w, height), setting)
    y += mark_rows * height
    for index, group in enumerate(lanes):
        if index or marks:
            lines.append(rule(body.x, y, body.w, "hairline", 0.75))
        texts += _group(group, Box(body.x, y, body.w if shape.headed else shape.groups, height), setting)
        y += shape.before * height
        for bar in group.bars:
            row = Box(body.x, y, body.w, height)
            texts.append(_name(bar, replace(row, x=body.x + shape.groups, w=shape.names), steps, setting))
            places[bar.id] = _bar_box(bar, scale, row)
            shapes.append(_bar(bar, places[bar.id], setting))
            y += height
    shapes += _dependencies(lanes, places)
    head = _head(block, scale, body, bottom, setting)
    today = _today(block, scale, top, bottom, setting)
    keys = _keys(block, Box(body.x, body.bottom - _KEYS_H + 7, body.w, 15), today, setting)
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
    name = shortened(styled(group.name, setting.font("label", bold=True)), first.w - 8, 1, setting.measurer)
    return [setting.text(group.id, "group", (name,), replace(first, w=first.w - 8), anchor="middle")]


def _name_steps(lanes: Sequence[Lanes], shape: _Shape, height: float, setting: Setting) -> tuple[TypeStep, ...]:
    """One type step for all names: the larger when rows and names allow it."""
    names = (styled(bar.name, setting.font("second")) for group in lanes for bar in group.bars)
    roomy = height >= 21 and all(natural_width(name, setting.measurer) <= (shape.names - 10) * FILL for name in names)
    return ("second", "label") if roomy else ("label",)


def _name(bar: Bar, place: Box, steps: tuple[TypeStep, ...], setting: Setting) -> Item:
    name = largest(bar.name, steps, place.w - 10, setting, "ink")
    return setting.text(bar.id, "action", (name,), replace(place, w=place.w - 8), anchor="middle")


def _bar_box(bar: Bar, scale: _Scale, row: Box) -> Box:
    left, right = scale.x(bar.start), scale.x(bar.end)
    height = min(row.h * 0.46, 11.0)
    return Box(left, row.y + (row.h - height) / 2, max(right - left, 4.0), height)


def _bar(bar: Bar, place: Box, setting: Setting) -> ShapeItem:
    fill = _STATES[bar.state]
    return ShapeItem(bar.id, "bar", place, "rectangle", fill, setting.theme.edges.get(fill, fill), 0.75)


def _mark_rows(marks: Sequence[Mark], scale: _Scale, edge: float, setting: Setting) -> tuple[_PlacedMark, ...]:
    """Milestones in rows, each name beside its diamond, to the left as far as `edge`: names to the right where all fit so, else to the
    left where there is room, else in a row more. Names that fit nowhere are shortened."""
    tries = [_in_rows(marks, scale, edge, *look, setting) for look in _MARK_LOOKS]
    return next((placed for placed, whole in tries if whole), tries[0][0])


def _in_rows(
    marks: Sequence[Mark], scale: _Scale, edge: float, rows: int, leftward: bool, setting: Setting
) -> tuple[tuple[_PlacedMark, ...], bool]:
    """Each milestone in the first row where diamond and name stand clear of what stands there; and whether all names stand whole."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(rows)]
    placed: list[_PlacedMark] = []
    whole = True
    for mark in sorted(marks, key=lambda mark: mark.on):
        x = scale.x(mark.on)
        name = styled(mark.name, setting.font("label", bold=True))
        width = natural_width(name, setting.measurer) / FILL + 2
        right = (x + _MARK_GAP, (x - 8, x + _MARK_GAP + width))
        left = (x - _MARK_GAP - width, (x - _MARK_GAP - width, x + 8))
        order = (left, right) if leftward else (right, left)
        sides = [side for side in order if edge <= side[1][0] and side[1][1] <= scale.right]
        found = next(((row, *side) for side in sides for row in range(rows) if _is_free(taken[row], side[1])), None)
        row, start, extent = found or _squeezed(taken, x, width, scale.right)
        if found is None:
            whole = False
            width = extent[1] - start
            name = shortened(name, width, 1, setting.measurer) if width > _LEAST_NAME else Paragraph(())
        taken[row].append(extent)
        placed.append(_PlacedMark(mark, row, x, name, start, width))
    return tuple(placed), whole


def _squeezed(
    taken: Sequence[Sequence[tuple[float, float]]], x: float, width: float, end: float
) -> tuple[int, float, tuple[float, float]]:
    """The row with the most room right of a diamond, where its name starts, and the stretch that both take."""
    start = x + _MARK_GAP
    rooms = [min(max(_room_to_right(row, x, start, end), 0.0), width) for row in taken]
    row = max(range(len(taken)), key=rooms.__getitem__)
    return row, start, (x - 8, start + rooms[row])


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


def _keys(block: Timeline, box: Box, today: Sequence[Item], setting: Setting) -> list[Item]:
    """What the bars' fills mean: from the left, from the right where today's label stands in the way, round it where need be."""
    words = [(state, block.keys[state]) for state in ("done", "critical", "planned") if block.keys.get(state)]
    labels = [(state, styled(word, setting.font("label"), "muted")) for state, word in words]
    widths = [natural_width(label, setting.measurer) / 0.97 + 2 for _, label in labels]
    whole = sum(widths) + len(widths) * _KEY_W + (len(widths) - 1) * _BETWEEN_KEYS
    taken = [item.box for item in today if isinstance(item, TextItem)]
    taken = [each for each in taken if each.bottom > box.y]
    starts = (box.x, box.right - whole)
    x = next((start for start in starts if not any(_meets(each, start, whole) for each in taken)), box.x)
    items: list[Item] = []
    for (state, label), width in zip(labels, widths, strict=True):
        fill = _STATES[state]
        outline = setting.theme.edges.get(fill, fill)
        x = max((each.right + _BETWEEN_KEYS for each in taken if _meets(each, x, _KEY_W + width)), default=x)
        items.append(ShapeItem(block.id, "key", Box(x, box.y + 3, 14, 9), "rectangle", fill, outline, 0.75))
        items.append(setting.text(block.id, "key", (label,), Box(x + _KEY_W, box.y, width, 15)))
        x += _KEY_W + width + _BETWEEN_KEYS
    return items


def _meets(box: Box, x: float, width: float) -> bool:
    """Whether a box reaches into what is `width` wide from `x`."""
    return box.x < x + width and box.right > x
