"""Pattern: the shift as a band, then what it means for us, where we stand, what we propose, in three columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.flow import HEAD_H, best, carried_on, column_head, first_fit, rich
from app.layout.arrange.gauges import ARROW, BAR_H, TRACK_H, largest, place_gauge, place_shift
from app.layout.frames import Box, Item, Paragraph
from app.layout.setting import BodyPage, Setting
from app.layout.style import styled
from app.layout.text import FILL, height_of, line_count, natural_width, shortened, split_at
from app.layout.themes import TypeStep
from app.model.blocks import KeyFigure, Passage, Proposal, Shift
from app.model.graphics import Gauge

_BAND_H: Final = 76.5
_BELOW_BAND: Final = 15.5
_LOW_BAND_H: Final = 34.0
_BELOW_LOW_BAND: Final = 12.0
_BETWEEN_GAUGES: Final = 8.0
#: Two lines of text and the evidence's band.
_LEAST_TEXT: Final = 74.0
#: The columns of meaning, where we stand, and what we propose, side by side.
_THIRDS: Final[Mapping[int, tuple[int, int]]] = {0: (1, 4), 1: (5, 8), 2: (9, 12)}
#: The same where the meaning is long.
_HALF_AND_QUARTERS: Final[Mapping[int, tuple[int, int]]] = {0: (1, 6), 1: (7, 9), 2: (10, 12)}
#: The evidence's band and the space above it: roomy, then as low as two lines of label allow.
_FIGURE_HS: Final = ((40.0, 6.0), (32.0, 4.0))
_FIGURE_STEPS: Final[tuple[TypeStep, ...]] = ("numeral", "body", "second", "label")
_EVIDENCE_LINES: Final = 2
_MOST_LINES: Final = 6


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """The pattern's page; what its text columns cannot hold follows on pages of its own.

    Where the body is low, the shift's band is low too, or the columns are parted over two slides: as few slides as show all."""
    plans = (plan(slide, body, setting) for plan in _PLANS)
    return best(plans, lambda plan: (plan.hidden, len(plan.pages), plan.carried), (0, 1, 0)).pages


@dataclass(frozen=True, slots=True)
class _Plan:
    """Pages of the pattern, how many of them carry text on, and how many gauges and texts they have no room for."""

    pages: tuple[BodyPage, ...]
    carried: int
    hidden: int


def _whole(slide: Slide, body: Box, setting: Setting) -> _Plan:
    """The shift large over three columns."""
    items, area = _band(slide, body, _BAND_H, _BELOW_BAND, setting)
    return _planned(slide, body, [(items, area, _THIRDS)], setting)


def _under_low_band(slide: Slide, body: Box, setting: Setting) -> _Plan:
    """The shift's words alone over three columns."""
    items, area = _band(slide, body, _LOW_BAND_H, _BELOW_LOW_BAND, setting)
    return _planned(slide, body, [(items, area, _THIRDS)], setting)


def _meaning_wide(slide: Slide, body: Box, setting: Setting) -> _Plan:
    """The shift's words alone, what it means over half the width, the other two columns beside it."""
    items, area = _band(slide, body, _LOW_BAND_H, _BELOW_LOW_BAND, setting)
    return _planned(slide, body, [(items, area, _HALF_AND_QUARTERS)], setting)


def _meaning_apart(slide: Slide, body: Box, setting: Setting) -> _Plan:
    """What it means over the width on the first slide, the other two columns on the next."""
    items, area = _band(slide, body, _LOW_BAND_H, _BELOW_LOW_BAND, setting)
    return _planned(slide, body, [(items, area, {0: (1, 12)}), ([], body, {1: (1, 6), 2: (7, 12)})], setting)


def _standing_apart(slide: Slide, body: Box, setting: Setting) -> _Plan:
    """What it means and where we stand on the first slide, what we propose on the next."""
    items, area = _band(slide, body, _LOW_BAND_H, _BELOW_LOW_BAND, setting)
    return _planned(slide, body, [(items, area, {0: (1, 7), 1: (8, 12)}), ([], body, {2: (1, 12)})], setting)


