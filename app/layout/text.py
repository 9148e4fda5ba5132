"""Text broken into lines and placed. A line holds what PowerPoint would put on it, with a little slack, since it breaks on its own.

With exact line spacing the first baseline lies a line's pitch less a fifth of the type size below the top of the text: measured on
LibreOffice over six sizes in two faces, to within 0.2 pt; every further baseline one pitch below."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.layout.atoms import Atom
from app.layout.bidi import has_right_to_left, in_visual_order, right_to_left
from app.layout.frames import Align, Anchor, Box, Line, Paragraph, Piece, Run, TextBody
from app.layout.measure import Measurer

#: The share of a line that may be filled: the rest is for how other programs measure.
FILL: Final = 0.985
_DESCENT: Final = 0.2
#: What no beginning ends on before its ellipsis, and the most letters that make room for one.
_BEFORE_ELLIPSIS: Final = " \t\n,;:–-"
_LETTERS_FOR_ELLIPSIS: Final = 8
Insets = tuple[float, float, float, float]
NO_INSETS: Final[Insets] = (0.0, 0.0, 0.0, 0.0)


def _cut(atom: Atom, width: float, measurer: Measurer) -> tuple[Atom, Atom | None]:
    """A word wider than the line: what fits, cut as other programs cut it, between letters; and the rest, for the next line."""
    run, word, _ = atom.parts[0]
    count = _letters_that_fit(word, run, width, measurer)
    size = measurer.width(word[:count], run.font)
    left = ((run, word[count:], measurer.width(word[count:], run.font)),) if word[count:] else ()
    rest = (*left, *atom.parts[1:])
    return Atom(((run, word[:count], size),), size), Atom(rest, sum(part[2] for part in rest)) if rest else None


def _letters_that_fit(word: str, run: Run, width: float, measurer: Measurer) -> int:
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if measurer.width(word[:middle], run.font) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _fill(atoms: Sequence[Atom], width: float, measurer: Measurer) -> list[list[Atom]]:
    """Atoms line by line, each line filled as far as it goes."""
    limit = width * FILL
    lines: list[list[Atom]] = [[]]
    used = 0.0
    queue = list(reversed(atoms))
    while queue:
        atom = queue.pop()
        if atom.forced:
            lines[-1].append(atom)
            lines.append([])
            used = 0.0
        elif atom.space and not lines[-1]:
            continue
        elif atom.space or used + atom.width <= limit:
            lines[-1].append(atom)
            used += atom.width
        elif atom.width > limit and not (lines[-1] and used > limit / 2):
            piece, rest = _cut(atom, limit - used if lines[-1] else limit, measurer)
            lines[-1].append(piece)
            used = limit
            queue += [rest] if rest else []
        else:
            lines.append([])
            used = 0.0
            queue.append(atom)
    return lines


def _trimmed(line: Sequence[Atom]) -> Sequence[Atom]:
    """A line without the spaces it ends on."""
    end = len(line)
    while end and line[end - 1].space:
        end -= 1
    return line[:end]


def _pieces(line: Sequence[Atom], x: float) -> tuple[Piece, ...]:
    """A line's atoms joined run by run."""
    pieces: list[Piece] = []
    words: list[str] = []
    current: Run | None = None
    start, used = x, 0.0
    for run, word, width in (part for atom in line for part in atom.parts):
        if current is None or not (run is current or _look(run) == _look(current)):
            if current is not None:
                pieces.append(Piece(_with_text(current, "".join(words)), start, used))
            words, start, used = [], x, 0.0
        current = run
        words.append(word)
        used += width
        x += width
    if current is not None:
        pieces.append(Piece(_with_text(current, "".join(words)), start, used))
    return tuple(pieces)


def _look(run: Run) -> tuple[object, ...]:
    """All of a run but its text."""
    return run.font, run.color, run.lang, run.href, run.ref


def _with_text(run: Run, text: str) -> Run:
    return Run(text, run.font, run.color, run.lang, run.href, run.ref)


def _size(paragraph: Paragraph) -> float:
    return max((run.font.size for run in paragraph.runs), default=12.0)


def pitch(paragraph: Paragraph) -> float:
    """The paragraph's exact line pitch in points: its own, else the largest of its fonts."""
    return paragraph.line or max((run.font.line for run in paragraph.runs), default=15.0)


def _shift(align: Align, free: float) -> float:
    return {"left": 0.0, "center": free / 2, "right": free}[align]


