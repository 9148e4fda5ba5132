"""Type that is too small to be read from the table."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from app.checks.deck import ShownSlide
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import SLIDES
from app.checks.sources import PRACTICE
from app.checks.standing import FOOT, texts_on
from app.layout.grid import OURS, Grid
from app.layout.setting import Setting
from app.model.base import text

#: Points by which a size may be rounded down.
_SLACK: Final = 0.05


def _find(shown: ShownSlide, look: Look) -> Iterator[Hit]:
    sizes = [
        run.font.size
        for page in shown.pages
        for standing in texts_on(page)
        if standing.name not in FOOT
        for paragraph in standing.body.paragraphs
        for run in paragraph.runs
        if run.font.family != "symbol" and run.text.strip()
    ]
    smallest = min(sizes, default=0.0) * _on_screen(shown.setting.grid)
    if sizes and smallest < float(look.limits["points"]) - _SLACK:
        yield Hit(slide=shown.slide.id, values={"n": int(smallest)})


def _on_screen(grid: Grid) -> float:
    """How much larger a slide becomes on a wide screen than our own slides do, which are as wide as the screen."""
    return min(OURS.width / grid.width, OURS.height / grid.height)


def _large_slide(setting: Setting) -> Setting:
    """A template on a slide half as large again, with type of the same size."""
    grid = setting.grid
    return replace(setting, grid=replace(grid, width=grid.width * 1.5, height=grid.height * 1.5))


RULE = Rule(
    id="form.small-type",
    severity="note",
    title=text("Text som är för liten på duken", "Type too small on the screen"),
    says=text(
        "Den minsta texten motsvarar {n} punkter på en bredbild. Välj en layout med mer plats, eller stryk något på bilden.",
        "The smallest text is like {n} points on a wide slide. Choose a layout with more room, or take something off the slide.",
    ),
    why=text(
        "Den som sitter längst bort ska kunna läsa siffrorna utan att bläddra i papper.",
        "Whoever sits furthest away should read the figures without leafing through papers.",
    ),
    source=PRACTICE,
    scope=SLIDES,
    find=_find,
    limits={"points": Decimal(10)},
    fires={},
    template=_large_slide,
)
