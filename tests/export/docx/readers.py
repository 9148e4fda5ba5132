"""Reads Word files back: as python-docx does, and their parts."""

import zipfile
from io import BytesIO
from typing import Any, Final, cast

import docx
from lxml import etree

from app.export.docx.xml import Element

_docx: Final = cast(Any, docx)
NAMES: Final = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def opened(data: bytes) -> Any:
    """The document as python-docx reads it."""
    return _docx.Document(BytesIO(data))


def lines(data: bytes) -> list[tuple[str, str]]:
    """Each paragraph outside tables: the name of its style, and its text with plain spaces."""
    return [(line.style.name, line.text.replace("\xa0", " ")) for line in opened(data).paragraphs]


def found(data: bytes, path: str, part: str = "word/document.xml") -> list[Any]:
    """What an XPath finds in a part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root: Element = etree.fromstring(archive.read(part))
    return cast(list[Any], root.xpath(path, namespaces=NAMES))