def _paragraph_lines(paragraph: Paragraph, x: float, width: float, measurer: Measurer) -> tuple[Line, ...]:
    """A paragraph's lines from x on, their baselines counted from its top."""
    step, size = pitch(paragraph), _size(paragraph)
    room = width - paragraph.hang
    from_right = _from_right(paragraph)
    inner = x if from_right else x + paragraph.hang
    align = "right" if from_right and paragraph.align == "left" else paragraph.align
    filled = _fill(measurer.atoms(paragraph.runs), room, measurer)
    lines: list[Line] = []
    for index, atoms in enumerate(map(_trimmed, filled)):
        used = sum(atom.width for atom in atoms)
        pieces = _pieces(atoms, inner + _shift(align, room - used))
        if any(has_right_to_left(piece.run.text) for piece in pieces):
            pieces = _in_visual_order(pieces, measurer, from_right=from_right)
            pieces = _moved(pieces, inner + _shift(align, room - sum(piece.width for piece in pieces)))
        if index == 0 and paragraph.marker and paragraph.runs:
            pieces = (_marker(paragraph, x, width, measurer, from_right=from_right), *pieces)
        lines.append(Line(pieces, index * step + step - _DESCENT * size, index == len(filled) - 1))
    return tuple(lines)


def _from_right(paragraph: Paragraph) -> bool:
    """Whether a paragraph runs from right to left: then it begins at the right, and its marker stands there."""
    return any(map(has_right_to_left, (run.text for run in paragraph.runs))) and right_to_left(
        "".join(run.text for run in paragraph.runs)
    )


def _marker(paragraph: Paragraph, x: float, width: float, measurer: Measurer, *, from_right: bool) -> Piece:
    first = paragraph.runs[0]
    plain = Run(paragraph.marker, first.font, first.color, first.lang)
    size = measurer.width(plain.text, plain.font)
    return Piece(plain, x + width - size if from_right else x, size)


def _in_visual_order(pieces: Sequence[Piece], measurer: Measurer, *, from_right: bool) -> tuple[Piece, ...]:
    """A line's pieces as they stand from left to right, where some of it runs the other way; words of those are pieces of their own."""
    parts = in_visual_order([piece.run.text for piece in pieces], from_right=from_right)
    runs = [_with_text(pieces[part.text].run, part.says) for part in parts]
    return tuple(Piece(run, 0.0, measurer.width(run.text, run.font)) for run in runs)


def _moved(pieces: Sequence[Piece], x: float) -> tuple[Piece, ...]:
    """Pieces side by side, from `x` on."""
    placed: list[Piece] = []
    for piece in pieces:
        placed.append(Piece(piece.run, x, piece.width))
        x += piece.width
    return tuple(placed)


def widest_word(paragraph: Paragraph, measurer: Measurer) -> float:
    """The width of the widest of a paragraph's words, in points; 0 without any."""
    return max((atom.width for atom in measurer.atoms(paragraph.runs) if not atom.space), default=0.0)


def height_of(paragraphs: Iterable[Paragraph], width: float, measurer: Measurer) -> float:
    """How high the paragraphs stand, in points, when set `width` points wide."""
    total = 0.0
    for index, paragraph in enumerate(paragraphs):
        count = len(_fill(measurer.atoms(paragraph.runs), width - paragraph.hang, measurer))
        total += (paragraph.before if index else 0.0) + count * pitch(paragraph)
    return total


def line_count(paragraph: Paragraph, width: float, measurer: Measurer) -> int:
    """How many lines a paragraph takes."""
    return len(_fill(measurer.atoms(paragraph.runs), width - paragraph.hang, measurer))


def natural_width(paragraph: Paragraph, measurer: Measurer) -> float:
    """How wide the paragraph is on one line, in points, without its hanging indent."""
    return sum(measurer.width(run.text, run.font) for run in paragraph.runs)


def lay(
    paragraphs: Sequence[Paragraph],
    box: Box,
    measurer: Measurer,
    *,
    anchor: Anchor = "top",
    insets: Insets = NO_INSETS,
    tightened: bool = False,
) -> TextBody:
    """The paragraphs broken and placed in a box; `insets` are left, top, right, bottom. It does not ask whether they fit."""
    inner = box.inset(*insets)
    lines: list[Line] = []
    top = inner.y
    for index, paragraph in enumerate(paragraphs):
        top += paragraph.before if index else 0.0
        placed = measurer.lines(paragraph, inner.x, inner.w, _paragraph_lines)
        lines += [Line(line.pieces, top + line.baseline, line.last) for line in placed]
        top += len(placed) * pitch(paragraph)
    height = top - inner.y
    down = {"top": 0.0, "middle": (inner.h - height) / 2, "bottom": inner.h - height}[anchor]
    if down:
        lines = [Line(line.pieces, line.baseline + down, line.last) for line in lines]
    return TextBody(tuple(paragraphs), tuple(lines), anchor, insets, tightened, height)


