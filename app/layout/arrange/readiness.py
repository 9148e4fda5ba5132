"""Where we stand: a lane a pattern from today to target, in bands of relevance, the most relevant first."""

from collections.abc import Sequence
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.gauges import disc, largest, step_x
from app.layout.frames import Box, GroupItem, Item, Role, ShapeItem
from app.layout.setting import BodyPage, Setting, rule
from app.layout.style import plain, styled
from app.layout.text import shortened
from app.model.graphics import Lane, Readiness
from app.model.units import inches

_HEAD_H: Final = 38.0
_TALLEST: Final = 31.0
_LOWEST: Final = 18.0
_RELEVANCE_W: Final = inches(1.1)
_NAME_W: Final = inches(3.6)
_GAP_W: Final = inches(0.9)
#: Beside the plot, so that the names of its outer steps stand clear of the heads to both sides.
_CLEAR: Final = (14.0, 30.0)


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """Lanes on one slide, or on several when there are more than it holds."""
    block = next(block for block in slide.blocks if isinstance(block, Readiness))
    most = int((body.h - _HEAD_H) // _LOWEST)
    count = -(-len(block.lanes) // most) or 1
    size = -(-len(block.lanes) // count) or 1
    parts = [block.lanes[start : start + size] for start in range(0, len(block.lanes), size)]
    return tuple(BodyPage(_page(block, part, body, setting)) for part in parts) or (BodyPage(()),)


def _plot(body: Box) -> tuple[float, float]:
    return body.x + _RELEVANCE_W + _NAME_W + _CLEAR[0], body.right - _GAP_W - _CLEAR[1]


def _page(block: Readiness, lanes: Sequence[Lane], body: Box, setting: Setting) -> tuple[Item, ...]:
    left, right = _plot(body)
    height = min((body.h - _HEAD_H) / max(len(lanes), 1), _TALLEST)
    top = body.y + _HEAD_H
    items = _head(block, body, setting)
    lines: list[Item] = [rule(body.x, top, body.w)]
    for step in range(1, 6):
        x = step_x(step, left, right)
        lines.append(
            ShapeItem(block.id, "step line", Box(x, top, 0, height * len(lanes)), "line", None, "hairline", 0.75)
        )
    texts: list[Item] = []
    ways: list[Item] = []
    band: int | None = 0
    for index, lane in enumerate(lanes):
        row = Box(body.x, top + index * height, body.w, height)
        if lane.relevance != band:
            texts += _relevance(block, lane, row, setting)
            if index:
                lines.append(rule(row.x, row.y, row.w, "hairline", 0.75))
            band = lane.relevance
        texts += _names(lane, row, setting)
        ways += _way(lane, row, left, right)
    lines.append(rule(body.x, top + height * len(lanes), body.w))
    return (
        *items,
        GroupItem(block.id, "lines", tuple(lines), decorative=True),
        *texts,
        GroupItem(block.id, "readiness", tuple(ways), block.alt),
    )


def _head(block: Readiness, body: Box, setting: Setting) -> list[Item]:
    left, right = _plot(body)
    label = setting.font("label", bold=True)
    y = body.y + _HEAD_H - 19
    relevance, name = (styled(head, label, "muted") for head in block.heads[:2])
    items: list[Item] = [
        setting.text(
            block.id,
            "head",
            (shortened(relevance, _RELEVANCE_W - 6, 1, setting.measurer),),
            Box(body.x, y, _RELEVANCE_W - 6, 15),
        ),
        setting.text(block.id, "head", (name,), Box(body.x + _RELEVANCE_W, y, _NAME_W, 15)),
        setting.text(
            block.id,
            "head",
            (styled(block.heads[2], label, "muted", align="right"),),
            Box(body.right - _GAP_W, y, _GAP_W, 15),
        ),
    ]
    for index, step in enumerate(block.steps, start=1):
        width = (right - left) / 4 - 6
        text = shortened(styled(step, setting.font("label"), "muted", align="center"), width, 1, setting.measurer)
        items.append(setting.text(block.id, "step", (text,), Box(step_x(index, left, right) - width / 2, y, width, 15)))
    return items + _keys(block, body, setting)


def _keys(block: Readiness, body: Box, setting: Setting) -> list[Item]:
    left, right = _plot(body)
    y = body.y
    items: list[Item] = [
        setting.text(
            block.id,
            "scale",
            (styled(block.scale, setting.font("label", bold=True)),),
            Box(left, y, (right - left) / 2, 15),
        )
    ]
    x = right - 2 * inches(1.15)
    for key, fill in zip(block.keys, ("ground", "accent"), strict=True):
        role: Role = "ground" if fill == "ground" else "accent"
        items.append(disc(block.id, x + 6, y + 7.5, 5, role, "rule" if fill == "ground" else "accent", "key"))
        text = shortened(styled(key, setting.font("label"), "muted"), inches(0.92), 1, setting.measurer)
        items.append(setting.text(block.id, "key", (text,), Box(x + 16, y, inches(0.95), 15)))
        x += inches(1.15)
    return items


def _relevance(block: Readiness, lane: Lane, row: Box, setting: Setting) -> list[Item]:
    text = plain(
        str(lane.relevance) if lane.relevance else "–",
        setting.font("numeral" if row.h >= 24 else "second"),
        setting.lang,
        "accent",
    )
    return [setting.text(block.id, "relevance", (text,), Box(row.x, row.y, 40, row.h), anchor="middle")]


def _names(lane: Lane, row: Box, setting: Setting) -> list[Item]:
    name = largest(lane.name, ("second", "label"), _NAME_W, setting, "ink")
    items: list[Item] = [
        setting.text(lane.id, "pattern", (name,), Box(row.x + _RELEVANCE_W, row.y, _NAME_W, row.h), anchor="middle")
    ]
    if lane.gap:
        gap = styled(lane.gap, setting.font("second", bold=True), "accent", align="right")
        items.append(
            setting.text(lane.id, "gap", (gap,), Box(row.right - _GAP_W, row.y, _GAP_W, row.h), anchor="middle")
        )
    return items


def _way(lane: Lane, row: Box, left: float, right: float) -> list[Item]:
    y = row.y + row.h / 2
    items: list[Item] = []
    today, target = lane.today, lane.target
    if today and target and today != target:
        start, end = sorted((step_x(today, left, right), step_x(target, left, right)))
        items.append(rule(start, y, end - start, "accent", 2.0, "way"))
    if target:
        items.append(disc(lane.id, step_x(target, left, right), y, 5.5, "accent", "accent", "target"))
    if today:
        same = today == target
        items.append(
            disc(
                lane.id,
                step_x(today, left, right),
                y,
                3.0 if same else 5.5,
                "ground",
                "accent" if same else "rule",
                "today",
            )
        )
    return items
