"""The field's terms with their definitions (`assets/glossary/terms.toml`), and which of them a text uses, in any word form.

Words are told by their stems (Snowball); a term of several words is found where they follow each other, an abbreviation as it stands."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import snowballstemmer

from app.model.base import Lang, Plain, Record, Text
from app.model.pattern import Slug
from app.resources import asset

_WORD = re.compile(r"[^\W_]+")
_STEMMERS: Final[Mapping[Lang, str]] = {"sv": "swedish", "en": "english"}
#: Stemming leaves the beginning of a word alone: a word that begins otherwise than any term need not be stemmed.
_BEGINNING: Final = 3
#: A stem of so few letters is common to unlike words: "nytt" to "nytta" and "ny".
_TELLS_LITTLE: Final[Mapping[Lang, int]] = {"sv": 4, "en": 2}


class Term(Record):
    """A term in both languages, with its definition, further wordings, and the kinds of slide whose own words use it."""

    id: Slug
    term: Text
    meaning: Text
    forms: Mapping[Lang, tuple[Plain, ...]] = {}
    slides: tuple[Slug, ...] = ()

    def wordings(self, lang: Lang) -> tuple[str, ...]:
        """What the term goes by in a language."""
        return (self.term.said(lang).text, *self.forms.get(lang, ()))


@cache
def terms() -> Mapping[Slug, Term]:
    """All terms by id, in the file's order."""
    tree = tomllib.loads(asset("glossary", "terms.toml").read_text("utf-8"))
    return {key: Term.model_validate({"id": key, **value}) for key, value in tree.items()}


def used(texts: Iterable[str], lang: Lang) -> frozenset[Slug]:
    """The terms that texts in a language use."""
    return frozenset(term for text in texts for term in _used(text, lang))


@dataclass(frozen=True, slots=True)
class _Wording:
    """A term's wording as it is looked for: its words after the first, and the term."""

    rest: tuple[str, ...]
    term: Slug


@dataclass(frozen=True, slots=True)
class _Lookup:
    """Wordings by their first word's form, and how those words begin."""

    wordings: Mapping[str, Sequence[_Wording]]
    beginnings: frozenset[str]


@cache
def _lookup(lang: Lang) -> _Lookup:
    wordings: dict[str, list[_Wording]] = {}
    beginnings: set[str] = set()
    for term in terms().values():
        for wording in term.wordings(lang):
            words = _WORD.findall(wording)
            first, *rest = (_form(word, lang) for word in words)
            wordings.setdefault(first, []).append(_Wording(tuple(rest), term.id))
            beginnings.add(words[0][:_BEGINNING].casefold())
    return _Lookup(wordings, frozenset(beginnings))


@lru_cache(maxsize=16_384)
def _used(text: str, lang: Lang) -> frozenset[Slug]:
    """The terms that one text uses; remembered, since a keystroke leaves all texts but one as they were."""
    lookup, words = _lookup(lang), _WORD.findall(text)
    found: set[Slug] = set()
    for at, word in enumerate(words):
        if word[:_BEGINNING].casefold() not in lookup.beginnings:
            continue
        for wording in lookup.wordings.get(_form(word, lang), ()):
            end = at + 1 + len(wording.rest)
            if tuple(_form(following, lang) for following in words[at + 1 : end]) == wording.rest:
                found.add(wording.term)
    return frozenset(found)


@lru_cache(maxsize=16_384)
def _form(word: str, lang: Lang) -> str:
    """A word's stem, or the whole word where its stem would be that of others too; an abbreviation as it stands."""
    if len(word) > 1 and word[1:] != word[1:].lower():
        return word
    whole = word.casefold()
    stem = snowballstemmer.stemmer(_STEMMERS[lang]).stemWord(whole)
    return stem if len(stem) > _TELLS_LITTLE[lang] else whole
