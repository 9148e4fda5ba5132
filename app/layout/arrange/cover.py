"""Cover: organisation above, title and answer to the left of the motif, occasion and class at the foot."""

from dataclasses import replace
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.gauges import largest
from app.layout.frames import Box, Item, Paragraph, TextItem
from app.layout.grid import Place
from app.layout.setting import BodyPage, Setting
from app.layout.style import styled
from app.layout.text import height_of, line_count, shortened
from app.layout.themes import TypeStep
from app.layout.titles import balanced_width
from app.model.blocks import CoverBlock
from app.model.rich import Para

_TITLE_STEPS: Final[tuple[TypeStep, ...]] = ("cover", "title", "figure")
_ANSWER_LINES: Final = 4
_BELOW_TITLE: Final = 14.0
_DETAILS_BELOW: Final = 20.0


def arrange(slide: Slide, _body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """The one page of a cover; the title in the largest step that holds it."""
    block = next(block for block in slide.blocks if isinstance(block, CoverBlock))
    zones = setting.grid.cover
    items: list[Item] = []
    title = _title(slide, setting)
    items.append(title)
    if zones.organisation:
        items += _line(block.id, "organisation", block.organisation, zones.organisation, "second", setting, bold=True)
    items += _answer(block, zones.subtitle or _below(title, setting), setting)
    items += _line(block.id, "occasion", block.occasion, zones.occasion, "second", setting, bold=True)
    below = zones.occasion.inset(top=_DETAILS_BELOW)
    items += _line(block.id, "details", block.details, below, "label", setting)
    return (BodyPage(tuple(items)),)


def _title(slide: Slide, setting: Setting) -> TextItem:
    """The title in its placeholder."""
    place = setting.grid.cover.title
    room = place.box.inset(*place.insets)
    steps = [_set(slide, step, setting) for step in _TITLE_STEPS]
    fitting = [text for text in steps if height_of((text,), room.w, setting.measurer) <= room.h]
    whole = fitting[0] if fitting else steps[-1]
    paragraph = shortened(whole, room.w, max(int(room.h // whole.line), 1), setting.measurer)
    return setting.text(
        slide.title_id, "title", (paragraph,), _narrowed(paragraph, place, setting).box,
        anchor=place.anchor, insets=place.insets, placeholder="title", tightened=whole is not steps[0],
    )  # fmt: skip


def _set(slide: Slide, step: TypeStep, setting: Setting) -> Paragraph:
    look = setting.theme.opening
    return styled(slide.title, look.of(setting.font(step)), look.color, align=setting.grid.cover.title.align)


def _narrowed(text: Paragraph, place: Place, setting: Setting) -> Place:
    """A place that breaks a text well, where its width is ours to set."""
    if setting.grid.cover.subtitle is not None:
        return place
    edges = place.insets[0] + place.insets[2]
    width = balanced_width(text, place.box.w - edges, setting) + edges
    return replace(place, box=replace(place.box, w=width))


def _below(title: TextItem, setting: Setting) -> Place:
    """The place of the answer where the grid has none: below the title, wherever that ends."""
    place = setting.grid.cover.title.box
    line = setting.font("lead").line
    return Place(Box(place.x, place.y + title.body.height + _BELOW_TITLE, place.w, _ANSWER_LINES * line))


def _answer(block: CoverBlock, place: Place, setting: Setting) -> tuple[Item, ...]:
    room = place.box.inset(*place.insets)
    whole = styled(block.answer, setting.font("lead"), "cover-muted", align=place.align)
    answer = shortened(whole, room.w, max(int(room.h // whole.line), 1), setting.measurer)
    if not answer.runs:
        return ()
    text = setting.text(
        "matter/answer", "subtitle", (answer,), _narrowed(answer, place, setting).box,
        anchor=place.anchor, insets=place.insets, placeholder="subtitle",
    )  # fmt: skip
    return (text,)


def _line(
    block: str, name: str, text: Para, box: Box, step: TypeStep, setting: Setting, *, bold: bool = False
) -> tuple[Item, ...]:
    """A bold line at the top of a box, smaller where it is long; what is not bold stands on as many lines as the box holds."""
    if not text:
        return ()
    color = "on-cover" if bold else "cover-muted"
    if bold:
        line = largest(text, (step, "label"), box.w, setting, color, bold=True)
    else:
        whole = styled(text, setting.font(step), color)
        line = shortened(whole, box.w, max(int(box.h // whole.line), 1), setting.measurer)
    count = line_count(line, box.w, setting.measurer)
    return (setting.text(block, name, (line,), replace(box, h=count * line.line)),)
