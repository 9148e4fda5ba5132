"""Numbers and money are read as people type them, and what cannot be read is answered with a suggestion."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.format import format_money, format_number
from app.language.parse import NotUnderstood, parse_measure, parse_money, parse_number
from app.model.base import Lang

AMOUNTS = st.decimals(min_value=0, max_value=Decimal(10) ** 14, places=2)


@pytest.mark.parametrize(
    ("typed", "lang", "meant"),
    [
        ("1,5 mkr", "sv", 1_500_000),
        ("1,5mnkr", "sv", 1_500_000),
        ("1,5 MSEK", "sv", 1_500_000),
        ("1 500 tkr", "sv", 1_500_000),
        ("1500000", "sv", 1_500_000),
        ("250 000 kr", "sv", 250_000),
        ("250\u00a0000:-", "sv", 250_000),
        ("2 miljoner kronor", "sv", 2_000_000),
        ("1,2 mdkr", "sv", 1_200_000_000),
        ("0", "sv", 0),
        ("−40 tkr", "sv", -40_000),
        ("1.5m", "en", 1_500_000),
        ("SEK 1.5m", "en", 1_500_000),
        ("1.5 million SEK", "en", 1_500_000),
        ("1,500,000", "en", 1_500_000),
        ("SEK 1,500", "en", 1_500),
        ("50k", "en", 50_000),
        ("1.5 mkr.", "en", 1_500_000),
    ],
)
def test_money_is_read_in_the_habits_of_either_language(typed: str, lang: Lang, meant: int) -> None:
    assert parse_money(typed, "SEK", lang) == meant


@pytest.mark.parametrize(
    ("typed", "lang", "sentence"),
    [
        ("1,5 mrk", "sv", "”1,5 mrk” går inte att läsa. Menar du 1,5\u00a0mkr?"),
        ("1.5 mm", "en", "“1.5 mm” can't be read. Did you mean 1.5m?"),
        ("1.500 kr", "sv", "”1.500 kr” går inte att läsa. Menar du 1\u00a0500 kr?"),
        ("€1.5m", "en", "“€1.5m” is in another currency. Amounts here are in SEK."),
    ],
)
def test_what_was_probably_meant_is_suggested(typed: str, lang: Lang, sentence: str) -> None:
    with pytest.raises(NotUnderstood) as said:
        parse_money(typed, "SEK", lang)
    assert said.value.told(lang) == sentence


@pytest.mark.parametrize(
    "typed", ["", "mycket", "1 5 kr", "1,2,3", "1 000 00", "5 mkr 3", "1..2", "12 äpplen", "2 m m"]
)
def test_what_is_no_amount_is_refused_in_words(typed: str) -> None:
    for lang in ("sv", "en"):
        with pytest.raises(NotUnderstood) as said:
            parse_money(typed, "SEK", lang)
        assert typed in said.value.told(lang)


def test_a_suggestion_can_be_read_when_it_is_taken() -> None:
    with pytest.raises(NotUnderstood) as said:
        parse_money("12,5 mkrr", "SEK", "sv")
    assert said.value.suggestion is not None
    assert parse_money(said.value.suggestion, "SEK", "sv") == 12_500_000


@given(AMOUNTS, st.sampled_from(["SEK", "EUR", "NOK"]), st.sampled_from(["sv", "en"]))
def test_money_that_we_write_is_money_that_we_read(amount: Decimal, currency: str, lang: Lang) -> None:
    assert parse_money(format_money(amount, currency, "unit", lang, 2), currency, lang) == amount


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_numbers_that_we_write_are_numbers_that_we_read(value: Decimal) -> None:
    for lang in ("sv", "en"):
        assert parse_number(format_number(value, lang, 4), lang) == value


@pytest.mark.parametrize(
    ("typed", "lang", "value"),
    [
        ("38 %", "sv", "38"),
        ("0,5", "sv", "0.5"),
        ("1.5", "sv", "1.5"),
        ("1,234.5", "en", "1234.5"),
        (",5", "sv", "0.5"),
    ],
)
def test_a_number_may_carry_a_per_cent_sign_or_the_other_languages_point(typed: str, lang: Lang, value: str) -> None:
    assert parse_number(typed, lang) == Decimal(value)


@given(st.text(max_size=20), st.sampled_from(["sv", "en"]))
def test_nothing_typed_is_answered_with_anything_but_a_value_or_that_it_is_not_understood(
    typed: str, lang: Lang
) -> None:
    for read in (lambda: parse_number(typed, lang), lambda: parse_money(typed, "SEK", lang)):
        with suppress(NotUnderstood):
            read()


@pytest.mark.parametrize(
    ("typed", "lang", "value", "unit"),
    [
        ("15 %", "sv", "15", "%"),
        ("15%", "en", "15", "%"),
        ("2,5 mkr", "sv", "2.5", "mkr"),
        ("1 200 timmar per år", "sv", "1200", "timmar per år"),
        ("−3", "sv", "-3", ""),
    ],
)
def test_a_number_is_parted_from_its_unit(typed: str, lang: Lang, value: str, unit: str) -> None:
    assert parse_measure(typed, lang) == (Decimal(value), unit)


@pytest.mark.parametrize("typed", ["15 % 3", "mkr", "", "1,5,5 mkr"])
def test_what_is_no_number_with_a_unit_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        parse_measure(typed, "sv")
