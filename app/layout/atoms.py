"""What stays together when text is broken into lines: words with what clings to them, and the spaces between."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.layout.frames import Font, Run

_TOKEN = re.compile(r"\n|[ \t]+|[^ \t\n]+")
_INNER_BREAK = re.compile(r"(?<=[^\W\d_][-–/])(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Atom:
    """Parts of runs with their widths in points. `space` atoms vanish at a line's end, `forced` ends it."""

    parts: tuple[tuple[Run, str, float], ...]
    width: float
    space: bool = False
    forced: bool = False


def atoms_of(runs: Iterable[Run], width_of: Callable[[str, Font], float]) -> Sequence[Atom]:
    """The atoms of runs that stand one after the other. `width_of` measures a word in points."""
    atoms: list[Atom] = []
    open_word = False
    for run, word, breakable in _tokens(runs):
        if word == "\n":
            atoms.append(Atom(((run, word, 0.0),), 0.0, space=True, forced=True))
            open_word = False
            continue
        width = width_of(word, run.font)
        space = word[0] in " \t"
        part = (run, word, width)
        if open_word and not breakable and not space:
            last = atoms[-1]
            atoms[-1] = Atom((*last.parts, part), last.width + width)
        else:
            atoms.append(Atom((part,), width, space=space))
        open_word = not space
    return tuple(atoms)


def _tokens(runs: Iterable[Run]) -> Iterable[tuple[Run, str, bool]]:
    """Stretches of text with their runs, and whether a line may break before each."""
    for run in runs:
        for match in _TOKEN.finditer(run.text):
            word = match.group()
            start = 0
            for inner in _INNER_BREAK.finditer(word):
                yield run, word[start : inner.start()], start > 0
                start = inner.start()
            yield run, word[start:], start > 0
