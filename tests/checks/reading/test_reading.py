"""How texts are read: where sentences end, how hard they are, and what is found in them."""

import pytest

from app.checks.reading.abbreviations import abbreviations, explained
from app.checks.reading.indices import flesch, lix
from app.checks.reading.passive import is_passive
from app.checks.reading.phrases import empty, plainer
from app.checks.reading.placeholders import placeholder
from app.checks.reading.sentences import running, sentences
from app.checks.reading.syllables import syllables
from app.checks.reading.tongue import is_foreign
from app.model.base import Lang


@pytest.mark.parametrize(
    ("lang", "paragraph", "count"),
    [
        ("sv", "Vi har t.ex. Skolan med. A. Ek leder.", 2),
        ("sv", "Enligt 5 kap. 1 § beslutar fullmäktige. Det gäller bl.a. SKR.", 2),
        ("en", "Use one system, e.g. Alpha. It costs SEK 5.4m. Does it pay? Yes.", 4),
    ],
)
def test_a_sentence_goes_on_after_an_abbreviation(lang: Lang, paragraph: str, count: int) -> None:
    assert len(sentences(paragraph, lang)) == count


def test_lists_and_headings_are_no_running_text() -> None:
    assert running("## Rubrik\n\nEn mening.\n\n- En punkt.\n\nUtan punkt", "sv") == ("En mening.",)


def test_lix_is_words_a_sentence_and_per_cent_of_long_words() -> None:
    assert lix(["Nämnden äger fyra viktiga mål."]) == pytest.approx(5 + 100 * 2 / 5)


def test_flesch_counts_syllables() -> None:
    assert flesch(["The cat sat on the mat."]) == pytest.approx(206.835 - 1.015 * 6 - 84.6)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("made", 1),
        ("table", 2),
        ("asked", 1),
        ("ended", 2),
        ("statement", 2),
        ("element", 3),
        ("idea", 3),
        ("society", 4),
    ],
)
def test_silent_vowels_are_no_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("lang", "sentence", "passive"),
    [
        ("sv", "Avtalen avslutas i juni.", True),
        ("sv", "Planen har beslutats.", True),
        ("sv", "Planen blir antagen av fullmäktige.", True),
        ("sv", "Nämndernas mål finns i planen.", False),
        ("sv", "Vi hoppas att arbetet lyckas.", False),
        ("en", "The plan was quickly approved.", True),
        ("en", "The board is interested in it.", False),
        ("en", "We need to proceed.", False),
    ],
)
def test_the_passive_is_told_from_what_only_looks_like_it(lang: Lang, sentence: str, passive: bool) -> None:
    assert is_passive(sentence, lang) is passive


@pytest.mark.parametrize(
    "text", ["Kostnad xxx kr", "Ansvarig: TBD", "lorem ipsum dolor", "[belopp] i drift", "Skriv här", "[…]", "Vem ???"]
)
def test_what_is_to_be_filled_in_is_found(text: str) -> None:
    assert placeholder(text)


@pytest.mark.parametrize(
    "text", ["Se [bilaga 2](https://example.org/text)", "Mål [se bilaga 2]", "Vi skriver här om målen", "Källa [@text]"]
)
def test_brackets_and_ordinary_words_are_no_placeholders(text: str) -> None:
    assert not placeholder(text)


def test_a_quoted_term_makes_no_sentence_foreign() -> None:
    assert not is_foreign("Vi kallar det the platform and the services i Almesjö", "sv")
    assert is_foreign("The board decides on the plan that we follow", "sv")


def test_a_stiff_phrase_is_put_plainly_with_its_capital() -> None:
    assert plainer("Prior to the meeting we utilise it.", "en") == "Before the meeting we use it."
    assert empty("Det är som bekant klart.", "sv") == ("som bekant",)


def test_an_abbreviation_is_explained_in_brackets_either_way() -> None:
    assert abbreviations("IGK:s karta och EU-medel, etapp II") == ("IGK", "EU")
    assert abbreviations("HELA RADEN LJUDER") == ()
    assert explained(["Intern grundkarta (IGK)", "FVM (framtidens vårdmiljö)"]) == {"IGK", "FVM"}
