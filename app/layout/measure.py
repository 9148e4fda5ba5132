"""Text measured with HarfBuzz on the metrics of the fonts that decks name: kerning on, ligatures off, as it is drawn.

Widths are kept by word at one em, and texts cut into atoms, since a slide's texts come back on every keystroke."""

import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import uharfbuzz as hb

from app.layout.atoms import Atom, atoms_of
from app.layout.frames import Family, Font, Run
from app.resources import asset

FEATURES: Final[Mapping[str, bool]] = {"kern": True, "liga": False, "clig": False, "dlig": False}
#: A glyph that none of our fonts has takes about this much of an em in the font that replaces it; a Latin-like letter less.
_WIDE: Final = 1.3
_LETTER: Final = 0.72
#: So many texts are kept cut into atoms: more than the largest slide has, and no more than some megabytes.
_TEXTS_KEPT: Final = 4096

Face = tuple[Family, bool, bool]


def face_file(face: str, *, bold: bool, italic: bool) -> Path:
    """The file of a face that we ship: `Carlito`, bold and italic, is `Carlito-BoldItalic.ttf`."""
    style = f"{'Bold' if bold else ''}{'Italic' if italic else ''}" or "Regular"
    return asset("fonts", "deck", f"{face}-{style}.ttf")


class Measurer:
    """Measures text in the faces of a theme. Opens each face once, when it is first asked for."""

    def __init__(self, faces: Mapping[Family, str]) -> None:
        self._faces = faces
        self._fonts: dict[Face, hb.Font] = {}
        self._words: dict[Face, dict[str, float]] = {}
        self._atoms: dict[tuple[Run, ...], Sequence[Atom]] = {}

    def atoms(self, runs: tuple[Run, ...]) -> Sequence[Atom]:
        """Runs cut into what stays together on a line, measured."""
        found = self._atoms.get(runs)
        if found is None:
            if len(self._atoms) >= _TEXTS_KEPT:
                self._atoms.clear()
            found = self._atoms[runs] = atoms_of(runs, self.width)
        return found

    def width(self, text: str, font: Font) -> float:
        """The width of `text` in points."""
        face: Face = (font.family, font.bold, font.italic)
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
        return total * font.size

    def _space(self, face: Face) -> float:
        words = self._words[face]
        if "\x20" not in words:
            words["\x20"] = self._shape("\x20", face)
        return words["\x20"]

    def _font(self, face: Face) -> hb.Font:
        if face not in self._fonts:
            family, bold, italic = face
            blob = hb.Blob.from_file_path(str(face_file(self._faces[family], bold=bold, italic=italic)))
            self._fonts[face] = hb.Font(hb.Face(blob))
        return self._fonts[face]

    def _shape(self, word: str, face: Face) -> float:
        """The width of a word in ems, with what its face lacks taken from the symbol face or estimated."""
        if not word:
            return 0.0
        font = self._font(face)
        buffer = hb.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        hb.shape(font, buffer, dict(FEATURES))
        if all(info.codepoint for info in buffer.glyph_infos):
            return sum(position.x_advance for position in buffer.glyph_positions) / font.face.upem
        return sum(self._glyph(character, face) for character in word)

    def _glyph(self, character: str, face: Face) -> float:
        symbol: Face = ("symbol", face[1], face[2])
        for candidate in (face, symbol):
            font = self._font(candidate)
            glyph = font.get_nominal_glyph(ord(character))
            if glyph:
                return font.get_glyph_h_advance(glyph) / font.face.upem
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            return 0.0
        wide = unicodedata.east_asian_width(character) in ("W", "F") or ord(character) > 0xFFFF
        return _WIDE if wide else _LETTER
