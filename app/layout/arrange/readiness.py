"""Where we stand: a row a pattern, the most relevant first, beside a native chart of the ways from today to target."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.gauges import disc, step_x
from app.layout.charts import ScatterDiscs, ScatterRow
from app.layout.frames import Box, GroupItem, Item, Paragraph, Role, Run, ScatterItem, ShapeItem
from app.layout.setting import BodyPage, Setting, rule
from app.layout.style import plain, styled
from app.layout.text import height_of, line_count, shortened
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
_RELEVANCE_W: Final = inches(1.1)
_NAME_W: Final = inches(3.6)
_GAP_W: Final = inches(0.95)
#: Beside the plot, so that the names of its outer steps stand clear of the heads to both sides.
_CLEAR: Final = (24.0, 34.0)
#: What the chart's frame leaves beside the plot for the discs at its edges.
_EDGE: Final = 14.0
#: Beside figures at the row's ends, and above and below a row's text; in points.
_INSET: Final = 6.0
_AIR: Final = 8.0
_STEPS: Final = 5
#: Diameters in points: of a disc and of the ground in a hollow one, of the ring round both and of the ground in it.
_SIZES: Final = (13, 9, 21, 17)
_SMALL_SIZES: Final = (11, 7, 17, 13)


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """Rows on one slide, or shared out over several when there are more than it holds."""
    block = next(block for block in slide.blocks if isinstance(block, Readiness))
    most = int((body.h - _HEAD_H) // _LOWEST)
    count = -(-len(block.lanes) // most) or 1
    size = -(-len(block.lanes) // count) or 1
    parts = [block.lanes[start : start + size] for start in range(0, len(block.lanes), size)]
    return tuple(BodyPage(_page(block, part, body, setting)) for part in parts) or (BodyPage(()),)


def _plot(body: Box) -> tuple[float, float]:
    return body.x + _RELEVANCE_W + _NAME_W + _CLEAR[0], body.right - _GAP_W - _CLEAR[1]


def _page(block: Readiness, lanes: Sequence[Lane], body: Box, setting: Setting) -> tuple[Item, ...]:
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
            lines.append(rule(row.x + _RELEVANCE_W, row.y, row.w - _RELEVANCE_W, "hairline", 0.75))
        texts += _names(lane, row, setting)
    lines.append(rule(body.x, top + height * len(lanes), body.w))
    chart = _chart(block, lanes, Box(body.x, top, body.w, height * len(lanes)), setting)
    ruled = GroupItem(block.id, "lines", (*grounds, *lines), decorative=True)
    return (ruled, *_head(block, body, setting), *texts, chart)


def _chart(block: Readiness, lanes: Sequence[Lane], rows: Box, setting: Setting) -> ScatterItem:
    """The ways from today to target: today hollow, target filled, a ring where both are the same."""
    left, right = _plot(rows)
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


def _head(block: Readiness, body: Box, setting: Setting) -> list[Item]:
    left, right = _plot(body)
    label = setting.font("label", bold=True)
    y = body.y + _HEAD_H - 19
    relevance, name = (styled(head, label, "muted") for head in block.heads[:2])
    items: list[Item] = [
        setting.text(
            block.id,
            "head",
            (shortened(relevance, _RELEVANCE_W - _INSET, 1, setting.measurer),),
            Box(body.x + _INSET, y, _RELEVANCE_W - _INSET, 15),
        ),
        setting.text(block.id, "head", (name,), Box(body.x + _RELEVANCE_W, y, _NAME_W, 15)),
        setting.text(
            block.id,
            "head",
            (styled(block.heads[2], label, "muted", align="right"),),
            Box(body.right - _GAP_W, y, _GAP_W - _INSET, 15),
        ),
    ]
    for number, step in enumerate(block.steps, start=1):
        width = (right - left) / (_STEPS - 1) - 6
        text = shortened(_step(number, step, setting), width, 1, setting.measurer)
        place = Box(step_x(number, left, right) - width / 2, y, width, 15)
        items.append(setting.text(block.id, "step", (text,), place))
    return items + _keys(block, body, setting)


def _step(number: int, name: Para, setting: Setting) -> Paragraph:
    """A step's number and name, centred on its gridline."""
    words = styled(name, setting.font("label"), "muted", align="center")
    figure = Run(f"{number}\u2002", setting.font("label", bold=True), "muted", setting.lang)
    return replace(words, runs=(figure, *words.runs))


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


def _relevance(lane: Lane, row: Box, setting: Setting) -> Item:
    """The relevance of a band, beside its first row."""
    step: TypeStep = "figure" if row.h >= _BODY_H else "numeral" if row.h >= 24 else "second"
    figure = str(lane.relevance) if lane.relevance else "–"
    text = plain(figure, setting.font(step), setting.lang, "accent")
    return setting.text(lane.id, "relevance", (text,), Box(row.x + _INSET, row.y, 40, row.h), anchor="middle")


def _names(lane: Lane, row: Box, setting: Setting) -> list[Item]:
    step: TypeStep = (
        "lead" if row.h > _TALLEST else "body" if row.h >= _BODY_H else "second" if row.h >= _SECOND_H else "label"
    )
    lines = max(int(row.h // setting.font(step).line), 1)
    name = styled(lane.name, setting.font(step, bold=lane.leading))
    if line_count(name, _NAME_W, setting.measurer) > lines:
        name = styled(lane.name, setting.font("label", bold=lane.leading))
    name = shortened(name, _NAME_W, max(int(row.h // name.line), 1), setting.measurer)
    place = Box(row.x + _RELEVANCE_W, row.y, _NAME_W, row.h)
    texts = (name, *_notes(lane, name, row.h, setting))
    items: list[Item] = [setting.text(lane.id, "pattern", texts, place, anchor="middle")]
    if lane.gap:
        gap = styled(lane.gap, setting.font(step, bold=True), "accent" if lane.leading else "ink", align="right")
        place = Box(row.right - _GAP_W, row.y, _GAP_W - _INSET, row.h)
        items.append(setting.text(lane.id, "gap", (gap,), place, anchor="middle"))
    return items


def _notes(lane: Lane, name: Paragraph, height: float, setting: Setting) -> tuple[Paragraph, ...]:
    """Why it stands there, and why the target is where it is: each where the row has room for the whole of it."""
    room = height - height_of((name,), _NAME_W, setting.measurer) - _AIR
    found: list[Paragraph] = []
    for note in lane.notes:
        text = styled(note, setting.font("second" if height > _TALLEST else "label"), "muted", before=2)
        need = height_of((text,), _NAME_W, setting.measurer)
        if need > room:
            break
        found.append(text)
        room -= need
    return tuple(found)
