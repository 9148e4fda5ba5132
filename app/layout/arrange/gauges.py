"""Small graphics that several slides share: key figures, bars and tracks on the scale from 1 to 5, shifts."""

from typing import Final

from app.layout.frames import Box, GroupItem, Item, Paragraph, Role, ShapeItem
from app.layout.setting import Setting, rule
from app.layout.style import styled
from app.layout.text import height_of, line_count, natural_width, shortened
from app.layout.themes import TypeStep
from app.model.blocks import KeyFigure, Shift
from app.model.graphics import Gauge
from app.model.rich import Para
from app.model.units import inches

STEPS: Final = 5
#: Height of a gauge with its label, in points.
BAR_H: Final = 34.0
TRACK_H: Final = 66.0
_INSET: Final = 12.0
#: From a key figure's top to its value, and to its detail below a value.
_VALUE_Y: Final = 22.0
_DETAIL_Y: Final = 51.0
#: A side of a shift that is narrower than this has the lesser inset, and a line more.
_NARROW: Final = 190.0
_INSET_NARROW: Final = 9.0
#: Above and below the words of a side.
_ABOVE_WORDS: Final = 2.0


def largest(
    text: Para, steps: tuple[TypeStep, ...], width: float, setting: Setting, color: Role, *, bold: bool = False
) -> Paragraph:
    """One line in the largest of the steps that holds it; its beginning in the smallest when none does."""
    paragraph = styled(text, setting.font(steps[0], bold=bold), color)
    for step in steps:
        paragraph = styled(text, setting.font(step, bold=bold), color)
        if (
            natural_width(paragraph, setting.measurer) <= width * 0.97
            and line_count(paragraph, width, setting.measurer) == 1
        ):
            return paragraph
    return shortened(paragraph, width, 1, setting.measurer)


