"""What people write becomes paragraphs of spans, and nothing else."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compose.prose import cited, line, rich
from app.language.format import NBSP
from app.model.links import safe_link


def test_bold_italic_and_lists_keep_their_form() -> None:
    first, second, third = rich("Vi *vill* **detta**\n\n- ett\n  1. två", "sv")
    assert [(span.text, span.bold, span.italic) for span in first.spans] == [
        ("Vi ", False, False),
        ("vill", False, True),
        (" ", False, False),
        ("detta", True, False),
    ]
    assert (second.marker, second.level, second.plain) == ("–", 0, "ett")
    assert (third.marker, third.level, third.plain) == ("1.", 1, "två")


def test_numbered_lists_count_from_where_they_start() -> None:
    assert [paragraph.marker for paragraph in rich("3. c\n4. d", "sv")] == ["3.", "4."]


def test_html_is_text() -> None:
    assert rich("<b>fet</b> <script>x</script>", "sv")[0].plain == "<b>fet</b> <script>x</script>"


@pytest.mark.parametrize("address", ["https://example.org/a", "http://example.org", "mailto:a@example.org"])
def test_links_to_the_web_and_to_mail_are_kept(address: str) -> None:
    assert [span.href for span in line(f"[här]({address})", "sv").spans] == [address]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "/local", "//host/share"]
)
def test_other_links_lead_nowhere(address: str) -> None:
    assert safe_link(address) is None
    assert all(span.href is None for span in line(f"[här]({address})", "sv").spans)


def test_a_line_is_one_paragraph_and_reads_list_marks_as_text() -> None:
    assert line("1. Först\nsedan", "sv").plain == "1. Först sedan"
    assert line("- Nej", "sv").marker == ""


def test_what_belongs_together_is_not_parted() -> None:
    shown = line("Den 31 mars 2028 kostar etapp 1 16,6 mkr, 38 % av 12 000 kr", "sv").plain
    assert f"31{NBSP}mars{NBSP}2028" in shown
    assert f"etapp{NBSP}1" in shown
    assert f"16,6{NBSP}mkr" in shown
    assert f"38{NBSP}%" in shown
    assert f"12{NBSP}000{NBSP}kr" in shown
    assert f"SEK{NBSP}16.6m" in line("SEK 16.6m", "en").plain


def test_marks_of_sources_fall_away_on_slides_and_become_numbers_in_the_report() -> None:
    assert rich("Så är det [@s1].", "sv")[0].plain == "Så är det."
    assert cited("Så är det [@s1].", "sv", {"s1": "3"})[0].plain == f"Så är det{NBSP}[3]."


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_paragraphs_in_its_language(text: str) -> None:
    for paragraph in (*rich(text, "en"), line(text, "en")):
        assert {span.lang for span in paragraph.spans} <= {"en"}
        assert all(span.text and (span.href is None or safe_link(span.href)) for span in paragraph.spans)
        assert "\n" not in paragraph.plain


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(categories=("L", "N", "Zs"), exclude_characters="\xa0"), max_size=60))
def test_plain_words_come_through_unchanged(text: str) -> None:
    def words(text: str) -> list[str]:
        return unicodedata.normalize("NFC", text).split()

    assert words(line(text, "sv").plain) == words(text)
