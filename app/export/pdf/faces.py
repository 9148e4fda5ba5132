"""The fonts we ship, opened once, and words shaped in them: kerning on, ligatures off, as the layout measures."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import uharfbuzz as hb

from app.export.pdf.canvas import open_font
from app.resources import asset

FEATURES: Final[Mapping[str, bool]] = {"kern": True, "liga": False, "clig": False, "dlig": False}
#: What is drawn for a character that none of our fonts has, and how wide (ems) the layout takes it to be.
_SUBSTITUTES: Final = ("\ufffd", "?")
_STAND_INS: Final[Mapping[str, str]] = {"\u00a0": " ", "\u202f": " ", "\u2011": "\u2010", "\u2010": "-", "\t": " "}
_FOLDERS: Final = ("deck", "source")


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Characters of one face in the order they are drawn. `gaps` follow each character, in thousandths of an em (negative: closer);
    `width` is in ems. `lacks` is the text that they stand in for when no face has it."""

    face: str
    text: str
    gaps: tuple[float, ...]
    width: float
    lacks: str = ""


class Face:
    """One font file, for measuring and for embedding. Raises OSError when the file is missing."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self.font = open_font(path)
        self._shaping = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))
        self._upem = self._shaping.face.upem
        self._metrics = self.font.face

    def has(self, character: str) -> bool:
        """Whether the face has a glyph for the character."""
        return ord(character) in self._metrics.charToGlyph

    def shape(self, text: str) -> Glyphs:
        """Text of which the face has every character, kerned."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._shaping, buffer, dict(FEATURES))
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        drawn = [text[info.cluster] for info in infos]
        nominal = self._metrics.charToGlyph
        if len(drawn) != len(text) or any(nominal[ord(c)] != i.codepoint for c, i in zip(drawn, infos, strict=True)):
            return self._unkerned(text)
        scale, widths = 1000 / self._upem, self._metrics.charWidths
        gaps = [p.x_advance * scale - widths[ord(c)] for c, p in zip(drawn, positions, strict=True)]
        for index, position in enumerate(positions):
            if index and position.x_offset:
                gaps[index - 1] += position.x_offset * scale
                gaps[index] -= position.x_offset * scale
        total = sum(position.x_advance for position in positions)
        return Glyphs(self.name, "".join(drawn), tuple(gaps), total / self._upem)

    def _unkerned(self, text: str) -> Glyphs:
        """Characters side by side: for scripts whose glyphs are not their characters' own."""
        width = sum(self._metrics.charWidths[ord(c)] for c in text) / 1000
        return Glyphs(self.name, text, (0.0,) * len(text), width)


class Faces:
    """All our faces by file name ("Carlito-Bold"). What a face lacks is taken from the symbol face of the same style, then from
    Carlito and Source Sans; what none has is replaced by a visible sign and counted as lacking."""

    def __init__(self) -> None:
        self._faces: dict[str, Face] = {}
        self._words: dict[tuple[str, str], tuple[Glyphs, ...]] = {}

    def __getitem__(self, name: str) -> Face:
        """The face of a file name. Raises KeyError when we ship none."""
        if name not in self._faces:
            self._faces[name] = Face(_file(name))
        return self._faces[name]

    def shape(self, word: str, name: str) -> tuple[Glyphs, ...]:
        """A word in a face, in stretches of one face each."""
        key = (name, word)
        if key not in self._words:
            self._words[key] = tuple(self._stretches(word, name))
        return self._words[key]

    def width(self, text: str, name: str, size: float) -> float:
        """The width of a text in points, measured word by word."""
        words = text.split(" ")
        total = sum(glyphs.width for word in words for glyphs in self.shape(word, name))
        return (total + (len(words) - 1) * self.shape(" ", name)[0].width) * size

    def lacking(self, text: str, name: str) -> str:
        """The characters of a text that no face has, in order, each once."""
        lacks = (glyphs.lacks for word in text.split(" ") for glyphs in self.shape(word, name))
        return "".join(dict.fromkeys("".join(lacks)))

    def _stretches(self, word: str, name: str) -> list[Glyphs]:
        found: list[tuple[str, str, bool]] = []
        for character in word:
            face, drawn = self._home(character, name)
            if not drawn:
                continue
            known = face is not None
            if found and known and found[-1][0] == face and found[-1][2]:
                found[-1] = (found[-1][0], found[-1][1] + drawn, True)
            else:
                found.append((face or "", character if not known else drawn, known))
        return [self[face].shape(text) if known else self._substitute(text, name) for face, text, known in found]

    def _home(self, character: str, name: str) -> tuple[str | None, str]:
        """The face that draws a character, and as which; ("" to draw) for what is invisible, (None, …) when no face has it."""
        if unicodedata.category(character) in ("Cf", "Cc") and character != "\t":
            return name, ""
        if self[name].has(character):
            return name, character
        standing = _STAND_INS.get(character)
        if standing is not None:
            return self._home(standing, name)
        for other in _fallbacks(name):
            if self[other].has(character):
                return other, character
        return None, character

    def _substitute(self, character: str, name: str) -> Glyphs:
        for sign in _SUBSTITUTES:
            face, drawn = self._home(sign, name)
            if face is not None:
                shaped = self[face].shape(drawn)
                return Glyphs(shaped.face, shaped.text, shaped.gaps, shaped.width, lacks=character)
        raise KeyError(name)


def _file(name: str) -> Path:
    for folder in _FOLDERS:
        path = asset("fonts", folder, f"{name}.ttf")
        if path.is_file():
            return path
    raise KeyError(name)


def _fallbacks(name: str) -> tuple[str, ...]:
    style = name.partition("-")[2]
    bold, italic = style.startswith(("Bold", "Semibold")), style.endswith(("It", "Italic"))
    arimo = f"{'Bold' if bold else ''}{'Italic' if italic else ''}" or "Regular"
    return (f"Arimo-{arimo}", f"Carlito-{'Bold' if bold else 'Regular'}", "SourceSans3-Regular")


@cache
def faces() -> Faces:
    """The process's faces: fonts are read once, when they are first asked for."""
    return Faces()
