"""KPIs: a row each, with a bar from start to target, a tick where the plan is and a disc where the latest value is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.gauges import disc, largest
from app.layout.arrange.one_kpi import SIGNS, least_height, place_one
from app.layout.frames import Box, GroupItem, Item, Paragraph, Role, ShapeItem
from app.layout.setting import BodyPage, Setting, rule
from app.layout.style import plain, styled
from app.layout.text import line_count, natural_width, shortened
from app.layout.themes import TypeStep
from app.model.graphics import Measure, Measures
from app.model.rich import Para
from app.model.tables import Align
from app.model.units import inches

_HEAD_H: Final = 38.0
_TALLEST: Final = 84.0
_LOWEST: Final = 31.0
#: The least heights of rows whose main line is lead, body and second text.
_LEAD_H: Final = 66.0
_BODY_H: Final = 48.0
_SECOND_H: Final = 35.0
_GAP: Final = 14.0
#: The columns' widths in inches: name, latest, start, way (what is left over), target, verdict.
_NAME_W: Final = inches(3.85)
_LATEST_W: Final = inches(1.0)
_START_W: Final = inches(0.75)
_TARGET_W: Final = inches(1.05)
_VERDICT_W: Final = inches(1.75)
_WIDTHS: Final = (_NAME_W, _LATEST_W, _START_W, 0.0, _TARGET_W, _VERDICT_W)
#: A body narrower than this has columns no wider than their texts, closer together; names take this share of it, the way at least so
#: many points, and verdicts the lines that they need.
_ROOMY_W: Final = 780.0
_NARROW_GAP: Final = 10.0
_NAME_SHARE: Final = 0.3
_LEAST_WAY: Final = 80.0
_LEAST_W: Final = 34.0
_LEAST_VERDICT: Final = 84.0
_MOST_LINES: Final = 3
_MARK_W: Final = 15.0
_BAR_H: Final = 5.0
#: A key's mark and the space beside it.
_BESIDE_KEY: Final = 20.0


@dataclass(frozen=True, slots=True)
class _Shape:
    """The columns' widths, all but the way's, which takes what is left over; the gap between them; and the most lines of a name and of
    a verdict's detail."""

    widths: tuple[float, ...]
    gap: float
    lines: int
    details: int

    @property
    def name(self) -> float:
        """The width of the names."""
        return self.widths[0]

    @property
    def verdict(self) -> float:
        """The width of a verdict's words."""
        return self.widths[5] - _MARK_W

    def columns(self, row: Box) -> tuple[Box, Box, Box, Box, Box, Box]:
        """The six columns' places in a row."""
        way = row.w - sum(self.widths) - self.gap * (len(self.widths) - 1)
        boxes: list[Box] = []
        x = row.x
        for width in self.widths:
            boxes.append(Box(x, row.y, width or way, row.h))
            x += (width or way) + self.gap
        name, latest, start, plot, target, verdict = boxes
        return name, latest, start, plot, target, verdict


def _shape(block: Measures, body: Box, setting: Setting) -> _Shape:
    if body.w >= _ROOMY_W:
        return _Shape(_WIDTHS, _GAP, 2, 1)
    latest = min(_widest([(row.latest, row.dated) for row in block.rows], block.heads[1], setting), _LATEST_W)
    start = min(_widest([(row.start, Para()) for row in block.rows], block.heads[2], setting), _START_W)
    target = min(_widest([(row.target, row.due) for row in block.rows], block.heads[4], setting), _TARGET_W)
    left = body.w - 5 * _NARROW_GAP - latest - start - target
    name = body.w * _NAME_SHARE
    needed = _MARK_W + _widest([(row.verdict, row.detail) for row in block.rows], block.heads[5], setting)
    verdict = min(needed, _VERDICT_W, max(left - name - _LEAST_WAY, _LEAST_VERDICT))
    way = max(left - name - verdict, _LEAST_WAY)
    name = left - verdict - way
    spare = max(min(way - 1.25 * _LEAST_WAY, _NAME_W - name), 0.0)
    return _Shape((name + spare, latest, start, 0.0, target, verdict), _NARROW_GAP, _MOST_LINES, 2)


