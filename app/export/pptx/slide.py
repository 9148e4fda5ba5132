"""A placed slide as a slide part: background, shapes in reading order, the tags by which a later export knows it."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from app.export.pptx.canvas import Canvas, DeckContext
from app.export.pptx.items import draw
from app.export.pptx.notes import write_notes
from app.export.pptx.package import Part, kind
from app.export.pptx.placeholders import Placeholder
from app.export.pptx.tree import ground, shape_tree
from app.export.pptx.xml import R_ID, A, Element, P, root, serialized, sub
from app.layout.frames import PlacedSlide, Role

_TAGS_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"
#: Tag names: the slide's id, and a prefix before the key of each shape.
SLIDE_TAG: Final = "BW_SLIDE"
SHAPE_TAG: Final = "BW_"


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout of the master: its part, its placeholders, its background."""

    part: Part
    placeholders: tuple[Placeholder, ...]
    #: None where the layout's ground is a template's, which no slide departs from.
    background: Role | None
    #: The layout's own mapping of colours, which its slides repeat.
    colors: Element | None = None


def write_slide(slide: PlacedSlide, number: int, layout: Layout, notes_master: Part, deck: DeckContext) -> None:
    """Fill the slide's part, and add its tags and notes. `number` names these parts. Raises what items raise that cannot be drawn."""
    canvas = Canvas(deck, deck.slides[slide.id], {each.key: each for each in layout.placeholders})
    canvas.part.relate(layout.part, kind("slideLayout"))
    element = root(f"{P}sld", "a p r", {"show": "0"} if slide.hidden else None)
    content = sub(element, f"{P}cSld")
    if layout.background is not None and slide.background != layout.background:
        ground(content, slide.background, deck.palette)
    tree = shape_tree(content)
    for item in slide.items:
        draw(item, tree, canvas)
    tags = canvas.part.relate(_tags_part(slide, number, canvas), kind("tags"))
    sub(sub(content, f"{P}custDataLst"), f"{P}tags", {R_ID: tags})
    if layout.colors is None:
        sub(sub(element, f"{P}clrMapOvr"), f"{A}masterClrMapping")
    else:
        element.append(deepcopy(layout.colors))
    canvas.part.data = serialized(element)
    write_notes(slide, number, notes_master, canvas)


def _tags_part(slide: PlacedSlide, number: int, canvas: Canvas) -> Part:
    """PowerPoint keeps tags through editing, copying and saving; their names are upper case there."""
    listed = root(f"{P}tagLst", "a p r")
    sub(listed, f"{P}tag", {"name": SLIDE_TAG, "val": slide.id})
    for key, block in canvas.keys.items():
        sub(listed, f"{P}tag", {"name": f"{SHAPE_TAG}{key.upper()}", "val": block})
    return canvas.deck.package.add(f"/ppt/tags/tag{number}.xml", _TAGS_TYPE, serialized(listed))
