"""Reads PDFs as reader programs do. The door to pypdfium2 and pikepdf, with types."""

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Final, cast

import pikepdf
import pypdfium2
import pytest

_pdfium: Final = cast(Any, pypdfium2)
_pikepdf: Final = cast(Any, pikepdf)
_PICTURE: Final = 3
Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class Character:
    """A character with its box: left, bottom, right, top, in points from the lower left corner."""

    text: str
    box: Bounds


@dataclass(frozen=True)
class ReadPage:
    """A page as read: its size, its raw text, its characters, and its pictures' boxes."""

    size: tuple[float, float]
    raw: str
    characters: tuple[Character, ...]
    pictures: tuple[Bounds, ...]


@dataclass(frozen=True)
class Link:
    """A link on a page (from 0): to an address, or to a place in the document."""

    page: int
    address: str
    inside: bool


def pages(data: bytes) -> list[ReadPage]:
    """Every page of a PDF."""
    return [_page(page) for page in _pdfium.PdfDocument(data)]


def _page(page: Any) -> ReadPage:
    text = page.get_textpage()
    found = tuple(
        Character(chr(_pdfium.raw.FPDFText_GetUnicode(text, index)), text.get_charbox(index))
        for index in range(text.count_chars())
    )
    pictures = tuple(item.get_bounds() for item in page.get_objects() if item.type == _PICTURE)
    return ReadPage(page.get_size(), text.get_text_bounded(), found, pictures)


def page_texts(data: bytes) -> list[str]:
    """Each page's text with single spaces, in the order in which it is written."""
    return [" ".join(page.raw.split()) for page in pages(data)]


def outline(data: bytes) -> list[tuple[int, str, int]]:
    """Level, title and page (from 0) of every entry of the outline."""
    marks = cast(Iterable[Any], _pdfium.PdfDocument(data).get_toc())
    return [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in marks]


def links(data: bytes) -> list[Link]:
    """All links in their order."""
    with _pikepdf.open(BytesIO(data)) as pdf:
        return [
            Link(number, str(link.get("/A", {}).get("/URI", "")), "/Dest" in link)
            for number, page in enumerate(pdf.pages)
            for link in page.get("/Annots", [])
        ]


@dataclass(frozen=True)
class Embedded:
    """A font as the document holds it."""

    name: str
    has_file: bool
    has_characters: bool


def fonts(data: bytes) -> list[Embedded]:
    """All fonts of a document."""
    with _pikepdf.open(BytesIO(data)) as pdf:
        found = [item for item in pdf.objects if isinstance(item, _pikepdf.Dictionary) and item.get("/Type") == "/Font"]
        return [
            Embedded(str(font["/BaseFont"]), "/FontFile2" in font.get("/FontDescriptor", {}), "/ToUnicode" in font)
            for font in found
        ]


def described(data: bytes) -> tuple[str, str, str]:
    """The document's title, author and language."""
    with _pikepdf.open(BytesIO(data)) as pdf:
        return str(pdf.docinfo["/Title"]), str(pdf.docinfo["/Author"]), str(pdf.Root["/Lang"])


def qpdf_finds(data: bytes, folder: Path) -> str:
    """What qpdf has to say against a PDF; "" when it is clean."""
    if shutil.which("qpdf") is None:
        pytest.skip("needs qpdf")
    path = folder / "checked.pdf"
    path.write_bytes(data)
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def text_outside(data: bytes) -> list[str]:
    """Characters that stand outside their page."""
    return [
        character.text
        for page in pages(data)
        for character in page.characters
        for left, bottom, right, top in [character.box]
        if right > left and (left < 0 or bottom < 0 or right > page.size[0] or top > page.size[1])
    ]


def text_between(data: bytes, low: float, high: float) -> list[str]:
    """Characters whose lower edge stands between two heights (points from the foot) of any page."""
    return [
        character.text
        for page in pages(data)
        for character in page.characters
        if character.box[2] > character.box[0] and low < character.box[1] < high
    ]
