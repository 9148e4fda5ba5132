"""What stands on every slide beside its message: the tracker, the takeaway, the source, the foot."""

from typing import Final, Literal

from app.compose.storyline import Furniture, Slide, Storyline
from app.layout.frames import Box, Diagnostic, GroupItem, Item, Paragraph, Role, Run, TextItem
from app.layout.grid import FOOTER_H, FOOTER_Y, MARGIN, SOURCE, TAKEAWAY, TRACKER, WIDTH
from app.layout.setting import Setting, rule
from app.layout.style import WIDEST_NUMBER, styled
from app.layout.text import FILL, line_count, natural_width, shortened
from app.layout.themes import TypeStep
from app.model.rich import Para, Span
from app.model.units import inches

_TAKEAWAY_INSETS = (inches(0.2), inches(0.06), inches(0.2), inches(0.06))
_TAKEAWAY_STEPS: Final[tuple[TypeStep, ...]] = ("body", "second")
_SOURCE_LINES: Final = 2
_CLASS_W = inches(1.1)
_NUMBER_W = inches(0.45)


def tracker(storyline: Storyline, slide: Slide, setting: Setting) -> GroupItem:
    """The parts of the deck as equal segments, the current one marked by a heavier line and bold."""
    parts = storyline.backup_sections if slide.backup else storyline.sections
    width = TRACKER.w / max(len(parts), 1)
    items: list[Item] = []
    for index, part in enumerate(parts):
        current = index == slide.section
        x = TRACKER.x + index * width
        line_width = 2.25 if current else 0.75
        items.append(rule(x, TRACKER.y, width - 6, "accent" if current else "hairline", line_width, "tracker line"))
        label = styled(part, setting.font("label", bold=current), "accent" if current else "muted")
        label = shortened(label, width - 6, 1, setting.measurer)
        items.append(setting.text("", "tracker", (label,), Box(x, TRACKER.y + 3, width - 6, 15)))
    return GroupItem("", "tracker", tuple(items), decorative=True)


def takeaway(slide: Slide, setting: Setting) -> tuple[TextItem | None, tuple[Diagnostic, ...]]:
    """What follows from the slide, in a band; smaller when it must be, then ended by an ellipsis."""
    if not slide.takeaway:
        return None, ()
    width = TAKEAWAY.w - _TAKEAWAY_INSETS[0] - _TAKEAWAY_INSETS[2]
    for step in _TAKEAWAY_STEPS:
        paragraph = styled(slide.takeaway, setting.font(step, bold=True))
        if line_count(paragraph, width, setting.measurer) == 1:
            return _band(paragraph, slide, setting, tightened=step != _TAKEAWAY_STEPS[0]), ()
    cut = shortened(styled(slide.takeaway, setting.font("second", bold=True)), width, 1, setting.measurer)
    return _band(cut, slide, setting, tightened=True), (
        Diagnostic("cut", slide.id, slide.takeaway_id, slide.takeaway.plain),
    )


def _band(paragraph: Paragraph, slide: Slide, setting: Setting, *, tightened: bool) -> TextItem:
    body = setting.lay((paragraph,), TAKEAWAY, anchor="middle", insets=_TAKEAWAY_INSETS, tightened=tightened)
    return TextItem(slide.takeaway_id, "takeaway", TAKEAWAY, body, "takeaway", fill="tint")


def source(slide: Slide, setting: Setting) -> tuple[TextItem | None, tuple[Diagnostic, ...]]:
    """The source line, or two. What does not fit on them stands in the notes and in the list of sources."""
    if not slide.source:
        return None, ()
    whole = styled(slide.source, setting.font("label"), "muted")
    box = SOURCE
    if line_count(whole, SOURCE.w, setting.measurer) > 1:
        box = Box(SOURCE.x, SOURCE.y - whole.line / 2, SOURCE.w, _SOURCE_LINES * whole.line)
    line = shortened(whole, SOURCE.w, _SOURCE_LINES, setting.measurer)
    notes = (Diagnostic("cut", slide.id, f"{slide.id}/source", slide.source.plain),) if line is not whole else ()
    return setting.text("", "source", (line,), box, placeholder="source"), notes


def foot(furniture: Furniture, slide: str, setting: Setting) -> tuple[Item, ...]:
    """Organisation, occasion, class and number, from left to right."""
    small, strong = setting.font("footer"), setting.font("footer", bold=True)
    right = WIDTH - MARGIN
    items: list[Item] = []
    x = MARGIN
    if furniture.organisation:
        organisation = shortened(styled(furniture.organisation, strong), inches(4), 1, setting.measurer)
        width = natural_width(organisation, setting.measurer) / FILL + 1
        items.append(_small(organisation, "footer", Box(x, FOOTER_Y, width, FOOTER_H), setting))
        x += width + inches(0.4)
    if furniture.occasion or furniture.draft:
        room = right - _NUMBER_W - _CLASS_W - inches(0.3) - x
        spans = _sentences(furniture.draft, furniture.occasion, setting)
        occasion = shortened(styled(spans, small, "muted"), room, 1, setting.measurer)
        items.append(_small(occasion, "date", Box(x, FOOTER_Y, room, FOOTER_H), setting))
    if furniture.classification:
        items.append(_classification(furniture, right, setting))
    number = Paragraph((Run(WIDEST_NUMBER, strong, "ink", setting.lang, ref=slide),), "right", small.line)
    items.append(_small(number, "number", Box(right - _NUMBER_W, FOOTER_Y, _NUMBER_W, FOOTER_H), setting))
    return tuple(items)


def cover_label(furniture: Furniture, setting: Setting) -> tuple[Item, ...]:
    """The draft word and the class, at the foot of the cover, where other slides have their foot."""
    words = _sentences(furniture.draft, furniture.classification, setting)
    if not words:
        return ()
    label = shortened(styled(words, setting.font("label", bold=True), "on-cover"), inches(6), 1, setting.measurer)
    box = Box(MARGIN, FOOTER_Y - 6, inches(6), label.line)
    return (setting.text("organisation/classification", "classification", (label,), box),)


def _sentences(first: Para, second: Para, setting: Setting) -> Para:
    """Two words for the foot, parted by a full stop where both are there."""
    gap = (Span(". ", setting.lang),) if first and second else ()
    return Para((*first.spans, *gap, *second.spans))


def _small(paragraph: Paragraph, name: Literal["footer", "date", "number"], box: Box, setting: Setting) -> TextItem:
    return setting.text("", name, (paragraph,), box, anchor="middle", placeholder=name)


def _classification(furniture: Furniture, right: float, setting: Setting) -> TextItem:
    color: Role = "ground" if furniture.confidential else "ink"
    strong = setting.font("footer", bold=True)
    label = shortened(
        styled(furniture.classification, strong, color, align="center"), _CLASS_W - 4, 1, setting.measurer
    )
    box = Box(right - _NUMBER_W - _CLASS_W, FOOTER_Y, _CLASS_W, FOOTER_H)
    body = setting.lay((label,), box, anchor="middle")
    fill: Role | None = "ink" if furniture.confidential else None
    return TextItem(
        "organisation/classification", "classification", box, body, "classification",
        fill=fill, outline="rule", filled=furniture.confidential,
    )  # fmt: skip
