"""The library's texts hold their style sheet, docs/library-style.md: length, readability, spelling, links, sources."""

import gc
import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

import pytest
import spylls.hunspell  # pyright: ignore[reportMissingTypeStubs]

from app.library import load_packs
from app.library.occasions import occasions
from app.library.rules import SOURCE_MARK
from app.model.base import LANGS, Lang, Text
from app.model.pattern import LinkKind, Pattern

FACTS: Final = Path(__file__).parents[3] / "shared" / "content"
PATTERNS: Final = {pattern.id: pattern for pack in load_packs() for pattern in pack.patterns}
every_pattern = pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
#: The fewest characters of a field, by its name, in each language.
LEAST: Final = {
    "headline": 30, "summary": 100, "why": 200, "for_us": 90, "signs": 40, "against": 80, "tension": 100, "links": 50,
    "room": 30, "cost": 40, "fails": 50, "definition": 60,
}  # fmt: skip
#: How many members a list has, at least and at most.
COUNTS: Final = {"signs": (3, 5), "against": (2, 3), "links": (1, 4), "questions": (3, 5), "recommendations": (1, 5)}
BACK: Final[Mapping[LinkKind, LinkKind]] = {
    "strengthens": "strengthens", "contradicts": "contradicts", "before": "after", "after": "before",
}  # fmt: skip
#: Empty where there is nothing to say.
MAY_BE_EMPTY: Final = ("tension", "note")
AVOIDED: Final[Mapping[Lang, str]] = {
    "sv": r"säkerställ\w*|hävstång\w*|landskapet|nyckelroll\w*|nästa nivå|framåtlutad\w*|digitala värld\w*|digitala resa\w*",
    "en": r"leverag\w*|landscape\w*|journey\w*|unlock\w*|seamless\w*|robust\w*|holistic\w*|game-chang\w*|cutting-edge|delv\w*|next level",
}  # fmt: skip
WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def texts(value: object, place: str = "") -> Iterator[tuple[str, Text]]:
    """Every text within a record, with its place as people write it."""
    if isinstance(value, Text):
        yield place, value
    elif isinstance(value, tuple):
        for index, member in enumerate(cast("tuple[object, ...]", value)):
            yield from texts(member, f"{place}[{index}]")
    else:
        for name in getattr(type(value), "model_fields", {}):
            yield from texts(getattr(value, name), f"{place}.{name}" if place else name)


def fields(place: str) -> tuple[str, ...]:
    """The names in a place, without indices."""
    return tuple(re.sub(r"\[\d+\]", "", place).split("."))


def words(wording: str) -> list[str]:
    """The words of a text, marks and addresses apart."""
    return WORD.findall(re.sub(r"https?://\S+", "", SOURCE_MARK.sub("", wording)))


def sentences(wording: str) -> list[str]:
    """The sentences of a text: lines of a list are sentences of their own."""
    plain = re.sub(r"^[-*] ", "", SOURCE_MARK.sub("", wording), flags=re.MULTILINE)
    return [part.strip() for part in re.split(r"(?<=[.!?])\s+|\n+", plain) if part.strip()]


@every_pattern
def test_no_field_is_empty_in_either_language(pattern: Pattern) -> None:
    lacking = [
        place
        for place, text in texts(pattern)
        if set(text.root) != set(LANGS) and not (not text and fields(place)[-1] in MAY_BE_EMPTY)
    ]
    assert lacking == []
    assert [question.id for question in pattern.questions if question.role is None] == []
    assert len({question.role for question in pattern.questions}) >= 3


@every_pattern
def test_every_field_has_something_to_say(pattern: Pattern) -> None:
    short = [
        f"{place}.{lang}: {len(wording)}"
        for place, text in texts(pattern)
        for lang, wording in text.root.items()
        if len(wording) < next((LEAST[name] for name in fields(place) if name in LEAST), 0)
    ]
    assert short == []
    for name, (least, most) in COUNTS.items():
        assert least <= len(getattr(pattern, name)) <= most, name


@every_pattern
def test_the_swedish_reads_as_a_newspaper(pattern: Pattern) -> None:
    """LIX (Björnsson 1968): words a sentence, and words of more than six letters in a hundred."""
    running = "\n".join(text.root.get("sv", "") for place, text in texts(pattern) if fields(place)[0] in RUNNING)
    found = words(running)
    lix = len(found) / len(sentences(running)) + 100 * sum(len(word) > 6 for word in found) / len(found)
    assert 35 <= lix <= 50


