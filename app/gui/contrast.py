"""High contrast: the system's own colours in place of ours, where the user has asked the system for it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QStyleHints

from app.gui.look import LIGHT, Look, Token

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibilityHints

_Role = QPalette.ColorRole
#: Which of the system's colours stands for each of ours: two grounds, one ink, one mark, as high contrast has it.
_ROLES: Final[Mapping[Token, QPalette.ColorRole]] = {
    "base": _Role.Base,
    "on-accent": _Role.HighlightedText,
    "accent": _Role.Highlight,
    "selection": _Role.Highlight,
    "on-selection": _Role.HighlightedText,
    "mark": _Role.Highlight,
    "hit": _Role.Highlight,
    "window": _Role.Window,
    "canvas": _Role.Window,
    "error-fill": _Role.Window,
    "hover": _Role.Window,
}


def wants_contrast(hints: QStyleHints) -> bool:
    """Whether the system is set to high contrast. Qt tells since 6.10; before, ours is worn."""
    told = _accessibility(hints)
    return told is not None and told.contrastPreference() == Qt.ContrastPreference.HighContrast


def follow_contrast(hints: QStyleHints, follow: Callable[[], object]) -> None:
    """Has `follow` called when high contrast is switched on or off."""
    told = _accessibility(hints)
    if told is not None:
        told.contrastPreferenceChanged.connect(follow)


def _accessibility(hints: QStyleHints) -> "QAccessibilityHints | None":
    ask = getattr(hints, "accessibility", None)
    return ask() if ask is not None else None


def contrast_look(system: QPalette) -> Look:
    """A look of the system's colours; all that is written is in the colour of its text."""
    colors: dict[Token, str] = {
        token: system.color(_ROLES.get(token, _Role.WindowText)).name().upper() for token in LIGHT.colors
    }
    return Look(dark=system.color(_Role.Window).lightness() < system.color(_Role.WindowText).lightness(), own=colors)
