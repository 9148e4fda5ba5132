"""Whether a sentence is written in the other language than its text says, by the small words that every sentence needs."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from app.model.base import Lang

_LETTERS: Final = re.compile(r"[^\W\d_]+")
#: Words that are in the one language only; a name or a quoted term has none of them.
_SMALL: Final[Mapping[Lang, frozenset[str]]] = {
    "sv": frozenset(
        [
            "och",
            "att",
            "det",
            "som",
            "är",
            "av",
            "för",
            "med",
            "till",
            "den",
            "inte",
            "på",
            "ett",
            "om",
            "kan",
            "har",
            "de",
            "vi",
            "ska",
            "från",
            "eller",
            "när",
            "vid",
            "så",
            "också",
            "sin",
            "sitt",
            "sina",
            "där",
            "detta",
            "denna",
            "dessa",
            "blir",
            "genom",
            "efter",
            "mellan",
            "måste",
            "finns",
            "varje",
            "utan",
            "mer",
            "hur",
            "vad",
            "nu",
            "var",
            "sedan",
            "redan",
        ]
    ),
    "en": frozenset(
        [
            "the",
            "and",
            "of",
            "to",
            "is",
            "that",
            "with",
            "are",
            "this",
            "we",
            "which",
            "from",
            "by",
            "our",
            "it",
            "they",
            "their",
            "not",
            "will",
            "be",
            "has",
            "have",
            "been",
            "was",
            "were",
            "or",
            "when",
            "as",
            "should",
            "must",
            "its",
            "into",
            "than",
            "then",
            "these",
            "those",
            "there",
            "what",
            "how",
            "where",
            "because",
            "without",
            "between",
            "after",
        ]
    ),
}
_OTHER: Final[Mapping[Lang, Lang]] = {"sv": "en", "en": "sv"}
#: So many small words of the other language, none of its own among them, are no name and no quoted term.
_ENOUGH: Final = 3
_SHORTEST: Final = 6


@lru_cache(maxsize=8192)
def is_foreign(sentence: str, lang: Lang) -> bool:
    """Whether a sentence that is to be in `lang` is in the other of the two languages. Short ones are never said to be."""
    told = [word.casefold() for word in _LETTERS.findall(sentence)]
    if len(told) < _SHORTEST:
        return False
    other = sum(word in _SMALL[_OTHER[lang]] for word in told)
    own = sum(word in _SMALL[lang] for word in told)
    return other >= _ENOUGH and own == 0


def other(lang: Lang) -> Lang:
    """The other of the two languages."""
    return _OTHER[lang]
