"""Search as you type over all patterns, in Swedish and English word forms.

Words are stemmed (Snowball) and looked for inside words too, since Swedish puts words together: "bransch" finds "hyperbranscher"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.model.base import Lang, Text
from app.model.pattern import Pack, Pattern

_WORD = re.compile(r"[^\W_]+")
#: Stems shorter than this are only looked for at a word's start: inside words they find too much.
_INSIDE: Final = 4
_STEMMERS: Final[tuple[tuple[Lang, str], ...]] = (("sv", "swedish"), ("en", "english"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern that was found, with its pack and how well it fits (more is better)."""

    pack: Pack
    pattern: Pattern
    score: float


@dataclass(frozen=True, slots=True)
class _Entry:
    pack: Pack
    pattern: Pattern
    #: Each field's words, a space before each, with the field's weight.
    fields: tuple[tuple[float, str], ...]


class Index:
    """The patterns of some packs, ready to be searched."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        # Loaded when somebody searches: an export starts without it.
        import snowballstemmer

        self._stemmers = tuple(snowballstemmer.stemmer(name) for _, name in _STEMMERS)
        self._entries = tuple(
            _Entry(pack, pattern, tuple((weight, _joined(texts)) for weight, texts in _fields(pack, pattern)))
            for pack in packs
            for pattern in pack.patterns
        )

    def search(self, query: str) -> tuple[Hit, ...]:
        """The patterns in which every word of the query is found, the best first; all, in reading order, for an empty query."""
        words = [self._forms(word) for word in _WORD.findall(query.casefold())]
        hits: list[Hit] = []
        for entry in self._entries:
            scores = [_score(entry, forms) for forms in words]
            if all(scores):
                hits.append(Hit(entry.pack, entry.pattern, sum(scores)))
        return tuple(sorted(hits, key=lambda hit: -hit.score))

    def _forms(self, word: str) -> tuple[str, ...]:
        """The word as typed and its stems in both languages; a shorter stem finds all that a longer one does."""
        stems = {word, *(stemmer.stemWord(word) for stemmer in self._stemmers)}
        return tuple(sorted(stem for stem in stems if len(stem) > 1 or len(word) == 1))


def _fields(pack: Pack, pattern: Pattern) -> Iterable[tuple[float, Iterable[Text]]]:
    """Fields by weight: what a pattern is called weighs more than what is said about it."""
    yield 8.0, (pattern.name, pattern.short)
    yield 6.0, (pattern.from_, pattern.to, pattern.headline)
    yield (
        3.0,
        (pattern.summary, pattern.from_gloss, pattern.to_gloss, *(item.title for item in pattern.recommendations)),
    )
    yield 1.0, (
        pattern.why, pattern.tension, pattern.meaning, pack.name, *pattern.signs, *pattern.against,
        *pattern.for_us.each.values(),
        *(question.ask for question in pattern.questions), *(item.what for item in pattern.recommendations),
    )  # fmt: skip


def _joined(texts: Iterable[Text]) -> str:
    words = (word for text in texts for wording in text.root.values() for word in _WORD.findall(wording.casefold()))
    return " " + " ".join(words)


def _score(entry: _Entry, forms: Sequence[str]) -> float:
    """The weights of the fields that hold one of the forms; a word that begins with it counts double."""
    total = 0.0
    for weight, words in entry.fields:
        if any(f" {form}" in words for form in forms):
            total += 2 * weight
        elif any(len(form) >= _INSIDE and form in words for form in forms):
            total += weight
    return total
