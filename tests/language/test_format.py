"""How numbers, money and dates look in each language."""

from datetime import date
from decimal import Decimal

import pytest

from app.language.format import (
    DateStyle,
    fiscal_year_label,
    fiscal_year_of,
    format_amount,
    format_date,
    format_money,
    format_number,
    format_percent,
    quarter_label,
    quarter_name,
    unit_label,
)
from app.model.base import Lang
from app.model.money import MoneyHabits
from app.model.project import Scale

S = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("lang", "style", "shown"),
    [
        ("sv", "long", f"15{S}juni{S}2027"),
        ("en", "long", f"15{S}June{S}2027"),
        ("sv", "short", f"15{S}juni"),
        ("en", "short", f"15{S}June"),
        ("sv", "month", f"juni{S}2027"),
        ("en", "iso", "2027-06-15"),
    ],
)
def test_a_date_is_written_as_the_language_does(lang: Lang, style: DateStyle, shown: str) -> None:
    assert format_date(date(2027, 6, 15), lang, style) == shown


def test_a_month_is_shortened_by_the_rules_of_the_language() -> None:
    assert format_date(date(2030, 12, 31), "sv", "abbr") == f"31{S}dec.{S}2030"
    assert format_date(date(2030, 12, 31), "en", "abbr") == f"31{S}Dec{S}2030"


@pytest.mark.parametrize(
    ("amount", "currency", "scale", "lang", "shown"),
    [
        ("16600000", "SEK", "million", "sv", f"16,6{S}mkr"),
        ("16600000", "SEK", "million", "en", f"SEK{S}16.6m"),
        ("16600000", "SEK", "thousand", "sv", f"16{S}600{S}tkr"),
        ("250000", "SEK", "unit", "sv", f"250{S}000{S}kr"),
        ("250000", "SEK", "unit", "en", f"SEK{S}250,000"),
        ("1500000", "EUR", "million", "sv", f"1,5{S}MEUR"),
        ("1500000", "EUR", "million", "en", "€1.5m"),
        ("-1500000", "EUR", "million", "en", "−€1.5m"),
        ("-1500000", "SEK", "million", "sv", f"−1,5{S}mkr"),
        ("1500000", "NOK", "thousand", "sv", f"1{S}500{S}TNOK"),
    ],
)
def test_money_carries_its_unit(amount: str, currency: str, scale: Scale, lang: Lang, shown: str) -> None:
    assert format_money(Decimal(amount), currency, scale, lang) == shown


def test_halves_are_rounded_away_from_zero_and_nothing_becomes_minus_nought() -> None:
    assert format_amount(Decimal(1_250_000), "million", "sv", 1) == "1,3"
    assert format_amount(Decimal(-1_250_000), "million", "sv", 1) == "−1,3"
    assert format_amount(Decimal(-40_000), "million", "sv", 1) == "0,0"


def test_a_small_amount_is_never_shown_as_nothing() -> None:
    assert format_amount(Decimal(40_000), "million", "sv") == "0,04"
    assert format_amount(Decimal(0), "million", "sv") == "0,0"


def test_whole_kronor_show_no_ore_and_others_do() -> None:
    assert format_amount(Decimal("12.50"), "unit", "sv") == "12,50"
    assert format_amount(Decimal("12.00"), "unit", "sv") == "12"


def test_a_tables_head_names_the_unit_alone() -> None:
    assert unit_label("SEK", "million", "sv") == "mkr"
    assert unit_label("SEK", "million", "en") == f"SEK{S}m"
    assert unit_label("SEK", "unit", "en") == "SEK"
    assert unit_label("GBP", "thousand", "en") == "£k"


def test_numbers_are_grouped_and_negative_ones_bear_a_real_minus() -> None:
    assert format_number(Decimal("-1234567.25"), "sv") == f"−1{S}234{S}567,25"
    assert format_number(1234567.25, "en", 1) == "1,234,567.3"
    assert format_percent(38, "sv") == f"38{S}%"
    assert format_percent(Decimal("38.5"), "en") == "38.5%"


def test_a_quarter_is_named_with_and_without_its_year() -> None:
    assert quarter_label(date(2027, 9, 30), "sv") == f"Kv{S}3{S}2027"
    assert quarter_label(date(2027, 10, 1), "en") == f"Q4{S}2027"
    assert quarter_name(date(2027, 1, 1), "sv") == f"Kv{S}1"


def test_a_broken_fiscal_year_bears_the_year_it_begins_in() -> None:
    assert fiscal_year_of(date(2028, 4, 30), 5) == 2027
    assert fiscal_year_of(date(2028, 5, 1), 5) == 2028
    assert fiscal_year_label(2027, 5) == "2027/28"
    assert fiscal_year_label(2099, 5) == "2099/00"
    assert fiscal_year_label(2027, 1) == "2027"


def test_amounts_are_written_as_the_organisation_writes_them() -> None:
    code, longer = MoneyHabits(unit="code"), MoneyHabits(unit="mnkr", negative="parentheses")
    assert format_money(Decimal(16_600_000), "SEK", "million", "sv", written=code) == f"16,6{S}MSEK"
    assert format_money(Decimal(16_600_000), "SEK", "million", "en", written=code) == f"MSEK{S}16.6"
    assert format_money(Decimal(250_000), "SEK", "thousand", "sv", written=code) == f"250{S}TSEK"
    assert format_money(Decimal(-6_300_000), "SEK", "million", "sv", written=longer) == f"(6,3){S}mnkr"
    assert format_money(Decimal(-6_300_000), "EUR", "million", "en", written=longer) == "€(6.3)m"
    assert unit_label("SEK", "thousand", "sv", longer) == "tkr"
