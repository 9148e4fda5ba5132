"""The look: colours by token, light and dark, the palette and style sheet made of them, and the type."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from app.resources import asset

Token = Literal[
    "window",
    "base",
    "canvas",
    "line",
    "field",
    "text",
    "secondary",
    "placeholder",
    "accent",
    "on-accent",
    "selection",
    "on-selection",
    "ok",
    "warning",
    "error",
    "error-fill",
    "mark",
    "hit",
    "hover",
]
#: Whose voice: the window and the writer speak in sans, the library in serif.
Voice = Literal["ours", "library"]

_LIGHT: Final[Mapping[Token, str]] = {
    "window": "#F0F2F1",
    "base": "#FFFFFF",
    "canvas": "#E2E6E5",
    "line": "#D6DBD9",
    "field": "#7C8784",
    "text": "#1A2226",
    "secondary": "#525D60",
    "placeholder": "#666F72",
    "accent": "#0B4F6C",
    "on-accent": "#FFFFFF",
    "selection": "#D6E5ED",
    "on-selection": "#083C54",
    "ok": "#23693F",
    "warning": "#7F5000",
    "error": "#A8231C",
    "error-fill": "#FBE9E7",
    "mark": "#B0480B",
    "hit": "#FBE3A6",
    "hover": "#E4E9E8",
}
_DARK: Final[Mapping[Token, str]] = {
    "window": "#1C2123",
    "base": "#23292B",
    "canvas": "#14181A",
    "line": "#343C3F",
    "field": "#7E8A8D",
    "text": "#E6EAE9",
    "secondary": "#AAB4B4",
    "placeholder": "#98A3A3",
    "accent": "#7EC8DD",
    "on-accent": "#0C1E26",
    "selection": "#1D4354",
    "on-selection": "#D9F0F8",
    "ok": "#86CFA0",
    "warning": "#E9BE6B",
    "error": "#FF9C92",
    "error-fill": "#3B2523",
    "mark": "#EE9158",
    "hit": "#6B4E12",
    "hover": "#2A3134",
}

#: Steps of the type, as pixel size and line height at 100 %; heads are semibold.
TYPE: Final[Mapping[str, tuple[int, int]]] = {
    "help": (12, 17),
    "body": (13, 20),
    "head": (14, 20),
    "title": (19, 26),
    "reading": (17, 27),
    "reading-small": (15, 22),
    "display": (28, 36),
}


@dataclass(frozen=True)
class Look:
    """A set of colours. `dark` says which of the two it is, for the pictures that differ; `own` are those of high contrast."""

    dark: bool
    own: Mapping[Token, str] | None = None

    @property
    def colors(self) -> Mapping[Token, str]:
        """All colours, as `#RRGGBB`."""
        return self.own or (_DARK if self.dark else _LIGHT)

    def color(self, token: Token) -> QColor:
        """One colour."""
        return QColor(self.colors[token])


LIGHT: Final = Look(dark=False)
DARK: Final = Look(dark=True)


def look_for(scheme: Qt.ColorScheme) -> Look:
    """The look that follows the system's."""
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def palette(look: Look) -> QPalette:
    """The look as Qt's palette, so that Fusion draws everything in it."""
    roles: Mapping[QPalette.ColorRole, Token] = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "base",
        QPalette.ColorRole.AlternateBase: "window",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "base",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.PlaceholderText: "placeholder",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "on-selection",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.ToolTipBase: "base",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "field",
    }
    made = QPalette(look.color("base"), look.color("window"))
    for role, token in roles.items():
        made.setColor(role, look.color(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, look.color("placeholder"))
    return made


def style_sheet(look: Look) -> str:
    """The short style sheet, with the look's colours filled in."""
    sheet = asset("style", "window.qss").read_text("utf-8").partition("*/")[2]
    ground = "dark" if look.dark else "light"
    pictures = {name: asset("icons", f"{name}-on-{ground}.svg").as_posix() for name in ("check", "chevron-down")}
    values = {**look.colors, **{name: f'url("{path}")' for name, path in pictures.items()}}
    return re.sub(r"@([a-z-]+)", lambda found: values[found[1]], sheet)


@cache
def _serif() -> str:
    """The family of the library's voice, loaded once from the fonts that we bring along."""
    families: list[str] = []
    for face in ("Regular", "Bold", "Italic", "BoldItalic"):
        number = QFontDatabase.addApplicationFont(str(asset("fonts", "deck", f"Caladea-{face}.ttf")))
        families += QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def font(step: str, system: QFont, voice: Voice = "ours", *, strong: bool = False) -> QFont:
    """The font of a step of the type, grown with the system's text size."""
    made = QFont(_serif()) if voice == "library" else QFont(system)
    made.setPointSizeF(TYPE[step][0] * system.pointSizeF() / TYPE["body"][0])
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    if voice == "library" and strong:
        made.setWeight(QFont.Weight.Bold)
    return made


def base_font(system: QFont) -> QFont:
    """The window's own font: the system's, never below 13 pixels at 100 %."""
    made = QFont(system)
    made.setPointSizeF(max(system.pointSizeF(), TYPE["body"][0] * 72 / 96))
    return made
