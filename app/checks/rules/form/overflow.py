"""A text that does not stay within its place, or within the slide."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.checks.deck import ShownSlide
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import SLIDES
from app.checks.sources import PRACTICE
from app.checks.standing import StandingText, texts_on
from app.layout.frames import Line
from app.layout.look import Box
from app.layout.setting import Setting
from app.model.base import text

#: Points by which a line may touch an edge: rounding, and what letters stand out to their sides.
_SLACK: Final = 1.0


def _find(shown: ShownSlide, _: Look) -> Iterator[Hit]:
    whole = Box(0.0, 0.0, *shown.setting.grid.size)
    standing = (one for page in shown.pages for one in texts_on(page))
    outside = next((line for one in standing for line in _outside(one, whole)), None)
    if outside is not None:
        yield Hit(slide=shown.slide.id, values={"text": "".join(piece.run.text for piece in outside.pieces).strip()})


def _outside(standing: StandingText, whole: Box) -> Iterator[Line]:
    """The lines that leave the text's box or the slide."""
    for line in standing.body.lines:
        size = max((piece.run.font.size for piece in line.pieces if piece.run.text.strip()), default=0.0)
        if not size:
            continue
        left, last = line.pieces[0].x, line.pieces[-1]
        ink = Box(left, line.baseline - 0.72 * size, last.x + last.width - left, 0.72 * size)
        if not (_holds(standing.box, ink) and _holds(whole, ink)):
            yield line


def _holds(outer: Box, inner: Box) -> bool:
    across = outer.x - _SLACK <= inner.x and inner.right <= outer.right + _SLACK
    return across and outer.y - _SLACK <= inner.y and inner.bottom <= outer.bottom + _SLACK


def _low_slide(setting: Setting) -> Setting:
    """A template whose body reaches below the slide."""
    return replace(setting, grid=replace(setting.grid, height=setting.grid.body.y + 40))


RULE = Rule(
    id="form.overflow",
    severity="warning",
    title=text("Text utanför sin ruta", "Text outside its box"),
    says=text(
        "”{text}” sticker ut ur sin ruta. Korta texten, eller välj en layout med mer plats.",
        "“{text}” runs outside its box. Shorten the text, or choose a layout with more room.",
    ),
    why=text(
        "Text som hamnar utanför rutan läggs över annat eller försvinner när bilden visas.",
        "Text outside its box lies over other things, or is gone when the slide is shown.",
    ),
    source=PRACTICE,
    scope=SLIDES,
    find=_find,
    fires={},
    template=_low_slide,
)
