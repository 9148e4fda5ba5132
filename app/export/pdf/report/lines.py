"""Paragraphs broken into lines: ragged right, breaks chosen for the whole paragraph, hyphenation only where the rag would grow.

The breaks are those with the least sum of costs, found by dynamic programming over all breaks (after D. E. Knuth and M. F. Plass,
"Breaking paragraphs into lines", 1981), with costs for a left-aligned text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from typing import Final

from pyphen import Pyphen

from app.export.pdf.faces import Faces, faces
from app.export.pdf.report.type import Style
from app.layout.bidi import has_right_to_left, in_visual_order, right_to_left
from app.layout.frames import Role
from app.model.base import Lang
from app.model.rich import Para, Span

_DICTIONARIES: Final[dict[Lang, str]] = {"sv": "sv", "en": "en_GB"}
#: Letters that stay on either side of a hyphen.
_SIDE: Final = 4
_LETTERS: Final = re.compile(r"[^\W\d_]{8,}")
_SEAM: Final = re.compile(r"(?<=[^\W\d_][-–/])(?=[^\W\d_])")
_BREAKS: Final = re.compile(r"[ \t]+|\n")
#: So many paragraphs are kept as they were broken: those of the largest project's report.
_TEXTS_KEPT: Final = 8192
#: Costs: a line counts the square of its empty share times 100. A hyphen equals a line empty by 14 %.
_LINE: Final = 0.3
_HYPHEN: Final = 2.0
_HYPHENS: Final = 20.0
_LITTLE_WORD: Final = 4.0
_SHORT_END: Final = 4.0
_LONE_END: Final = 6.0
_OVERFULL: Final = 1000.0
_QUARTER: Final = 0.25


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text looks and what it is: face, size, colour, language, and where it leads."""

    face: str
    size: float
    color: Role
    lang: Lang
    href: str | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text in one look, from `x` (points from the line's start)."""

    text: str
    look: Look
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its stretches and its width. `hyphen` lines end within a word; the hyphen is not among the stretches' letters."""

    stretches: tuple[Stretch, ...]
    width: float
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class _Unit:
    """What no line breaks. After it: a space of the width `gap`, or (`hyphen`) a place to hyphenate, or nothing."""

    parts: tuple[tuple[str, Look], ...]
    width: float
    gap: float = 0.0
    hyphen: float = 0.0
    forced: bool = False
    little: bool = False


@cache
def _dictionary(lang: Lang) -> Pyphen:
    return Pyphen(lang=_DICTIONARIES[lang], left=_SIDE, right=_SIDE)


def looks(spans: Iterable[Span], style: Style, color: Role | None = None) -> list[tuple[str, Look]]:
    """Spans as texts with their looks in a style."""
    return [
        (span.text, Look(style.face(bold=span.bold, italic=span.italic), style.size, color or style.color, span.lang, span.href, span.ref))
        for span in spans
        if span.text
    ]  # fmt: skip


def set_para(text: Para, style: Style, width: float, faces: Faces, *, indent: float = 0.0) -> list[Line]:
    """A paragraph's lines in a style; see `set_text`."""
    return set_text(looks(text.spans, style), style, width, faces, indent=indent)


def set_text(
    texts: Sequence[tuple[str, Look]], style: Style, width: float, faces: Faces, *, indent: float = 0.0
) -> list[Line]:
    """Texts broken into lines at most `width` points wide, the first `indent` points shorter and shifted. No lines for no text."""
    broken = faces.broken if isinstance(faces, KeepingFaces) else partial(_broken, faces)
    return list(broken(tuple(texts), style, width, indent))


class KeepingFaces(Faces):
    """The same faces for who sets much the same text again and again: paragraphs are kept as they were broken. A keystroke leaves all of
    a report's but one as they were, and so does what gives way in a brief. A file is set once, and keeps none."""

    def __init__(self, of: Faces) -> None:
        super().__init__(of)
        self.broken = lru_cache(maxsize=_TEXTS_KEPT)(partial(_broken, of))


@cache
def keeping_faces() -> KeepingFaces:
    """The process's faces for previews."""
    return KeepingFaces(faces())


def _broken(
    faces: Faces, texts: tuple[tuple[str, Look], ...], style: Style, width: float, indent: float
) -> tuple[Line, ...]:
    """The lines."""
    units = _units(texts, width, faces, hyphenate=False)
    if not units:
        return ()
    chosen = _breaks(units, width, indent, style)
    if any(slack > style.rag * width for slack in _slacks(units, chosen, width, indent)[:-1]) or any(
        unit.width > width for unit in units
    ):
        units = _units(texts, width, faces, hyphenate=True)
        chosen = _breaks(units, width, indent, style)
    starts = [0, *chosen[:-1]]
    lines = tuple(
        _line(units[start:end], faces, indent if start == 0 else 0.0) for start, end in zip(starts, chosen, strict=True)
    )
    if not any(has_right_to_left(text) for text, _ in texts):
        return lines
    from_right = right_to_left("".join(text for text, _ in texts))
    return tuple(_in_visual_order(line, width, faces, from_right=from_right) for line in lines)


def _in_visual_order(line: Line, width: float, faces: Faces, *, from_right: bool) -> Line:
    """A line's words as they stand from left to right; one of a paragraph from right to left ends at the right edge."""
    if not line.stretches:
        return line
    stretches: list[Stretch] = []
    x = width - line.width + line.stretches[0].x if from_right else line.stretches[0].x
    for index, says in in_visual_order([stretch.text for stretch in line.stretches], from_right=from_right):
        look = line.stretches[index].look
        size = faces.width(says, look.face, look.size)
        stretches.append(Stretch(says, look, x, size))
        x += size
    return Line(tuple(stretches), width if from_right else x, line.hyphen)


# -- units -----------------------------------------------------------------------------------------------------


def _units(texts: Sequence[tuple[str, Look]], width: float, faces: Faces, *, hyphenate: bool) -> list[_Unit]:
    units: list[_Unit] = []
    for parts, after, gap in _words(texts, faces):
        pieces = _pieces(parts, faces, hyphenate=hyphenate)
        if hyphenate:
            pieces = [cut for piece in pieces for cut in _cut(piece, width, faces)]
        plain = "".join(text for text, _ in parts)
        pieces[-1] = replace(pieces[-1], gap=gap, forced=after == "\n", little=len(plain) <= 2 and plain.isalpha())
        units += pieces
    return units


def _words(texts: Sequence[tuple[str, Look]], faces: Faces) -> Iterable[tuple[list[tuple[str, Look]], str, float]]:
    """Words as their parts, what follows ("", " " or a line end), and the width of the space."""
    word: list[tuple[str, Look]] = []
    for text, look in texts:
        start = 0
        for found in _BREAKS.finditer(text):
            if found.start() > start:
                word.append((text[start : found.start()], look))
            start = found.end()
            if word or found.group() == "\n":
                forced = found.group() == "\n"
                yield (
                    word or [("", look)],
                    "\n" if forced else " ",
                    0.0 if forced else faces.width(" ", look.face, look.size),
                )
                word = []
        if start < len(text):
            word.append((text[start:], look))
    if word:
        yield word, "", 0.0


def _pieces(parts: Sequence[tuple[str, Look]], faces: Faces, *, hyphenate: bool) -> list[_Unit]:
    """A word in the pieces that lines may part: at its own hyphens, and where it is hyphenated."""
    pieces: list[_Unit] = []
    open_parts: list[tuple[str, Look]] = []
    for text, look in parts:
        start = 0
        for place, own in _places(text, look.lang, hyphenate=hyphenate):
            open_parts.append((text[start:place], look))
            hyphen = 0.0 if own else faces.width("-", look.face, look.size)
            pieces.append(_Unit(tuple(open_parts), _width(open_parts, faces), hyphen=hyphen))
            open_parts = []
            start = place
        open_parts.append((text[start:], look))
    pieces.append(_Unit(tuple(open_parts), _width(open_parts, faces)))
    return pieces


def _places(text: str, lang: Lang, *, hyphenate: bool) -> list[tuple[int, bool]]:
    """Where a word may be parted, and whether a hyphen (or dash, or slash) stands there already."""
    places = {match.start(): True for match in _SEAM.finditer(text)}
    if hyphenate and "://" not in text and "@" not in text:
        for letters in _LETTERS.finditer(text):
            for position in _dictionary(lang).positions(letters.group()):
                places.setdefault(letters.start() + int(position), False)
    return sorted(places.items())


def _cut(unit: _Unit, width: float, faces: Faces) -> Iterable[_Unit]:
    """A unit wider than the line in pieces that fit, parted between letters: for long addresses."""
    if unit.width <= width:
        yield unit
        return
    kept: list[tuple[str, Look]] = []
    used = 0.0
    for text, look in unit.parts:
        for letter in text:
            step = faces.width(letter, look.face, look.size)
            if used + step > width and kept:
                yield _Unit(tuple(kept), used)
                kept, used = [], 0.0
            if kept and kept[-1][1] is look:
                kept[-1] = (kept[-1][0] + letter, look)
            else:
                kept.append((letter, look))
            used += step
    yield replace(unit, parts=tuple(kept), width=used)


def _width(parts: Sequence[tuple[str, Look]], faces: Faces) -> float:
    return sum(faces.width(text, look.face, look.size) for text, look in parts)


# -- breaks ----------------------------------------------------------------------------------------------------


def _breaks(units: Sequence[_Unit], width: float, indent: float, style: Style) -> list[int]:
    """The ends of the lines (index after their last unit) at the least cost."""
    count = len(units)
    reach = [0.0]
    for unit in units:
        reach.append(reach[-1] + unit.width + unit.gap)
    best: list[float] = [0.0] + [float("inf")] * count
    came = [0] * (count + 1)
    for end in range(1, count + 1):
        last = units[end - 1]
        for start in range(end - 1, -1, -1):
            used = reach[end] - reach[start] - last.gap + last.hyphen + (indent if start == 0 else 0.0)
            if (used > width + 0.01 and start < end - 1) or (start < end - 1 and units[start].forced):
                break
            cost = best[start] + _cost(
                used, width, last, units[start - 1] if start else None, style,
                alone=start == end - 1, at_end=end == count,
            )  # fmt: skip
            if cost < best[end]:
                best[end], came[end] = cost, start
    ends: list[int] = []
    end = count
    while end:
        ends.append(end)
        end = came[end]
    return ends[::-1]


def _cost(
    used: float, width: float, last: _Unit, before: _Unit | None, style: Style, *, alone: bool, at_end: bool
) -> float:
    """What a line costs that ends in a unit, after a line that ended in another; `alone` is a line of one unit."""
    empty = (width - used) / width
    if empty < -0.0001:
        return _OVERFULL
    if at_end or last.forced:
        short = _SHORT_END if 1 - empty < _QUARTER and before is not None else 0.0
        lone = _LONE_END if short and alone else 0.0
        return _LINE + short + lone + (100 * empty * empty if style.balanced and before is not None else 0.0)
    cost = _LINE + 100 * empty * empty + (_LITTLE_WORD if last.little else 0.0)
    if last.hyphen:
        cost += _HYPHEN + (_HYPHENS if before is not None and before.hyphen else 0.0)
    return cost


def _slacks(units: Sequence[_Unit], ends: Sequence[int], width: float, indent: float) -> list[float]:
    slacks: list[float] = []
    start = 0
    for end in ends:
        line = units[start:end]
        used = sum(unit.width + unit.gap for unit in line) - line[-1].gap + (indent if start == 0 else 0.0)
        slacks.append(0.0 if line[-1].forced else width - used)
        start = end
    return slacks


def _line(units: Sequence[_Unit], faces: Faces, indent: float) -> Line:
    """Units joined look by look."""
    texts: list[tuple[str, Look]] = []
    for index, unit in enumerate(units):
        for place, (text, look) in enumerate(unit.parts):
            spaced = text + " " if place == len(unit.parts) - 1 and unit.gap and index < len(units) - 1 else text
            if texts and texts[-1][1] == look:
                texts[-1] = (texts[-1][0] + spaced, look)
            else:
                texts.append((spaced, look))
    stretches: list[Stretch] = []
    x = indent
    for text, look in texts:
        width = faces.width(text, look.face, look.size)
        stretches.append(Stretch(text, look, x, width))
        x += width
    hyphen = units[-1].hyphen > 0
    return Line(tuple(stretches), x + units[-1].hyphen, hyphen)
