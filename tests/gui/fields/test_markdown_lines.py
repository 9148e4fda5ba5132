"""What an editor holds goes to Markdown and back as it was, and what was stored comes out as it did."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.compose.prose import rich
from app.gui.fields.markdown_lines import Line, Run, canonical, read_markdown, write_markdown
from app.model.rich import Rich

WORDS = st.text(alphabet="ab1 .-*_[]()<>&#\\`!=+~å,:\n\"|'", min_size=1, max_size=8)
HREFS = st.sampled_from((None, None, None, "https://a.se/x_(y)", "mailto:a@b.se"))
RUNS = st.builds(Run, WORDS, st.booleans(), st.booleans(), HREFS)
PLAIN = st.builds(Line, st.lists(RUNS, min_size=1, max_size=4).map(tuple))
BULLET = st.builds(Line, st.lists(RUNS, min_size=1, max_size=3).map(tuple), st.just("bullet"), st.integers(0, 3))
NUMBERED = st.builds(
    Line,
    st.lists(RUNS, min_size=1, max_size=3).map(tuple),
    st.just("number"),
    st.integers(0, 3),
    st.sampled_from((1, 1, 2, 3, 7, 12)),
)
PIECES = st.sampled_from(
    (
        *("- ", "1. ", "2. ", "3) ", "    ", "  ", "\n", "\n\n", "a", "b c", "**", "*", "_", "[x](http://a.se)", "# "),
        *(
            "> ",
            "`c`",
            "```\n",
            "---",
            "a\\\n",
            "b  \n",
            "&amp;",
            "<http://b.se>",
            "![alt](x.png)",
            "[l]: http://q.se",
            "å",
            "1",
        ),
    )
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(PLAIN, BULLET, NUMBERED), max_size=5))
@example([Line((Run("(a)", bold=True), Run("b")))])
@example([Line((Run("a", bold=True), Run("b", italic=True), Run("c", bold=True, italic=True)))])
def test_what_is_written_is_read_as_it_was(lines: list[Line]) -> None:
    written = write_markdown(lines)
    assert read_markdown(written) == tuple(line for line in map(canonical, lines) if line.runs)
    assert write_markdown(read_markdown(written)) == written


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_markdown_comes_out_as_before(markdown: str) -> None:
    assert _seen(rich(write_markdown(read_markdown(markdown)), "sv")) == _seen(rich(markdown, "sv"))


def _seen(text: Rich) -> list[object]:
    """What can be seen of paragraphs: their marks, and each letter with its form."""
    return [
        (
            each.marker,
            each.level,
            [
                " " if letter.isspace() else (letter, span.bold, span.italic, span.href)
                for span in each.spans
                for letter in span.text
            ],
        )
        for each in text
    ]


def test_plain_words_stay_as_plain_as_they_were_typed() -> None:
    for words in ("Kostnaden är 1,5 mkr (2027–2029).", "a_b & c: 5 * 3", "Källa [@s1]", "50 % – 60 %", "se #4"):
        assert write_markdown((Line((Run(words),)),)) == words


def test_lists_read_well_as_text() -> None:
    lines = (
        Line((Run("Vi gör så här:"),)),
        Line((Run("Bokning", bold=True), Run(" öppnas")), "number", 0, 1),
        Line((Run("i maj"),), "bullet", 1),
        Line((Run("Faktura"),), "number", 0, 2),
    )
    assert write_markdown(lines) == "Vi gör så här:\n\n1. **Bokning** öppnas\n   - i maj\n2. Faktura"
