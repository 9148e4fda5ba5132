"""Themes: colours by role, font families, and the type scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from app.layout.frames import Family, Font, Role

#: The steps of the type scale, in the terms of the slides.
TypeStep = Literal["cover", "hero", "title", "figure", "numeral", "lead", "body", "second", "label", "footer"]


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as "RRGGBB" by role; `names` are the fonts that a deck names, `faces` the open ones with equal metrics that we measure
    and embed."""

    id: str
    names: Mapping[Family, str]
    faces: Mapping[Family, str]
    colors: Mapping[Role, str]
    scale: Mapping[TypeStep, tuple[Family, float, float]]

    def font(self, step: TypeStep, *, bold: bool = False, italic: bool = False) -> Font:
        """The font of a step of the scale."""
        family, size, line = self.scale[step]
        return Font(family, size, line, bold, italic)


_STEPS: Final[Mapping[TypeStep, tuple[Family, float, float]]] = {
    "cover": ("heading", 44, 50),
    "hero": ("heading", 40, 46),
    "title": ("heading", 28, 34),
    "figure": ("heading", 24, 28),
    "numeral": ("heading", 20, 24),
    "lead": ("body", 18, 22),
    "body": ("body", 16, 20),
    "second": ("body", 14, 18),
    "label": ("body", 12, 15),
    "footer": ("body", 10, 12),
}

FJARD: Final = Theme(
    id="fjard",
    names={"heading": "Cambria", "body": "Calibri", "symbol": "Arial"},
    faces={"heading": "Caladea", "body": "Carlito", "symbol": "Arimo"},
    colors={
        "ground": "FFFFFF",
        "ink": "13212B",
        "muted": "4D5D67",
        "accent": "0B4F6C",
        "block": "0B4F6C",
        "on-block": "FFFFFF",
        "on-block-muted": "DCE8ED",
        "panel": "F1F4F5",
        "tint": "DCE8ED",
        "rule": "6F7F88",
        "hairline": "CDD6DA",
        "series-2": "5E93AA",
        "series-3": "CFDFE6",
        "advantage": "14573A",
        "advantage-fill": "C6E4D2",
        "neutral": "7A4E00",
        "neutral-fill": "FBF2DA",
        "drawback": "8E1C16",
        "drawback-fill": "F4C7C0",
        "low-fill": "DFF0E6",
        "medium-fill": "F8E2AE",
        "high-fill": "F0B7AE",
        "cover": "0A3A50",
        "on-cover": "FFFFFF",
        "cover-muted": "DCE8ED",
        "cover-mark": "5E93AA",
    },
    scale=_STEPS,
)

THEMES: Final[Mapping[str, Theme]] = {FJARD.id: FJARD}
