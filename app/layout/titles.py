"""Titles: a sentence on at most two lines, broken where it reads well, never past its box."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from app.layout.frames import Box, Diagnostic, Font, Paragraph, TextItem
from app.layout.grid import Place
from app.layout.setting import Setting
from app.layout.style import styled
from app.layout.text import line_count, natural_width, shortened
from app.layout.themes import TypeStep
from app.model.base import FieldPath
from app.model.rich import Para, Span

_LINES: Final = 2
#: Tried in order after the title's own size in its own place: that size as wide as a title may become, then smaller steps.
_WIDER: Final[tuple[TypeStep, ...]] = ("title", "figure", "numeral")
#: Tried in order in a template's place, which may be low: smaller steps rather than an ellipsis.
_WITHIN: Final[tuple[TypeStep, ...]] = ("figure", "numeral", "lead", "body")

#: Steps that all titles of a deck take where one of them needs it, and how the longest of them may end.
_SHARED: Final[tuple[TypeStep, ...]] = ("title", "figure", "numeral")
_PART: Final = "(1/2)"
#: Shares of the room that a cut title may take, tried in order: a long word may leave its suffix on a line too many.
_PARTS: Final = (1.0, 0.9, 0.75, 0.5)


def with_title_step(titles: Iterable[tuple[str, Para]], setting: Setting) -> Setting:
    """The setting for a deck of slides of these kinds and titles.

    Where titles stand in a template's places, all are set in the first step in which each would fit, also as a part of a split slide,
    so that their size does not change from slide to slide. One that needs less than the least of the shared steps is smaller alone."""
    least = 0
    for kind, title in titles:
        here = setting.for_kind(kind)
        if kind != "cover" and here.grid.title_widest is None:
            text, width = _with_suffix(title, _PART), _line_width(here.grid.title, here.grid.title.box.w)
            while least < len(_SHARED) - 1 and not _fits(_set(text, _SHARED[least], here), width, here):
                least += 1
    return replace(setting, title_step=_SHARED[least])


def place_title(
    title: Para, block: FieldPath, slide: str, setting: Setting, suffix: str = ""
) -> tuple[TextItem, tuple[Diagnostic, ...]]:
    """The title in its placeholder, with `suffix` ("(1/2)") after it on a split slide.

    A title that does not even fit in the smallest step ends in an ellipsis, and a diagnostic says so."""
    text = _with_suffix(title, suffix)
    attempts = _attempts(setting)
    for step, width in attempts:
        paragraph = _set(text, step, setting)
        if _fits(paragraph, width, setting):
            tightened = paragraph.runs != _set(text, "title", setting).runs
            notes = (Diagnostic("tightened", slide, block, step),) if tightened else ()
            return _placed(paragraph, width, block, setting, tightened=tightened), notes
    step, width = attempts[-1]
    paragraph = _cut(title, suffix, step, width, setting)
    return _placed(paragraph, width, block, setting, tightened=True), (Diagnostic("cut", slide, block, title.plain),)


def _cut(title: Para, suffix: str, step: TypeStep, width: float, setting: Setting) -> Paragraph:
    """As much of a title as fits before its suffix."""
    whole = _set(title, step, setting)
    lines = _lines(whole, setting)
    end = styled(_with_suffix(Para(title.spans[-1:]), suffix), _font(step, setting), setting.theme.title.color).runs[1:]
    room = width - (setting.measurer.width(f" {suffix}", _font(step, setting)) / lines if suffix else 0.0)
    paragraph = whole
    for part in _PARTS:
        cut = shortened(whole, room * part, lines, setting.measurer)
        paragraph = replace(cut, runs=(*cut.runs, *end))
        if line_count(paragraph, width, setting.measurer) <= lines:
            break
    return paragraph


def _set(title: Para, step: TypeStep, setting: Setting) -> Paragraph:
    return styled(title, _font(step, setting), setting.theme.title.color, align=setting.grid.title.align)


def _font(step: TypeStep, setting: Setting) -> Font:
    return setting.theme.title.of(setting.font(step))


def _attempts(setting: Setting) -> tuple[tuple[TypeStep, float], ...]:
    """Steps with the widths of the line that they are tried in, from the title's own."""
    place, widest = setting.grid.title, setting.grid.title_widest
    own = _line_width(place, place.box.w)
    if widest is None:
        steps: tuple[TypeStep, ...] = ("title", *_WITHIN)
        return tuple((step, own) for step in steps[steps.index(setting.title_step) :])
    return (("title", own), *((step, _line_width(place, widest)) for step in _WIDER))


def _fits(paragraph: Paragraph, width: float, setting: Setting) -> bool:
    return line_count(paragraph, width, setting.measurer) <= _lines(paragraph, setting)


def _line_width(place: Place, width: float) -> float:
    return width - place.insets[0] - place.insets[2]


def _lines(paragraph: Paragraph, setting: Setting) -> int:
    """How many lines of a title its place has room for: two at the most."""
    place = setting.grid.title
    room = place.box.h - place.insets[1] - place.insets[3]
    return max(1, min(_LINES, int(room // paragraph.line)))


def _with_suffix(title: Para, suffix: str) -> Para:
    if not suffix or not title.spans:
        return title
    return replace(title, spans=(*title.spans, Span(f" {suffix}", title.spans[-1].lang)))


def _placed(paragraph: Paragraph, width: float, block: FieldPath, setting: Setting, *, tightened: bool) -> TextItem:
    """The title in its box, narrowed to break it well where the box is ours to set."""
    place = setting.grid.title
    box = place.box
    if setting.grid.title_widest is not None:
        wide = balanced_width(paragraph, width, setting) + place.insets[0] + place.insets[2]
        box = Box(box.x, box.y, wide, box.h)
    return setting.text(
        block, "title", (paragraph,), box,
        anchor=place.anchor, insets=place.insets, placeholder="title", tightened=tightened,
    )  # fmt: skip


def balanced_width(paragraph: Paragraph, width: float, setting: Setting) -> float:
    """The box's width that breaks the title after punctuation when its first line is then the longer, else in balance.

    Narrowing the box keeps the text free of line breaks, so that it still reads as one sentence in the outline."""
    lines = line_count(paragraph, width, setting.measurer)
    if lines < _LINES:
        return width
    for candidate in _candidates(paragraph, width, setting):
        if line_count(paragraph, candidate, setting.measurer) == lines:
            return candidate
    return width


def _candidates(paragraph: Paragraph, width: float, setting: Setting) -> Iterator[float]:
    whole = natural_width(paragraph, setting.measurer)
    slack = paragraph.runs[0].font.size
    lines = line_count(paragraph, width, setting.measurer)
    after = _width_to_punctuation(paragraph, setting) if lines == _LINES else None
    if after is not None and whole / 2 <= after <= min(whole * 0.75, width - slack):
        yield after + slack
    step = slack / 2
    candidate = whole / lines + slack
    while candidate < width:
        yield candidate
        candidate += step


def _width_to_punctuation(paragraph: Paragraph, setting: Setting) -> float | None:
    """How far the first clause reaches: to the last colon, semicolon, comma or dash before the longer half ends."""
    best: float | None = None
    reached = 0.0
    whole = natural_width(paragraph, setting.measurer)
    for run in paragraph.runs:
        words = run.text.split(" ")
        for index, word in enumerate(words):
            reached += setting.measurer.width(word, run.font)
            if word.endswith((":", ";", ",", "–")) and whole / 2 <= reached <= whole * 0.75:
                best = reached
            if index < len(words) - 1:
                reached += setting.measurer.width(" ", run.font)
    return best
