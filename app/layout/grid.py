"""The slide's grid and zones, in points. 16:9, 960 × 540 pt; unit 6 pt; twelve columns of 0.771 in with gutters of 0.25 in."""

from typing import Final

from app.layout.frames import Box
from app.model.units import inches

WIDTH: Final = 960.0
HEIGHT: Final = 540.0
UNIT: Final = 6.0
MARGIN: Final = inches(0.667)
GUTTER: Final = inches(0.25)
COLUMN: Final = (WIDTH - 2 * MARGIN - 11 * GUTTER) / 12

TRACKER: Final = Box(MARGIN, inches(0.28), WIDTH - 2 * MARGIN, inches(0.27))
TITLE: Final = Box(MARGIN, inches(0.72), inches(9.96), inches(0.95))
BODY: Final = Box(MARGIN, inches(1.96), WIDTH - 2 * MARGIN, inches(6.58 - 1.96))
BODY_ABOVE_TAKEAWAY: Final = Box(MARGIN, inches(1.96), WIDTH - 2 * MARGIN, inches(5.96 - 1.96))
TAKEAWAY: Final = Box(MARGIN, inches(6.13), WIDTH - 2 * MARGIN, inches(0.42))
SOURCE: Final = Box(MARGIN, inches(6.72), WIDTH - 2 * MARGIN, inches(0.21))
FOOTER_Y: Final = inches(7.08)
FOOTER_H: Final = inches(0.24)


def columns(first: int, last: int, within: Box = BODY) -> Box:
    """The box over columns `first` to `last` (1 to 12), as high as `within`."""
    return Box(
        MARGIN + (first - 1) * (COLUMN + GUTTER),
        within.y,
        (last - first + 1) * COLUMN + (last - first) * GUTTER,
        within.h,
    )
