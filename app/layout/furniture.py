"""What stands on every slide beside its message: the tracker, the takeaway, the source, the foot."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Literal

from app.compose.storyline import Furniture, Slide, Storyline
from app.layout.frames import Box, Diagnostic, Font, GroupItem, Item, Paragraph, Role, Run, TextItem
from app.layout.grid import Foot, Place
from app.layout.setting import Setting, rule
from app.layout.style import WIDEST_NUMBER, styled
from app.layout.text import FILL, line_count, natural_width, shortened
from app.layout.themes import TypeStep
from app.model.rich import Para, Span
from app.model.units import inches

_TAKEAWAY_INSETS = (inches(0.2), inches(0.06), inches(0.2), inches(0.06))
_TAKEAWAY_STEPS: Final[tuple[TypeStep, ...]] = ("body", "second")
_SOURCE_LINES: Final = 2
#: The least size and line of a foot, in points.
_LEAST_FOOT: Final = (10.0, 12.0)
_AFTER_ORGANISATION: Final = inches(0.4)


def tracker(storyline: Storyline, slide: Slide, setting: Setting) -> GroupItem | None:
    """The parts of the deck as equal segments, the current one marked by a heavier line and bold; none where it has no place."""
    box = setting.grid.tracker
    if box is None:
        return None
    parts = storyline.backup_sections if slide.backup else storyline.sections
    width = box.w / max(len(parts), 1)
    items: list[Item] = []
    for index, part in enumerate(parts):
        current = index == slide.section
        x = box.x + index * width
        line_width = 2.25 if current else 0.75
        items.append(rule(x, box.y, width - 6, "accent" if current else "hairline", line_width, "tracker line"))
        label = styled(part, setting.font("label", bold=current), "accent" if current else "muted")
        label = shortened(label, width - 6, 1, setting.measurer)
        items.append(setting.text("", "tracker", (label,), Box(x, box.y + 3, width - 6, 15)))
    return GroupItem("", "tracker", tuple(items), decorative=True)


def takeaway(slide: Slide, setting: Setting) -> tuple[TextItem | None, tuple[Diagnostic, ...]]:
    """What follows from the slide, in a band; smaller when it must be, then on two lines in a band that reaches so much higher, then
    ended by an ellipsis."""
    if not slide.takeaway:
        return None, ()
    box = setting.grid.takeaway
    width = box.w - _TAKEAWAY_INSETS[0] - _TAKEAWAY_INSETS[2]
    for step in _TAKEAWAY_STEPS:
        paragraph = styled(slide.takeaway, setting.font(step, bold=True))
        if line_count(paragraph, width, setting.measurer) == 1:
            return _band(paragraph, box, slide, setting, tightened=step != _TAKEAWAY_STEPS[0]), ()
    whole = styled(slide.takeaway, setting.font("second", bold=True))
    higher = replace(box, y=box.y - whole.line, h=box.h + whole.line)
    cut = shortened(whole, width, 2, setting.measurer)
    notes = (Diagnostic("cut", slide.id, slide.takeaway_id, slide.takeaway.plain),) if cut is not whole else ()
    return _band(cut, higher, slide, setting, tightened=True), notes


def _band(paragraph: Paragraph, box: Box, slide: Slide, setting: Setting, *, tightened: bool) -> TextItem:
    body = setting.lay((paragraph,), box, anchor="middle", insets=_TAKEAWAY_INSETS, tightened=tightened)
    return TextItem(slide.takeaway_id, "takeaway", box, body, "takeaway", fill="tint")


def source(slide: Slide, setting: Setting) -> tuple[TextItem | None, tuple[Diagnostic, ...]]:
    """The source line, or two. Where they hold fewer sources, the first are named before the slide that lists them all; a single one
    that does not fit stands whole in the notes."""
    if not slide.source:
        return None, ()
    whole = styled(slide.source, setting.font("label"), "muted")
    box = setting.grid.source
    if line_count(whole, box.w, setting.measurer) > 1:
        box = Box(box.x, box.y - whole.line / 2, box.w, _SOURCE_LINES * whole.line)
    tries = (whole, *(styled(fewer, setting.font("label"), "muted") for fewer in _fewer(slide.source)))
    fitted = next((text for text in tries if line_count(text, box.w, setting.measurer) <= _SOURCE_LINES), None)
    line = fitted or shortened(whole, box.w, _SOURCE_LINES, setting.measurer)
    notes = () if fitted else (Diagnostic("cut", slide.id, f"{slide.id}/source", slide.source.plain),)
    return setting.text("", "source", (line,), box, placeholder="source"), notes


def _fewer(source: Para) -> Iterator[Para]:
    """The line with ever fewer sources before what leads to the slide of all sources; nothing where it leads nowhere."""
    if not source.spans or source.spans[-1].ref is None:
        return
    sources, more = source.spans[:-2], source.spans[-2:]
    for at in reversed([index for index, span in enumerate(sources) if span.text == "; "]):
        yield Para((*sources[:at], *more))


def foot(furniture: Furniture, slide: str, setting: Setting) -> tuple[Item, ...]:
    """Organisation, occasion, class and number, from left to right, each where the grid has a place for it."""
    places = _flowing(setting.grid.foot, furniture.organisation, setting)
    items: list[Item] = []
    if furniture.organisation and places.organisation:
        name = styled(furniture.organisation, _foot_font(setting, strong=True), setting.theme.foot_color or "ink")
        items.append(_small(name, "footer", places.organisation, setting))
    if (furniture.occasion or furniture.draft) and places.occasion:
        spans = _sentences(furniture.draft, furniture.occasion, setting)
        occasion = styled(spans, _foot_font(setting), setting.theme.foot_color or "muted")
        items.append(_small(occasion, "date", places.occasion, setting))
    if furniture.classification and places.classification:
        items.append(_classification(furniture, places.classification, setting))
    if places.number:
        strong = _foot_font(setting, strong=True)
        color: Role = "muted" if places.number_in_body else setting.theme.foot_color or "ink"
        number = Paragraph((Run(WIDEST_NUMBER, strong, color, setting.lang, ref=slide),), line=strong.line)
        items.append(_small(number, "number", places.number, setting))
    return tuple(items)


def _foot_font(setting: Setting, *, strong: bool = False) -> Font:
    """The foot's font; strong only where the foot is ours to shape."""
    return setting.font("footer", bold=strong and setting.theme.foot_color is None)


