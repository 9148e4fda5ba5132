"""A part of a slide as a PDF page: what a preview draws anew where only a little has changed."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

from app.export.pdf.faces import faces
from app.export.pdf.sheet import Info, Sheet
from app.export.pdf.slides import SlidePainter
from app.layout.extent import extent, touch
from app.layout.frames import Box, PlacedSlide
from app.layout.themes import Theme
from app.model.base import TAGS


def draw_part(
    slide: PlacedSlide, theme: Theme, size: tuple[float, float], assets: Mapping[str, bytes], part: Box
) -> bytes:
    """An area of a slide as a PDF page just so large, the same as that area of the whole page. `size` is the slide's, in points."""
    info = Info(slide.title, "", TAGS["sv"])
    sheet = Sheet(size, faces(), info, f"{theme.faces['body']}-Regular", compress=False)
    sheet.crop(part)
    within = tuple(item for item in slide.items if touch(extent(item), part))
    SlidePainter(sheet, theme, assets, anchors=()).draw(replace(slide, items=within))
    sheet.end_page()
    out = BytesIO()
    sheet.write(out)
    return out.getvalue()
