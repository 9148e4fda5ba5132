"""Themes: colours by role, font families, and the type scale."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from app.layout.frames import Font, Role
from app.layout.look import Family

#: The steps of the type scale, in the terms of the slides.
TypeStep = Literal["cover", "hero", "title", "figure", "numeral", "lead", "body", "second", "label", "footer"]


@dataclass(frozen=True, slots=True)
class TitleLook:
    """How a title looks beside its size."""

    color: Role = "ink"
    bold: bool = False
    italic: bool = False
    caps: bool = False

    def of(self, font: Font) -> Font:
        """The font as this title has it."""
        return replace(font, bold=self.bold, italic=self.italic, caps=self.caps)


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as "RRGGBB" by role; `names` are the fonts that a deck names, `faces` the open ones with equal metrics that we measure
    and embed. `edges` are the outlines of fills that are too near the ground to be told from it by themselves. `slack` is by how
    much texts in a family may turn out wider than its face says; 1 where the metrics are equal. `title` and `opening` say how the
    titles of slides and cover look; `foot_color` is the foot's, where a company's template has one of its own."""

    id: str
    names: Mapping[Family, str]
    faces: Mapping[Family, str]
    colors: Mapping[Role, str]
    scale: Mapping[TypeStep, tuple[Family, float, float]]
    edges: Mapping[Role, Role]
    slack: Mapping[Family, float] = field(default_factory=dict[Family, float])
    title: TitleLook = TitleLook()
    opening: TitleLook = TitleLook("on-cover")
    foot_color: Role | None = None
    #: On a company's template, what lies behind slides by their kind: a colour "RRGGBB", or a picture's bytes over the whole slide.
    backdrops: Mapping[str, str | bytes | None] | None = None

    @property
    def dark(self) -> bool:
        """Whether the theme writes light on dark."""
        return _lightness(self.colors["ground"]) < _lightness(self.colors["ink"])

    def font(self, step: TypeStep, *, bold: bool = False, italic: bool = False) -> Font:
        """The font of a step of the scale."""
        family, size, line = self.scale[step]
        return Font(family, size, line, bold, italic)


def _lightness(color: str) -> int:
    return sum(bytes.fromhex(color))


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
#: Arial is larger on its body than Cambria and Calibri, so the steps from 28 to 16 points are smaller.
_ARIAL_STEPS: Final[Mapping[TypeStep, tuple[Family, float, float]]] = {
    **_STEPS,
    "title": ("heading", 26, 32),
    "figure": ("heading", 22, 26),
    "numeral": ("heading", 18, 22),
    "lead": ("body", 16, 20),
    "body": ("body", 15, 19),
}
_OFFICE_NAMES: Final[Mapping[Family, str]] = {"heading": "Cambria", "body": "Calibri", "symbol": "Arial"}
_OFFICE_FACES: Final[Mapping[Family, str]] = {"heading": "Caladea", "body": "Carlito", "symbol": "Arimo"}
#: What advantage, neutral and drawback, and low, medium and high look like on white.
_LIGHT_STATUS: Final[Mapping[Role, str]] = {
    "advantage": "14573A",
    "advantage-fill": "C6E4D2",
    "neutral": "7A4E00",
    "neutral-fill": "FBF2DA",
    "drawback": "8E1C16",
    "drawback-fill": "F4C7C0",
    "low-fill": "DFF0E6",
    "medium-fill": "F8E2AE",
    "high-fill": "F0B7AE",
}

FJARD: Final = Theme(
    id="fjard",
    names=_OFFICE_NAMES,
    faces=_OFFICE_FACES,
    colors={
        **_LIGHT_STATUS,
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
        "cover": "0A3A50",
        "on-cover": "FFFFFF",
        "cover-muted": "DCE8ED",
        "cover-mark": "5E93AA",
    },
    scale=_STEPS,
    edges={"series-3": "series-2"},
)

LJUNG: Final = Theme(
    id="ljung",
    names={"heading": "Arial", "body": "Arial", "symbol": "Arial"},
    faces={"heading": "Arimo", "body": "Arimo", "symbol": "Arimo"},
    colors={
        **_LIGHT_STATUS,
        "ground": "FFFFFF",
        "ink": "231A21",
        "muted": "5F535B",
        "accent": "6A2C5E",
        "block": "6A2C5E",
        "on-block": "FFFFFF",
        "on-block-muted": "EFE3EC",
        "panel": "F5F3F4",
        "tint": "EFE3EC",
        "rule": "82767E",
        "hairline": "D6D0D4",
        "series-2": "A874A0",
        "series-3": "E8D9E4",
        "cover": "46183D",
        "on-cover": "FFFFFF",
        "cover-muted": "EFE3EC",
        "cover-mark": "A874A0",
    },
    scale=_ARIAL_STEPS,
    edges={"series-3": "series-2"},
)

VINTERNATT: Final = Theme(
    id="vinternatt",
    names=_OFFICE_NAMES,
    faces=_OFFICE_FACES,
    colors={
        "ground": "0F1B24",
        "ink": "F1F5F7",
        "muted": "B4C2CA",
        "accent": "7EC8DD",
        "block": "17556C",
        "on-block": "FFFFFF",
        "on-block-muted": "DCE8ED",
        "panel": "182732",
        "tint": "1D3B49",
        "rule": "8296A1",
        "hairline": "33454F",
        "series-2": "38718A",
        "series-3": "1D3B49",
        "advantage": "8EDBAE",
        "advantage-fill": "1C4A35",
        "neutral": "F0C468",
        "neutral-fill": "2A2718",
        "drawback": "F8B1A8",
        "drawback-fill": "5C2722",
        "low-fill": "16352A",
        "medium-fill": "4A3D14",
        "high-fill": "6B2D27",
        "cover": "0A141B",
        "on-cover": "FFFFFF",
        "cover-muted": "DCE8ED",
        "cover-mark": "38718A",
    },
    scale=_STEPS,
    edges={"series-3": "rule", "block": "rule"},
)

THEMES: Final[Mapping[str, Theme]] = {theme.id: theme for theme in (FJARD, LJUNG, VINTERNATT)}


def on_paper(theme: Theme) -> Theme:
    """The theme that a report is printed in: paper is white, so a dark theme gives way to the light one of its fonts and hue."""
    return FJARD if theme.dark else theme
