"""Which of our open faces stands for a typeface that a template names, and how much wider than it texts may turn out.

Widths are those of running text in each typeface, as its own advance widths give them for Swedish and English letters, over
those of the face that stands for it. A face of equal metrics needs no slack; one that nobody knows gets a tenth."""

from collections.abc import Mapping
from typing import Final

#: Faces by the typefaces that have their metrics.
_EQUAL: Final[Mapping[str, str]] = {
    "calibri": "Carlito",
    "carlito": "Carlito",
    "cambria": "Caladea",
    "caladea": "Caladea",
    "arial": "Arimo",
    "arimo": "Arimo",
    "helvetica": "Arimo",
    "liberation sans": "Arimo",
}
#: Like faces, and by how much a text in the typeface is wider.
_LIKE: Final[Mapping[str, tuple[str, float]]] = {
    "calibri light": ("Carlito", 1.0),
    "aptos": ("Arimo", 1.0),
    "aptos display": ("Arimo", 1.0),
    "segoe ui": ("Arimo", 1.02),
    "segoe ui light": ("Arimo", 1.0),
    "segoe ui semibold": ("Arimo", 1.06),
    "helvetica neue": ("Arimo", 1.02),
    "verdana": ("Arimo", 1.2),
    "tahoma": ("Arimo", 1.03),
    "trebuchet ms": ("Arimo", 1.03),
    "lucida sans unicode": ("Arimo", 1.14),
    "lucida sans": ("Arimo", 1.14),
    "lucida grande": ("Arimo", 1.14),
    "corbel": ("Arimo", 0.98),
    "candara": ("Arimo", 0.98),
    "gill sans mt": ("Arimo", 0.97),
    "century gothic": ("Arimo", 1.12),
    "franklin gothic book": ("Arimo", 1.0),
    "franklin gothic medium": ("Arimo", 1.02),
    "open sans": ("Arimo", 1.08),
    "roboto": ("Arimo", 1.02),
    "lato": ("Arimo", 1.0),
    "montserrat": ("Arimo", 1.2),
    "poppins": ("Arimo", 1.18),
    "source sans pro": ("Arimo", 0.95),
    "gotham": ("Arimo", 1.16),
    "arial black": ("Arimo", 1.3),
    "arial narrow": ("Arimo", 0.84),
    "times new roman": ("Caladea", 1.0),
    "georgia": ("Caladea", 1.1),
    "garamond": ("Caladea", 0.95),
    "constantia": ("Caladea", 1.05),
    "palatino linotype": ("Caladea", 1.08),
    "book antiqua": ("Caladea", 1.08),
    "rockwell": ("Caladea", 1.12),
}
_UNKNOWN: Final = ("Arimo", 1.1)
#: By how much the face that a program draws with where a typeface is missing is wider than ours: LibreOffice's Noto Sans and Noto
#: Serif, over regular and bold text. A deck must hold together on both machines, the one that has the typeface and the one without.
_STAND_IN: Final[Mapping[str, float]] = {"Arimo": 1.08, "Carlito": 1.18, "Caladea": 1.18}
_SERIF: Final = ("serif", "roman", "times", "garamond", "antiqua", "slab", "bodoni", "century schoolbook")


def face_for(typeface: str) -> tuple[str, float]:
    """The face to measure and draw with, and the factor by which its widths are taken wider."""
    name = " ".join(typeface.lower().split())
    if name in _EQUAL:
        return _EQUAL[name], 1.0
    if name in _LIKE:
        return _roomy(*_LIKE[name])
    longest = max((known for known in (*_EQUAL, *_LIKE) if name.startswith(f"{known} ")), key=len, default="")
    if longest:
        face, slack = _LIKE.get(longest) or (_EQUAL[longest], 1.0)
        return _roomy(face, slack * 1.05)
    serif = any(word in name for word in _SERIF) and "sans" not in name
    return _roomy("Caladea" if serif else _UNKNOWN[0], _UNKNOWN[1])


def _roomy(face: str, slack: float) -> tuple[str, float]:
    """A like face with the slack of the typeface itself, or of what stands in for it where that is wider."""
    return face, max(slack, _STAND_IN[face])


def is_equal(typeface: str) -> bool:
    """Whether one of our faces has the typeface's very metrics."""
    return " ".join(typeface.lower().split()) in _EQUAL
