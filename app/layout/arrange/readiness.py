"""Where we stand: a row a pattern, the most relevant first, beside a native chart of the ways from today to target."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.gauges import disc, step_x
from app.layout.charts import ScatterDiscs, ScatterRow
from app.layout.frames import Box, GroupItem, Item, Paragraph, Role, Run, ScatterItem, ShapeItem
from app.layout.setting import BodyPage, Setting, rule
from app.layout.style import plain, styled
from app.layout.text import FILL, height_of, line_count, natural_width, shortened
from app.layout.themes import TypeStep
from app.model.graphics import Lane, Readiness
from app.model.rich import Para
from app.model.units import inches

_HEAD_H: Final = 38.0
_TALLEST: Final = 84.0
#: So many rows may be higher, with larger type.
_FEW: Final = 2
_TALLEST_OF_FEW: Final = 140.0
_LOWEST: Final = 18.0
#: From these heights on rows have larger type, and room for a second line.
_BODY_H: Final = 44.0
_SECOND_H: Final = 22.0
#: A body narrower than this gives names this share of its width, and the other columns no more than their heads take.
_ROOMY_W: Final = 780.0
_NAME_SHARE: Final = 0.32
#: Beside the plot where its steps have numbers alone.
_NUMBERS_CLEAR: Final = (14.0, 14.0)
#: What the chart's frame leaves beside the plot for the discs at its edges.
_EDGE: Final = 14.0
#: Beside figures at the row's ends, and above and below a row's text; in points.
_INSET: Final = 6.0
_AIR: Final = 8.0
_STEPS: Final = 5
#: What the discs in the keys are filled with, and the space that a key takes beside its word.
_KEY_FILLS: Final[tuple[Role, ...]] = ("ground", "accent")
_KEY_W: Final = inches(0.2)
#: Diameters in points: of a disc and of the ground in a hollow one, of the ring round both and of the ground in it.
_SIZES: Final = (13, 9, 21, 17)
_SMALL_SIZES: Final = (11, 7, 17, 13)


@dataclass(frozen=True, slots=True)
class _Shape:
    """The columns' widths: relevance, name, the steps that are left; and the space at both sides of the plot, so that the names of its
    outer steps stand clear of the heads; and whether the steps have names or numbers alone."""

    relevance: float
    name: float
    gap: float
    clear: tuple[float, float]
    named: bool = True

    def plot(self, body: Box) -> tuple[float, float]:
        """Where the plot begins and ends."""
        return body.x + self.relevance + self.name + self.clear[0], body.right - self.gap - self.clear[1]


_OURS: Final = _Shape(inches(1.1), inches(3.6), inches(0.95), (24.0, 34.0))


def _shape(block: Readiness, body: Box, setting: Setting) -> _Shape:
    if body.w >= _ROOMY_W:
        return _OURS
    relevance, _, gap = (_head_width(head, setting) for head in block.heads)
    steps = [_step(number, step, setting) for number, step in enumerate(block.steps, start=1)]
    widths = [natural_width(step, setting.measurer) / FILL for step in steps] or [0.0]
    shape = _Shape(
        min(relevance + _INSET + 10, _OURS.relevance),
        min(body.w * _NAME_SHARE, _OURS.name),
        min(gap + _INSET, _OURS.gap),
        (widths[0] / 2 + 4, widths[-1] / 2 + 4),
    )
    left, right = shape.plot(body)
    if max(widths) <= (right - left) / (_STEPS - 1) - 6:
        return shape
    return replace(shape, clear=_NUMBERS_CLEAR, named=False)


def _head_width(head: Para, setting: Setting) -> float:
    return natural_width(styled(head, setting.font("label", bold=True)), setting.measurer) / FILL + 1


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """Rows on one slide, or shared out over several when there are more than it holds."""
    block = next(block for block in slide.blocks if isinstance(block, Readiness))
    most = int((body.h - _HEAD_H) // _LOWEST)
    count = -(-len(block.lanes) // most) or 1
    size = -(-len(block.lanes) // count) or 1
    parts = [block.lanes[start : start + size] for start in range(0, len(block.lanes), size)]
    shape = _shape(block, body, setting)
    return tuple(BodyPage(_page(block, part, shape, body, setting)) for part in parts) or (BodyPage(()),)


def _page(block: Readiness, lanes: Sequence[Lane], shape: _Shape, body: Box, setting: Setting) -> tuple[Item, ...]:
    tallest = _TALLEST if len(lanes) > _FEW else _TALLEST_OF_FEW
    height = min((body.h - _HEAD_H) / max(len(lanes), 1), tallest)
    top = body.y + _HEAD_H
    grounds: list[Item] = []
    lines: list[Item] = [rule(body.x, top, body.w)]
    texts: list[Item] = []
    band: int | None = 0
    for index, lane in enumerate(lanes):
        row = Box(body.x, top + index * height, body.w, height)
        if lane.leading:
            grounds.append(ShapeItem("", "ground", row, "rectangle", "panel"))
        if lane.relevance != band:
            texts.append(_relevance(lane, row, setting))
            if index:
                lines.append(rule(row.x, row.y, row.w, "rule", 0.75))
            band = lane.relevance
        elif index:
            lines.append(rule(row.x + shape.relevance, row.y, row.w - shape.relevance, "hairline", 0.75))
        texts += _names(lane, shape, row, setting)
    lines.append(rule(body.x, top + height * len(lanes), body.w))
    chart = _chart(block, lanes, shape, Box(body.x, top, body.w, height * len(lanes)), setting)
    ruled = GroupItem(block.id, "lines", (*grounds, *lines), decorative=True)
    return (ruled, *_head(block, shape, body, setting), *texts, chart)


def _chart(block: Readiness, lanes: Sequence[Lane], shape: _Shape, rows: Box, setting: Setting) -> ScatterItem:
    """The ways from today to target: today hollow, target filled, a ring where both are the same."""
    left, right = shape.plot(rows)
    full, hole, ring, inner = _SIZES if rows.h / len(lanes) >= _SECOND_H + 4 else _SMALL_SIZES
    pattern, today, target = block.heads[1], *block.keys
    return ScatterItem(
        block=block.id,
        name="readiness",
        box=Box(left - _EDGE, rows.y, right - left + 2 * _EDGE, rows.h),
        plot=Box(left, rows.y, right - left, rows.h),
        heads=(pattern.plain, today.plain, target.plain),
        rows=tuple(ScatterRow(lane.name.plain, lane.today, lane.target) for lane in lanes),
        discs=(
            ScatterDiscs("still", ring, "rule"),
            ScatterDiscs("still", inner, "ground"),
            ScatterDiscs("start", full, "rule"),
            ScatterDiscs("start", hole, "ground"),
            ScatterDiscs("end", full, "accent"),
        ),
        line="accent",
        line_width=2.25,
        low=1,
        high=_STEPS,
        font=setting.font("label"),
        lang=setting.lang,
        alt=block.alt,
    )


def _head(block: Readiness, shape: _Shape, body: Box, setting: Setting) -> list[Item]:
    left, right = shape.plot(body)
    label = setting.font("label", bold=True)
    y = body.y + _HEAD_H - 19
    relevance, name, gap = block.heads
    columns = (
        (styled(relevance, label, "muted"), Box(body.x + _INSET, y, shape.relevance - _INSET, 15)),
        (styled(name, label, "muted"), Box(body.x + shape.relevance, y, shape.name, 15)),
        (styled(gap, label, "muted", align="right"), Box(body.right - shape.gap, y, shape.gap - _INSET, 15)),
    )
    items: list[Item] = [
        setting.text(block.id, "head", (shortened(text, box.w, 1, setting.measurer),), box) for text, box in columns
    ]
    width = (right - left) / (_STEPS - 1) - 6
    steps = [_step(number, step, setting) for number, step in enumerate(block.steps, start=1)]
    if not shape.named:
        steps = [replace(step, runs=step.runs[:1]) for step in steps]
    for number, step in enumerate(steps, start=1):
        text = shortened(step, width, 1, setting.measurer)
        place = Box(step_x(number, left, right) - width / 2, y, width, 15)
        items.append(setting.text(block.id, "step", (text,), place))
    return items + _keys(block, shape, body, setting)


def _step(number: int, name: Para, setting: Setting) -> Paragraph:
    """A step's number and name, centred on its gridline."""
    words = styled(name, setting.font("label"), "muted", align="center")
    figure = Run(f"{number}\u2002", setting.font("label", bold=True), "muted", setting.lang)
    return replace(words, runs=(figure, *words.runs))


