"""The fonts we ship, opened once, and words shaped in them: kerning on, ligatures off, as the layout measures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import uharfbuzz as hb

from app.export.pdf.canvas import is_own_code, open_font
from app.layout.faces import Stretch, face_file, standing_in, stretches

FEATURES: Final[Mapping[str, bool]] = {"kern": True, "liga": False, "clig": False, "dlig": False}
#: What is drawn for a character that none of our fonts has.
_SUBSTITUTES: Final = ("\ufffd", "?")
_BEYOND_BASIC: Final = 0xFFFF


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Characters of one face in the order they are drawn, from left to right.

    `gaps` follow each character, in thousandths of an em (negative: closer), `lead` stands before the first; `rises` lift them;
    `width` is in ems. `says` is what is read and copied where `text` does not tell it: for glyphs that are no character's own (joined
    letters, marks on letters, families of emoji). `lacks` is the text that they stand in for when no face has it."""

    face: str
    text: str
    gaps: tuple[float, ...]
    width: float
    says: str = ""
    lead: float = 0.0
    rises: tuple[float, ...] = ()
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
        return ord(character) in self._metrics.charToGlyph and not is_own_code(ord(character))

    def shape(self, text: str) -> Glyphs:
        """Text of which the face has every character, kerned."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self._shaping, buffer, dict(FEATURES))
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        drawn = [text[info.cluster] for info in infos]
        nominal = self._metrics.charToGlyph
        says = ""
        if (
            len(drawn) != len(text)
            or any(nominal[ord(c)] != i.codepoint for c, i in zip(drawn, infos, strict=True))
            or any(ord(c) > _BEYOND_BASIC for c in drawn)
        ):
            says = text
            drawn = [chr(self._metrics.code_of(info.codepoint)) for info in infos]
        return self._spaced(drawn, positions, says)

    def _spaced(self, drawn: Sequence[str], positions: Sequence[hb.GlyphPosition], says: str) -> Glyphs:
        scale, widths = 1000 / self._upem, self._metrics.charWidths
        gaps = [p.x_advance * scale - widths[ord(c)] for c, p in zip(drawn, positions, strict=True)]
        lead = 0.0
        for index, position in enumerate(positions):
            if position.x_offset:
                if index:
                    gaps[index - 1] += position.x_offset * scale
                else:
                    lead = position.x_offset * scale
                gaps[index] -= position.x_offset * scale
        rises = tuple(p.y_offset * scale for p in positions) if any(p.y_offset for p in positions) else ()
        total = sum(position.x_advance for position in positions)
        return Glyphs(self.name, "".join(drawn), tuple(gaps), total / self._upem, says, lead, rises)


class Faces:
    """All our faces by file name ("Carlito-Bold"). What a face lacks is taken from those that stand in for it; what none has is
    replaced by a visible sign and counted as lacking. Those made `of` others share what they have opened and shaped."""

    def __init__(self, of: "Faces | None" = None) -> None:
        self._faces: dict[str, Face] = of._faces if of else {}
        self._words: dict[tuple[str, str], tuple[Glyphs, ...]] = of._words if of else {}

    def __getitem__(self, name: str) -> Face:
        """The face of a file name. Raises KeyError when we ship none."""
        if name not in self._faces:
            self._faces[name] = Face(face_file(name))
        return self._faces[name]

    def shape(self, word: str, name: str) -> tuple[Glyphs, ...]:
        """A word in a face, in stretches of one face each."""
        key = (name, word)
        if key not in self._words:
            self._words[key] = tuple(self._drawn(stretch, name) for stretch in stretches(word, name, self._has))
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

    def _has(self, face: str, character: str) -> bool:
        return self[face].has(character)

    def _drawn(self, stretch: Stretch, name: str) -> Glyphs:
        return self[stretch.face].shape(stretch.text) if stretch.face else self._substitute(stretch.text, name)

    def _substitute(self, character: str, name: str) -> Glyphs:
        for sign in _SUBSTITUTES:
            for face in (name, *standing_in(name)):
                if self[face].has(sign):
                    shaped = self[face].shape(sign)
                    return Glyphs(shaped.face, shaped.text, shaped.gaps, shaped.width, lacks=character)
        raise KeyError(name)


@cache
def faces() -> Faces:
    """The process's faces: fonts are read once, when they are first asked for."""
    return Faces()
