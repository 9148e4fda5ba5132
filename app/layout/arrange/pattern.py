"""Pattern: the shift as a band, then what it means for us, where we stand, what we propose, in three columns."""

from collections.abc import Sequence
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.flow import HEAD_H, carried_on, column_head, first_fit, rich
from app.layout.arrange.gauges import ARROW, BAR_H, TRACK_H, largest, place_gauge, place_shift
from app.layout.frames import Box, Item, Paragraph
from app.layout.setting import BodyPage, Setting
from app.layout.style import styled
from app.layout.text import FILL, height_of, line_count, natural_width, shortened, split_at
from app.layout.themes import TypeStep
from app.model.blocks import KeyFigure, Passage, Proposal, Shift
from app.model.graphics import Gauge
from app.model.units import inches

_BAND_H: Final = inches(1.0)
_BELOW_BAND: Final = 20.0
#: The evidence's band and the space above it: roomy, then as low as two lines of label allow.
_FIGURE_HS: Final = ((40.0, 6.0), (32.0, 4.0))
_FIGURE_STEPS: Final[tuple[TypeStep, ...]] = ("numeral", "body", "second", "label")
_EVIDENCE_LINES: Final = 2


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """The pattern's page; what its text columns cannot hold follows on pages of its own."""
    items: list[Item] = []
    top = body.y
    shift = next((block for block in slide.blocks if isinstance(block, Shift)), None)
    if shift:
        band = Box(body.x, body.y, body.w, _BAND_H)
        items.append(
            place_shift(
                shift, setting.columns(1, 4, band).inset(right=ARROW), setting.columns(5, 12, band), setting, large=True
            )
        )
        top += _BAND_H + _BELOW_BAND
    area = Box(body.x, top, body.w, body.bottom - top)
    more: list[BodyPage] = []
    for place, passage in zip(((1, 4), (5, 8), (9, 12)), _passages(slide), strict=False):
        placed, rest = _column(slide, passage, setting.columns(*place, area), setting)
        items += placed
        more += carried_on(passage.id, passage.head, rest, body, setting)
    return (BodyPage(tuple(items)), *more)


def _passages(slide: Slide) -> tuple[Passage, ...]:
    """The three columns' heads, in order: meaning, where we stand, what we propose."""
    return tuple(block for block in slide.blocks if isinstance(block, Passage))[:3]


def _column(slide: Slide, passage: Passage, box: Box, setting: Setting) -> tuple[list[Item], tuple[Paragraph, ...]]:
    inner = box.inset(top=HEAD_H + 4)
    items = list(column_head(passage.id, passage.head, box, setting))
    if passage.role == "standing":
        return items + _gauges(slide, passage, inner, setting), ()
    if passage.role == "proposals":
        text = _proposals(slide, setting)
        fits, rest = split_at(text, inner.w, inner.h, setting.measurer)
        return [*items, setting.text(passage.id, "proposals", fits, inner)] if fits else items, rest
    return _meaning(slide, passage, items, inner, setting)


def _meaning(
    slide: Slide, passage: Passage, items: list[Item], inner: Box, setting: Setting
) -> tuple[list[Item], tuple[Paragraph, ...]]:
    figure = next((block for block in slide.blocks if isinstance(block, KeyFigure)), None)
    fits = [
        (height, room, *first_fit(rich(passage.text, setting), ("body", "second"), room, setting))
        for height, room in _rooms(inner, figure)
    ]
    height, room, text, rest, tightened = next((fit for fit in fits if not fit[3]), fits[-1])
    if text:
        items.append(setting.text(passage.id, "meaning", text, room, tightened=tightened))
    if figure:
        items += _evidence(figure, Box(inner.x, inner.bottom - height, inner.w, height), setting)
    return items, rest


def _rooms(inner: Box, figure: KeyFigure | None) -> list[tuple[float, Box]]:
    """The heights that the evidence may have, and what each leaves for the text."""
    bands = _FIGURE_HS if figure else ((0.0, 0.0),)
    return [(height, inner.inset(bottom=height + above)) for height, above in bands]


def _figure(figure: KeyFigure, steps: tuple[TypeStep, ...], box: Box, setting: Setting) -> tuple[Paragraph, float]:
    """The figure in the largest of the steps that holds it, and where its statement starts."""
    value = largest(figure.value, steps, box.w * 0.4, setting, "accent")
    width = natural_width(value, setting.measurer) / FILL + 1
    return value, box.x + 10 + (width + 8 if figure.value else 0)


def _evidence(figure: KeyFigure, box: Box, setting: Setting) -> list[Item]:
    """A figure with its statement on a tint band; the figure gives way when the statement would else be cut."""
    value, x = _figure(figure, _FIGURE_STEPS, box, setting)
    whole = styled(figure.detail, setting.font("label"))
    if line_count(whole, box.right - 8 - x, setting.measurer) > _EVIDENCE_LINES:
        value, x = _figure(figure, _FIGURE_STEPS[-2:], box, setting)
    detail = shortened(whole, box.right - 8 - x, _EVIDENCE_LINES, setting.measurer)
    width = x - 18 - box.x
    items: list[Item] = [setting.panel(figure.id, "evidence background", (), box, "tint")]
    if figure.value:
        items.append(setting.text(figure.id, "value", (value,), Box(box.x + 10, box.y, width, box.h), anchor="middle"))
    items.append(
        setting.text(figure.id, "evidence", (detail,), Box(x, box.y, box.right - 8 - x, box.h), anchor="middle")
    )
    return items


def _gauges(slide: Slide, passage: Passage, inner: Box, setting: Setting) -> list[Item]:
    items: list[Item] = []
    top = inner.y
    for gauge in (block for block in slide.blocks if isinstance(block, Gauge)):
        height = BAR_H if gauge.kind == "bar" else TRACK_H
        if top + height > inner.bottom:
            break
        items += place_gauge(gauge, Box(inner.x, top, inner.w, height), setting)
        top += height + 8
    room = Box(inner.x, top, inner.w, inner.bottom - top)
    note, _, tightened = first_fit(rich(passage.text, setting, "muted"), ("second", "label"), room, setting)
    if note and height_of(note, room.w, setting.measurer) <= room.h:
        items.append(setting.text(passage.id, "reading", note, room, tightened=tightened))
    return items


def _proposals(slide: Slide, setting: Setting) -> Sequence[Paragraph]:
    paragraphs: list[Paragraph] = []
    for proposal in (block for block in slide.blocks if isinstance(block, Proposal)):
        paragraphs.append(styled(proposal.head, setting.font("second", bold=True), before=9))
        paragraphs += [
            styled(detail, setting.font("label"), "muted", before=1) for detail in proposal.details if detail
        ]
    return paragraphs
