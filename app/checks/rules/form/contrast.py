"""A text that can hardly be read on the template's ground."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from app.checks.behind import lines_on
from app.checks.deck import ShownSlide
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import SLIDES
from app.layout.frames import Line
from app.layout.look import Role
from app.layout.setting import Setting
from app.layout.template.colors import Hex, contrast
from app.model.base import text

#: By how much the colours of a ground that is drawn as a picture may be off, as a part of the contrast with them.
_SLACK: Final = 0.03


def _find(shown: ShownSlide, look: Look) -> Iterator[Hit]:
    # A test holds our own themes to more than this, in every pair of colours that stand on each other.
    theme, width = shown.setting.theme, shown.setting.grid.width
    least = float(look.limits["ratio"]) * (1 - _SLACK)
    lines = (found for page in shown.pages for found in lines_on(page, theme, width))
    faint = next((line for line, grounds in lines if _contrast(line, grounds, theme.colors) < least), None)
    if faint is not None:
        yield Hit(slide=shown.slide.id, values={"text": "".join(piece.run.text for piece in faint.pieces).strip()})


def _contrast(line: Line, grounds: frozenset[Hex], colors: Mapping[Role, Hex]) -> float:
    inks = {colors[piece.run.color] for piece in line.pieces if piece.run.text.strip()}
    return min(contrast(ink, ground) for ink in inks for ground in grounds)


def _dark_ground(setting: Setting) -> Setting:
    """A template whose ground is as dark as the text."""
    kinds = ("cover", "summary", "pattern", "decisions", "investment")
    return replace(setting, theme=replace(setting.theme, backdrops=dict.fromkeys(kinds, "25333D")))


RULE = Rule(
    id="form.contrast",
    severity="warning",
    title=text("Texten syns dåligt mot mallens bakgrund", "The text is hard to see on the template’s background"),
    says=text(
        "”{text}” syns dåligt mot bakgrunden. Välj en annan layout i mallen för den här bilden.",
        "“{text}” is hard to see on the background. Choose another layout of the template for this slide.",
    ),
    why=text(
        "Projektorn och dagsljuset i rummet tar en del av kontrasten. Det som är svagt på din skärm är borta där.",
        "The projector and the daylight in the room take some of the contrast. What is faint on your screen is gone there.",
    ),
    source=text("WCAG 2.1, 1.4.3 Kontrast (minimum)", "WCAG 2.1, 1.4.3 Contrast (Minimum)"),
    scope=SLIDES,
    find=_find,
    limits={"ratio": Decimal("4.5")},
    fires={},
    template=_dark_ground,
)