def _keys(block: Readiness, shape: _Shape, body: Box, setting: Setting) -> list[Item]:
    """What the scale is, above its left end, and what the discs stand for, above its right; on a narrow body as close as they must."""
    left, right = shape.plot(body)
    scale = styled(block.scale, setting.font("label", bold=True))
    keys = [styled(key, setting.font("label"), "muted") for key in block.keys]
    widths = [inches(0.95)] * len(keys)
    if body.w < _ROOMY_W:
        widths = [natural_width(key, setting.measurer) / FILL + 3 for key in keys]
        right = body.right
    whole = sum(width + _KEY_W for width in widths)
    named = _head_width(block.scale, setting)
    start = min(left, right - whole - _KEY_W - named) if body.w < _ROOMY_W else left
    width = named if body.w < _ROOMY_W else (right - left) / 2
    items: list[Item] = [setting.text(block.id, "scale", (scale,), Box(start, body.y, width, 15))]
    x = right - whole
    for key, width, fill in zip(keys, widths, _KEY_FILLS, strict=True):
        outline: Role = "rule" if fill == "ground" else "accent"
        items.append(disc(block.id, x + 6, body.y + 7.5, 5, fill, outline, "key"))
        text = shortened(key, width - 2, 1, setting.measurer)
        items.append(setting.text(block.id, "key", (text,), Box(x + 16, body.y, width, 15)))
        x += width + _KEY_W
    return items


