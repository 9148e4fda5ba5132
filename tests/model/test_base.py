"""Texts in one or two languages, clean of what no file can carry; parts that cannot be changed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from app.model.base import Said, Text, clean, text
from app.model.project import Organisation, Risk


@given(st.text())
def test_clean_text_is_composed_and_carries_no_controls(typed: str) -> None:
    kept = clean(typed)
    assert kept == unicodedata.normalize("NFC", kept)
    assert clean(kept) == kept
    assert not any(ord(sign) < 0x20 and sign not in "\t\n" for sign in kept)
    kept.encode("utf-8")


def test_line_ends_become_one_kind_and_a_decomposed_letter_one_letter() -> None:
    assert clean("ett\r\ntvå\rtre") == "ett\ntvå\ntre"
    assert clean("a\u030a") == "å"
    assert clean("hel\x0b och \ud800ren") == "hel och ren"


def test_a_text_is_said_in_the_language_asked_for_else_in_its_own() -> None:
    assert text("Hej", "Hello").said("en") == Said("Hello", "en")
    assert text("Hej").said("en") == Said("Hej", "sv")
    assert Text().said("en") == Said("", "en")
    assert Text({"sv": "  ", "en": "Hello"}).said("sv") == Said("Hello", "en")


def test_one_language_is_written_anew_and_the_other_stays() -> None:
    both = text("Hej", "Hello")
    assert both.writing("sv", "Hejsan") == text("Hejsan", "Hello")
    assert both.writing("en", "") == text("Hej")
    assert not both.writing("en", "").writing("sv", "")


def test_the_order_in_which_languages_are_written_makes_no_difference() -> None:
    assert Text({"en": "Hello", "sv": "Hej"}).model_dump_json() == Text({"sv": "Hej", "en": "Hello"}).model_dump_json()


def test_a_part_cannot_be_changed_and_takes_no_unknown_field() -> None:
    organisation = Organisation(name="Ljungby")
    with pytest.raises(ValidationError):
        organisation.name = "Växjö"
    with pytest.raises(ValidationError):
        Organisation.model_validate({"name": "Ljungby", "motto": "Framåt"})


@pytest.mark.parametrize("key", ["", "1", "g" * 32, "A" * 32, "0" * 33])
def test_an_id_is_128_bits_in_hexadecimal(key: str) -> None:
    with pytest.raises(ValidationError):
        Risk(id=key, title=text("x"))
