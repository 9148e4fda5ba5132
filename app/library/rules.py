"""What a pattern must hold beyond its schema: texts that are there, marks that lead to a source, lengths that slides can show."""

import re
from collections.abc import Iterator
from typing import Final

from app.library.located import Location
from app.model.base import Text
from app.model.pattern import Pattern, Recommendation

Remark = tuple[Location, str, str]
#: A mark in running text that names a source by its key.
SOURCE_MARK: Final = re.compile(r"\[@([a-z0-9-]+)\]")
#: The most characters that a slide shows of a field, in each language.
LENGTHS: Final = {
    "short": 24, "from": 32, "to": 32, "from_gloss": 60, "to_gloss": 60, "headline": 90, "summary": 240, "why": 700,
}  # fmt: skip
_TITLE: Final = 60
#: The same of what stands inside lists and groups.
INNER_LENGTHS: Final = {
    "for_us": 260, "signs": 130, "against": 240, "tension": 400, "links": 160,
    "room": 140, "cost": 160, "fails": 180, "definition": 220,
}  # fmt: skip


def remarks(pattern: Pattern) -> Iterator[Remark]:
    """Each place in a pattern that breaks a rule, with a message of the catalogue `errors` and what it needs to know."""
    for name, text in _texts(pattern):
        if not text:
            yield (name,), "pack.text-missing", ""
        yield from _too_long((name,), text, LENGTHS.get(name))
    for place, text in _cited(pattern):
        yield from _marks(pattern, place, text)
        yield from _too_long(place, text, INNER_LENGTHS.get(str(place[0])))
    yield from _doubles(("questions",), [question.id for question in pattern.questions])
    yield from _doubles(("recommendations",), [advice.id for advice in pattern.recommendations])
    yield from _doubles(("sources",), [source.key for source in pattern.sources])
    for index, question in enumerate(pattern.questions):
        if not question.ask:
            yield ("questions", index, "ask"), "pack.text-missing", ""
    for index, advice in enumerate(pattern.recommendations):
        yield from _advice(("recommendations", index), advice)


def _texts(pattern: Pattern) -> tuple[tuple[str, Text], ...]:
    return (
        ("name", pattern.name), ("short", pattern.short), ("from", pattern.from_), ("to", pattern.to),
        ("from_gloss", pattern.from_gloss), ("to_gloss", pattern.to_gloss), ("headline", pattern.headline),
        ("summary", pattern.summary), ("why", pattern.why), ("meaning", pattern.meaning),
    )  # fmt: skip


def _too_long(place: Location, text: Text, most: int | None) -> Iterator[Remark]:
    for lang, wording in text.root.items():
        if most is not None and len(wording) > most:
            yield (*place, lang), "pack.too-long", f"{len(wording)} > {most}"


def _cited(pattern: Pattern) -> Iterator[tuple[Location, Text]]:
    """The texts that may name sources, by their places."""
    yield ("why",), pattern.why
    yield ("tension",), pattern.tension
    for name, text in pattern.for_us.each.items():
        yield ("for_us", name), text
    for index, text in enumerate(pattern.signs):
        yield ("signs", index), text
    for index, text in enumerate(pattern.against):
        yield ("against", index), text
    for index, link in enumerate(pattern.links):
        yield ("links", index, "why"), link.why


def _marks(pattern: Pattern, place: Location, text: Text) -> Iterator[Remark]:
    known = {source.key for source in pattern.sources}
    for lang, wording in text.root.items():
        for mark in SOURCE_MARK.findall(wording):
            if mark not in known:
                yield (*place, lang), "pack.unknown-source", mark


def _doubles(place: Location, ids: list[str]) -> Iterator[Remark]:
    for index, key in enumerate(ids):
        if key in ids[:index]:
            yield (*place, index), "pack.id-twice", key


def _advice(place: Location, advice: Recommendation) -> Iterator[Remark]:
    if not advice.title:
        yield (*place, "title"), "pack.text-missing", ""
    yield from _too_long((*place, "title"), advice.title, _TITLE)
    for name in ("room", "cost", "fails", "definition"):
        yield from _too_long((*place, name), getattr(advice, name), INNER_LENGTHS[name])
