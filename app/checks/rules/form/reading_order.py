"""A slide that is read out in another order than it is seen in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from app.checks.deck import ShownSlide
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import SLIDES
from app.checks.standing import FOOT, flat, ink_of, texts_of
from app.layout.frames import PlacedSlide, TableItem
from app.layout.look import Box
from app.layout.setting import Setting
from app.model.base import text

_TITLE: Final = "title"
#: What stands around the content, wherever a template has room for it.
_AROUND: Final = FOOT | {"tracker", "takeaway", "source"}
#: What marks days on a roadmap: read by their days, standing where there is room.
_MARKS: Final = frozenset({"today", "milestone name"})


@dataclass(frozen=True, slots=True)
class _Read:
    """A text as it is read: the name of its item, and where its letters are."""

    name: str
    ink: Box


def _find(shown: ShownSlide, _: Look) -> Iterator[Hit]:
    if shown.slide.kind != "cover" and any(_goes_back(page) for page in shown.pages):
        yield Hit(slide=shown.slide.id)


def _goes_back(page: PlacedSlide) -> bool:
    """Whether a text is read after one that stands below it in the same column."""
    return any(_above(later, earlier) for earlier, later in pairwise(_read(page)))


def _read(page: PlacedSlide) -> Iterator[_Read]:
    """The title and the content's texts in their order. Cells of a table are read by the table itself."""
    for item in flat(page.items):
        if isinstance(item, TableItem):
            yield _Read(item.name, item.box)
            continue
        for standing in texts_of(item):
            lines = [ink for ink in map(ink_of, standing.body.lines) if ink is not None]
            if lines and standing.name not in _AROUND | _MARKS:
                left, right = min(ink.x for ink in lines), max(ink.right for ink in lines)
                yield _Read(standing.name, Box(left, lines[0].y, right - left, lines[-1].bottom - lines[0].y))


def _above(one: _Read, other: _Read) -> bool:
    """Whether a text stands wholly above another, and in its column; a title has them all in its own."""
    beside = min(one.ink.right, other.ink.right) <= max(one.ink.x, other.ink.x)
    return one.ink.bottom <= other.ink.y and (other.name == _TITLE or not beside)


def _title_last(setting: Setting) -> Setting:
    """A template whose titles stand at the slide's lower edge."""
    grid, box = setting.grid, setting.grid.title.box
    low = replace(grid.title, box=Box(box.x, grid.height - box.h, box.w, box.h))
    return replace(setting, grid=replace(grid, title=low))


RULE = Rule(
    id="form.reading-order",
    severity="note",
    title=text(
        "Bilden läses upp i en annan ordning än den syns", "The slide is read out in another order than it is seen"
    ),
    says=text(
        "En skärmläsare tar texterna på bilden i en annan ordning än ögat. Välj en layout med rubriken överst.",
        "A screen reader takes the texts of this slide in another order than the eye. Choose a layout with the title on top.",
    ),
    why=text(
        "Den som får bilden uppläst hör svaret före frågan, eller innehållet före rubriken.",
        "Whoever has the slide read out hears the answer before the question, or the content before the title.",
    ),
    source=text("WCAG 2.1, 1.3.2 Meningsfull ordning", "WCAG 2.1, 1.3.2 Meaningful Sequence"),
    scope=SLIDES,
    find=_find,
    fires={},
    template=_title_last,
)