RUNNING: Final = ("summary", "why", "meaning", "for_us", "against", "tension", "questions")


@every_pattern
def test_no_worn_words(pattern: Pattern) -> None:
    for lang, avoided in AVOIDED.items():
        found = [
            (place, worn)
            for place, text in texts(pattern)
            if not place.startswith("sources")
            for worn in re.findall(rf"\b(?:{avoided})\b", text.root.get(lang, ""), re.IGNORECASE)
        ]
        assert found == []


def test_no_sentence_comes_twice() -> None:
    for lang in LANGS:
        found = Counter(
            sentence.casefold()
            for pattern in PATTERNS.values()
            for place, text in texts(pattern)
            if not place.startswith("sources")
            for sentence in sentences(text.root.get(lang, ""))
            if len(words(sentence)) > 4
        )
        assert [sentence for sentence, times in found.items() if times > 1] == []


@every_pattern
def test_links_lead_to_a_pattern_that_answers(pattern: Pattern) -> None:
    for link in pattern.links:
        assert link.to in PATTERNS, link.to
        assert [back.how for back in PATTERNS[link.to].links if back.to == pattern.id] == [BACK[link.how]], link.to


@every_pattern
def test_sources_are_well_formed(pattern: Pattern) -> None:
    for source in pattern.sources:
        assert re.fullmatch(r"https://[a-z0-9.-]+\.[a-z]{2,}(/\S*)?", source.address), source.address
        assert source.known == "full" or source.note, source.key
    named = {
        mark for _, text in texts(pattern) for wording in text.root.values() for mark in SOURCE_MARK.findall(wording)
    }
    assert "s1" in named or len(named) > 0
    assert all(SOURCE_MARK.search(wording) for wording in pattern.why.root.values())


@cache
def facts() -> tuple[str, ...]:
    """The entries of the fact files: a paragraph that begins with a bold name, or a section."""
    whole = "\n".join((FACTS / name).read_text("utf-8") for name in ("LIBRARY-FACTS.md", "MORE-FACTS.md"))
    return tuple(re.split(r"\n(?=\*\*|## )|\n\n", whole))


def entries(pattern: Pattern) -> str:
    """What the fact files say of a pattern and of its sources."""
    named = [pattern.id, *(re.sub(r"^https://(www\.)?", "", source.address).rstrip("/") for source in pattern.sources)]
    named += [address.split("/sida/")[0] for address in named]
    return "\n".join(entry for entry in facts() if any(name in entry for name in named))


@every_pattern
@pytest.mark.skipif(not FACTS.exists(), reason="the fact files are not here")
def test_every_number_stands_in_its_source(pattern: Pattern) -> None:
    known = set(re.findall(r"\d+", re.sub(r"(?<=\d)[, ](?=\d{3})", "", entries(pattern))))
    for place, text in texts(pattern):
        for wording in text.root.values():
            for sentence in re.split(r"(?<=[.!?])\s+", wording):
                if SOURCE_MARK.search(sentence):
                    said = re.findall(r"\d+", re.sub(r"(?<=\d)[,    ](?=\d{3})", "", SOURCE_MARK.sub("", sentence)))
                    assert set(said) <= known, (place, sentence)


def loaded(path: str) -> Any:
    """A dictionary; spylls leaves its files to be closed when they are collected."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        speller = cast("Any", spylls.hunspell).Dictionary.from_files(path)
        gc.collect()
    return speller


@pytest.mark.parametrize(("lang", "dictionary"), [("sv", "sv/sv_SE"), ("en", "en/en_US")])
def test_every_word_is_spelt_right(lang: Lang, dictionary: str) -> None:
    """Words that the dictionary lacks, names and British spellings among them, stand in `words/<language>.txt`."""
    speller = loaded(str(Path(spylls.hunspell.__file__).parent / "data" / dictionary))
    ours = set((Path(__file__).parent / "words" / f"{lang}.txt").read_text("utf-8").split())
    said = {
        word for pack in load_packs() for _, text in texts(pack) for word in words(text.root.get(lang, ""))
    }  # fmt: skip
    assert sorted(word for word in said - ours if word.lower() not in ours and not speller.lookup(word)) == []


def test_every_selection_leads_to_patterns_of_the_library() -> None:
    known = {f"{pack.id}/{pattern.id}" for pack in load_packs() for pattern in pack.patterns}
    for occasion in occasions().values():
        assert set(occasion.patterns) <= known
        assert len(set(occasion.patterns)) == len(occasion.patterns)
        assert set(occasion.name.root) == set(occasion.why.root) == set(LANGS)
