"""Search in the library as users type."""

import pytest

from app.library import Index, load_packs


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(load_packs())


def found(index: Index, query: str) -> list[str]:
    return [hit.pattern.id for hit in index.search(query)]


def test_a_word_is_found_inside_a_compound(index: Index) -> None:
    assert found(index, "bransch")[0] == "hyper-industries"


@pytest.mark.parametrize("query", ["plattform", "plattformar", "platform", "platforms"])
def test_word_forms_of_both_languages_find_the_same(index: Index, query: str) -> None:
    assert "platform-logic" in found(index, query)[:3]


def test_what_a_pattern_is_called_comes_before_what_is_said_about_it(index: Index) -> None:
    assert found(index, "tjänstebyte")[0] == "service-exchange"


def test_every_word_must_be_found(index: Index) -> None:
    assert found(index, "tjänstebyte zebra") == []


def test_an_empty_search_shows_all_in_reading_order(index: Index) -> None:
    assert found(index, "  ") == [pattern.id for pack in load_packs() for pattern in pack.patterns]


def test_a_half_typed_word_finds_already(index: Index) -> None:
    assert "service-exchange" in found(index, "tjänsteb")