def _relevance(lane: Lane, row: Box, setting: Setting) -> Item:
    """The relevance of a band, beside its first row."""
    step: TypeStep = "figure" if row.h >= _BODY_H else "numeral" if row.h >= 24 else "second"
    figure = str(lane.relevance) if lane.relevance else "–"
    text = plain(figure, setting.font(step), setting.lang, "accent")
    return setting.text(lane.id, "relevance", (text,), Box(row.x + _INSET, row.y, 40, row.h), anchor="middle")


def _names(lane: Lane, shape: _Shape, row: Box, setting: Setting) -> list[Item]:
    step: TypeStep = (
        "lead" if row.h > _TALLEST else "body" if row.h >= _BODY_H else "second" if row.h >= _SECOND_H else "label"
    )
    lines = max(int(row.h // setting.font(step).line), 1)
    name = styled(lane.name, setting.font(step, bold=lane.leading))
    if line_count(name, shape.name, setting.measurer) > lines:
        name = styled(lane.name, setting.font("label", bold=lane.leading))
    name = shortened(name, shape.name, max(int(row.h // name.line), 1), setting.measurer)
    place = Box(row.x + shape.relevance, row.y, shape.name, row.h)
    texts = (name, *_notes(lane, name, shape.name, row.h, setting))
    items: list[Item] = [setting.text(lane.id, "pattern", texts, place, anchor="middle")]
    if lane.gap:
        gap = styled(lane.gap, setting.font(step, bold=True), "accent" if lane.leading else "ink", align="right")
        place = Box(row.right - shape.gap, row.y, shape.gap - _INSET, row.h)
        items.append(setting.text(lane.id, "gap", (gap,), place, anchor="middle"))
    return items


def _notes(lane: Lane, name: Paragraph, width: float, height: float, setting: Setting) -> tuple[Paragraph, ...]:
    """Why it stands there, and why the target is where it is: each where the row has room for the whole of it."""
    room = height - height_of((name,), width, setting.measurer) - _AIR
    found: list[Paragraph] = []
    for note in lane.notes:
        text = styled(note, setting.font("second" if height > _TALLEST else "label"), "muted", before=2)
        need = height_of((text,), width, setting.measurer)
        if need > room:
            break
        found.append(text)
        room -= need
    return tuple(found)
