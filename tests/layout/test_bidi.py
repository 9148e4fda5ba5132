"""Text that runs from right to left, as it stands on a line from left to right."""

import pytest

from app.layout.bidi import in_visual_order, passages, right_to_left
from app.layout.frames import Box, Font, Paragraph, Run
from app.layout.measure import Measurer
from app.layout.text import lay
from app.layout.themes import FJARD

MEASURER = Measurer(FJARD.faces)
BODY = Font("body", 16, 20)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Läs قرار المجلس nu", ["Läs ", "المجلس", " ", "قرار", " nu"]),
        ("Beslut (قرار) fattas", ["Beslut (", "قرار", ") fattas"]),
        ("المدينة (IT) 12", ["12", " (", "IT", ") ", "المدينة"]),
        ("قرار 👩‍💻 🇸🇪 e\u0301", ["🇸🇪 e\u0301", " 👩‍💻 ", "قرار"]),
        ("قرار (رقمية)", ["(", "رقمية", ") ", "قرار"]),
    ],
)
def test_words_stand_in_visual_order_and_brackets_look_the_right_way(text: str, seen: list[str]) -> None:
    assert [part.says for part in in_visual_order([text], from_right=right_to_left(text))] == seen


def test_each_part_keeps_the_look_of_its_run() -> None:
    parts = in_visual_order(["Läs ", "قرار", " المجلس", " nu"], from_right=False)
    assert [(part.text, part.says) for part in parts] == [(0, "Läs "), (2, "المجلس"), (2, " "), (1, "قرار"), (3, " nu")]


def test_a_script_tells_its_language() -> None:
    assert list(passages("Läs שלום och خطة رقمية.")) == [
        ("Läs ", ""),
        ("שלום", "he-IL"),
        (" och ", ""),
        ("خطة رقمية", "ar-SA"),
        (".", ""),
    ]


def test_a_paragraph_from_right_to_left_ends_at_the_right_with_its_marker_outermost() -> None:
    item = Paragraph((Run("خطة رقمية", BODY, "ink", "sv"),), line=20, marker="–", hang=14)
    ((marker, *words),) = (line.pieces for line in lay((item,), Box(100, 0, 200, 40), MEASURER).lines)
    assert marker.x + marker.width == pytest.approx(300)
    assert max(word.x + word.width for word in words) == pytest.approx(286)
    assert words[-1].run.text == "خطة"


def test_emoji_and_arabic_are_measured_as_they_are_drawn() -> None:
    """A family of emoji is one sign, and joined letters are narrower than apart."""
    assert MEASURER.width("👩‍💻", BODY) == pytest.approx(MEASURER.width("🚀", BODY))
    assert MEASURER.width("قرار", BODY) < sum(MEASURER.width(letter, BODY) for letter in "قرار")