def _widest(texts: Sequence[tuple[Para, Para]], head: Para, setting: Setting) -> float:
    """The width that a column's texts need in their least size, and its head."""
    small, strong = setting.font("label"), setting.font("label", bold=True)
    found = [styled(head, strong), *(styled(first, strong) for first, _ in texts)]
    found += [styled(second, small) for _, second in texts]
    return max(max(natural_width(text, setting.measurer) for text in found) / 0.97 + 1, _LEAST_W)


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """Rows on one slide, or shared out over several when there are more than it holds; a KPI alone takes the whole of it, where that is
    high enough."""
    block = next(block for block in slide.blocks if isinstance(block, Measures))
    if len(block.rows) == 1 and body.h >= least_height(setting):
        return (BodyPage(place_one(block, block.rows[0], body, setting)),)
    shape = _shape(block, body, setting)
    parts = _parts(block.rows, shape, body.h - _HEAD_H, setting)
    return tuple(BodyPage(_page(block, part, shape, body, setting)) for part in parts) or (BodyPage(()),)


def _parts(rows: Sequence[Measure], shape: _Shape, room: float, setting: Setting) -> list[Sequence[Measure]]:
    """The rows by slide: on as few as hold them in their least heights, about as many on each."""
    needs = [_least(row, shape, setting) for row in rows]
    for count in range(1, len(rows) + 1):
        size = -(-len(rows) // count)
        starts = range(0, len(rows), size)
        if all(sum(needs[start : start + size]) <= room for start in starts):
            return [rows[start : start + size] for start in starts]
    return [[row] for row in rows]


def _least(row: Measure, shape: _Shape, setting: Setting) -> float:
    """The least height of a row: a line more for each that its name or its verdict's detail takes beyond the first."""
    further = max(_name_lines(row, shape, setting), _detail_lines(row, shape, setting)) - 1
    return _LOWEST + further * setting.font("label").line


def _name_lines(row: Measure, shape: _Shape, setting: Setting) -> int:
    name = styled(row.name, setting.font("label", bold=True))
    return max(min(line_count(name, shape.name, setting.measurer), shape.lines), 1)


def _detail_lines(row: Measure, shape: _Shape, setting: Setting) -> int:
    detail = styled(row.detail, setting.font("label"))
    return max(min(line_count(detail, shape.verdict, setting.measurer), shape.details), 1)


def _page(block: Measures, rows: Sequence[Measure], shape: _Shape, body: Box, setting: Setting) -> tuple[Item, ...]:
    needs = [_least(row, shape, setting) for row in rows]
    spare = min((body.h - _HEAD_H - sum(needs)) / max(len(rows), 1), _TALLEST - _LOWEST)
    top = body.y + _HEAD_H
    lines: list[Item] = [rule(body.x, top, body.w)]
    texts: list[Item] = []
    ways: list[Item] = []
    main = _steps(rows, shape, _LOWEST + spare, setting)
    bottom = top
    for index, (row, need) in enumerate(zip(rows, needs, strict=True)):
        place = Box(body.x, bottom, body.w, need + spare)
        bottom = place.bottom
        if index:
            lines.append(rule(place.x, place.y, place.w, "hairline", 0.75))
        texts += _texts(row, place, shape, main, setting)
        ways += _way(row, shape.columns(place)[3])
    lines.append(rule(body.x, bottom, body.w))
    return (
        *_heads(block, shape, body, setting),
        *_keys(block, shape.columns(body)[3], body.right, setting),
        GroupItem(block.id, "lines", tuple(lines), decorative=True),
        *texts,
        GroupItem(block.id, "ways", tuple(ways), block.alt),
    )


def _heads(block: Measures, shape: _Shape, body: Box, setting: Setting) -> list[Item]:
    font = setting.font("label", bold=True)
    items: list[Item] = []
    aligns: tuple[Align, ...] = ("left", "right", "right", "left", "right", "left")
    for head, box, align in zip(block.heads, shape.columns(body), aligns, strict=True):
        text = shortened(styled(head, font, "muted", align=align), box.w, 1, setting.measurer)
        items.append(setting.text(block.id, "head", (text,), Box(box.x, body.y + _HEAD_H - 19, box.w, 15)))
    return items


def _keys(block: Measures, plot: Box, right: float, setting: Setting) -> list[Item]:
    """What tick and disc stand for, above the ways, from further left where they need the room; nothing where there are none."""
    if all(row.reached is None for row in block.rows):
        return []
    middle = plot.y + 7.5
    texts = [styled(key, setting.font("label"), "muted") for key in block.keys]
    widths = [natural_width(text, setting.measurer) / 0.97 + 1 for text in texts]
    half = (right - plot.x) / 2
    if max(widths) <= half - _BESIDE_KEY:
        marks = (plot.x, plot.x + half)
        widths = [half - _BESIDE_KEY] * 2
    else:
        marks = (right - sum(widths) - 2 * _BESIDE_KEY, right - widths[1] - _BESIDE_KEY)
    tick = ShapeItem(block.id, "key", Box(marks[0] + 1, middle - 7, 0, 14), "line", None, "ink", 2.25)
    items: list[Item] = [tick, disc(block.id, marks[1] + 6, middle, 5, "accent", "accent", "key")]
    for text, x, width in zip(texts, (marks[0] + 10, marks[1] + 16), widths, strict=True):
        items.append(setting.text(block.id, "key", (text,), Box(x, plot.y, width, 15)))
    return items


def _texts(row: Measure, place: Box, shape: _Shape, main: tuple[TypeStep, ...], setting: Setting) -> list[Item]:
    name, latest, start, _, target, verdict = shape.columns(place)
    ink: Role = "muted" if row.latest.plain == "–" else "ink"
    words = verdict.inset(left=_MARK_W)
    sign, color = SIGNS[row.standing]
    named = styled(row.name, setting.font("label", bold=True))
    if _name_lines(row, shape, setting) == 1:
        named = largest(row.name, main, name.w, setting, "ink", bold=True)
    named = shortened(named, name.w, shape.lines, setting.measurer)

    def line(text: Para, box: Box, color: Role, *, bold: bool = True) -> Paragraph:
        return largest(text, main, box.w, setting, color, bold=bold)

    items = [
        _pair(row, "kpi", named, (row.owner, 1), name, setting),
        _pair(row, "latest", _right(line(row.latest, latest, ink)), (row.dated, 1), latest, setting),
        _pair(row, "start", _right(line(row.start, start, "muted", bold=False)), (Para(), 1), start, setting),
        _pair(row, "target", _right(line(row.target, target, "ink")), (row.due, 1), target, setting),
        _pair(row, "verdict", line(row.verdict, words, color), (row.detail, shape.details), words, setting),
    ]
    if sign:
        mark = plain(sign, setting.font(main[0], bold=True), setting.lang, color)
        height = mark.line + (15.0 * _detail_lines(row, shape, setting) if row.detail else 0.0)
        box = Box(verdict.x, verdict.y + (verdict.h - height) / 2, _MARK_W, mark.line)
        items.append(setting.text(row.id, "sign", (mark,), box))
    return items


def _right(text: Paragraph) -> Paragraph:
    return replace(text, align="right")


def _steps(rows: Sequence[Measure], shape: _Shape, height: float, setting: Setting) -> tuple[TypeStep, ...]:
    """The type steps that the rows' main lines may take, the largest first: those in which each name and verdict is whole, so that
    rows look alike."""
    least: tuple[tuple[TypeStep, float], ...] = (
        ("lead", _LEAD_H), ("body", _BODY_H), ("second", _SECOND_H), ("label", 0.0),
    )  # fmt: skip
    allowed: tuple[TypeStep, ...] = tuple(step for step, needed in least if height >= needed)
    whole = (index for index, step in enumerate(allowed) if all(_whole(row, shape, step, setting) for row in rows))
    return allowed[next(whole, len(allowed) - 1) :]


def _whole(row: Measure, shape: _Shape, step: TypeStep, setting: Setting) -> bool:
    font = setting.font(step, bold=True)
    return all(
        natural_width(styled(text, font), setting.measurer) <= width * 0.97
        for text, width in ((row.name, shape.name), (row.verdict, shape.verdict))
    )


def _pair(row: Measure, name: str, first: Paragraph, below: tuple[Para, int], box: Box, setting: Setting) -> Item:
    """A line, or a name on several, and a lesser text below on so many lines at the most, in the middle of the box."""
    text, lines = below
    second = shortened(styled(text, setting.font("label"), "muted", align=first.align), box.w, lines, setting.measurer)
    return setting.text(
        row.id, name, [paragraph for paragraph in (first, second) if paragraph.runs], box, anchor="middle"
    )


def _way(row: Measure, plot: Box) -> list[Item]:
    """The bar from start to target, filled as far as the value has come; nothing where no value can be placed on it."""
    y = plot.y + plot.h / 2
    left, width = plot.x + 6, plot.w - 12
    bar = Box(left, y - _BAR_H / 2, width, _BAR_H)
    items: list[Item] = [ShapeItem(row.id, "way", bar, "rectangle", "hairline")]
    if row.reached is not None and row.reached > 0:
        covered = min(row.reached, 1.0) * width
        items.append(ShapeItem(row.id, "covered", Box(left, bar.y, covered, _BAR_H), "rectangle", "accent"))
    if row.planned is not None:
        x = left + min(max(row.planned, 0.0), 1.0) * width
        items.append(ShapeItem(row.id, "plan", Box(x, y - 10, 0, 20), "line", None, "ink", 2.25))
    if row.reached is not None:
        x = left + min(max(row.reached, 0.0), 1.0) * width
        items.append(disc(row.id, x, y, 5.5, "accent", "ground", "latest"))
    return items
