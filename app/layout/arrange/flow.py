"""Running text on slides: fitted in the first type step that holds it, carried on over further slides when none does."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from app.layout.frames import Box, Item, Paragraph, Role
from app.layout.setting import BodyPage, Setting, rule
from app.layout.style import listed, styled
from app.layout.text import height_of, shortened, split_at
from app.layout.themes import TypeStep
from app.model.base import FieldPath
from app.model.rich import Para, Rich

#: Space between paragraphs, and under a column's head, in points.
BETWEEN: Final = 6.0
CLOSE: Final = 3.0
#: How far a text hangs after a dash, and after a number with its full stop.
_HANG: Final = 14.0
_NUMBER_HANG: Final = 20.0
_LARGE: Final[tuple[TypeStep, ...]] = ("lead", "body")
HEAD_H: Final = 22.0
#: Continued text stands in two columns of six.
_HALVES: Final = ((1, 6), (7, 12))
#: Below this width one column is preferred.
_NARROW: Final = 700.0
_WHOLE: Final = ((1, 12),)

T = TypeVar("T")
Make = Callable[[TypeStep], Sequence[Paragraph]]


def best(plans: Iterable[T], worth: Callable[[T], tuple[int, ...]], faultless: tuple[int, ...]) -> T:
    """The first of the plans that is worth least. None is made after a faultless one, since none can be better."""
    found: list[T] = []
    for plan in plans:
        found.append(plan)
        if worth(plan) == faultless:
            break
    return min(found, key=worth)


def first_fit(
    make: Make, steps: Sequence[TypeStep], box: Box, setting: Setting
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...], bool]:
    """The text in the first of the steps that lets it stand in the box: what fits, the rest, and whether it was tightened."""
    paragraphs: tuple[Paragraph, ...] = ()
    for index, step in enumerate(steps):
        paragraphs = tuple(make(step))
        if height_of(paragraphs, box.w, setting.measurer) <= box.h + 0.01:
            return paragraphs, (), index > 0
    fits, rest = split_at(paragraphs, box.w, box.h, setting.measurer)
    return fits, rest, True


def rich(text: Rich, setting: Setting, color: Role = "ink") -> Make:
    """A maker of a text's paragraphs in a step."""
    hang = _NUMBER_HANG if any(para.marker[:1].isdigit() for para in text) else _HANG
    return lambda step: listed(text, setting.font(step), color, between=BETWEEN if step in _LARGE else CLOSE, hang=hang)


def column_head(block: FieldPath, head: Para, box: Box, setting: Setting) -> tuple[Item, ...]:
    """A rule over a column with its head below, in `HEAD_H` points and the space above the text."""
    title = shortened(styled(head, setting.font("label", bold=True), "accent"), box.w, 1, setting.measurer)
    return (
        rule(box.x, box.y, box.w),
        setting.text(block, "head", (title,), Box(box.x, box.y + 5, box.w, 15)),
    )


def carried_on(
    block: FieldPath, head: Para, rest: Sequence[Paragraph], body: Box, setting: Setting
) -> tuple[BodyPage, ...]:
    """The rest of a text on slides of their own, in two columns under its head; in one on a narrow body that is as good with one."""
    pages = _carried(block, head, rest, _HALVES, body, setting)
    if body.w >= _NARROW:
        return pages
    single = _carried(block, head, rest, _WHOLE, body, setting)
    return single if len(single) <= len(pages) else pages


def _carried(
    block: FieldPath,
    head: Para,
    rest: Sequence[Paragraph],
    columns: Sequence[tuple[int, int]],
    body: Box,
    setting: Setting,
) -> tuple[BodyPage, ...]:
    pages: list[BodyPage] = []
    left = tuple(rest)
    while left:
        items: list[Item] = list(column_head(block, head, body, setting)) if head else []
        for first, last in columns:
            if not left:
                break
            box = setting.columns(first, last, body).inset(top=HEAD_H + 4 if head else 0)
            taken, left = split_at(left, box.w, box.h, setting.measurer)
            items.append(setting.text(block, "text", taken, box))
        pages.append(BodyPage(tuple(items)))
    return tuple(pages)
