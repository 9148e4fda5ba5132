"""The door to reportlab: what we use of it, with types. No other module imports reportlab."""
# ruff: noqa: N802, N803, N815 - reportlab's names

import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final, Protocol, cast

import reportlab.pdfbase.pdfdoc
import reportlab.pdfbase.pdfmetrics
import reportlab.pdfbase.ttfonts
import reportlab.pdfgen.canvas
from reportlab.lib.utils import ImageReader

Corners = tuple[float, float, float, float]


class Canvas(Protocol):
    """A document being drawn. Coordinates run from the lower left corner, in points."""

    def setTitle(self, title: str) -> None: ...
    def setAuthor(self, author: str) -> None: ...
    def setSubject(self, subject: str) -> None: ...
    def setCreator(self, creator: str) -> None: ...
    def setProducer(self, producer: str) -> None: ...
    def setViewerPreference(self, pref: str, value: str) -> None: ...
    def setCropBox(self, size: Corners) -> None: ...
    def addLiteral(self, s: str) -> None: ...
    def linkURL(self, url: str, rect: Corners, relative: int, thickness: int) -> None: ...
    def linkAbsolute(self, contents: str, destinationname: str, Rect: Corners) -> object: ...
    def bookmarkPage(self, key: str, *, fit: str, left: float, top: float, zoom: float) -> object: ...
    def addOutlineEntry(self, title: str, key: str, level: int, closed: int) -> None: ...
    def showPage(self) -> None: ...
    def save(self) -> None: ...


class FaceMetrics(Protocol):
    """Glyphs and widths (thousandths of an em) by code point."""

    charToGlyph: Mapping[int, int]
    charWidths: Mapping[int, float]

    def code_of(self, glyph: int) -> int: ...


class EmbeddedFont(Protocol):
    """A font that is embedded as subsets of 256 characters, per document."""

    face: FaceMetrics

    def splitString(self, text: str, doc: object) -> list[tuple[int, bytes]]: ...
    def getSubsetInternalName(self, subset: int, doc: object) -> str: ...


_init_face: Final = cast(Callable[[object, str], None], vars(reportlab.pdfbase.ttfonts.TTFontFace)["__init__"])


#: Glyphs that are no character's own are embedded under codes that no text uses (the private use area of the basic plane).
_OWN_CODES: Final = range(0xE000, 0xF900)


def is_own_code(code: int) -> bool:
    """Whether a code may stand for a glyph of ours: what a text has there is drawn in none of our faces."""
    return code in _OWN_CODES


class _SubsetKeeper(reportlab.pdfbase.ttfonts.TTFontFace):
    """Keeps the last subsets: a preview drawn anew after a keystroke mostly needs the glyphs of the one before."""

    def __init__(self, filename: str) -> None:
        _init_face(self, filename)
        self._kept = lru_cache(maxsize=8)(super().makeSubset)
        # Whole numbers are written faster; the gaps between glyphs make up for the rest.
        self.charWidths = {character: round(width) for character, width in self.charWidths.items()}
        self._em = 1000 / self.unitsPerEm

    def code_of(self, glyph: int) -> int:
        """The code under which a glyph can be drawn, always the same for a glyph. Raises IndexError beyond 6,400 glyphs."""
        code = _OWN_CODES[glyph]
        self.charToGlyph[code] = glyph
        self.charWidths[code] = round(self.hmetrics[glyph][0] * self._em)
        return code

    def makeSubset(self, subset: Sequence[int]) -> bytes:
        """The font file of a subset."""
        return self._kept(tuple(subset))


_TTFont: Final = cast(Callable[..., EmbeddedFont], reportlab.pdfbase.ttfonts.TTFont)
_pdfdoc: Final[Any] = reportlab.pdfbase.pdfdoc
_register: Final = cast(Callable[[EmbeddedFont], None], vars(reportlab.pdfbase.pdfmetrics)["registerFont"])
_Canvas: Final = cast(Callable[..., Canvas], reportlab.pdfgen.canvas.Canvas)


def open_font(path: Path) -> EmbeddedFont:
    """A TrueType font, known to reportlab by its file's stem. Raises OSError when the file is missing."""
    font = _TTFont(path.stem, str(path), asciiReadable=False)
    font.face = _SubsetKeeper(str(path))
    _register(font)
    return font


def open_canvas(out: BytesIO, size: tuple[float, float], first_face: str, lang: str, *, compress: bool) -> Canvas:
    """A document whose bytes depend on nothing but what is drawn. Its first font is one of ours, so that no font stays unembedded."""
    return _Canvas(
        out, pagesize=size, pageCompression=int(compress), invariant=1, initialFontName=first_face, lang=lang
    )


def document_of(canvas: Canvas) -> object:
    """What fonts keep their subsets by."""
    return cast(object, vars(canvas)["_doc"])


def pack_last_page(canvas: Canvas) -> None:
    """Compresses what is drawn on the page last closed, of a document that is not compressed as it is written: quickly, since whoever
    reads the document compresses it anew."""
    document: Any = document_of(canvas)
    page = document.Pages.pages[-1]
    packed = _pdfdoc.PDFStream(
        _pdfdoc.PDFDictionary({"Filter": _pdfdoc.PDFName("FlateDecode")}),
        zlib.compress(_pdfdoc.pdfdocEnc(page.stream), 1),
    )
    page.stream, page.Contents = None, packed


def draw_image(canvas: Canvas, data: bytes, left: float, bottom: float, width: float, height: float) -> None:
    """A picture in the middle of a box, as large as fits. Raises OSError for bytes that are no picture."""
    draw = cast(Callable[..., object], vars(reportlab.pdfgen.canvas.Canvas)["drawImage"])
    picture = ImageReader(BytesIO(data))
    draw(canvas, picture, left, bottom, width, height, mask="auto", preserveAspectRatio=True, anchor="c")
