"""Text measured with HarfBuzz on the metrics of the fonts that decks name: kerning on, ligatures off, as it is drawn.

Widths are kept by word at one em, and texts cut into atoms, since a slide's texts come back on every keystroke."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import uharfbuzz as hb

from app.layout.atoms import Atom, atoms_of
from app.layout.faces import face_file, stretches
from app.layout.frames import Font, Line, Paragraph, Run
from app.layout.look import Family

FEATURES: Final[Mapping[str, bool]] = {"kern": True, "liga": False, "clig": False, "dlig": False}
#: A glyph that none of our fonts has takes about this much of an em in the font that replaces it; a Latin-like letter less.
_WIDE: Final = 1.3
_LETTER: Final = 0.72
#: So many texts are kept cut into atoms: more than the largest slide has, and no more than some megabytes.
_TEXTS_KEPT: Final = 4096

Broken = Callable[[Paragraph, float, float, "Measurer"], tuple[Line, ...]]
Face = tuple[Family, bool, bool]


def face_name(face: str, *, bold: bool, italic: bool) -> str:
    """The name of a face that we ship: `Carlito`, bold and italic, is `Carlito-BoldItalic`."""
    style = f"{'Bold' if bold else ''}{'Italic' if italic else ''}" or "Regular"
    return f"{face}-{style}"


class Measurer:
    """Measures text in the faces of a theme. Opens each face once, when it is first asked for."""

    def __init__(self, faces: Mapping[Family, str], slack: Mapping[Family, float] | None = None) -> None:
        """`slack` is by how much texts in a family may turn out wider than its face says."""
        self._faces = faces
        self._slack = slack or {}
        self._fonts: dict[str, hb.Font] = {}
        self._words: dict[Face, dict[str, float]] = {}
        self._atoms: dict[tuple[Run, ...], Sequence[Atom]] = {}
        self._lines: dict[tuple[Paragraph, float, float], tuple[Line, ...]] = {}

    def atoms(self, runs: tuple[Run, ...]) -> Sequence[Atom]:
        """Runs cut into what stays together on a line, measured."""
        found = self._atoms.get(runs)
        if found is None:
            if len(self._atoms) >= _TEXTS_KEPT:
                self._atoms.clear()
            found = self._atoms[runs] = atoms_of(runs, self.width)
        return found

    def lines(self, paragraph: Paragraph, x: float, width: float, broken: Broken) -> tuple[Line, ...]:
        """A paragraph's lines between two edges, broken once: the same ones come back at the next keystroke."""
        key = (paragraph, x, width)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) >= _TEXTS_KEPT:
                self._lines.clear()
            found = self._lines[key] = broken(paragraph, x, width, self)
        return found

    def width(self, text: str, font: Font) -> float:
        """The width of `text` in points."""
        face: Face = (font.family, font.bold, font.italic)
        if font.caps:
            text = text.upper()
        words = self._words.setdefault(face, {})
        total = 0.0
        for word in text.split(" "):
            width = words.get(word)
            if width is None:
                width = words[word] = self._shape(word, face)
            total += width
        spaces = text.count(" ")
        if spaces:
            total += spaces * self._space(face)
        return total * font.size * self._slack.get(font.family, 1.0)

    def _space(self, face: Face) -> float:
        words = self._words[face]
        if "\x20" not in words:
            words["\x20"] = self._shape("\x20", face)
        return words["\x20"]

    def _font(self, name: str) -> hb.Font:
        if name not in self._fonts:
            self._fonts[name] = hb.Font(hb.Face(hb.Blob.from_file_path(str(face_file(name)))))
        return self._fonts[name]

    def _has(self, name: str, character: str) -> bool:
        return bool(self._font(name).get_nominal_glyph(ord(character)))

    def _shape(self, word: str, face: Face) -> float:
        """The width of a word in ems, with what its face lacks taken from the faces that stand in for it, or estimated."""
        if not word:
            return 0.0
        family, bold, italic = face
        name = face_name(self._faces[family], bold=bold, italic=italic)
        width = self._width_in(word, name)
        if width is not None:
            return width
        total = 0.0
        for home, text in stretches(word, name, self._has):
            width = self._width_in(text, home) if home else None
            total += _estimated(text) if width is None else width
        return total

    def _width_in(self, text: str, name: str) -> float | None:
        """The width in ems of a text in a face; None when the face lacks some of it."""
        font = self._font(name)
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer, dict(FEATURES))
        if not all(info.codepoint for info in buffer.glyph_infos):
            return None
        return sum(position.x_advance for position in buffer.glyph_positions) / font.face.upem


def _estimated(text: str) -> float:
    """The width in ems of what none of our faces has."""
    if unicodedata.category(text[0]) in ("Mn", "Me", "Cf"):
        return 0.0
    wide = unicodedata.east_asian_width(text[0]) in ("W", "F") or ord(text[0]) > 0xFFFF
    return _WIDE if wide else _LETTER
