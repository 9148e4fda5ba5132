"""Reads decks back: with python-pptx where a user would look, as XML where python-pptx does not."""

import zipfile
from io import BytesIO
from typing import cast

from lxml import etree
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from app.export.pptx.xml import Element

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}


def opened(data: bytes) -> Deck:
    """The deck in python-pptx."""
    return Presentation(BytesIO(data))


def parts(data: bytes) -> dict[str, bytes]:
    """All parts by name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def found(data: bytes, part: str, path: str) -> list[str]:
    """What an XPath finds in a part, as text: attributes' values, or elements' text."""
    hits = etree.fromstring(parts(data)[part]).xpath(path, namespaces=NAMES)
    return [hit if isinstance(hit, str) else _text(hit) for hit in cast(list[str | Element], hits)]


def _text(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter())


def element(data: bytes, part: str, path: str) -> Element:
    """The one element that an XPath finds in a part."""
    (hit,) = cast(list[Element], etree.fromstring(parts(data)[part]).xpath(path, namespaces=NAMES))
    return hit


def relationships(data: bytes, part: str) -> list[tuple[str, str]]:
    """What a part refers to: the last word of each relationship's type, and its target."""
    folder, name = part.rsplit("/", 1)
    listed = etree.fromstring(parts(data)[f"{folder}/_rels/{name}.rels"])
    return [(str(each.get("Type")).rsplit("/", 1)[-1], str(each.get("Target"))) for each in listed]
