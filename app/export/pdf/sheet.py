"""Pages of a PDF to draw on, in points from the top left corner.

Text is written as kerned glyphs on a baseline, with real spaces, so that it extracts word by word. Bytes are the same for the
same calls."""

import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO, Final, NamedTuple

from app.export.pdf.canvas import Corners, document_of, draw_image, open_canvas, pack_last_page
from app.export.pdf.faces import Faces, Glyphs
from app.export.pdf.info import Info
from app.export.pdf.structure import UNMARKED, Marks, Structure
from app.export.pdf.tags import Artifact, Place, Tag
from app.layout.bidi import has_right_to_left, in_visual_order, right_to_left
from app.layout.frames import Box
from app.model.base import TAGS, Lang

#: "RRGGBB".
Hex = str
_KAPPA: Final = 0.5523
#: How far a link's area reaches above the baseline and below it, in shares of the type size.
_REACH: Final = (0.8, 0.25)


@dataclass(frozen=True, slots=True)
class Pen:
    """A line's colour, width in points, and dashes (lengths on and off)."""

    color: Hex
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class _Inset:
    """Where drawing in smaller stands on its page: the box, in points, and points of the page per point drawn."""

    box: Box
    factor: float

    def on_page(self, box: Box) -> Box:
        """An area of what is drawn, on the page."""
        return Box(
            self.box.x + self.factor * box.x, self.box.y + self.factor * box.y, self.factor * box.w, self.factor * box.h
        )


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character that no font has, and the block in which it stands. A visible sign was drawn for it."""

    text: str
    block: str


class _Drawn(NamedTuple):
    """Glyphs of one font: its resource, codes with the gaps between them, what they say (None where their codes tell), how far
    they are lifted (thousandths of an em), the text that they stand in for, and their face."""

    font: str
    codes: str
    says: str | None = None
    rise: float = 0.0
    lacks: str = ""
    face: str = ""

    @property
    def alone(self) -> bool:
        """Whether they stand apart from what is before and after them."""
        return self.says is not None or bool(self.lacks)


def rgb(color: Hex) -> str:
    """A colour as PDF operands."""
    return " ".join(f"{int(color[i : i + 2], 16) / 255:.4g}" for i in (0, 2, 4))


def mixed(color: Hex, ground: Hex, share: float) -> Hex:
    """A colour laid over a ground, hiding `share` (0 to 1) of it."""
    parts = ((int(color[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (0, 2, 4))
    return "".join(f"{round(over * share + under * (1 - share)):02X}" for over, under in parts)


class Sheet:
    """A PDF being drawn, page after page. `place` names the block being drawn, for `missing`; `marks` is told what is drawn."""

    def __init__(
        self,
        size: tuple[float, float],
        faces: Faces,
        info: Info,
        first_face: str,
        *,
        compress: bool = True,
        marks: Marks = UNMARKED,
    ) -> None:
        faces[first_face]
        self.size = size
        self.faces = faces
        self.place = ""
        self.missing: list[MissingGlyph] = []
        self._info = info
        self._marks = marks
        self._lang = info.lang
        self._inset: _Inset | None = None
        self._page_high = size[1]
        self._bytes = BytesIO()
        self._canvas = open_canvas(self._bytes, size, first_face, info.lang, compress=compress)
        self._document = document_of(self._canvas)
        self._ops: list[str] = []
        self._write = marks.writer(self._ops)
        self._line_end = marks.line_end
        self._colors: dict[Hex, str] = {}
        self._words: dict[tuple[str, str], list[_Drawn]] = {}
        self._describe(info)

    def _describe(self, info: Info) -> None:
        self._canvas.setTitle(info.title)
        self._canvas.setAuthor(info.author)
        self._canvas.setSubject(info.subject)
        self._canvas.setCreator("Boardwright")
        self._canvas.setProducer("Boardwright")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def _rgb(self, color: Hex) -> str:
        if color not in self._colors:
            self._colors[color] = rgb(color)
        return self._colors[color]

    # -- meaning -----------------------------------------------------------------------------------------------

    def say(self, place: Place) -> None:
        """What is drawn from now on belongs there, and is in the document's language."""
        if self._inset and isinstance(place, Tag) and place.box:
            place = replace(place, box=self._inset.on_page(place.box))
        self._marks.say(place)
        self._lang = self._info.lang

    def speak(self, lang: Lang) -> None:
        """What is written from now on is in this language."""
        self._lang = TAGS[lang]

    def ended(self, text: str) -> str:
        """A line's last text, with what parts it from the next line for who reads them as one. From right to left it stands alone."""
        return text if not self._line_end or has_right_to_left(text) else text + self._line_end

    # -- shapes ------------------------------------------------------------------------------------------------

    def rectangle(self, box: Box, fill: Hex | None = None, pen: Pen | None = None) -> None:
        """A rectangle, filled and outlined; the outline runs centred on its edges."""
        y = self.size[1] - box.y - box.h
        self._paint(f"{box.x:.2f} {y:.2f} {box.w:.2f} {box.h:.2f} re", fill, pen)

    def ellipse(self, box: Box, fill: Hex | None = None, pen: Pen | None = None) -> None:
        """An ellipse within a box."""
        cx, cy, rx, ry = box.x + box.w / 2, self.size[1] - box.y - box.h / 2, box.w / 2, box.h / 2
        kx, ky = rx * _KAPPA, ry * _KAPPA
        arcs = (
            (cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry),
            (cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy),
            (cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry),
            (cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy),
        )
        path = [f"{cx + rx:.2f} {cy:.2f} m", *(" ".join(f"{v:.2f}" for v in arc) + " c" for arc in arcs), "h"]
        self._paint(" ".join(path), fill, pen)

    def polygon(self, points: Sequence[tuple[float, float]], fill: Hex | None = None, pen: Pen | None = None) -> None:
        """A closed polygon."""
        self._paint(self._path(points) + " h", fill, pen)

    def line(self, points: Sequence[tuple[float, float]], pen: Pen) -> None:
        """An open line through points."""
        self._paint(self._path(points), None, pen)

    def _path(self, points: Sequence[tuple[float, float]]) -> str:
        high = self.size[1]
        return " ".join(f"{x:.2f} {high - y:.2f} {'l' if index else 'm'}" for index, (x, y) in enumerate(points))

    def _paint(self, path: str, fill: Hex | None, pen: Pen | None) -> None:
        if fill is None and pen is None:
            return
        head: list[str] = []
        if fill is not None:
            head.append(f"{self._rgb(fill)} rg")
        if pen is not None:
            dash = " ".join(f"{length:g}" for length in pen.dash)
            head.append(f"{self._rgb(pen.color)} RG {pen.width:.2f} w [{dash}] 0 d")
        operator = "B" if fill and pen else "f" if fill else "S"
        self._write(f"{' '.join(head)} {path} {operator}")

    # -- text --------------------------------------------------------------------------------------------------

    def text(
        self, x: float, baseline: float, text: str, face: str, size: float, color: Hex, *, upwards: bool = False
    ) -> None:
        """Text from `x` on a baseline; `upwards` text runs from the bottom to the top. What is written from right to left within it
        is drawn so."""
        matrix = "0 1 -1 0" if upwards else "1 0 0 1"
        ops = [f"BT {self._rgb(color)} rg {matrix} {x:.2f} {self.size[1] - baseline:.2f} Tm"]
        font, array = "", ""
        for drawn in self._drawn(text, face):
            if array and (drawn.font != font or drawn.alone):
                ops.append(f"[{array}] TJ")
                array = ""
            if drawn.font != font:
                ops.append(f"{drawn.font} {size:g} Tf")
                font = drawn.font
            if drawn.alone:
                ops.append(self._alone(drawn, size))
            else:
                array += drawn.codes
        if array:
            ops.append(f"[{array}] TJ")
        written = " ".join([*ops, "ET"])
        if self._lang != self._info.lang:
            written = f"/Span <</Lang ({self._lang})>> BDC {written} EMC"
        self._write(written)

    def _drawn(self, text: str, face: str) -> Iterator["_Drawn"]:
        """A text from left to right. A space is of the font of what stands before it, where that is the text's own."""
        font = ""
        if has_right_to_left(text):
            parts = in_visual_order([text], from_right=right_to_left(text))
            words = [word for part in parts for word in re.findall(" |[^ ]+", part.says)]
        else:
            words = [word for part in text.split(" ") for word in (" ", part)][1:]
        for word in words:
            drawn = [_Drawn(font, "<20>")] if word == " " and font else self._encoded(face, word)
            if drawn and word != " ":
                font = drawn[-1].font if drawn[-1].face == face else ""
            yield from drawn

    def soft_hyphen(self, x: float, baseline: float, face: str, size: float, color: Hex) -> None:
        """A hyphen at a line's end that is no part of its word: read, copied and searched as if it were not there."""
        (hyphen,) = self._encoded(face, "-")
        shown = f"{x:.2f} {self.size[1] - baseline:.2f} Tm {hyphen.font} {size:g} Tf [{hyphen.codes}] TJ"
        self._write(f"/Span <</ActualText <FEFF00AD>>> BDC BT {self._rgb(color)} rg 1 0 0 1 {shown} ET EMC")

    def _alone(self, drawn: "_Drawn", size: float) -> str:
        """Glyphs that their codes do not tell, with what is read and copied for them; those of no face are noted."""
        if drawn.lacks:
            self.missing.append(MissingGlyph(drawn.lacks, self.place))
        actual = ("\ufeff" + (drawn.lacks or drawn.says or "")).encode("utf-16-be").hex().upper()
        shown = f"[{drawn.codes}] TJ"
        if drawn.rise:
            shown = f"{drawn.rise * size / 1000:.2f} Ts {shown} 0 Ts"
        return f"/Span <</ActualText <{actual}>>> BDC {shown} EMC"

    def _encoded(self, face: str, word: str) -> list["_Drawn"]:
        """A word as it is drawn; kept for the document."""
        key = (face, word)
        if key not in self._words:
            self._words[key] = [part for glyphs in self.faces.shape(word, face) for part in self._codes(glyphs)]
        return self._words[key]

    def _codes(self, glyphs: Glyphs) -> list["_Drawn"]:
        font = self.faces[glyphs.face].font
        parts: list[_Drawn] = []
        start = 0
        for subset, codes in font.splitString(glyphs.text, self._document):
            resource = font.getSubsetInternalName(subset, self._document)
            for first, last, rise in _level(glyphs.rises[start : start + len(codes)], len(codes)):
                # The whole is read where its first glyph stands.
                says = ("" if parts else glyphs.says) if glyphs.says or glyphs.rises else None
                array = _array(codes[first:last], glyphs.gaps[start + first : start + last])
                lead = "" if parts or not glyphs.lead else f"{-glyphs.lead:.0f}"
                parts.append(_Drawn(resource, lead + array, says, rise, glyphs.lacks, glyphs.face))
            start += len(codes)
        return parts

    # -- drawing in smaller ------------------------------------------------------------------------------------

    @contextmanager
    def inset(self, box: Box, size: tuple[float, float]) -> Generator[None]:
        """What is drawn within is drawn as on a page of that size, and stands in a box of the page, of the same proportions; what would
        stand outside it is cut off."""
        outer, factor = self.size, box.w / size[0]
        self.say(Artifact.DECORATION)
        area = f"0 0 {size[0]:.2f} {size[1]:.2f} re W n"
        self._write(f"q {factor:.6f} 0 0 {factor:.6f} {box.x:.2f} {outer[1] - box.bottom:.2f} cm {area}")
        self.size, self._inset = size, _Inset(box, factor)
        yield
        self.size, self._inset = outer, None
        self.say(Artifact.DECORATION)
        self._write("Q")

    # -- pictures, links, outline ------------------------------------------------------------------------------

    def picture(self, box: Box, data: bytes) -> None:
        """A picture fitted into a box without distorting it. Raises OSError for bytes that are no picture."""
        self._write("")
        self._flush()
        draw_image(self._canvas, data, box.x, self.size[1] - box.bottom, box.w, box.h)

    @contextmanager
    def link(self, box: Box, href: str, says: str) -> Generator[None]:
        """An area that leads to an address; what is drawn within is its content."""
        with self._marks.link(says):
            self._canvas.linkURL(href, self._corners(box), relative=0, thickness=0)
            yield

    @contextmanager
    def jump(self, box: Box, key: str, says: str) -> Generator[None]:
        """An area that leads to an anchor of the document. An anchor that never comes makes `write` raise."""
        with self._marks.link(says):
            self._canvas.linkAbsolute(says, key, self._corners(box))
            yield

    def anchor(self, key: str, y: float = 0.0) -> None:
        """A place on this page to lead to, `y` points from its top."""
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=self.size[1] - y, zoom=0)

    def entry(self, title: str, key: str, level: int = 0) -> None:
        """An entry of the outline that leads to an anchor; a level at most one deeper than the one before."""
        self._canvas.addOutlineEntry(title, key, level=level, closed=0)

    def _corners(self, box: Box) -> Corners:
        placed, high = self._inset.on_page(box) if self._inset else box, self._page_high
        return (placed.x, high - placed.bottom, placed.right, high - placed.y)

    # -- pages -------------------------------------------------------------------------------------------------

    def _flush(self) -> None:
        if self._ops:
            self._canvas.addLiteral("\n".join(self._ops))
            self._ops.clear()

    def crop(self, box: Box) -> None:
        """Has the pages to come show only this area of what is drawn on them."""
        self._canvas.setCropBox(self._corners(box))

    def end_page(self) -> None:
        """Closes the page; what is drawn next stands on a new one."""
        closing = self._marks.end_page()
        if closing:
            self._ops.append(closing)
        self._flush()
        self._canvas.showPage()

    def write(self, out: BinaryIO) -> None:
        """Writes the whole document. The sheet is used up."""
        out.write(self._finished().getbuffer())

    def _finished(self) -> BytesIO:
        self._canvas.save()
        self._bytes.seek(0)
        return self._bytes


