"""What all that is drawn has in common: colours by role, fonts, boxes in points."""

from dataclasses import dataclass
from typing import Literal

#: A colour by what it means; the theme says which it is.
Role = Literal[
    "ground",
    "ink",
    "muted",
    "accent",
    "block",
    "on-block",
    "panel",
    "tint",
    "rule",
    "hairline",
    "series-2",
    "series-3",
    "advantage",
    "advantage-fill",
    "neutral",
    "neutral-fill",
    "drawback",
    "drawback-fill",
    "low-fill",
    "medium-fill",
    "high-fill",
    "cover",
    "on-cover",
    "cover-muted",
    "cover-mark",
    "on-block-muted",
    "title",
    "foot",
]
Family = Literal["heading", "body", "symbol"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, width, height, in points."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    def inset(self, left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> "Box":
        """The box less its edges."""
        return Box(self.x + left, self.y + top, self.w - left - right, self.h - top - bottom)


@dataclass(frozen=True, slots=True)
class Font:
    """A family role at a size, with its exact line pitch, in points; `caps` shows all letters as capitals."""

    family: Family
    size: float
    line: float
    bold: bool = False
    italic: bool = False
    caps: bool = False
