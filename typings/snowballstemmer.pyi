"""The part of snowballstemmer that Boardwright uses."""

from typing import Protocol

class Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...

def stemmer(lang: str) -> Stemmer: ...