class TaggedSheet(Sheet):
    """A PDF for a file: what is drawn is also told to those who listen to it, as PDF/UA-1 and PDF/A-2a ask."""

    def __init__(self, size: tuple[float, float], faces: Faces, info: Info, first_face: str) -> None:
        self._structure = Structure()
        # Compressed well once, when the structure is put in.
        super().__init__(size, faces, info, first_face, compress=False, marks=self._structure)

    def end_page(self) -> None:
        super().end_page()
        pack_last_page(self._canvas)

    def write(self, out: BinaryIO) -> None:
        """Writes the whole document with its structure. The sheet is used up."""
        # Loaded for files only: the preview, which comes with the window, needs no structure.
        from app.export.pdf.standard import write_standard

        write_standard(self._finished(), self._structure, self._info, out)


def reach(x: float, baseline: float, width: float, size: float) -> Box:
    """The area of a text of a width and size on a baseline, as a link."""
    return Box(x, baseline - _REACH[0] * size, width, sum(_REACH) * size)


def _array(codes: bytes, gaps: Sequence[float]) -> str:
    """Codes as hexadecimal strings with the gaps between them, as the operands of TJ (where a gap counts backwards)."""
    parts: list[str] = []
    held = ""
    for code, gap in zip(codes, gaps, strict=True):
        held += f"{code:02x}"
        if abs(gap) >= 0.5:
            parts.append(f"<{held}>{-gap:.0f}")
            held = ""
    return "".join(parts) + (f"<{held}>" if held else "")


def _level(rises: Sequence[float], count: int) -> Iterator[tuple[int, int, float]]:
    """Stretches of glyphs that are lifted alike: from, up to, and how far. All lie on the line where no rises are given."""
    start = 0
    for index in range(1, len(rises) + 1):
        if index == len(rises) or rises[index] != rises[start]:
            yield start, index, rises[start]
            start = index
    if not rises:
        yield 0, count, 0.0
