"""What slides, layouts, masters and notes have in common: a tree of shapes on a ground."""

from app.export.pptx.paint import Palette
from app.export.pptx.xml import A, Element, P, sub
from app.layout.frames import Role


def shape_tree(parent: Element) -> Element:
    """An empty tree with the number 1, under a `p:cSld`."""
    tree = sub(parent, f"{P}spTree")
    naming = sub(tree, f"{P}nvGrpSpPr")
    sub(naming, f"{P}cNvPr", {"id": "1", "name": ""})
    sub(naming, f"{P}cNvGrpSpPr")
    sub(naming, f"{P}nvPr")
    transform = sub(sub(tree, f"{P}grpSpPr"), f"{A}xfrm")
    for corner, extent in (("off", "ext"), ("chOff", "chExt")):
        sub(transform, f"{A}{corner}", {"x": "0", "y": "0"})
        sub(transform, f"{A}{extent}", {"cx": "0", "cy": "0"})
    return tree


def ground(parent: Element, role: Role, palette: Palette) -> None:
    """A background of one colour, as the first child of a `p:cSld`."""
    properties = sub(sub(parent, f"{P}bg"), f"{P}bgPr")
    palette.fill(properties, role)
    sub(properties, f"{A}effectLst")
