"""The structure of PDFs: what a screen reader is told, and what makes a file one of PDF/UA-1 and PDF/A-2a."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from app.export.pdf import write_deck_pdf, write_report
from app.layout.frames import PlacedDeck
from app.layout.themes import FJARD
from app.model.base import Lang
from app.model.rich import Para, Span
from app.model.tables import Column, Table
from tests.conftest import Tools
from tests.export.pdf import decks, reports
from tests.export.pdf.reports import passage, row, section, sv
from tests.export.pdf.tagged import Heard, heard, leads, whole


def memo(lang: Lang = "sv") -> bytes:
    """A report with every kind of block, as PDF."""
    return written(reports.everything(lang))


def written(report: reports.Report) -> bytes:
    """A report as PDF."""
    out = BytesIO()
    write_report(report, FJARD, {}, out, lambda _share: None)
    return out.getvalue()


def deck(placed: PlacedDeck | None = None) -> bytes:
    """A deck with every kind of item, as PDF."""
    out = BytesIO()
    placed = placed or decks.deck(decks.cover(), decks.everything())
    write_deck_pdf(placed, FJARD, {}, out, lambda _share: None)
    return out.getvalue()


def headings(elements: list[Heard]) -> list[int]:
    """The levels of the headings in their order."""
    return [int(element.kind[1:]) for element in elements if element.kind[0] == "H" and element.kind[1:].isdigit()]


def test_headings_begin_at_the_first_level_and_leave_none_out() -> None:
    levels = headings(heard(memo()))
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("data", [memo(), deck()], ids=["memo", "deck"])
def test_every_figure_says_what_it_shows_and_every_table_has_heads(data: bytes) -> None:
    elements = heard(data)
    figures = [element for element in elements if element.kind == "Figure"]
    assert figures
    assert all(len(figure.alt) > 3 for figure in figures)
    tables = sum(element.kind == "Table" for element in elements)
    heads = [element for element in elements if element.kind == "TH" and element.scope == "Column"]
    assert tables
    assert len(heads) >= 2 * tables
    assert all(element.kind not in ("TD", "TH") or element.around[-1] == "TR" for element in elements)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_memo_is_read_in_the_order_of_its_blocks(lang: Lang) -> None:
    said = whole(memo(lang))
    order = [
        "Plattform före system",
        "Kommunen har 214 system",
        "Beslut som föreslås",
        reports.WORDS[lang].contents,
        "1 Läget Varje ny tjänst kostar mer än den förra",
        *(text[:40] for text in reports.TEXTS[lang]),
        "Figur 1" if lang == "sv" else "Figure 1",
        "2 Mönstren Två skiften avgör",
        "Från helhetsleverantör till plattform",
        "helhetsleverantör En levererar allt.",
        "Ett gemensamt integrationslager.",
        "3 Vägen",
        "september 2027",
        "4 Alternativ",
        "Fördel",
        "Summa",
        "5 Risker",
        "Villkor för utträde",
        "6 Källor",
        "Johan Magnusson",
    ]
    at = 0
    for words in order:
        at = said.find(words, at)
        assert at >= 0, words


def test_words_stay_whole_over_lines_and_pages() -> None:
    said = whole(memo())
    for text in (*reports.SWEDISH, "Kommunen har 214 system och allt dyrare kopplingar mellan dem."):
        assert text in said


def test_a_paragraph_over_a_page_is_one_and_so_is_a_table() -> None:
    long = section("now", "1", "Läget", "Mycket text", *(passage(f"p{n}") for n in range(12)), reports.budget(80))
    elements = heard(written(reports.report(long)))
    texts = [element.text for element in elements if element.kind == "P"]
    assert sum(text == reports.SWEDISH[0] for text in texts) == 12
    assert sum(text == reports.SWEDISH[1] for text in texts) == 12
    assert sum(element.kind == "Table" for element in elements) == 1
    assert sum(element.text == "Ansvarig" for element in elements) == 1


def test_a_row_of_too_few_cells_takes_all_columns() -> None:
    columns = tuple(Column(sv(name)) for name in ("Nr", "Åtgärd", "Ansvarig"))
    table = Table("t", sv("Åtgärder"), columns, (row("g", "Ordning och klassning"), row("a", "1", "Utse", "Karin")), "")
    elements = heard(written(reports.report(section("s", "1", "Läget", "", table))))
    assert [element.columns for element in elements if element.kind in ("TH", "TD")] == [1, 1, 1, 3, 1, 1, 1]


def test_a_row_taller_than_a_page_keeps_its_empty_cell() -> None:
    columns = (Column(sv("Kriterium"), 1), Column(sv("Skäl"), 1))
    table = Table("t", sv("Vägning"), columns, (row("a", "", " ".join(f"ord{at}" for at in range(4000))),))
    elements = heard(written(reports.report(section("s", "1", "Val", "", table))))
    cells = [element for element in elements if element.kind in ("TD", "TH") and "TBody" in element.around]
    assert [cell.kind for cell in cells] == ["TH", "TD"]


def test_a_description_longer_than_a_string_may_be_ends_with_an_ellipsis() -> None:
    chart = replace(reports.costs(), alt="Kostnad per år. " * 3000)
    (figure,) = (one for one in heard(written(reports.report(section("s", "1", "Läget", "", chart)))) if one.alt)
    assert figure.alt.endswith("…")
    assert len(figure.alt.encode("utf-16-be")) < 32767


def test_lists_are_lists_with_their_marks() -> None:
    elements = heard(memo())
    marks = [element.text for element in elements if element.kind == "Lbl" and element.around[-2:] == ("L", "LI")]
    assert marks.count("–") >= 2
    assert "1" in marks


@pytest.mark.parametrize("data", [memo(), deck()], ids=["memo", "deck"])
def test_links_are_told_and_lead_to_their_place_in_the_text(data: bytes) -> None:
    found = leads(data)
    assert found
    assert all(says and back for says, back in found)


def test_what_stands_on_every_page_is_not_read() -> None:
    assert "KS 2027/0412" not in whole(memo()).replace("Diarienummer KS 2027/0412", "")
    assert "1 (" not in whole(memo())


def test_text_in_another_language_says_so() -> None:
    text = Para((Span("Vi arbetar med ", "sv"), Span("enterprise architecture", "en")))
    block = reports.Passage("p", Para(), (text,))
    with pikepdf.open(BytesIO(written(reports.report(section("s", "1", "Läget", "", block))))) as pdf:
        content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert content.count(b"/Lang (en-GB)") == 1


def test_the_document_says_which_standards_it_keeps() -> None:
    with pikepdf.open(BytesIO(memo())) as pdf:
        said = pdf.Root.Metadata.read_bytes().decode()
        assert "<pdfuaid:part>1</pdfuaid:part>" in said
        assert "<pdfaid:part>2</pdfaid:part>" in said
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in said
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "sv-SE"
        assert all(page.Tabs == "/S" for page in pdf.pages)


def test_the_same_report_gives_the_same_bytes_and_identifier() -> None:
    assert memo() == memo()


@pytest.mark.parametrize("standard", ["PDFUA-1", "PDFA-2A"])
def test_the_validator_finds_nothing(standard: str, tools: Tools, tmp_path: Path) -> None:
    files = {"memo": memo(), "english": memo("en"), "deck": deck()}
    for name, data in files.items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
    checked = tools.run("validate_pdfua", "-p", standard, *sorted(tmp_path.glob("*.pdf")))
    assert checked.returncode == 0, checked.stdout[-3000:]