def place_figure(figure: KeyFigure, box: Box, setting: Setting, *, ruled: bool = True) -> tuple[Item, ...]:
    """Label, value and detail below each other: as many lines of detail as the box has room for, but at least two."""
    label = shortened(styled(figure.label, setting.font("label", bold=True), "muted"), box.w, 1, setting.measurer)
    items: list[Item] = [rule(box.x, box.y, box.w)] if ruled else []
    items.append(setting.text(figure.id, "label", (label,), Box(box.x, box.y + 6, box.w, 15)))
    detail_top = _VALUE_Y
    if figure.value:
        value = largest(figure.value, ("figure", "numeral", "body", "second", "label"), box.w, setting, "ink")
        place = Box(box.x, box.y + _VALUE_Y, box.w, 28)
        items.append(setting.text(figure.id, "value", (value,), place, anchor="middle"))
        detail_top = _DETAIL_Y
    if figure.detail:
        lines = max(int((box.h - detail_top) // setting.font("label").line), 2 if figure.value else 4)
        detail = shortened(styled(figure.detail, setting.font("label"), "muted"), box.w, lines, setting.measurer)
        height = height_of((detail,), box.w, setting.measurer)
        items.append(setting.text(figure.id, "detail", (detail,), Box(box.x, box.y + detail_top, box.w, height)))
    return (GroupItem(figure.id, "key figure", tuple(items)),)


def figure_height(figure: KeyFigure, width: float, setting: Setting) -> float:
    """How high a key figure of a width must be to stand whole, in points."""
    detail = (
        height_of((styled(figure.detail, setting.font("label")),), width, setting.measurer) if figure.detail else 0.0
    )
    return (_DETAIL_Y if figure.value else _VALUE_Y) + detail


def place_gauge(gauge: Gauge, box: Box, setting: Setting) -> tuple[Item, ...]:
    """A gauge at the top of the box: label left, reading right, the scale below."""
    label = styled(gauge.label, setting.font("second"))
    reading = styled(gauge.reading, setting.font("second"), align="right")
    label = shortened(label, box.w * 0.45, 1, setting.measurer)
    reading = shortened(reading, box.w * 0.55, 1, setting.measurer)
    texts: list[Item] = [
        setting.text(gauge.id, "label", (label,), Box(box.x, box.y, box.w * 0.45, 18)),
        setting.text(gauge.id, "reading", (reading,), Box(box.x + box.w * 0.45, box.y, box.w * 0.55, 18)),
    ]
    scale = _bar(gauge, box) if gauge.kind == "bar" else _track(gauge, box, setting)
    alt = f"{gauge.label.plain}: {gauge.reading.plain}"
    return (*texts, GroupItem(gauge.id, "scale", scale, alt))


def _bar(gauge: Gauge, box: Box) -> tuple[Item, ...]:
    gap = 4.0
    width = (box.w - gap * (STEPS - 1)) / STEPS
    items: list[Item] = []
    for step in range(STEPS):
        reached = gauge.today is not None and step < gauge.today
        place = Box(box.x + step * (width + gap), box.y + 22, width, 6)
        fill: Role | None = "accent" if reached else None
        items.append(
            ShapeItem(gauge.id, f"step {step + 1}", place, "rectangle", fill, None if reached else "rule", 0.75)
        )
    return tuple(items)


def _track(gauge: Gauge, box: Box, setting: Setting) -> tuple[Item, ...]:
    y = box.y + 31
    left, right = box.x + 8, box.right - 8
    items: list[Item] = [rule(left, y, right - left, "rule", 1.0, "track")]
    for step in range(1, STEPS + 1):
        x = step_x(step, left, right)
        items.append(ShapeItem(gauge.id, "tick", Box(x, y - 3, 0, 6), "line", None, "rule", 0.75))
    today, target = gauge.today, gauge.target
    if today and target and today != target:
        start, end = sorted((step_x(today, left, right), step_x(target, left, right)))
        items.append(rule(start, y, end - start, "accent", 2.25, "way"))
    if target:
        items.append(disc(gauge.id, step_x(target, left, right), y, 6.5, "accent", "accent"))
    if today:
        radius = 3.5 if today == target else 5.5
        items.append(
            disc(gauge.id, step_x(today, left, right), y, radius, "ground", "rule" if today != target else "accent")
        )
    items += _ends(gauge, box, y + 9, setting)
    return tuple(items)


def _ends(gauge: Gauge, box: Box, y: float, setting: Setting) -> tuple[Item, ...]:
    half = box.w / 2 - 4
    low = shortened(styled(gauge.low, setting.font("label"), "muted"), half, 1, setting.measurer)
    high = shortened(styled(gauge.high, setting.font("label"), "muted", align="right"), half, 1, setting.measurer)
    texts: list[Item] = []
    if low.runs:
        texts.append(setting.text(gauge.id, "low end", (low,), Box(box.x, y, half, 15)))
    if high.runs:
        texts.append(setting.text(gauge.id, "high end", (high,), Box(box.right - half, y, half, 15)))
    return tuple(texts)


def step_x(step: float, left: float, right: float) -> float:
    """Where a step from 1 to 5 lies between two ends."""
    return left + (step - 1) * (right - left) / (STEPS - 1)


def disc(block: str, x: float, y: float, radius: float, fill: Role, outline: Role, name: str = "disc") -> ShapeItem:
    """A disc about a point."""
    return ShapeItem(block, name, Box(x - radius, y - radius, 2 * radius, 2 * radius), "ellipse", fill, outline, 1.5)


#: Steps of a shift's words: in a row among others, and large.
WORD_STEPS: Final[tuple[TypeStep, ...]] = ("lead", "body", "second", "label")
_LARGE_STEPS: Final[tuple[TypeStep, ...]] = ("figure", "numeral", "body")


def word_room(box: Box) -> float:
    """The width that a side of a shift leaves for its words."""
    return box.w - 2 * _edge(box)


def _edge(box: Box) -> float:
    return _INSET_NARROW if box.w < _NARROW else _INSET


def place_shift(
    shift: Shift,
    left: Box,
    right: Box,
    setting: Setting,
    *,
    large: bool,
    steps: tuple[TypeStep, ...] = WORD_STEPS,
) -> GroupItem:
    """From in the panel, an arrow, to in the block. `large` shows labels and pattern-size words, else the words alone are bold, in the
    first of the steps that holds them."""
    steps = _LARGE_STEPS if large else steps
    items: list[Item] = [
        _side(shift, left, "panel", "ink", "muted", setting, steps, large=large, start=True),
        ShapeItem(
            shift.id,
            "arrow",
            Box(left.right + 6, left.y + left.h / 2, right.x - left.right - 12, 0),
            "arrow",
            None,
            "accent",
            1.5,
        ),
        _side(shift, right, "block", "on-block", "on-block-muted", setting, steps, large=large, start=False),
    ]
    alt = f"{shift.from_word.plain} → {shift.to_word.plain}"
    return GroupItem(shift.id, "shift", tuple(items), alt)


def stands_whole(shift: Shift, left: Box, right: Box, setting: Setting, steps: tuple[TypeStep, ...]) -> bool:
    """Whether both glosses of a shift stand whole in a row, below words in the first of the steps that holds them."""
    inks: tuple[Role, Role] = ("ink", "muted")
    return all(
        _words(shift, box, inks, setting, steps, large=False, start=start)[1]
        for box, start in ((left, True), (right, False))
    )


def _side(
    shift: Shift,
    box: Box,
    fill: Role,
    ink: Role,
    second: Role,
    setting: Setting,
    steps: tuple[TypeStep, ...],
    *,
    large: bool,
    start: bool,
) -> ShapeItem:
    paragraphs, whole = _words(shift, box, (ink, second), setting, steps, large=large, start=start)
    if large and not whole:
        paragraphs, _ = _words(shift, box, (ink, second), setting, steps[1:], large=large, start=start)
    edge = _edge(box)
    insets = (edge, _ABOVE_WORDS, edge, _ABOVE_WORDS)
    return setting.panel(shift.id, "from" if start else "to", paragraphs, box, fill, anchor="middle", insets=insets)


def _words(
    shift: Shift,
    box: Box,
    inks: tuple[Role, Role],
    setting: Setting,
    steps: tuple[TypeStep, ...],
    *,
    large: bool,
    start: bool,
) -> tuple[list[Paragraph], bool]:
    """Label, word in the first of the steps that holds it, and gloss of a side; and whether the gloss is whole."""
    label = shift.from_label if start else shift.to_label
    word = shift.from_word if start else shift.to_word
    gloss = shift.from_gloss if start else shift.to_gloss
    ink, second = inks
    width = word_room(box)
    paragraphs: list[Paragraph] = []
    if large and label:
        paragraphs.append(shortened(styled(label, setting.font("label"), second), width, 1, setting.measurer))
    paragraphs.append(largest(word, steps, width, setting, ink, bold=not large))
    small = styled(gloss, setting.font("label"), second, before=2)
    room = box.h - sum(paragraph.line for paragraph in paragraphs) - 2 * _ABOVE_WORDS - small.before
    lines = min(int(room // small.line), 3 if box.w < _NARROW else 2)
    if gloss and lines > 0:
        paragraphs.append(shortened(small, width, lines, setting.measurer))
    return paragraphs, not gloss or line_count(small, width, setting.measurer) <= lines


def row_height(available: float, count: int, tallest: float) -> float:
    """The height of each of `count` rows that share the room, `tallest` points at the most."""
    return min(available / max(count, 1), tallest)


#: Between rows of shifts; what the left box gives way for the arrow.
GAP: Final = 4.5
ARROW: Final = inches(0.28)
