"""A report in Word reads as the PDF does, in the template's own styles, with numbers that Word counts."""

import zipfile
from datetime import date
from io import BytesIO
from typing import Any, Final, cast

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from PIL import Image

from app.compose import compose_report
from app.export.docx import WordLook, write_docx
from app.files.archive import BadArchive
from app.files.errors import UserError
from app.model.base import Lang, Text
from app.model.blocks import Picture
from app.model.report_kind import ReportKind
from tests.export.docx.readers import NAMES, found, lines, opened
from tests.export.pdf.reports import report, section, sv
from tests.sample import TODAY, sample_project

FONTS: Final = ("Cambria", "Calibri")
OURS: Final = WordLook(FONTS)
_docx: Final = cast(Any, docx)


def written(
    look: WordLook = OURS, kind: ReportKind = "tjansteskrivelse", lang: Lang = "sv", day: date = TODAY
) -> bytes:
    """The sample as Word."""
    out = BytesIO()
    write_docx(compose_report(sample_project(), lang=lang, today=day, kind=kind), look, {}, out)
    return out.getvalue()


def template(prepare: Any = None) -> bytes:
    """A Word template with a letterhead, text that is to go, and what `prepare` does to it."""
    document = _docx.Document()
    document.add_paragraph("Skriv här")
    document.sections[0].header.paragraphs[0].text = "Exempelköpings kommun, brevhuvud"
    document.sections[0].footer.paragraphs[0].text = "Besöksadress Storgatan 1"
    document.core_properties.author = "Mallens Upphovsperson"
    if prepare:
        prepare(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def renamed(data: bytes, entry: str, old: bytes, new: bytes) -> bytes:
    """A file with other words in one of its parts."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(old, new) if name == entry else before.read(name))
    return out.getvalue()


def test_title_headings_and_decisions_stand_in_words_own_styles() -> None:
    read = lines(written())
    assert [text for style, text in read if style == "Title"] == ["Gemensam digital plattform i två etapper"]
    heads = [text for style, text in read if style == "Heading 1"]
    assert heads[0] == "Förslag till beslut"
    assert {"Sammanfattning", "Beslutsunderlag"} <= set(heads)
    decisions = [text for style, text in read if style == "List Number"][:3]
    assert decisions == [_plain(decision.text) for decision in sample_project().decisions]


def _plain(said: Text) -> str:
    return said.said("sv").text.replace("**", "")


def test_decisions_are_one_list_that_word_numbers_from_one() -> None:
    data = written()
    points = found(data, "//w:p[w:pPr/w:pStyle/@w:val='ListNumber']/w:pPr/w:numPr/w:numId/@w:val")
    asked = points[: len(sample_project().decisions)]
    assert len(set(asked)) == 1
    abstract = found(data, f"//w:num[@w:numId='{asked[0]}']/w:abstractNumId/@w:val", "word/numbering.xml")[0]
    level = found(data, f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl", "word/numbering.xml")[0]
    assert level.xpath("w:numFmt/@w:val", namespaces=NAMES) == ["decimal"]
    assert level.xpath("w:start/@w:val", namespaces=NAMES) == ["1"]


@pytest.mark.parametrize("kind", ["memo", "tjansteskrivelse"])
def test_every_table_repeats_its_head_keeps_rows_whole_and_is_described(kind: ReportKind) -> None:
    data = written(kind=kind)
    tables = found(data, "//w:tbl")
    assert tables
    for table in tables:
        assert table.xpath("count(w:tr[1]/w:trPr/w:tblHeader)", namespaces=NAMES) == 1
        assert not table.xpath("w:tr[not(w:trPr/w:cantSplit)]", namespaces=NAMES)
        assert table.xpath("string(w:tblPr/w:tblDescription/@w:val)", namespaces=NAMES)
        widths = {
            len(row) for row in (tr.xpath("w:tc", namespaces=NAMES) for tr in table.xpath("w:tr", namespaces=NAMES))
        }
        assert len(widths) == 1


def pictured(width: int, height: int, stored: bytes | None = None) -> bytes:
    """A report whose evidence is a picture of so many pixels, or other bytes."""
    if stored is None:
        drawn = BytesIO()
        Image.new("RGB", (width, height), "#0B4F6C").save(drawn, "PNG")
        stored = drawn.getvalue()
    shown = Picture(
        "patterns/p/evidence/e/asset", "digest", "Karta över systemen", width, height, sv("Så hänger de ihop")
    )
    out = BytesIO()
    write_docx(report(section("matter", "1", "Läget", "", shown)), OURS, {"digest": stored}, out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("pixels", "millimetres"), [((2400, 600), (160, 40)), ((300, 150), (79.4, 39.7)), ((1000, 2000), (61.8, 123.5))]
)
def test_a_picture_stands_under_its_caption_within_the_measure(
    pixels: tuple[int, int], millimetres: tuple[float, float]
) -> None:
    data = pictured(*pixels)
    (shape,) = opened(data).inline_shapes
    assert (shape.width.mm, shape.height.mm) == pytest.approx(millimetres, abs=0.2)
    assert shape._inline.docPr.get("descr") == "Karta över systemen"
    assert lines(data)[-2] == ("Caption", "Så hänger de ihop")
    assert found(data, "//w:p[.//w:drawing]/preceding-sibling::w:p[1]/w:pPr/w:keepNext")
    assert data == pictured(*pixels)


def test_a_picture_that_word_does_not_know_is_told_in_words() -> None:
    data = pictured(40, 30, b"no picture")
    assert not opened(data).inline_shapes
    assert lines(data)[-1][1] == "Karta över systemen"


def test_every_run_says_its_language() -> None:
    data = written(lang="en")
    assert not found(data, "//w:r[w:t][not(w:rPr/w:lang)]")
    assert set(found(data, "//w:lang/@w:val")) == {"sv-SE", "en-GB"}


def test_each_page_bears_reference_class_and_number() -> None:
    data = written()
    foot = " ".join(line.text for line in opened(data).sections[0].footer.paragraphs)
    assert "KS 2027/142" in foot
    assert f"Version {TODAY.isoformat()}" in foot
    assert "Informationsklass: Öppen" in foot
    parts = [name for name in zipfile.ZipFile(BytesIO(data)).namelist() if "footer" in name]
    fields = [field for part in parts for field in found(data, "//w:fldSimple/@w:instr", part)]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_file_tells_nothing_of_persons_or_times_and_is_the_same_each_time() -> None:
    data = written(WordLook(FONTS, template(), "mall.docx"))
    facts = opened(data).core_properties
    assert (facts.author, facts.last_modified_by, facts.title) == ("", "", "Gemensam digital plattform i två etapper")
    assert facts.created.year == facts.modified.year == 1980
    assert data == written(WordLook(FONTS, template(), "mall.docx"))


def test_a_template_keeps_its_letterhead_and_loses_its_text() -> None:
    data = written(WordLook(FONTS, template(), "mall.docx"))
    section = opened(data).sections[0]
    assert section.header.paragraphs[0].text == "Exempelköpings kommun, brevhuvud"
    assert section.footer.paragraphs[0].text == "Besöksadress Storgatan 1"
    assert "Skriv här" not in [text for _, text in lines(data)]


def test_headings_of_a_template_are_known_by_their_level_whatever_they_are_called() -> None:
    def prepare(document: Any) -> None:
        for level in (1, 2, 3):
            old = document.styles[f"Heading {level}"].element
            old.getparent().remove(old)
            style = document.styles.add_style(f"EK Mellanrubrik {level}", WD_STYLE_TYPE.PARAGRAPH)
            outline = style.element.get_or_add_pPr().makeelement(f"{{{NAMES['w']}}}outlineLvl")
            outline.set(f"{{{NAMES['w']}}}val", str(level - 1))
            style.element.get_or_add_pPr().append(outline)

    data = written(WordLook(FONTS, template(prepare), "mall.docx"))
    assert "Förslag till beslut" in [text for style, text in lines(data) if style == "EK Mellanrubrik 1"]


def test_a_dotx_is_written_in_as_it_is() -> None:
    main, kind = b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml"
    dotx = renamed(template(), "[Content_Types].xml", main, kind)
    data = written(WordLook(FONTS, dotx, "mall.dotx"))
    assert opened(data).sections[0].header.paragraphs[0].text == "Exempelköpings kommun, brevhuvud"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "mall"),
        (b"hello", "mall"),
        (renamed(template(), "[Content_Types].xml", b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"), "Word"),
        (
            renamed(
                template(), "[Content_Types].xml",
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"application/vnd.ms-word.document.macroEnabled.main+xml",
            ),
            "macros",
        ),
    ],
)  # fmt: skip
def test_what_is_no_template_is_refused_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(BadArchive) as refused:
        written(WordLook(FONTS, data, "mall.docx"))
    assert isinstance(refused.value, UserError)
    told = refused.value.told("en")
    assert "mall.docx" in told
    assert sentence in told
