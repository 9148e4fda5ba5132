"""The strategy memo as PDF."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.compose.report import Report
from app.export.pdf import write_report
from app.export.pdf.report.type import A4, BOTTOM, TEXT
from app.layout.themes import FJARD
from app.model.base import Lang
from app.model.blocks import Decisions, Passage, Picture
from app.model.graphics import Gauge
from app.model.rich import Para, Span, para
from app.model.tables import Cell, Column, Row, Table
from app.model.units import mm
from tests.export.pdf.readers import (
    described,
    links,
    outline,
    page_texts,
    pages,
    qpdf_finds,
    text_between,
    text_outside,
)
from tests.export.pdf.reports import SWEDISH, budget, everything, passage, report, section, sv
from tests.export.pdf.tagged import heard, whole

#: Between the last line of text and the page's foot nothing stands; in points from the page's lower edge.
FOOT_MARGIN = (mm(297 - 274), A4[1] - BOTTOM - 5)


def written(made: Report) -> bytes:
    """The report as PDF bytes."""
    out = BytesIO()
    write_report(made, FJARD, {}, out, lambda _share: None)
    return out.getvalue()


def long_report(paragraphs: int = 60) -> Report:
    """A report of several pages of text."""
    texts = tuple(para(text, "sv") for text in SWEDISH * (paragraphs // 2))
    return report(section("long", "1", "Läget", "Varje ny tjänst kostar mer", Passage("long/text", Para(), texts)))


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_report_with_every_kind_of_block_is_sound(lang: Lang, tmp_path: Path) -> None:
    data = written(everything(lang, "Utkast"))
    assert text_outside(data) == []
    assert qpdf_finds(data, tmp_path) == ""
    assert text_between(data, *FOOT_MARGIN) == []


def test_text_extracts_whole_and_in_reading_order() -> None:
    text = " ".join(page_texts(written(everything())))
    words = (
        "Plattform före system",
        "Kommunen har 214 system",
        "35,5",
        "Beslut som föreslås",
        "anvisas för 2028",
        "Innehåll",
        "Läget",
        "Sedan 2021",
        "Mönstren",
        "helhetsleverantör",
        "Vägen",
        "Alternativ",
        "Nyckelpersoner slutar",
        "Johan Magnusson",
    )
    places = [text.index(word) for word in words]
    assert places == sorted(places)


def test_hyphenated_words_are_found_whole() -> None:
    data = written(everything())
    raw = "".join(page.raw for page in pages(data))
    joined = re.sub(r"[\u00ad\u0002\ufffe]\r?\n?", "", raw)
    assert "informationssäkerhetsklassningar" in joined


def test_every_page_says_its_number_and_the_last() -> None:
    texts = page_texts(written(long_report()))
    assert len(texts) > 3
    for number, text in enumerate(texts, 1):
        assert f"{number} ({len(texts)})" in text


def test_contents_lead_to_their_sections_and_name_the_right_page() -> None:
    made = everything()
    texts = page_texts(written(made))
    entries = dict(
        re.findall(r"(Två skiften avgör vad vi behöver kunna|Tre etapper, och en prövning före varje) (\d+)", texts[0])
    )
    for claim, page in entries.items():
        assert claim in texts[int(page) - 1]
    assert len(entries) == 2
    inside = [link for link in links(written(made)) if link.inside and link.page == 0]
    assert len(inside) == len([one for one in made.sections if one.level == 1])


def test_the_outline_follows_the_sections() -> None:
    entries = outline(written(everything()))
    assert [(level, title) for level, title, _ in entries][:6] == [
        (0, "Plattform före system"),
        (0, "Beslut som föreslås"),
        (0, "1 Varje ny tjänst kostar mer än den förra"),
        (0, "2 Två skiften avgör vad vi behöver kunna"),
        (1, "Från helhetsleverantör till plattform"),
        (0, "3 Tre etapper, och en prövning före varje"),
    ]
    texts = page_texts(written(everything()))
    for _, title, page in entries:
        assert title.lstrip("0123456789 ") in texts[page]


def test_sources_lead_to_their_addresses() -> None:
    assert "https://example.org/disintegration" in [link.address for link in links(written(everything()))]


def test_a_long_table_breaks_between_rows_and_repeats_its_head() -> None:
    texts = page_texts(written(report(section("t", "1", "Ekonomi", "Det kostar", budget(300)))))
    tables = [text for text in texts if "Ansvarig" in text]
    assert len(tables) > 5
    assert "Tabell 1 Åtgärder" in tables[0]
    for text in tables[1:]:
        assert "Tabell 1, forts." in text
    found = [int(number) for text in tables for number in re.findall(r"system nummer (\d+)", text)]
    assert found == list(range(1, 301))


def test_a_sum_does_not_stand_alone_on_a_page() -> None:
    for rows in range(24, 40, 2):
        texts = page_texts(written(report(section("t", "1", "Ekonomi", "Det kostar", budget(rows)))))
        last = next(text for text in texts if "Summa" in text)
        assert "system nummer" in last


def test_a_cell_taller_than_a_page_goes_on_over_pages() -> None:
    words = " ".join(f"ord{number}" for number in range(4000))
    columns = (Column(para("Nr", "sv"), 0.3), Column(para("Text", "sv"), 2))
    table = Table("t", para("Långt", "sv"), columns, (Row("r", (Cell(para("1", "sv")), Cell(para(words, "sv")))),))
    data = written(report(section("t", "1", "Ekonomi", "Det kostar", table)))
    text = " ".join(page_texts(data))
    assert [int(number) for number in re.findall(r"ord(\d+)", text)] == list(range(4000))
    assert text_between(data, *FOOT_MARGIN) == []


def test_heads_stay_with_their_text() -> None:
    for count in range(4, 20, 3):
        filler = Passage("f", Para(), tuple(para(SWEDISH[1], "sv") for _ in range(count)))
        made = report(
            section("a", "1", "Läget", "Först", filler),
            section("b", "2", "Vägen", "Rubrik som prövas", passage("b/text")),
        )
        page = next(text for text in page_texts(written(made))[0:] if "2 Vägen" in text or "Vägen Rubrik" in text)
        assert "Sedan 2021" in page.split("Vägen")[-1]


def test_no_paragraph_leaves_a_line_alone() -> None:
    """Every page but the last ends, and every page but the first begins, with two lines of a paragraph at least."""
    one = " ".join(f"w{number:04d}" for number in range(46))
    texts = tuple(para(f"{one} end{index:03d}", "sv") for index in range(60))
    pages = page_texts(written(report(section("a", "1", "Läget", "Först", Passage("f", Para(), texts)))))
    for text in pages[1:]:
        first_end = text.find("end")
        assert text[:first_end].count("w0") >= 9


def test_the_draft_word_and_the_confidential_class_stand_on_every_page() -> None:
    made = replace(
        everything(draft="Utkast"), furniture=replace(everything(draft="Utkast").furniture, confidential=True)
    )
    for text in page_texts(written(made)):
        assert "Utkast" in text
        assert "Informationsklass: Öppen" in text


def test_a_report_without_anything_is_still_a_report() -> None:
    empty = replace(report(), lead=Para(), header=(), key_figures=(), decisions=Decisions("d", (), ()))
    (text,) = page_texts(written(empty))
    assert "Plattform före system" in text
    assert "1 (1)" in text


def test_a_long_title_takes_smaller_type_and_stays_on_the_page() -> None:
    title = "Kommunövergripande digitaliseringsstrategi och verksamhetsutvecklingsprogram för samtliga nämnder och bolag 2028–2035"
    data = written(replace(report(), title=para(title, "sv")))
    assert title in page_texts(data)[0]
    assert text_outside(data) == []


def test_a_very_long_word_is_cut_rather_than_standing_out() -> None:
    word = "https://example.org/" + "a" * 300
    data = written(report(section("a", "1", "Läget", "Först", Passage("p", Para(), (para(word, "sv"),)))))
    assert text_outside(data) == []
    assert word in "".join(page_texts(data)[0].split())


def test_what_stands_in_the_margin_never_runs_into_the_next_section() -> None:
    gauges = tuple(Gauge(f"g{n}", para("Betydelse", "sv"), para("5", "sv"), 5) for n in range(6))
    texts = page_texts(
        written(
            report(
                section("a", "1", "Läget", "Först", margin=gauges), section("b", "2", "Vägen", "Sedan", passage("b/t"))
            )
        )
    )
    assert texts[0].rindex("Betydelse") < texts[0].index("Vägen")


def test_a_character_that_no_font_has_is_reported_with_its_field() -> None:
    text = Passage("patterns/1/meaning", Para(), (Para((Span("Hej 数字", "sv"),)),))
    missing = write_report(report(section("a", "1", "Läget", "Först", text)), FJARD, {}, BytesIO(), lambda _share: None)
    assert {glyph.block for glyph in missing} == {"patterns/1/meaning"}
    assert {glyph.text for glyph in missing} == set("数字")


def test_the_organisations_mark_stands_on_the_first_page_only() -> None:
    stored = BytesIO()
    Image.new("RGB", (20, 24), "#0B4F6C").save(stored, "PNG")
    out = BytesIO()
    write_report(replace(long_report(), logo="m" * 64), FJARD, {"m" * 64: stored.getvalue()}, out, lambda _share: None)
    pictures = [len(page.pictures) for page in pages(out.getvalue())]
    assert pictures[0] == 1
    assert not any(pictures[1:])


def test_a_picture_keeps_its_shape_within_the_column_and_is_told_in_words() -> None:
    stored = BytesIO()
    Image.new("RGB", (2400, 600), "#0B4F6C").save(stored, "PNG")
    shown = Picture("patterns/p/evidence/e/asset", "digest", "Karta", 2400, 600, sv("Så hänger systemen ihop"))
    out = BytesIO()
    write_report(
        report(section("matter", "1", "Läget", "", shown)),
        FJARD,
        {"digest": stored.getvalue()},
        out,
        lambda _share: None,
    )
    left, bottom, right, top = next(box for page in pages(out.getvalue()) for box in page.pictures)
    assert (right - left) / (top - bottom) == pytest.approx(4, rel=0.01)
    assert right - left == pytest.approx(TEXT[1], abs=0.5)
    assert "Figur 1" in whole(out.getvalue())
    assert [each.alt for each in heard(out.getvalue()) if each.kind == "Figure"] == ["Karta"]


def test_the_document_says_what_it_is() -> None:
    assert described(written(replace(everything("en"), author="Karin Sandell"))) == (
        "Plattform före system",
        "Karin Sandell",
        "en-GB",
    )


def test_the_same_report_gives_the_same_bytes() -> None:
    assert written(everything()) == written(everything())
