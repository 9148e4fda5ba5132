"""A template ready to lay slides out on: theme, grids, scale."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.layout.grid import Grid
from app.layout.template.gridding import grid_of
from app.layout.template.look import TemplateLook
from app.layout.template.mapping import LayoutMap
from app.layout.template.places import scale_of
from app.layout.template.theming import theme_of
from app.layout.themes import Theme


@dataclass(frozen=True, slots=True)
class Fit:
    """What was found, the layouts chosen, and what follows from them. `scale` is real points per point of the layout."""

    look: TemplateLook
    layouts: LayoutMap
    theme: Theme
    grid: Grid
    grids: Mapping[str, Grid]
    scale: float


def fitted(look: TemplateLook, layouts: LayoutMap) -> Fit:
    """Theme, grids and scale of a template for a choice of layouts. Grids that are alike are one."""
    usual = grid_of(look, layouts, "summary")
    own = {
        kind: grid_of(look, layouts, kind)
        for kind in layouts.seats
        if layouts.seat(kind).layout != usual_layout(layouts)
    }
    grids = {kind: grid for kind, grid in own.items() if kind != "cover" and grid != usual}
    return Fit(look, layouts, theme_of(look, layouts), usual, grids, scale_of((look.width, look.height)))


def usual_layout(layouts: LayoutMap) -> int:
    """The layout of most slides."""
    return layouts.seat("summary").layout
