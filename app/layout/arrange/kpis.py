"""KPIs: a row each, with a bar from start to target, a tick where the plan is and a disc where the latest value is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.gauges import disc, largest
from app.layout.arrange.one_kpi import SIGNS, place_one
from app.layout.frames import Box, GroupItem, Item, Role, ShapeItem
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
_MARK_W: Final = 15.0
_BAR_H: Final = 5.0


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """Rows on one slide, or shared out over several when there are more than it holds; a KPI alone takes the whole of it."""
    block = next(block for block in slide.blocks if isinstance(block, Measures))
    if len(block.rows) == 1:
        return (BodyPage(place_one(block, block.rows[0], body, setting)),)
    parts = _parts(block.rows, body.h - _HEAD_H, setting)
    return tuple(BodyPage(_page(block, part, body, setting)) for part in parts) or (BodyPage(()),)


def _parts(rows: Sequence[Measure], room: float, setting: Setting) -> list[Sequence[Measure]]:
    """The rows by slide: on as few as hold them in their least heights, about as many on each."""
    needs = [_least(row, setting) for row in rows]
    for count in range(1, len(rows) + 1):
        size = -(-len(rows) // count)
        starts = range(0, len(rows), size)
        if all(sum(needs[start : start + size]) <= room for start in starts):
            return [rows[start : start + size] for start in starts]
    return [[row] for row in rows]


def _least(row: Measure, setting: Setting) -> float:
    """The least height of a row: a line more where the name takes two."""
    name = styled(row.name, setting.font("label", bold=True))
    return _LOWEST + (name.line if line_count(name, _NAME_W, setting.measurer) > 1 else 0.0)


def _columns(row: Box) -> tuple[Box, Box, Box, Box, Box, Box]:
    """The six columns' places in a row."""
    widths = (_NAME_W, _LATEST_W, _START_W, 0.0, _TARGET_W, _VERDICT_W)
    way = row.w - sum(widths) - _GAP * (len(widths) - 1)
    boxes: list[Box] = []
    x = row.x
    for width in widths:
        boxes.append(Box(x, row.y, width or way, row.h))
        x += (width or way) + _GAP
    name, latest, start, plot, target, verdict = boxes
    return name, latest, start, plot, target, verdict


def _page(block: Measures, rows: Sequence[Measure], body: Box, setting: Setting) -> tuple[Item, ...]:
    needs = [_least(row, setting) for row in rows]
    spare = min((body.h - _HEAD_H - sum(needs)) / max(len(rows), 1), _TALLEST - _LOWEST)
    top = body.y + _HEAD_H
    lines: list[Item] = [rule(body.x, top, body.w)]
    texts: list[Item] = []
    ways: list[Item] = []
    main = _steps(rows, _LOWEST + spare, setting)
    bottom = top
    for index, (row, need) in enumerate(zip(rows, needs, strict=True)):
        place = Box(body.x, bottom, body.w, need + spare)
        bottom = place.bottom
        if index:
            lines.append(rule(place.x, place.y, place.w, "hairline", 0.75))
        texts += _texts(row, place, main, setting)
        ways += _way(row, _columns(place)[3])
    lines.append(rule(body.x, bottom, body.w))
    return (
        *_heads(block, body, setting),
        *_keys(block, _columns(body)[3], body.right, setting),
        GroupItem(block.id, "lines", tuple(lines), decorative=True),
        *texts,
        GroupItem(block.id, "ways", tuple(ways), block.alt),
    )


def _heads(block: Measures, body: Box, setting: Setting) -> list[Item]:
    font = setting.font("label", bold=True)
    items: list[Item] = []
    aligns: tuple[Align, ...] = ("left", "right", "right", "left", "right", "left")
    for head, box, align in zip(block.heads, _columns(body), aligns, strict=True):
        text = shortened(styled(head, font, "muted", align=align), box.w, 1, setting.measurer)
        items.append(setting.text(block.id, "head", (text,), Box(box.x, body.y + _HEAD_H - 19, box.w, 15)))
    return items


