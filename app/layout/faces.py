"""Which of our faces draws a character: the text's own, else one that is kept for what it lacks. The same when measuring and drawing."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from app.resources import asset

_FOLDERS: Final = ("deck", "source", "scripts")
#: What is drawn for a character that its face lacks though it has one that looks the same.
_STAND_INS: Final[Mapping[str, str]] = {"\u202f": " ", "\u2011": "\u2010", "\u2010": "-", "\t": " "}
#: Drawn as the space that it is: shaping takes the space's glyph.
_NO_BREAK: Final = "\u00a0"
#: What joins its neighbours or keeps them apart; what asks for the coloured or plain form of the sign before, or for a key round it.
_JOINERS: Final = "\u200c\u200d"
_SELECTORS: Final = "\ufe0e\ufe0f\u20e3"


class Stretch(NamedTuple):
    """Text of one face; of none (None) when we have no face with it, then one character."""

    face: str | None
    text: str


def face_file(name: str) -> Path:
    """The file of a face that we ship ("Carlito-Bold"). Raises KeyError when there is none."""
    for folder in _FOLDERS:
        path = asset("fonts", folder, f"{name}.ttf")
        if path.is_file():
            return path
    raise KeyError(name)


@cache
def standing_in(name: str) -> tuple[str, ...]:
    """The faces to look in, one after the other, for what a face lacks: of its own weight where there is one."""
    style = name.partition("-")[2]
    bold, italic = style.startswith(("Bold", "Semibold")), style.endswith(("It", "Italic"))
    weight = "Bold" if bold else "Regular"
    arimo = f"{'Bold' if bold else ''}{'Italic' if italic else ''}" or "Regular"
    return (
        f"Arimo-{arimo}",
        f"Carlito-{weight}",
        "SourceSans3-Regular",
        f"NotoSansArabic-{weight}",
        "NotoEmoji-Regular",
    )


def stretches(word: str, face: str, has: Callable[[str, str], bool]) -> list[Stretch]:
    """A word by the faces that draw it; `has` tells whether a face has a character. A letter and its marks are drawn by one face
    where there is one with all of them. What is never seen is left out."""
    among = (face, *standing_in(face))
    found: list[Stretch] = []
    for cluster in _clusters(word.replace(_NO_BREAK, " ")):
        for home, drawn in _homes(cluster, among, has):
            if found and home is not None and home == found[-1].face:
                found[-1] = Stretch(home, found[-1].text + drawn)
            else:
                found.append(Stretch(home, drawn))
    return found


def _clusters(word: str) -> Sequence[str]:
    """Characters, each with the marks on it and what joins it to the next."""
    if word.isascii():
        return word
    found: list[str] = []
    for character in word:
        if found and (character in _JOINERS or unicodedata.category(character) in ("Mn", "Me", "Mc")):
            found[-1] += character
        else:
            found.append(character)
    return found


def _homes(cluster: str, among: Sequence[str], has: Callable[[str, str], bool]) -> list[tuple[str | None, str]]:
    """What of a cluster is drawn by which face."""
    if len(cluster) > 1:
        composed = unicodedata.normalize("NFC", cluster)
        seen = [character for character in composed if not _is_unseen(character)]
        for face in among:
            if all(has(face, character) for character in seen):
                return [(face, "".join(character for character in composed if has(face, character)))] if seen else []
    return [_home(character, among, has) for character in cluster if not _is_unseen(character)]


def _is_unseen(character: str) -> bool:
    return character != "\t" and (character in _SELECTORS or unicodedata.category(character) in ("Cf", "Cc"))


def _home(character: str, among: Sequence[str], has: Callable[[str, str], bool]) -> tuple[str | None, str]:
    """The face that draws a character, and as which."""
    standing = _STAND_INS.get(character)
    if has(among[0], character):
        return among[0], character
    if standing is not None:
        return _home(standing, among, has)
    return next((face for face in among[1:] if has(face, character)), None), character
