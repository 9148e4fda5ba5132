"""Pictures: each stored once in the deck, however often it is shown."""

from typing import Final

from app.export.pptx.canvas import Canvas, place
from app.export.pptx.package import Part, kind
from app.export.pptx.xml import A, Element, P, R, sub
from app.layout.frames import PictureItem

#: The kinds of picture that decks take, by their first bytes.
_KINDS: Final = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}


def draw_picture(item: PictureItem, parent: Element, canvas: Canvas) -> None:
    """A picture, fitted to its box. Raises KeyError when the project's assets lack it, ValueError when it is no PNG or JPEG."""
    shape = sub(parent, f"{P}pic")
    naming = sub(shape, f"{P}nvPicPr")
    canvas.identify(naming, item, alt=item.alt, decorative=not item.alt)
    sub(sub(naming, f"{P}cNvPicPr"), f"{A}picLocks", {"noChangeAspect": "1"})
    sub(naming, f"{P}nvPr")
    fill = sub(shape, f"{P}blipFill")
    sub(fill, f"{A}blip", {f"{R}embed": canvas.part.relate(_stored(item, canvas), kind("image"))})
    sub(sub(fill, f"{A}stretch"), f"{A}fillRect")
    properties = sub(shape, f"{P}spPr")
    place(properties, f"{A}xfrm", item.box)
    sub(sub(properties, f"{A}prstGeom", {"prst": "rect"}), f"{A}avLst")


def _stored(item: PictureItem, canvas: Canvas) -> Part:
    deck = canvas.deck
    known = deck.pictures.get(item.sha256)
    if known is None:
        data = deck.assets[item.sha256]
        ending = _ending(item, data)
        known = deck.package.add(f"/ppt/media/picture{len(deck.pictures) + 1}.{ending}", f"image/{ending}", data)
        deck.pictures[item.sha256] = known
    return known


def _ending(item: PictureItem, data: bytes) -> str:
    for start, ending in _KINDS.items():
        if data.startswith(start):
            return ending
    raise ValueError(f"picture {item.block}: neither PNG nor JPEG")
