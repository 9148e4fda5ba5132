"""Templates made for tests: a company's own with single parts changed, and files that only look like templates."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from random import Random
from typing import Final

from tests.layout.template.hard import hard_template
from tests.templates import company_template

PRESENTATION: Final = "ppt/presentation.xml"
TYPES: Final = "[Content_Types].xml"
_MAIN: Final = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_OLE: Final = bytes.fromhex("D0CF11E0A1B11AE1")
#: What programs write by mistake in place of a number, a colour, a name.
_ODD: Final = ("", "-1", "0", "NaN", "1e9", "9" * 21, "abc", "rId999", "٥", "50%", "12.5", "ZZZZZZ", "²")


def entries(data: bytes) -> dict[str, bytes]:
    """A zip's files by name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip of files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(name: str, old: bytes, new: bytes, data: bytes | None = None) -> bytes:
    """A company's template with something in one part put in place of another."""
    files = entries(data or company_template())
    assert old in files[name]
    files[name] = files[name].replace(old, new)
    return packed(files)


def of_type(content_type: bytes) -> bytes:
    """A company's template whose main part is of another type."""
    return changed(TYPES, _MAIN, content_type)


def _with(name: str, content: bytes) -> bytes:
    return packed({**entries(company_template()), name: content})


def _without_master() -> bytes:
    data = changed(PRESENTATION, b"sldMasterId ", b"sldOtherId ")
    return changed("ppt/_rels/presentation.xml.rels", b"relationships/slideMaster", b"relationships/other", data)


_WORD: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_EXCEL: Final = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_ENTITY: Final = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><p:presentation'
#: Files that cannot be used, with the key of the sentence that says so.
UNFIT: Final[Mapping[str, tuple[bytes, str]]] = {
    "nothing": (b"", "office.empty"),
    "a text": ("Hej, här är en text.\n".encode(), "office.foreign"),
    "a photograph": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500), "office.foreign"),
    "an archive of letters": (packed({"brev.txt": b"Hej"}), "office.foreign"),
    "the old format": (_OLE + bytes(600), "office.legacy"),
    "a password": (_OLE + "EncryptedPackage".encode("utf-16-le") + bytes(600), "office.encrypted"),
    "a lock": (b"\x09Anna Berg".ljust(54) + b"\x09\x00" + "Anna Berg".encode("utf-16-le").ljust(108), "office.lock"),
    "cut short": (company_template()[:-3000], "archive.damaged"),
    "a Word document": (of_type(_WORD), "template.word"),
    "an Excel workbook": (of_type(_EXCEL), "template.excel"),
    "OpenDocument": (packed({"mimetype": b"application/vnd.oasis.opendocument.presentation"}), "office.open-document"),
    "no master": (_without_master(), "template.no-master"),
    "strict": (
        changed(
            PRESENTATION,
            b"http://schemas.openxmlformats.org/presentationml/2006/main",
            b"http://purl.oclc.org/ooxml/presentationml/main",
        ),
        "template.strict",
    ),
    "a bomb": (_with("ppt/media/image9.png", bytes(40_000_000)), "archive.too-large"),
    "a way out": (_with("../../evil.xml", b"<a/>"), "archive.unsafe"),
    "an entity": (changed(PRESENTATION, b"<p:presentation", _ENTITY), "office.entities"),
    "no XML": (changed(PRESENTATION, b"<p:sldMasterIdLst>", b"<p:sldMasterIdLst"), "office.damaged-part"),
}


def spoilt(seed: int) -> bytes:
    """A hard template in which values, elements and parts are wrong or missing. The same seed gives the same bytes."""
    draw = Random(seed)
    files = entries(hard_template(seed % 40))
    names = [name for name in files if name.endswith((".xml", ".rels")) and not name.startswith("docProps")]
    for name in draw.sample(names, draw.randint(1, 6)):
        pieces = files[name].split(b'="')
        if draw.random() < 0.1:
            del files[name]
        elif len(pieces) > 1:
            place = draw.randrange(1, len(pieces))
            rest = pieces[place].partition(b'"')[2]
            pieces[place] = draw.choice(_ODD).encode() + b'"' + rest
            files[name] = b'="'.join(pieces)
    return packed(files)
