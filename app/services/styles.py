"""What a deck is laid out and drawn in: a theme of ours on our own grid, or a company's template."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.layout.grid import OURS, Grid
from app.layout.measure import Measurer
from app.layout.setting import Setting
from app.layout.themes import Theme
from app.model.base import Lang
from app.services.templates import Template, backdrops_of, fit_of, shown_backdrops_of

if TYPE_CHECKING:
    from app.layout.template.fit import Fit


@dataclass(frozen=True, slots=True)
class Style:
    """Theme and grids. `scale` is real points per point of the layout; template and fit are None for a theme of ours."""

    theme: Theme
    grid: Grid = OURS
    grids: Mapping[str, Grid] = field(default_factory=dict[str, Grid])
    scale: float = 1.0
    template: Template | None = None
    fit: "Fit | None" = None

    @property
    def size(self) -> tuple[float, float]:
        """The slides' real width and height in points."""
        return self.grid.width * self.scale, self.grid.height * self.scale

    def drawn_theme(self) -> Theme:
        """The theme with what lies behind slides, for those who draw whole pages."""
        return replace(self.theme, backdrops=backdrops_of(self.template)) if self.template else self.theme

    def bare_theme(self) -> Theme:
        """The theme for those who lay the pictures behind slides under the pages themselves, and draw them but once."""
        if self.template is None:
            return self.theme
        plain = {
            kind: None if isinstance(drawn, bytes) else drawn
            for kind, drawn in shown_backdrops_of(self.template).items()
        }
        return replace(self.theme, backdrops=plain)

    def backdrop(self, kind: str) -> bytes | None:
        """The picture behind slides of a kind; None where there is none, or one colour only."""
        drawn = shown_backdrops_of(self.template).get(kind) if self.template else None
        return drawn if isinstance(drawn, bytes) else None

    def measurer(self) -> Measurer:
        """A new measurer of the theme's fonts."""
        return Measurer(self.theme.faces, self.theme.slack)

    def setting(self, measurer: Measurer, lang: Lang) -> Setting:
        """The setting for placing slides."""
        return Setting(self.theme, measurer, lang, self.grid, self.grids)


def own_style(theme: Theme) -> Style:
    """The style of a theme of ours."""
    return Style(theme)


def template_style(template: Template) -> Style:
    """The style of a company's template. Raises UserError for one that cannot be used."""
    fit = fit_of(template)
    return Style(fit.theme, fit.grid, fit.grids, fit.scale, template, fit)
