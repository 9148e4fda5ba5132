"""Colours by role as DrawingML: a slot of the deck's theme where the role has one, else the colour itself.

Whoever recolours the deck in PowerPoint changes the slots; tints keep their value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.export.pptx.xml import A, Element, sub
from app.layout.frames import Role
from app.layout.themes import Theme
from app.model.units import emu

#: Roles that are slots of the colour scheme, by the names that slides use.
SLOTS: Final[Mapping[Role, str]] = {
    "ground": "bg1",
    "ink": "tx1",
    "panel": "bg2",
    "muted": "tx2",
    "accent": "accent1",
    "series-2": "accent2",
    "series-3": "accent3",
    "advantage": "accent4",
    "neutral": "accent5",
    "drawback": "accent6",
}


@dataclass(frozen=True, slots=True)
class Slot:
    """A colour as DrawingML names it, with the changes made to it ("lumMod", in thousandths of a percent)."""

    value: str
    tag: str = "schemeClr"
    changes: tuple[tuple[str, int], ...] = ()


class Palette:
    """A theme's colours, ready to write."""

    def __init__(self, theme: Theme, slots: Mapping[Role, Slot] | None = None) -> None:
        """`slots` are those of a company's template; without them, those of our own masters."""
        self._colors: dict[Role, Slot] = {}
        if slots is None:
            slots = {role: Slot(name) for role, name in SLOTS.items()}
            if theme.colors["block"] == theme.colors["accent"]:
                slots["block"] = slots["accent"]
        for role, color in theme.colors.items():
            self._colors[role] = slots.get(role) or Slot(color, "srgbClr")

    def fill(self, parent: Element, role: Role | None, opacity: float = 1.0) -> None:
        """A solid fill, or none, as the next child."""
        if role is None:
            sub(parent, f"{A}noFill")
            return
        found = self._colors[role]
        color = sub(sub(parent, f"{A}solidFill"), f"{A}{found.tag}", {"val": found.value})
        for change, value in found.changes:
            sub(color, f"{A}{change}", {"val": str(value)})
        if opacity < 1.0:
            sub(color, f"{A}alpha", {"val": str(round(opacity * 100_000))})

    def outline(self, parent: Element, role: Role | None, width: float, tag: str = f"{A}ln") -> Element:
        """A line of `width` points, or none. A width of 0 is none too: PowerPoint would draw its thinnest."""
        drawn = role if width > 0 else None
        line = sub(parent, tag, {"w": str(emu(width))} if drawn else None)
        self.fill(line, drawn)
        return line
