"""Grids as companies' templates have them: other formats, and bodies that art takes a side of."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from app.layout.frames import Box
from app.layout.grid import CoverZones, Foot, Grid, Place

_TAKEAWAY_H: Final = 30.0
_SOURCE_H: Final = 16.0
_FOOT_H: Final = 18.0
_GAP: Final = 10.0


def grid(size: tuple[float, float], title: Box, body: Box) -> Grid:
    """A grid as a template's layout gives it: a title's place, and a body that holds the takeaway and the source too."""
    source = Box(body.x, body.bottom - _SOURCE_H, body.w, _SOURCE_H)
    takeaway = Box(body.x, source.y - _GAP / 2 - _TAKEAWAY_H, body.w, _TAKEAWAY_H)
    foot = Box(body.x, size[1] - _FOOT_H - 8, body.w / 3, _FOOT_H)
    high = size[1]
    return Grid(
        *size,
        title=Place(title, anchor="middle", insets=(7.2, 3.6, 7.2, 3.6)),
        title_widest=None,
        body=replace(body, h=source.y - _GAP - body.y),
        body_above_takeaway=replace(body, h=takeaway.y - _GAP - body.y),
        takeaway=takeaway,
        source=source,
        foot=Foot(
            occasion=Place(foot, anchor="middle"),
            organisation=Place(replace(foot, x=foot.right), "center", "middle"),
            number=Place(replace(foot, x=foot.right + foot.w), "right", "middle"),
        ),
        cover=CoverZones(
            title=Place(Box(body.x, high * 0.25, body.w, high * 0.25), "center", "bottom"),
            subtitle=Place(Box(body.x, high * 0.52, body.w, high * 0.2), "center"),
            organisation=None,
            occasion=Box(body.x, high * 0.75, body.w, 40.0),
            label=Box(body.x, high - 34, body.w, _FOOT_H),
        ),
    )


GRIDS: Final[Mapping[str, Grid]] = {
    "4:3": grid((720, 540), Box(36, 22, 648, 80), Box(36, 116, 648, 376)),
    "Google": grid((720, 405), Box(24, 20, 672, 64), Box(24, 92, 672, 276)),
    "A4": grid((793, 595), Box(40, 30, 713, 80), Box(40, 124, 713, 424)),
    "a deep header": grid((960, 540), Box(48, 60, 864, 90), Box(48, 180, 864, 320)),
    "a column of logos": grid((960, 540), Box(230, 30, 690, 80), Box(230, 124, 690, 376)),
    "a deep footer": grid((960, 540), Box(48, 24, 864, 72), Box(48, 104, 864, 326)),
    "portrait": grid((612, 792), Box(40, 36, 532, 84), Box(40, 132, 532, 612)),
    "wide": grid((1200, 600), Box(50, 30, 1100, 80), Box(50, 124, 1100, 430)),
    "the least": grid((600, 338), Box(24, 16, 552, 60), Box(24, 80, 552, 224)),
}
