"""The user's own pictures, as large as the column and half a page let them be."""

from typing import Final

from app.export.pdf.report.flow import Brush, Part, Strip
from app.export.pdf.report.type import BOTTOM, TEXT, TOP, modules
from app.export.pdf.sheet import Pen
from app.export.pdf.tags import Tag
from app.layout.frames import Box
from app.model.blocks import Picture
from app.model.units import mm

_HIGHEST: Final = (BOTTOM - TOP) / 2
#: A picture is drawn no larger than 96 pixels an inch ask for.
_POINT: Final = 0.75


def picture_strips(picture: Picture, tag: Tag) -> list[Strip]:
    """A picture at the text's left edge, never distorted or blown up. A panel stands in its place when its bytes are not at hand."""
    wide, high = picture.width or 4, picture.height or 3
    most = wide * _POINT if picture.width else TEXT[1]
    width = min(TEXT[1], most, _HIGHEST * wide / high)
    height = width * high / wide
    box = Box(TEXT[0], 0.0, width, height)
    place = tag.inner("Figure", picture.id, picture.alt)

    def draw(brush: Brush, top: float) -> None:
        data, area = brush.assets.get(picture.sha256), Box(box.x, top + mm(1.25), box.w, box.h)
        if data is None:
            brush.sheet.rectangle(area, brush.colors["panel"], Pen(brush.colors["hairline"], 0.4))
        else:
            brush.sheet.picture(area, data)

    return [Strip(modules(height + mm(1.25)), (Part(draw, place, picture.id),))]
