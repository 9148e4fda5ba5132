"""Text in boxes: what fits on a line, how words are cut, that nothing is lost when text is split."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layout.frames import Box, Font, Paragraph, Run
from app.layout.measure import Measurer
from app.layout.style import styled
from app.layout.text import height_of, lay, line_count, shortened, split_at, split_over
from app.layout.themes import FJARD
from app.model.rich import Para, Span

MEASURER = Measurer(FJARD.faces)
BODY = Font("body", 16, 20)
WORDS = st.text(alphabet="abcåäö żł -–/مرحبا😀\u00a0", max_size=200)


def paragraph(text: str, font: Font = BODY) -> Paragraph:
    return Paragraph((Run(text, font, "ink", "sv"),), line=font.line)


def text_of(paragraphs: tuple[Paragraph, ...]) -> str:
    return "".join(run.text for item in paragraphs for run in item.runs)


def lines_of(item: Paragraph, width: float) -> list[str]:
    body = lay((item,), Box(0, 0, width, 500), MEASURER)
    return ["".join(piece.run.text for piece in line.pieces) for line in body.lines]


def test_measures_as_harfbuzz_does_with_kerning_and_without_ligatures() -> None:
    """503.1 pt is what HarfBuzz gave for a Swedish line of 68 characters in Carlito 18 pt; unkerned it is 517.5."""
    line = "Avtal och tjänster går till Väsby, Tyresö och Åre; AVTAL AV TYP A, V"
    kerned = MEASURER.width(line, Font("body", 18, 22))
    assert MEASURER.width("AV", BODY) < MEASURER.width("A", BODY) + MEASURER.width("V", BODY)
    assert MEASURER.width("ti", BODY) == pytest.approx(MEASURER.width("t", BODY) + MEASURER.width("i", BODY), abs=0.5)
    assert kerned == pytest.approx(2 * MEASURER.width(line, Font("body", 9, 11)))


def test_breaks_between_words_and_after_hyphens_between_letters() -> None:
    assert lines_of(paragraph("En it-arkitekt"), 60) == ["En it-", "arkitekt"]


def test_never_breaks_a_span_of_years_or_at_a_no_break_space() -> None:
    assert lines_of(paragraph("för 2027–2028"), 90) == ["för", "2027–2028"]
    assert lines_of(paragraph("ger 16,6\u00a0mkr"), 75) == ["ger", "16,6\u00a0mkr"]


def test_a_word_longer_than_the_line_is_cut_and_whole_when_joined() -> None:
    word = "realisationsvinstbeskattningsmyndighetsrepresentantskapsmöte"
    cut = lines_of(paragraph(word), 150)
    assert len(cut) > 1
    assert "".join(cut) == word


def test_bold_in_the_middle_of_a_word_does_not_break_it() -> None:
    text = Para((Span("tjänste", "sv"), Span("byte", "sv", bold=True), Span(" ersätter", "sv")))
    body = lay((styled(text, BODY),), Box(0, 0, 90, 100), MEASURER)
    assert ["".join(piece.run.text for piece in line.pieces) for line in body.lines] == ["tjänstebyte", "ersätter"]


def test_the_first_baseline_lies_a_pitch_less_a_fifth_of_the_size_below_the_top() -> None:
    body = lay((paragraph("Text"),), Box(0, 100, 200, 50), MEASURER)
    assert body.lines[0].baseline == pytest.approx(100 + 20 - 0.2 * 16)


def test_a_marker_hangs_to_the_left_of_its_lines() -> None:
    item = styled(Para((Span("Ett två tre fyra fem sex sju", "sv"),), marker="–"), BODY, hang=14)
    first, second = lay((item,), Box(0, 0, 120, 100), MEASURER).lines[:2]
    assert (first.pieces[0].run.text, first.pieces[0].x) == ("–", 0)
    assert first.pieces[1].x == second.pieces[0].x == 14


@given(WORDS, st.floats(40, 400), st.floats(10, 200))
def test_splitting_loses_no_letter(text: str, width: float, height: float) -> None:
    head, rest = split_at((paragraph(text),), width, height, MEASURER)
    together = text_of(head) + text_of(rest)
    assert together.replace(" ", "") == text.replace(" ", "")


@given(WORDS, st.floats(60, 400), st.integers(1, 3))
def test_a_shortened_text_fits_and_says_that_it_goes_on(text: str, width: float, lines: int) -> None:
    whole = paragraph(text)
    short = shortened(whole, width, lines, MEASURER)
    assert line_count(short, width, MEASURER) <= lines
    assert short is whole or text_of((short,)).endswith("…")


@given(st.lists(WORDS, max_size=4), st.floats(60, 400))
def test_no_line_is_wider_than_its_box_and_the_height_is_as_measured(texts: list[str], width: float) -> None:
    items = tuple(paragraph(text) for text in texts)
    body = lay(items, Box(0, 0, width, 1000), MEASURER)
    assert body.height == pytest.approx(height_of(items, width, MEASURER))
    for line in body.lines:
        for piece in line.pieces:
            assert piece.x + piece.width <= width + 0.01 or len(piece.run.text.strip()) == 1


@pytest.mark.parametrize(
    "text", ["ett " + "w" * 200, "å" * 400, "a b c d " * 50, "i\n" * 30, f"ett två {'lång' * 40} tre"]
)
@pytest.mark.parametrize("lines", [1, 2])
def test_a_shortened_text_is_its_beginning_however_long_its_words_are(text: str, lines: int) -> None:
    cut = shortened(paragraph(text), 90.0, lines, MEASURER)
    said = text_of((cut,))
    assert len(said) > 2
    assert said.endswith("…")
    assert text.startswith(said.rstrip(" …"))
    assert line_count(cut, 90.0, MEASURER) <= lines


def test_parts_of_a_text_hold_all_of_it_and_fit() -> None:
    texts = (paragraph("ett två tre " * 40), paragraph("f" * 300), paragraph("fyra"))
    parts = split_over(texts, 120.0, 100.0, MEASURER)
    assert all(height_of(part, 120.0, MEASURER) <= 100.01 for part in parts)
    assert "".join(map(text_of, parts)).replace(" ", "") == text_of(texts).replace(" ", "")