def split_at(
    paragraphs: Sequence[Paragraph], width: float, height: float, measurer: Measurer
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """What fits into `height` points, and the rest; a paragraph is split between two lines when it must be.

    At least one line goes into the first part, so that repeated splitting comes to an end."""
    taken: list[Paragraph] = []
    room = height
    for index, paragraph in enumerate(paragraphs):
        room -= paragraph.before if index else 0.0
        lines = _fill(measurer.atoms(paragraph.runs), width - paragraph.hang, measurer)
        fits = int((room + 0.01) // pitch(paragraph))
        if fits >= len(lines):
            taken.append(paragraph)
            room -= len(lines) * pitch(paragraph)
            continue
        if not taken:
            fits = max(fits, 1)
        if fits <= 0:
            return tuple(taken), tuple(paragraphs[index:])
        head = _joined(paragraph, lines[:fits])
        rest = replace(_joined(paragraph, lines[fits:]), marker="")
        return (*taken, head), (rest, *paragraphs[index + 1 :])
    return tuple(taken), ()


def split_over(
    paragraphs: Sequence[Paragraph], width: float, height: float, measurer: Measurer
) -> tuple[tuple[Paragraph, ...], ...]:
    """The paragraphs in parts of `height` points at the most, each line broken but once however many parts there are.

    A paragraph is split between two lines when it must be; each part has at least one line."""
    parts: list[list[Paragraph]] = [[]]
    room = height
    for paragraph in paragraphs:
        lines = _fill(measurer.atoms(paragraph.runs), width - paragraph.hang, measurer)
        start = 0
        while start < len(lines):
            room -= paragraph.before if parts[-1] else 0.0
            fits = max(int((room + 0.01) // pitch(paragraph)), 0 if parts[-1] else 1)
            if fits:
                end = min(start + fits, len(lines))
                parts[-1].append(_of_lines(paragraph, lines, start, end))
                room -= (end - start) * pitch(paragraph)
                start = end
            if start < len(lines):
                parts.append([])
                room = height
    return tuple(tuple(part) for part in parts)


def _of_lines(paragraph: Paragraph, lines: Sequence[Sequence[Atom]], start: int, end: int) -> Paragraph:
    """A paragraph's lines from `start` up to `end`; its marker stays with the first."""
    if end - start == len(lines):
        return paragraph
    part = _joined(paragraph, lines[start:end])
    return replace(part, marker="") if start else part


def _joined(paragraph: Paragraph, lines: Sequence[Sequence[Atom]]) -> Paragraph:
    """A paragraph of some of its own lines."""
    atoms = [atom for line in lines for atom in line]
    return replace(paragraph, runs=tuple(piece.run for piece in _pieces(_trimmed(atoms), 0.0)))


def shortened(paragraph: Paragraph, width: float, lines: int, measurer: Measurer) -> Paragraph:
    """The paragraph's beginning on so many lines, ended by an ellipsis; the paragraph itself when it fits."""
    room = width - paragraph.hang
    filled = _fill(measurer.atoms(paragraph.runs), room, measurer)
    if len(filled) <= lines:
        return paragraph
    atoms = [atom for line in filled[:lines] for atom in line]
    while atoms:
        if not atoms[-1].space:
            for head in _ended(_joined(paragraph, [atoms]), within_word=atoms[-1].width > room / 2):
                if line_count(head, width, measurer) <= lines:
                    return head
        atoms.pop()
    return replace(paragraph, runs=(_with_text(paragraph.runs[0], "…"),))


def _ended(head: Paragraph, *, within_word: bool) -> Iterator[Paragraph]:
    """A beginning with an ellipsis after its last word; also within that word, where it is so long that a line would be lost."""
    last = head.runs[-1]
    whole = last.text.rstrip(_BEFORE_ELLIPSIS)
    endings = [f"{whole} …"]
    if within_word:
        endings += [f"{whole[:-less]}…" for less in range(1, min(len(whole), _LETTERS_FOR_ELLIPSIS))]
    for ending in endings if whole else ():
        yield replace(head, runs=(*head.runs[:-1], _with_text(last, ending)))
