"""Text that runs from right to left, alone or among text that does not: the Unicode bidirectional algorithm (UAX 9)."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple, cast

#: Letters and signs of the scripts that run from right to left, marks that stand on them, and what joins or parts them.
_LETTERS: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_ANY: Final = re.compile(f"[{_LETTERS}]")
_JOINED: Final = re.compile(f"[{_LETTERS}][{_LETTERS}\u200c\u200d]*")
#: The same with what stands between such words.
_PASSAGE: Final = re.compile(rf"[{_LETTERS}](?:[\W\u200c\u200d]*[{_LETTERS}])*")
_HEBREW: Final = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
#: Marks on the letter before them, selectors of a sign's form, tones of skin.
_CLINGING: Final = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff"
)
#: What is one sign to a reader: a letter with its marks, a flag of two letters, emoji that are joined to one.
_SIGN: Final = re.compile(rf"(?:[\U0001f1e6-\U0001f1ff]{{2}}|.)(?:[{_CLINGING}]|\u200d.?)*", re.DOTALL)
_BRACKETS: Final = {"(": ")", "[": "]", "{": "}"}
_STRONG: Final = re.compile(rf"([{_LETTERS}])|[^\W\d_]")


class Part(NamedTuple):
    """A stretch of one of several texts: which, and what to draw from left to right; a joined script's letters stay in their own order."""

    text: int
    says: str


def has_right_to_left(text: str) -> bool:
    """Whether something in the text runs from right to left."""
    return not text.isascii() and _ANY.search(text) is not None


def right_to_left(text: str) -> bool:
    """Whether a text as a whole runs from right to left: its first letter does (rule P2)."""
    if not has_right_to_left(text):
        return False
    first = _STRONG.search(text)
    return first is not None and first[1] is not None


def passages(text: str) -> Iterator[tuple[str, str]]:
    """A text in stretches, each with the tag of its language where its script tells one ("ar-SA", "he-IL"), else ""."""
    start = 0
    if has_right_to_left(text):
        for found in _PASSAGE.finditer(text):
            if found.start() > start:
                yield text[start : found.start()], ""
            yield found.group(), "he-IL" if _HEBREW.match(found.group()) else "ar-SA"
            start = found.end()
    if start < len(text):
        yield text[start:], ""


def in_visual_order(texts: Sequence[str], *, from_right: bool) -> list[Part]:
    """The texts of one line as they stand from left to right. `from_right` is how their paragraph runs."""
    source = [index for index, text in enumerate(texts) for _ in text]
    signs = list(_SIGN.finditer("".join(texts)))
    parts: list[Part] = []
    for places, level in _levels("".join(sign.group()[0] for sign in signs), from_right=from_right):
        for index, stretch in _by_text(places, [source[sign.start()] for sign in signs]):
            said = "".join(signs[place].group() for place in stretch)
            parts += (Part(index, each) for each in (_from_right(said) if level % 2 else (said,)))
    return parts


def _by_text(places: Sequence[int], source: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Places of one level, in the order of drawing, cut where one text ends; each stretch in its order of reading."""
    held: list[int] = []
    for place in places:
        if held and source[place] != source[held[-1]]:
            yield source[held[0]], sorted(held)
            held = []
        held.append(place)
    if held:
        yield source[held[0]], sorted(held)


def _from_right(said: str) -> Iterator[str]:
    """A stretch from right to left, cut into what is drawn from left to right: joined letters whole, the signs between mirrored."""
    end = len(said)
    for found in reversed(list(_JOINED.finditer(said))):
        if found.end() < end:
            yield _mirrored(said[found.end() : end])
        yield found.group()
        end = found.start()
    if end:
        yield _mirrored(said[:end])


def _mirrored(said: str) -> str:
    """Signs from the last to the first, those that point the other way turned round."""
    from bidi.mirror import MIRRORED

    return "".join(MIRRORED.get(sign) or sign for sign in reversed(_SIGN.findall(said)))


def _levels(text: str, *, from_right: bool) -> list[tuple[list[int], int]]:
    """The places of a line's characters from left to right, in stretches of one level. What is never drawn is left out."""
    # Loaded where it is needed: few texts run from right to left. The library has no types.
    from bidi import algorithm

    steps = cast(Any, algorithm)
    storage: dict[str, Any] = steps.get_empty_storage()
    storage["base_level"] = int(from_right)
    storage["base_dir"] = "R" if from_right else "L"
    steps.get_embedding_levels(text, storage, False, False)
    for place, character in enumerate(storage["chars"]):
        character["place"] = place
    steps.explicit_embed_and_overrides(storage, False)
    steps.resolve_weak_types(storage, False)
    _pair_brackets(storage["chars"])
    steps.resolve_neutral_types(storage, False)
    steps.resolve_implicit_levels(storage, False)
    steps.reorder_resolved_levels(storage, False)
    stretches: list[tuple[list[int], int]] = []
    for character in storage["chars"]:
        place, level = int(character["place"]), int(character["level"])
        if stretches and stretches[-1][1] == level:
            stretches[-1][0].append(place)
        else:
            stretches.append(([place], level))
    return stretches


def _pair_brackets(characters: Sequence[dict[str, Any]]) -> None:
    """Gives both brackets of a pair one direction (rule N0), which the library leaves out: that of what stands between them."""
    for start, end in _pairs([str(character["ch"]) for character in characters]):
        along = "R" if characters[start]["level"] % 2 else "L"
        inside = {_strength(character["type"]) for character in characters[start + 1 : end]} - {""}
        if inside:
            before = next(filter(None, (_strength(each["type"]) for each in reversed(characters[:start]))), along)
            runs = along if along in inside else before
            characters[start]["type"] = characters[end]["type"] = runs


def _pairs(signs: Sequence[str]) -> list[tuple[int, int]]:
    """The places of brackets that belong together, by where they open."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for place, sign in enumerate(signs):
        if sign in _BRACKETS:
            opened.append((_BRACKETS[sign], place))
        elif any(closing == sign for closing, _ in opened):
            while opened:
                closing, start = opened.pop()
                if closing == sign:
                    found.append((start, place))
                    break
    return sorted(found)


def _strength(kind: str) -> str:
    """The direction that a character lends to the brackets round it: numbers count as from right to left."""
    return {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}.get(kind, "")
