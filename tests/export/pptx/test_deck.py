"""A deck as a file: what PowerPoint shows of it as a whole, and what it would repair."""

import zipfile
from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from posixpath import normpath

import pytest

from app.export.pptx import write_pptx
from app.files.errors import Cancelled
from app.layout.frames import Box
from app.layout.themes import FJARD
from tests.conftest import Tools
from tests.export.pptx.decks import ASSETS, cover, deck, everything, slide, text, whole, written
from tests.export.pptx.readers import element, found, opened, parts, relationships

PRESENTATION = "ppt/presentation.xml"


def test_every_slide_has_its_title_in_the_title_placeholder() -> None:
    titles = [each.shapes.title.text_frame.text for each in opened(written(whole())).slides if each.shapes.title]
    assert titles == [
        "Gemensam digital plattform i två etapper",
        "Varje ny tjänst kostar mer än den förra att driva",
        "Så har vi räknat",
    ]


def test_slides_use_the_layout_of_their_kind() -> None:
    names = [each.slide_layout.name for each in opened(written(whole())).slides]
    assert names == ["Omslag", "Innehåll med slutsats", "Innehåll"]


def test_no_placeholder_is_left_empty() -> None:
    data = written(whole())
    for number in (1, 2, 3):
        part = f"ppt/slides/slide{number}.xml"
        assert all(found(data, part, "//p:sp[.//p:ph]/p:txBody"))
        assert found(data, part, "//p:sp[.//p:ph[@idx='1']][.//p:ph[not(@type)]]") == []


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert written(whole()) == written(whole())


def test_nothing_in_the_file_holds_the_time_of_writing() -> None:
    with zipfile.ZipFile(BytesIO(written(whole()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        book = archive.read("ppt/embeddings/workbook1.xlsx")
    with zipfile.ZipFile(BytesIO(book)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert archive.read("docProps/core.xml").count(b"2000-01-01T00:00:00Z") == 2


def test_properties_name_title_language_and_the_author_who_is_asked_for() -> None:
    assert opened(written(whole())).core_properties.author == ""
    properties = opened(written(replace(whole(), author="Karin Sandell"))).core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Plattform före system",
        "Karin Sandell",
        "sv-SE",
    )
    assert properties.last_modified_by == ""
    assert opened(written(deck(cover(), lang="en"))).core_properties.language == "en-GB"


def test_hidden_slides_are_hidden() -> None:
    data = written(whole())
    assert [found(data, f"ppt/slides/slide{number}.xml", "/p:sld/@show") for number in (1, 2, 3)] == [[], [], ["0"]]


def test_sections_hold_every_slide_and_the_cover_opens_the_first() -> None:
    data = written(deck(cover(), slide("a"), slide("b"), slide("c", section=""), slide("d", section="Bilagor")))
    assert found(data, PRESENTATION, "//p14:section/@name") == ["Läge", "Bilagor"]
    members = [int(id) for id in found(data, PRESENTATION, "//p14:section[1]//p14:sldId/@id")]
    assert members == [256, 257, 258, 259]
    assert found(data, PRESENTATION, "//p14:sldId/@id") == found(data, PRESENTATION, "//p:sldId/@id")


def test_a_deck_without_sections_or_slides_opens() -> None:
    assert len(opened(written(deck())).slides) == 0
    assert found(written(deck(cover())), PRESENTATION, "//p14:section") == []


def test_notes_are_written_with_their_languages() -> None:
    data = written(whole())
    notes = opened(data).slides[1].notes_slide.notes_text_frame
    assert notes is not None
    assert notes.text == "Att säga\nBörja med priset.\nAsk for time."
    assert found(data, "ppt/notesSlides/notesSlide2.xml", "//a:rPr/@lang") == ["sv-SE", "sv-SE", "en-GB"]
    assert found(data, "ppt/notesSlides/notesSlide2.xml", "//a:rPr[@b='1']/../a:t") == ["Att säga"]
    assert not opened(data).slides[0].has_notes_slide


def test_the_notes_master_is_listed_before_the_slides() -> None:
    order = [child.tag.rsplit("}", 1)[-1] for child in element(written(whole()), PRESENTATION, "/p:presentation")]
    assert order[:4] == ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz"]


def test_ids_are_unique_and_all_relationships_lead_somewhere() -> None:
    data = written(whole())
    files = parts(data)
    for name in (f"ppt/slides/slide{number}.xml" for number in (1, 2, 3)):
        ids = Counter(found(data, name, "//p:cNvPr/@id"))
        assert max(ids.values()) == 1
        for kind, target in relationships(data, name):
            assert kind == "hyperlink" or normpath(f"ppt/slides/{target}") in files


def test_every_text_says_its_language() -> None:
    data = written(whole())
    for number in (1, 2, 3):
        assert found(data, f"ppt/slides/slide{number}.xml", "//a:rPr[not(@lang)] | //a:endParaRPr[not(@lang)]") == []
    assert found(data, "ppt/slides/slide2.xml", "//a:rPr[@lang='en-GB']/../a:t") == ["Shared services"]


def test_slides_and_shapes_bear_ids_that_a_later_export_finds() -> None:
    data, again = written(whole()), written(deck(everything()))
    tags = dict(
        zip(
            found(data, "ppt/tags/tag2.xml", "//p:tag/@name"),
            found(data, "ppt/tags/tag2.xml", "//p:tag/@val"),
            strict=True,
        )
    )
    assert tags["BW_SLIDE"] == "all"
    names = [shape.name for shape in opened(data).slides[1].shapes]
    (meaning,) = [name for name in names if name.startswith("Meaning · bw:")]
    assert tags[f"BW_{meaning.rsplit(':', 1)[1].upper()}"] == "matter/summary"
    assert meaning in [shape.name for shape in opened(again).slides[0].shapes]
    assert len(names) == len({name for name in names if "bw:" in name}) + len(
        [name for name in names if "bw:" not in name]
    )


def test_progress_counts_slides_and_cancelling_leaves_nothing_written() -> None:
    seen: list[tuple[int, int]] = []
    out = BytesIO()

    def cancel(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pptx(whole(), FJARD, ASSETS, out, cancel)
    assert seen == [(1, 3), (2, 3)]
    assert out.getvalue() == b""


def test_a_missing_picture_is_named_before_anything_is_written() -> None:
    out = BytesIO()
    with pytest.raises(KeyError):
        write_pptx(whole(), FJARD, {}, out)
    assert out.getvalue() == b""


def test_slides_that_share_an_id_are_refused() -> None:
    with pytest.raises(ValueError, match="share an id"):
        written(deck(slide("a"), slide("a")))


def test_decks_are_valid(tools: Tools, tmp_path: Path) -> None:
    odd = slide("odd", text(Box(48, 150, 300, 40)), words="")
    for name, placed in {"whole": whole(), "empty": deck(), "odd": deck(cover(), odd, lang="en")}.items():
        path = tmp_path / f"{name}.pptx"
        path.write_bytes(written(placed))
        done = tools.run("validate_pptx", path)
        assert "errors=0 warnings=0" in done.stdout, done.stdout