def _flowing(places: Foot, organisation: Para, setting: Setting) -> Foot:
    """The foot's places, with that of the organisation no wider than its name and the occasion after it where they flow."""
    first, second = places.organisation, places.occasion
    if not places.flows or not organisation or first is None or second is None:
        return places
    name = styled(organisation, setting.font("footer", bold=True))
    name = shortened(name, first.box.w, 1, setting.measurer)
    narrowed = replace(first.box, w=natural_width(name, setting.measurer) / FILL + 1)
    left = narrowed.right + _AFTER_ORGANISATION
    rest = replace(second.box, x=left, w=second.box.right - left)
    return replace(places, organisation=replace(first, box=narrowed), occasion=replace(second, box=rest))


def cover_label(furniture: Furniture, setting: Setting) -> tuple[Item, ...]:
    """The draft word and the class, at the foot of the cover, where other slides have their foot."""
    words = _sentences(furniture.draft, furniture.classification, setting)
    if not words:
        return ()
    place = setting.grid.cover.label
    label = shortened(styled(words, setting.font("label", bold=True), "on-cover"), place.w, 1, setting.measurer)
    box = Box(place.x, place.y, place.w, label.line)
    return (setting.text("organisation/classification", "classification", (label,), box),)


def _sentences(first: Para, second: Para, setting: Setting) -> Para:
    """Two words for the foot, parted by a full stop where both are there."""
    gap = (Span(". ", setting.lang),) if first and second else ()
    return Para((*first.spans, *gap, *second.spans))


def _small(paragraph: Paragraph, name: Literal["footer", "date", "number"], place: Place, setting: Setting) -> TextItem:
    """A part of the foot in the placeholder of its name: on one line; smaller, then on two, where it would else be cut."""
    left, _, right, _ = place.insets
    width = place.box.w - left - right
    whole = replace(paragraph, align=place.align)
    least = _least(whole)
    tries = ((whole, 1), (least, 1), (least, int(place.box.h // least.line)))
    fitted = next((text for text, most in tries if line_count(text, width, setting.measurer) <= most), None)
    line = fitted or shortened(whole, width, 1, setting.measurer)
    tall = line_count(line, width, setting.measurer) > 1
    insets = (left, 0.0, right, 0.0) if tall else place.insets
    return setting.text(
        "", name, (line,), place.box,
        anchor=place.anchor, insets=insets, placeholder=name, tightened=fitted is least and least is not whole,
    )  # fmt: skip


def _least(text: Paragraph) -> Paragraph:
    """A text of the foot in its least size; the text itself where it is no larger."""
    size, line = _LEAST_FOOT
    if all(run.font.size <= size for run in text.runs):
        return text
    runs = tuple(replace(run, font=replace(run.font, size=size, line=line)) for run in text.runs)
    return replace(text, runs=runs, line=line)


def _classification(furniture: Furniture, place: Place, setting: Setting) -> TextItem:
    color: Role = "ground" if furniture.confidential else "ink"
    words = styled(furniture.classification, setting.font("footer", bold=True), color, align=place.align)
    width = place.box.w - 4
    fitted = next((text for text in (words, _least(words)) if line_count(text, width, setting.measurer) == 1), None)
    label = fitted or shortened(words, width, 1, setting.measurer)
    body = setting.lay((label,), place.box, anchor=place.anchor, tightened=label.runs[0].font != words.runs[0].font)
    fill: Role | None = "ink" if furniture.confidential else None
    return TextItem(
        "organisation/classification", "classification", place.box, body, "classification",
        fill=fill, outline="rule", filled=furniture.confidential,
    )  # fmt: skip
