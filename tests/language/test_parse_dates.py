"""Dates are read as people type them; a period gives its first or last day."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.format import DateStyle, format_date, quarter_label
from app.language.parse import NotUnderstood
from app.language.parse_dates import parse_date, parse_period
from app.model.base import Lang


@pytest.mark.parametrize(
    "typed",
    [
        "2027-09-01", "2027-9-1", "20270901", "1 sept 2027", "1 sep. 2027", "den 1 september 2027", "1/9 2027", "1/9/2027",
        "1.9.2027", "1/9-27", "September 1, 2027", "1st September 2027", "1:a sept 27", " 1  Sep 2027 ",
    ],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_day_is_read_in_either_language(typed: str, lang: Lang) -> None:
    assert parse_date(typed, lang) == date(2027, 9, 1)


def test_swedes_may_write_the_year_first_with_two_digits() -> None:
    assert parse_date("270901", "sv") == parse_date("27-09-01", "sv") == date(2027, 9, 1)
    with pytest.raises(NotUnderstood):
        parse_date("270901", "en")


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("Q3 2027", "2027-07-01", "2027-09-30"),
        ("kv 3 2027", "2027-07-01", "2027-09-30"),
        ("2027 kv. 4", "2027-10-01", "2027-12-31"),
        ("sep 2027", "2027-09-01", "2027-09-30"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("H2 2027", "2027-07-01", "2027-12-31"),
        ("v. 36 2027", "2027-09-06", "2027-09-12"),
        ("2027", "2027-01-01", "2027-12-31"),
    ],
)
def test_a_period_gives_the_day_that_is_asked_for(typed: str, first: str, last: str) -> None:
    assert parse_date(typed, "sv", day="first").isoformat() == first
    assert parse_date(typed, "sv", day="last").isoformat() == last


@pytest.mark.parametrize("typed", ["31 februari 2027", "2027-02-31", "29/2 2027", "kv 5 2027", "2027-13", "v 54 2027"])
def test_a_day_that_does_not_exist_is_named(typed: str) -> None:
    with pytest.raises(NotUnderstood) as said:
        parse_date(typed, "sv")
    assert said.value.told("sv") == f"”{typed}” finns inte i kalendern."


def test_a_misspelt_month_is_answered_with_the_one_that_was_meant() -> None:
    with pytest.raises(NotUnderstood) as said:
        parse_date("1 setp 2027", "sv")
    assert said.value.told("sv") == "”1 setp 2027” går inte att läsa. Menar du 1\u00a0september\u00a02027?"


@pytest.mark.parametrize("typed", ["1 sept", "1/9", "kv 3", "v 36"])
def test_a_missing_year_is_asked_for(typed: str) -> None:
    with pytest.raises(NotUnderstood) as said:
        parse_date(typed, "sv")
    assert "saknar år" in said.value.told("sv")


@pytest.mark.parametrize("typed", ["", "imorgon", "snart", "99", "1 2 3", "xyz 2027", "0000-00-00"])
def test_what_is_no_date_is_refused_in_words(typed: str) -> None:
    with pytest.raises(NotUnderstood) as said:
        parse_date(typed, "en")
    assert typed in said.value.told("en")


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.sampled_from(["long", "abbr", "iso"]),
    st.sampled_from(["sv", "en"]),
)
def test_dates_that_we_write_are_dates_that_we_read(day: date, style: DateStyle, lang: Lang) -> None:
    assert parse_date(format_date(day, lang, style), lang) == day
    first, last = parse_period(quarter_label(day, lang), lang)
    assert first <= day <= last


@given(st.text(max_size=20), st.sampled_from(["sv", "en"]))
def test_nothing_typed_is_answered_with_anything_but_a_date_or_that_it_is_not_understood(
    typed: str, lang: Lang
) -> None:
    with suppress(NotUnderstood):
        parse_date(typed, lang)
