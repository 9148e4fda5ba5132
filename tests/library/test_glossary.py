"""The field's terms: both languages, one sentence each, and found in every word form and in nothing else."""

import pytest

from app.library.glossary import terms, used
from app.model.base import LANGS, Lang


def test_every_term_has_a_definition_of_one_sentence_in_both_languages() -> None:
    assert 60 <= len(terms()) <= 100
    for term in terms().values():
        for lang in LANGS:
            meaning = term.meaning.root[lang]
            assert term.term.root[lang]
            assert meaning.endswith(".")
            assert meaning.count(". ") == 0


def test_no_two_terms_go_by_the_same_name() -> None:
    for lang in LANGS:
        names = [wording.casefold() for term in terms().values() for wording in term.wordings(lang)]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("lang", LANGS)
def test_a_term_is_found_by_each_of_its_own_wordings(lang: Lang) -> None:
    for term in terms().values():
        for wording in term.wordings(lang):
            assert term.id in used([f"… {wording}, …"], lang)


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Förmågan avgör", "sv", {"capability"}),
        ("våra förmågor", "sv", {"capability"}),
        ("det digitala arvet bromsar", "sv", {"digital-heritage"}),
        ("Två API:er byggs", "sv", {"api"}),
        ("Ett nytt arbetssätt", "sv", set[str]()),
        ("Nyttan kommer sen", "sv", {"benefit"}),
        ("apin klättrar", "sv", set[str]()),
        ("Ärendet blev återremitterat", "sv", {"referral-back"}),
        ("en återremiss", "sv", {"referral-back"}),
        ("Öppna gränssnitt", "sv", {"open-interface", "interface"}),
        ("nis 2 och NIS2", "sv", {"nis-2"}),
        ("the capabilities we lack", "en", {"capability"}),
        ("A table of costs", "en", set[str]()),
        ("Our net costs", "en", {"net-cost"}),
        ("", "sv", set[str]()),
    ],
)
def test_word_forms_are_found_and_other_words_are_not(text: str, lang: Lang, found: set[str]) -> None:
    assert used([text], lang) == found
