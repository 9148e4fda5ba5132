"""Every theme can be read: contrasts as WCAG 2.2 computes them (1.4.3 for text, 1.4.11 for graphics), sizes, and starters that fit."""

from collections.abc import Iterator
from functools import cache
from typing import Final

import pytest

from app.compose import compose
from app.compose.storyline import Storyline
from app.layout.frames import (
    Box,
    ChartItem,
    Item,
    PlacedDeck,
    PlacedSlide,
    Role,
    ScatterItem,
    ShapeItem,
    TableItem,
    TextBody,
    TextItem,
)
from app.layout.measure import Measurer
from app.layout.place import place
from app.layout.themes import THEMES, Theme, TypeStep, on_paper
from app.library import load_packs
from app.model.base import LANGS, Lang
from app.services.starters import Starter, start
from tests.layout.faults import faults, flat
from tests.sample import TODAY

TEXT, GRAPHIC = 4.5, 3.0
#: Grounds and lines that only set things apart: whoever does not see them misses nothing.
QUIET: Final[frozenset[Role | None]] = frozenset(
    {None, "ground", "panel", "tint", "hairline", "cover", "cover-mark", "low-fill", "medium-fill", "high-fill"}
)
#: What may be written on what, beside what the starters happen to show.
WRITTEN: Final[dict[Role, tuple[Role, ...]]] = {
    "ground": ("ink", "muted", "accent", "advantage", "neutral", "drawback"),
    "panel": ("ink", "muted", "accent"),
    "tint": ("ink", "muted", "accent"),
    "advantage-fill": ("ink", "advantage"),
    "neutral-fill": ("ink", "neutral"),
    "drawback-fill": ("ink", "drawback"),
    "low-fill": ("ink", "advantage"),
    "medium-fill": ("ink", "neutral"),
    "high-fill": ("ink", "drawback"),
    "block": ("on-block", "on-block-muted"),
    "cover": ("on-cover", "cover-muted"),
    "ink": ("ground",),
    "accent": ("ground",),
    "series-2": ("ink",),
    "series-3": ("ink",),
}
DRAWN: Final[tuple[Role, ...]] = ("accent", "rule", "series-2", "series-3", "ink", "block")
#: The least size of a step, in points: text that is read, then tables, labels and sources, then the foot.
LEAST: Final[dict[TypeStep, float]] = {"label": 12.0, "footer": 10.0}

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
starters = pytest.mark.parametrize("starter", ["municipality", "company"])


def contrast(one: str, other: str) -> float:
    """The ratio between two colours "RRGGBB", from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    shares = [value / 255 for value in bytes.fromhex(color)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def told(starter: Starter, lang: Lang) -> Storyline:
    numbers = iter(range(1, 10_000))
    project = start(starter, lang, TODAY, load_packs(), lambda: f"{next(numbers):032x}")
    return compose(project, lang=lang, today=TODAY)


@cache
def placed(starter: Starter, lang: Lang, theme: str) -> PlacedDeck:
    return place(told(starter, lang), THEMES[theme], Measurer(THEMES[theme].faces))


class Painted:
    """What a slide's items have filled so far, and so what lies under the next one."""

    def __init__(self, slide: PlacedSlide) -> None:
        self._fills: list[tuple[Box, Role]] = [(Box(0, 0, 960, 540), slide.background)]

    def fill(self, box: Box, role: Role | None) -> None:
        if role:
            self._fills.append((box, role))

    def under(self, box: Box) -> Role:
        x, y = (box.x + box.right) / 2, (box.y + box.bottom) / 2
        return next(
            role for area, role in reversed(self._fills) if area.x <= x <= area.right and area.y <= y <= area.bottom
        )


Pair = tuple[Role, Role]


def written(slide: PlacedSlide) -> Iterator[Pair]:
    """Each colour of text on a slide with the ground that it stands on."""
    painted = Painted(slide)
    for item in flat(slide.items):
        if isinstance(item, ShapeItem | TextItem):
            painted.fill(item.box, item.fill)
        yield from _texts(item, painted)