#: In the order in which they are preferred.
_PLANS: Final = (_whole, _under_low_band, _meaning_wide, _meaning_apart, _standing_apart)


def _band(slide: Slide, body: Box, height: float, below: float, setting: Setting) -> tuple[list[Item], Box]:
    """The shift across the body's top, and the area below it."""
    shift = next((block for block in slide.blocks if isinstance(block, Shift)), None)
    if shift is None:
        return [], body
    band = replace(body, h=height)
    left, right = setting.columns(1, 4, band).inset(right=ARROW), setting.columns(5, 12, band)
    return [place_shift(shift, left, right, setting, large=height == _BAND_H)], body.inset(top=height + below)


def _planned(
    slide: Slide, body: Box, slides: Sequence[tuple[list[Item], Box, Mapping[int, tuple[int, int]]]], setting: Setting
) -> _Plan:
    """Pages with what stands on each already, the area for the columns, and the columns by their passage."""
    passages = _passages(slide)
    pages: list[BodyPage] = []
    more: list[BodyPage] = []
    hidden = 0
    for items, area, columns in slides:
        found = list(items)
        for index, place in columns.items():
            if index < len(passages):
                box = setting.columns(*place, area)
                placed, rest = _column(slide, passages[index], box, setting)
                found += placed
                more += carried_on(passages[index].id, passages[index].head, rest, body, setting)
                hidden += _hidden(slide, passages[index], box)
        pages.append(BodyPage(tuple(found)))
    return _Plan((*pages, *more), len(more), hidden)


def _hidden(slide: Slide, passage: Passage, box: Box) -> int:
    """How many gauges a column has no room for; of a text, whether it has room for less than two lines above its evidence."""
    top = box.y + HEAD_H + 4
    if passage.role != "standing":
        return int(box.bottom - top < _LEAST_TEXT)
    hidden = 0
    for gauge in _gauges_of(slide):
        height = BAR_H if gauge.kind == "bar" else TRACK_H
        hidden += top + height > box.bottom
        top += height + _BETWEEN_GAUGES
    return hidden


def _gauges_of(slide: Slide) -> tuple[Gauge, ...]:
    return tuple(block for block in slide.blocks if isinstance(block, Gauge))


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
        for height, room in _rooms(inner, figure, setting)
    ]
    height, room, text, rest, tightened = next((fit for fit in fits if not fit[3]), fits[-1])
    if text:
        items.append(setting.text(passage.id, "meaning", text, room, tightened=tightened))
    if figure:
        items += _evidence(figure, Box(inner.x, inner.bottom - height, inner.w, height), setting)
    return items, rest


def _rooms(inner: Box, figure: KeyFigure | None, setting: Setting) -> list[tuple[float, Box]]:
    """The heights that the evidence may have, and what each leaves for the text: higher where its statement needs more lines."""
    if figure is None:
        return [(0.0, inner)]
    lines = min(_lines(figure, inner, setting), _MOST_LINES)
    higher = [((lines - _EVIDENCE_LINES) * 15.0 + height, above) for height, above in _FIGURE_HS]
    bands = (*higher, *_FIGURE_HS) if lines > _EVIDENCE_LINES else _FIGURE_HS
    return [(height, inner.inset(bottom=height + above)) for height, above in bands]


def _lines(figure: KeyFigure, box: Box, setting: Setting) -> int:
    """The lines that the evidence's statement takes beside its figure at the least."""
    _, x = _figure(figure, _FIGURE_STEPS[-2:], box, setting)
    return line_count(styled(figure.detail, setting.font("label")), box.right - 8 - x, setting.measurer)


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
    lines = max(int((box.h - 2) // whole.line), _EVIDENCE_LINES)
    detail = shortened(whole, box.right - 8 - x, lines, setting.measurer)
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
    for gauge in _gauges_of(slide):
        height = BAR_H if gauge.kind == "bar" else TRACK_H
        if top + height > inner.bottom:
            break
        items += place_gauge(gauge, Box(inner.x, top, inner.w, height), setting)
        top += height + _BETWEEN_GAUGES
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