def _keys(block: Measures, plot: Box, right: float, setting: Setting) -> list[Item]:
    """What tick and disc stand for, above the ways; nothing where there are none."""
    if all(row.reached is None for row in block.rows):
        return []
    middle = plot.y + 7.5
    plan, outcome = block.keys
    half = (right - plot.x) / 2
    tick = ShapeItem(block.id, "key", Box(plot.x + 1, middle - 7, 0, 14), "line", None, "ink", 2.25)
    items: list[Item] = [tick, disc(block.id, plot.x + half + 6, middle, 5, "accent", "accent", "key")]
    for text, x in ((plan, plot.x + 10), (outcome, plot.x + half + 16)):
        short = shortened(styled(text, setting.font("label"), "muted"), half - 20, 1, setting.measurer)
        items.append(setting.text(block.id, "key", (short,), Box(x, plot.y, half - 20, 15)))
    return items


def _texts(row: Measure, place: Box, main: tuple[TypeStep, ...], setting: Setting) -> list[Item]:
    name, latest, start, _, target, verdict = _columns(place)
    ink: Role = "muted" if row.latest.plain == "–" else "ink"
    items = [
        *_pair(row, "kpi", (row.name, row.owner), name, (main, "left", "ink"), setting),
        *_pair(row, "latest", (row.latest, row.dated), latest, (main, "right", ink), setting),
        *_pair(row, "start", (row.start, Para()), start, (main, "right", "muted"), setting),
        *_pair(row, "target", (row.target, row.due), target, (main, "right", "ink"), setting),
    ]
    sign, color = SIGNS[row.standing]
    words = verdict.inset(left=_MARK_W)
    items += _pair(row, "verdict", (row.verdict, row.detail), words, (main, "left", color), setting)
    if sign:
        mark = plain(sign, setting.font(main[0], bold=True), setting.lang, color)
        height = mark.line + (15.0 if row.detail else 0.0)
        box = Box(verdict.x, verdict.y + (verdict.h - height) / 2, _MARK_W, mark.line)
        items.append(setting.text(row.id, "sign", (mark,), box))
    return items


def _steps(rows: Sequence[Measure], height: float, setting: Setting) -> tuple[TypeStep, ...]:
    """The type steps that the rows' main lines may take, the largest first: those in which each name and verdict is whole, so that
    rows look alike."""
    least: tuple[tuple[TypeStep, float], ...] = (
        ("lead", _LEAD_H), ("body", _BODY_H), ("second", _SECOND_H), ("label", 0.0),
    )  # fmt: skip
    allowed: tuple[TypeStep, ...] = tuple(step for step, needed in least if height >= needed)
    whole = (index for index, step in enumerate(allowed) if all(_whole(row, step, setting) for row in rows))
    return allowed[next(whole, len(allowed) - 1) :]


def _whole(row: Measure, step: TypeStep, setting: Setting) -> bool:
    font = setting.font(step, bold=True)
    return all(
        natural_width(styled(text, font), setting.measurer) <= width * 0.97
        for text, width in ((row.name, _NAME_W), (row.verdict, _VERDICT_W - _MARK_W))
    )


def _pair(
    row: Measure,
    name: str,
    texts: tuple[Para, Para],
    box: Box,
    look: tuple[tuple[TypeStep, ...], Align, Role],
    setting: Setting,
) -> list[Item]:
    """A line and a lesser one below, in the middle of the box."""
    steps, align, color = look
    strong = name in ("kpi", "latest", "target", "verdict")
    first = largest(texts[0], steps, box.w, setting, color, bold=strong)
    if name == "kpi" and _least(row, setting) > _LOWEST:
        first = shortened(styled(row.name, setting.font("label", bold=True), color), box.w, 2, setting.measurer)
    second = shortened(styled(texts[1], setting.font("label"), "muted"), box.w, 1, setting.measurer)
    shown = tuple(replace(paragraph, align=align) for paragraph in (first, second) if paragraph.runs)
    return [setting.text(row.id, name, shown, box, anchor="middle")]


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
