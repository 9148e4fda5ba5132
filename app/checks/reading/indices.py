"""How hard a text is by the length of its sentences and words: LIX for Swedish, Flesch's reading ease for English.

They measure length only, and Swedish compounds are long yet easy: they point at a text worth another look and judge none."""

from collections.abc import Sequence
from typing import Final

from app.checks.reading.sentences import letters, sentences, words
from app.checks.reading.syllables import syllables
from app.model.base import Lang

#: A word of more letters counts as long in LIX.
_LONG: Final = 6


def count_words(paragraphs: Sequence[str]) -> int:
    """How many words paragraphs have."""
    return sum(len(words(paragraph)) for paragraph in paragraphs)


def lix(paragraphs: Sequence[str]) -> float:
    """Björnsson's läsbarhetsindex (1968) of Swedish running text: words a sentence, plus per cent of words of more than six letters.

    Under 30 very easy, 40 to 50 as in newspapers, over 60 very hard. 0 for a text without words."""
    told = [word for paragraph in paragraphs for word in words(paragraph)]
    if not told:
        return 0.0
    long = sum(letters(word) > _LONG for word in told)
    return len(told) / _count(paragraphs, "sv") + 100 * long / len(told)


def flesch(paragraphs: Sequence[str]) -> float:
    """Flesch's reading ease of English running text: 206.835 - 1.015 words a sentence - 84.6 syllables a word.

    60 to 70 is plain, 30 to 50 difficult, under 30 very difficult. 206.835 for a text without words. Numbers are left out of the
    syllables, since nobody reads them by their digits."""
    told = [word for paragraph in paragraphs for word in words(paragraph)]
    spelt = [word for word in told if word.isalpha() or "-" in word] or ["a"]
    if not told:
        return 206.835
    return (
        206.835
        - 1.015 * len(told) / _count(paragraphs, "en")
        - 84.6 * sum(syllables(word) for word in spelt) / len(spelt)
    )


def _count(paragraphs: Sequence[str], lang: Lang) -> int:
    return sum(len(sentences(paragraph, lang)) for paragraph in paragraphs) or 1
