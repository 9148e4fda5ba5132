"""A page to be looked at: a slide or a page of the report, with what stands where on it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from app.gui.slide_map import Area
from app.model.rich import Rich

if TYPE_CHECKING:
    from app.layout.frames import Box, PlacedSlide

#: Draws the page, or an area of it in points, as a PDF of one page.
Draw = Callable[["Box | None"], bytes]


@dataclass(frozen=True, eq=False)
class Shown:
    """A page: its id, what its title says, its size in points, its number among all, what stands where, its speaker notes.

    `slide` is the placed slide that it shows; None for a page of the report. `backdrop` is a picture that lies under the whole page."""

    key: str
    title: str
    size: tuple[float, float]
    number: int
    count: int
    areas: tuple[Area, ...]
    draw: Draw
    notes: Rich = ()
    slide: "PlacedSlide | None" = None
    backdrop: bytes | None = None

    @cached_property
    def pdf(self) -> bytes:
        """The whole page as a PDF, made when it is first asked for."""
        return self.draw(None)
