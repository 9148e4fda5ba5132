"""What placing needs besides the slide: theme, grid, a measurer of the fonts, the language; and the pieces that arrangements share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.layout.frames import (
    Anchor,
    Box,
    Diagnostic,
    Font,
    Item,
    Paragraph,
    PlaceholderKey,
    Role,
    ShapeItem,
    TextBody,
    TextItem,
)
from app.layout.grid import OURS, Grid
from app.layout.measure import Measurer
from app.layout.text import NO_INSETS, Insets, lay
from app.layout.themes import Theme, TypeStep
from app.model.base import FieldPath, Lang


@dataclass(frozen=True, slots=True)
class Setting:
    """A theme with its measurer, the grid of the slide, and the deck's language."""

    theme: Theme
    measurer: Measurer
    lang: Lang
    grid: Grid = OURS
    #: Grids of kinds of slide that have one of their own, on a company's template.
    grids: Mapping[str, Grid] = field(default_factory=dict[str, Grid])
    #: The largest step that titles are set in.
    title_step: TypeStep = "title"

    def for_kind(self, kind: str) -> "Setting":
        """The setting for a kind of slide."""
        grid = self.grids.get(kind)
        return self if grid is None or grid is self.grid else replace(self, grid=grid)

    def columns(self, first: int, last: int, within: Box) -> Box:
        """The box over columns `first` to `last` of the twelve of `within`."""
        return self.grid.columns(first, last, within)

    def font(self, step: TypeStep, *, bold: bool = False, italic: bool = False) -> Font:
        """The font of a step of the theme's type scale."""
        return self.theme.font(step, bold=bold, italic=italic)

    def lay(
        self,
        paragraphs: Sequence[Paragraph],
        box: Box,
        *,
        anchor: Anchor = "top",
        insets: Insets = NO_INSETS,
        tightened: bool = False,
    ) -> TextBody:
        """Paragraphs set in a box."""
        return lay(paragraphs, box, self.measurer, anchor=anchor, insets=insets, tightened=tightened)

    def text(
        self,
        block: FieldPath,
        name: str,
        paragraphs: Sequence[Paragraph],
        box: Box,
        *,
        anchor: Anchor = "top",
        placeholder: PlaceholderKey | None = None,
        insets: Insets = NO_INSETS,
        tightened: bool = False,
    ) -> TextItem:
        """A text in a box, in a placeholder where one is named."""
        body = self.lay(paragraphs, box, anchor=anchor, insets=insets, tightened=tightened)
        return TextItem(block, name, box, body, placeholder)

    def panel(
        self,
        block: FieldPath,
        name: str,
        paragraphs: Sequence[Paragraph],
        box: Box,
        fill: Role,
        *,
        anchor: Anchor = "top",
        insets: Insets = NO_INSETS,
        outline: Role | None = None,
    ) -> ShapeItem:
        """A filled box with text in it, with the outline that its fill needs in the theme where none is asked for."""
        body = self.lay(paragraphs, box, anchor=anchor, insets=insets) if paragraphs else None
        edge = outline or self.theme.edges.get(fill)
        return ShapeItem(block, name, box, "rectangle", fill, edge, 1.0 if edge else 0.0, body, decorative=body is None)


@dataclass(frozen=True, slots=True)
class BodyPage:
    """What an arrangement puts in a slide's body; there are several when the content is split over slides."""

    items: tuple[Item, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def rule(x: float, y: float, w: float, color: Role = "rule", width: float = 1.0, name: str = "rule") -> ShapeItem:
    """A horizontal line."""
    return ShapeItem("", name, Box(x, y, w, 0.0), "line", None, color, width)
