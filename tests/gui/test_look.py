"""The look follows the system: its text size and high contrast."""

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from app.gui.application import dress
from app.gui.contrast import contrast_look
from app.gui.interface import Interface
from app.gui.look import TYPE, base_font, font


@pytest.fixture
def night() -> QPalette:
    """A high-contrast palette as Windows has it: yellow and cyan on black."""
    palette = QPalette(QColor("black"))
    for role, color in (
        (QPalette.ColorRole.Base, "black"),
        (QPalette.ColorRole.Window, "black"),
        (QPalette.ColorRole.WindowText, "yellow"),
        (QPalette.ColorRole.Highlight, "cyan"),
        (QPalette.ColorRole.HighlightedText, "black"),
    ):
        palette.setColor(role, QColor(color))
    return palette


def test_high_contrast_takes_the_systems_colours_alone(night: QPalette) -> None:
    look = contrast_look(night)
    assert look.dark
    assert set(look.colors.values()) == {"#000000", "#FFFF00", "#00FFFF"}
    assert look.color("secondary") == QColor("yellow")


def test_high_contrast_wears_no_style_sheet_of_ours(qapp: QApplication, interface: Interface, night: QPalette) -> None:
    dress(qapp, interface)
    assert qapp.styleSheet()
    interface.wear(contrast_look(night))
    dress(qapp, interface)
    assert qapp.styleSheet() == ""


@pytest.mark.parametrize("points", [9.75, 13.0, 19.5])
def test_the_type_grows_with_the_systems_text(qapp: QApplication, points: float) -> None:
    system = QFont()
    system.setPointSizeF(points)
    body, title = font("body", base_font(system)), font("title", base_font(system))
    assert body.pointSizeF() == pytest.approx(points)
    assert title.pointSizeF() / body.pointSizeF() == pytest.approx(TYPE["title"][0] / TYPE["body"][0])
