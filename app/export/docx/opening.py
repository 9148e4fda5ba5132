"""The document that a report is written into: an organisation's Word template, emptied of its text, or a plain one of our own look."""

import zipfile
from io import BytesIO
from typing import Any, Final, cast

import docx

from app.export.docx.styles import dress
from app.export.docx.xml import Element, W, new
from app.files.archive import BadArchive
from app.files.parts import read_office

#: python-docx has types for what users call only; its document is taken as it is.
Document = Any

_TEMPLATE: Final = b"wordprocessingml.template.main+xml"
_DOCUMENT: Final = b"wordprocessingml.document.main+xml"
#: A4 in twentieths of a point, and margins of 25 mm.
_A4: Final = (11906, 16838)
_MARGIN: Final = 1417


def opened(template: bytes | None, file: str, fonts: tuple[str, str]) -> Document:
    """A document without text: on the template where there is one, else in our own look in the fonts (headings, body).

    Raises BadArchive, naming `file`, for what is no Word document without macros."""
    if template is None:
        return _plain(fonts)
    office = read_office(template, file)
    kind = office.document.content_type
    if "macroEnabled" in kind:
        raise BadArchive("word-template.macros", file=file)
    if "wordprocessingml" not in kind:
        raise BadArchive("word-template.other", file=file)
    document: Document = docx.Document(BytesIO(_as_document(template)))
    _empty(document)
    return document


def _plain(fonts: tuple[str, str]) -> Document:
    document: Document = docx.Document()
    dress(cast(Element, document.styles.element), *fonts)
    _empty(document)
    section = body_of(document).find(f"{W}sectPr")
    if section is not None:
        for part in ("pgSz", "pgMar"):
            for old in section.findall(f"{W}{part}"):
                section.remove(old)
        margins = new(
            "pgMar", top=_MARGIN, right=_MARGIN, bottom=_MARGIN, left=_MARGIN, header=709, footer=709, gutter=0
        )
        section.insert(0, margins)
        section.insert(0, new("pgSz", w=_A4[0], h=_A4[1]))
    return document


def body_of(document: Document) -> Element:
    """The document's body."""
    return cast(Element, document.element.body)


def _empty(document: Document) -> None:
    """Takes the text away; the page and what stands at its head and foot remain."""
    body = body_of(document)
    for child in list(body):
        if child.tag != f"{W}sectPr":
            body.remove(child)


def _as_document(template: bytes) -> bytes:
    """A template's bytes as those of a document: only what its main part calls itself differs."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(template)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fresh:
        for entry in old.infolist():
            data = old.read(entry)
            fresh.writestr(
                entry.filename, data.replace(_TEMPLATE, _DOCUMENT) if "Content_Types" in entry.filename else data
            )
    return out.getvalue()
