"""Reads a PDF as a screen reader does: element by element of its structure, in order."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final, cast

import pikepdf
import pypdfium2

_pikepdf: Final = cast(Any, pikepdf)
_pdfium: Final = cast(Any, pypdfium2)
_raw: Final = _pdfium.raw
_TEXT: Final = 1


@dataclass(frozen=True)
class Heard:
    """An element: its type, those around it from the outermost, its own text, its description, a head's scope, the columns it takes."""

    kind: str
    around: tuple[str, ...]
    text: str
    alt: str = ""
    scope: str = ""
    columns: int = 1


def heard(data: bytes) -> list[Heard]:
    """All elements in reading order, each before those that it holds."""
    texts = _texts(data)
    with _pikepdf.open(BytesIO(data)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        return [found for root in pdf.Root.StructTreeRoot.K for found in _walk(root, (), texts, numbers)]


def whole(data: bytes) -> str:
    """What is read aloud from beginning to end, with single spaces."""
    return " ".join(" ".join(element.text for element in heard(data)).split())


def leads(data: bytes) -> list[tuple[str, bool]]:
    """What each link's annotation says, and whether it leads back to the element of a link that leads to it."""
    with _pikepdf.open(BytesIO(data)) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        found: list[tuple[str, bool]] = []
        for page in pdf.pages:
            for link in page.get("/Annots", []):
                element = parents[int(link.StructParent)]
                held = [
                    kid for kid in element.K if isinstance(kid, _pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
                ]
                back = str(element.S) == "/Link" and [kid.Obj.objgen for kid in held] == [link.objgen]
                found.append((str(link.Contents), back))
        return found


def _walk(
    element: Any, around: tuple[str, ...], texts: Sequence[dict[int, str]], numbers: dict[Any, int]
) -> Iterator[Heard]:
    kind = str(element.S)[1:]
    own: list[str] = []
    inner: list[Heard] = []
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            own.append(texts[numbers[element.Pg.objgen]].get(kid, ""))
        elif kid.get("/Type") == "/MCR":
            own.append(texts[numbers[kid.Pg.objgen]].get(int(kid.MCID), ""))
        elif kid.get("/Type") == "/StructElem":
            inner += _walk(kid, (*around, kind), texts, numbers)
    attributes = element.get("/A", {})
    yield Heard(
        kind,
        around,
        " ".join("".join(own).replace("\xad", "").split()),
        str(element.get("/Alt", "")),
        str(attributes.get("/Scope", ""))[1:],
        int(attributes.get("/ColSpan", 1)),
    )
    yield from inner


def _texts(data: bytes) -> list[dict[int, str]]:
    """By page, the text of each stretch of marked content, by its number."""
    found: list[dict[int, str]] = []
    for page in _pdfium.PdfDocument(data):
        said: dict[int, str] = {}
        text = page.get_textpage()
        for item in page.get_objects():
            number = _raw.FPDFPageObj_GetMarkedContentID(item.raw)
            if item.type == _TEXT and number >= 0:
                said[number] = said.get(number, "") + _text(item, text)
        found.append(said)
    return found


def _text(item: Any, page: Any) -> str:
    """What an object says: what its marks have in its place, else its letters."""
    for number in range(_raw.FPDFPageObj_CountMarks(item.raw)):
        instead = _actual(_raw.FPDFPageObj_GetMark(item.raw, number))
        if instead is not None:
            return instead
    size = _raw.FPDFTextObj_GetText(item.raw, page.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    _raw.FPDFTextObj_GetText(item.raw, page.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le")


def _actual(mark: Any) -> str | None:
    size = ctypes.c_ulong(0)
    if not _raw.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, size):
        return None
    buffer = (ctypes.c_ushort * (size.value // 2))()
    _raw.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", buffer, size.value, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
