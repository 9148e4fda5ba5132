"""A company's template for tests: python-pptx's own, with a band and a mark on its master."""

from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.util import Inches

_BAND = (
    '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr><p:cNvPr id="90" name="Band"/><p:cNvSpPr/>'
    '<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></p:spPr></p:sp>'
)


def company_template(color: str = "2F6B3A", *, example_slides: int = 2) -> bytes:
    """The bytes of a template, 4:3, with a band of a colour along its top and some example slides."""
    deck: Any = Presentation()
    tree = deck.slide_master.shapes._spTree
    tree.insert(2, etree.fromstring(_BAND.format(width=deck.slide_width, height=Inches(0.2), color=color)))
    for _ in range(example_slides):
        deck.slides.add_slide(deck.slide_layouts[1])
    out = BytesIO()
    deck.save(out)
    return out.getvalue()