def _texts(item: Item, painted: Painted) -> Iterator[Pair]:
    if isinstance(item, TextItem | ShapeItem):
        if item.body and item.body.lines and item.body.lines[0].pieces:
            yield from _inks(item.body, painted.under(_first_word(item.body)))
    elif isinstance(item, TableItem):
        for cell in (cell for row in item.rows for cell in row.cells):
            yield from _inks(cell.body, cell.fill or painted.under(item.box))
    elif isinstance(item, ChartItem):
        for series in item.series:
            yield series.label_color, series.fill or "ground"


def _inks(body: TextBody, ground: Role) -> Iterator[Pair]:
    return ((run.color, ground) for paragraph in body.paragraphs for run in paragraph.runs if run.text.strip())


def _first_word(body: TextBody) -> Box:
    line = body.lines[0]
    return Box(line.pieces[0].x, line.baseline - 4, 4, 4)


Graphic = tuple[str, tuple[Role | None, Role | None], tuple[Role, ...]]


def drawn(slide: PlacedSlide) -> Iterator[Graphic]:
    """Each graphic that says something: its name, its fill and outline, and the grounds that it stands on."""
    painted = Painted(slide)
    for item in flat(slide.items):
        yield from _graphics(item, painted)
        if isinstance(item, ShapeItem | TextItem):
            painted.fill(item.box, item.fill)


def _graphics(item: Item, painted: Painted) -> Iterator[Graphic]:
    if isinstance(item, ShapeItem):
        outline = item.outline if item.outline_width else None
        if item.fill not in QUIET or outline not in QUIET:
            yield item.name, (item.fill, outline), tuple(painted.under(spot) for spot in _spots(item))
    elif isinstance(item, ChartItem):
        for series in item.series:
            yield series.name, (series.fill, series.outline), ("ground",)
    elif isinstance(item, ScatterItem):
        yield item.name, (item.line, None), (painted.under(item.plot),)
        for discs in item.discs:
            if discs.fill not in QUIET:
                yield discs.at, (discs.fill, None), (painted.under(item.plot),)


def _spots(shape: ShapeItem) -> tuple[Box, ...]:
    """Where a shape is looked at: its middle; a line's ends too, since a tick may cross a bar and be seen beside it."""
    box = shape.box
    return (box, Box(box.x, box.y, 0, 0), Box(box.right, box.bottom, 0, 0)) if shape.geometry == "line" else (box,)


@themes
def test_what_slides_are_written_in_reads_on_its_ground(theme: Theme) -> None:
    poor = {
        (ink, ground): round(ratio, 2)
        for ground, inks in WRITTEN.items()
        for ink in inks
        if (ratio := contrast(theme.colors[ink], theme.colors[ground])) < TEXT
    }
    assert not poor


@themes
def test_what_slides_draw_stands_out_by_fill_or_outline(theme: Theme) -> None:
    for role in DRAWN:
        edge = theme.edges.get(role, role)
        assert max(contrast(theme.colors[each], theme.colors["ground"]) for each in (role, edge)) >= GRAPHIC, role


@themes
@starters
def test_texts_and_graphics_of_a_starter_stand_out_where_they_stand(theme: Theme, starter: Starter) -> None:
    colors = theme.colors
    for slide in placed(starter, "sv", theme.id).slides:
        for ink, ground in written(slide):
            assert contrast(colors[ink], colors[ground]) >= TEXT, (slide.id, ink, ground)
        for name, roles, grounds in drawn(slide):
            best = max(contrast(colors[role], colors[ground]) for role in roles if role for ground in grounds)
            assert best >= GRAPHIC, (slide.id, name, roles, grounds)


@themes
@starters
@pytest.mark.parametrize("lang", LANGS)
def test_a_starter_fits(theme: Theme, starter: Starter, lang: Lang) -> None:
    deck = placed(starter, lang, theme.id)
    assert [fault for slide in deck.slides for fault in faults(slide, deck.size)] == []


@themes
def test_no_step_is_smaller_than_people_read(theme: Theme) -> None:
    for step, (_, size, line) in theme.scale.items():
        assert size >= LEAST.get(step, 14.0), step
        assert line >= 1.1 * size, step


@themes
def test_reports_are_printed_dark_on_white(theme: Theme) -> None:
    paper = on_paper(theme)
    assert paper.colors["ground"] == "FFFFFF"
    assert paper is theme or theme.dark
