"""The report's page, grid and type. Everything counts in modules of 5 mm; lengths are in points."""

from dataclasses import dataclass
from typing import Final

from app.layout.frames import Role
from app.model.units import mm

A4: Final = (mm(210), mm(297))
MODULE: Final = mm(5)
#: The margin column, the text column and the full width: left edge and width.
MARGIN: Final = (mm(25), mm(45))
TEXT: Final = (mm(75), mm(115))
FULL: Final = (mm(25), mm(165))
#: Baselines run from 30 to 265 mm; a body line's baseline stands three quarters of a module below its top.
BASE: Final = mm(3.75)
TOP: Final = mm(30) - BASE
BOTTOM: Final = mm(265) + MODULE - BASE
INDENT: Final = mm(5)
NUMBER_INDENT: Final = mm(7.5)


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set: faces (regular, bold, italic, both), size and line pitch in points, colour.

    `rag` is the share of the measure that may stay empty before words are hyphenated; `balanced` text has lines of like length."""

    faces: tuple[str, str, str, str]
    size: float
    line: float
    color: Role = "ink"
    rag: float = 0.14
    balanced: bool = False

    @property
    def regular(self) -> str:
        """The upright face of normal weight."""
        return self.faces[0]

    @property
    def bold(self) -> str:
        """The upright bold face."""
        return self.faces[1]

    def face(self, *, bold: bool, italic: bool) -> str:
        """The face for a span."""
        return self.faces[(1 if bold else 0) + (2 if italic else 0)]


def _one(face: str) -> tuple[str, str, str, str]:
    """One face for every weight and slant: what is large needs no emphasis."""
    return (face, face, face, face)


_SANS: Final = ("SourceSans3-Regular", "SourceSans3-Semibold", "SourceSans3-It", "SourceSans3-SemiboldIt")
_SEMI: Final = ("SourceSans3-Semibold", "SourceSans3-Semibold", "SourceSans3-SemiboldIt", "SourceSans3-SemiboldIt")
_BODY: Final = (
    "SourceSerif4SmText-Regular",
    "SourceSerif4SmText-Semibold",
    "SourceSerif4SmText-It",
    "SourceSerif4SmText-SemiboldIt",
)
_DISPLAY: Final = _one("SourceSerif4Display-Semibold")
_FIGURE: Final = _one("SourceSerif4Display-Regular")
_TEXT: Final = ("SourceSerif4-Regular", "SourceSerif4-Semibold", "SourceSerif4-Regular", "SourceSerif4-Semibold")
_CLAIM: Final = _one("SourceSerif4-Semibold")

FIRST_FACE: Final = _BODY[0]
#: A title that is too long steps down.
TITLES: Final = (
    Style(_DISPLAY, 30, mm(11.25), rag=0.9, balanced=True),
    Style(_DISPLAY, 26, mm(10), rag=0.9, balanced=True),
    Style(_DISPLAY, 20, mm(8.75), rag=0.9, balanced=True),
)
#: A cover's title, which steps down likewise; a chapter's heading and its number.
COVERS: Final = (
    Style(_FIGURE, 46, mm(17.5), rag=0.9, balanced=True),
    Style(_FIGURE, 34, mm(12.5), rag=0.9, balanced=True),
    Style(_FIGURE, 26, mm(10), rag=0.9, balanced=True),
    Style(_FIGURE, 20, mm(8.75), rag=0.9, balanced=True),
)
CHAPTER: Final = Style(_FIGURE, 34, mm(12.5), rag=0.9, balanced=True)
NUMERAL: Final = Style(_FIGURE, 46, mm(17.5), "accent")
LEAD: Final = Style(_TEXT, 13, mm(6.25))
CLAIM: Final = Style(_CLAIM, 13.5, mm(6.25), rag=0.9, balanced=True)
BODY: Final = Style(_BODY, 10, mm(5))
FIGURE: Final = Style(_FIGURE, 28, mm(10), "accent")
HEAD: Final = Style(_SEMI, 10, mm(5), "accent", rag=0.5)
SUBHEAD: Final = Style(_SEMI, 10, mm(5), rag=0.5)
CAPTION: Final = Style(_SEMI, 9.5, mm(5), rag=0.5)
UNIT: Final = Style(_SANS, 8, mm(3.75), "muted")
TABLE: Final = Style(_SANS, 8.75, mm(3.75), rag=0.5, balanced=True)
TABLE_STRONG: Final = Style(_SEMI, 8.75, mm(3.75), rag=0.5, balanced=True)
TABLE_HEAD: Final = Style(_SEMI, 8, mm(3.75), "muted", rag=0.5)
TABLE_LESSER: Final = Style(_SANS, 8, mm(3.75), "muted", rag=0.5)
NOTE: Final = Style(_SANS, 8, mm(3.75), "muted", rag=0.3)
NOTE_STRONG: Final = Style(_SEMI, 8, mm(3.75), rag=0.3)
FACT: Final = Style(_SANS, 8.75, mm(3.75), rag=0.4)
FACT_STRONG: Final = Style(_SEMI, 8.75, mm(3.75), rag=0.4)
ENTRY: Final = Style(_SANS, 9.5, mm(5), rag=0.5)
ENTRY_STRONG: Final = Style(_SEMI, 9.5, mm(5), rag=0.5)


def modules(height: float) -> float:
    """A height rounded up to whole modules."""
    return MODULE * -(-(height - 0.01) // MODULE)
