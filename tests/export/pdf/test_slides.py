"""Slides as PDF pages."""

from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image

from app.export.pdf import draw_page, write_deck_pdf
from app.export.pdf.sheet import MissingGlyph
from app.layout.frames import Box, PictureItem, PlacedDeck
from app.layout.themes import FJARD
from tests.export.pdf.decks import SIZE, cover, deck, everything, slide, text_item
from tests.export.pdf.readers import described, fonts, links, outline, page_texts, pages, qpdf_finds, text_outside


def written(placed: PlacedDeck) -> bytes:
    """The deck as PDF bytes."""
    out = BytesIO()
    write_deck_pdf(placed, FJARD, {}, out, lambda _share: None)
    return out.getvalue()


def test_text_extracts_whole_with_its_spaces() -> None:
    (text,) = page_texts(draw_page(everything(), FJARD, SIZE, {}))
    assert "Tjänstebyte, affärsfilialer och fjärrfält: Åke fixade AVA." in text
    assert "Kostnad 16,6 mkr; effekt −2,4 mkr per år." in text
    assert "Varje ny tjänst kostar mer än den förra" in text


def test_text_extracts_in_reading_order() -> None:
    (text,) = page_texts(draw_page(everything(), FJARD, SIZE, {}))
    places = [
        text.index(words) for words in ("Varje ny", "Tjänstebyte", "panelen", "Nyckelpersoner", "Upphandlingschef")
    ]
    assert places == sorted(places)


def test_lines_stand_on_their_baselines_and_as_wide_as_measured() -> None:
    item = text_item("Kommunen har 214 system, AVA To Ty", Box(100, 200, 600, 40), "title")
    (page,) = pages(draw_page(slide("one", "", item), FJARD, SIZE, {}))
    boxes = [character.box for character in page.characters]
    piece = item.body.lines[0].pieces[0]
    assert abs(boxes[0][0] - piece.x) < 2
    assert abs(SIZE[1] - boxes[0][1] - item.body.lines[0].baseline) < 1
    assert abs(max(box[2] for box in boxes) - (piece.x + piece.width)) < 2


def test_columns_and_totals_are_drawn_as_vectors_with_their_labels() -> None:
    (text,) = page_texts(draw_page(everything(), FJARD, SIZE, {}))
    for label in ("2,0", "4,0", "−5,0", "2027", "2029"):
        assert label in text


def test_a_character_that_no_font_has_is_reported_and_still_found() -> None:
    placed = deck(slide("one", "Hej", text_item("Grönsaker 菜 åt alla", Box(48, 200, 400, 40), block="actions/1/what")))
    out = BytesIO()
    missing = write_deck_pdf(placed, FJARD, {}, out, lambda _share: None)
    assert missing == (MissingGlyph("菜", "actions/1/what"),)
    assert "Grönsaker" in page_texts(out.getvalue())[0]


def test_emoji_and_arabic_are_drawn_as_joined_signs_and_read_as_written() -> None:
    placed = deck(slide("one", "Hej", text_item("Plan 🚀 👩‍💻 خطة", Box(48, 200, 400, 40))))
    out = BytesIO()
    assert write_deck_pdf(placed, FJARD, {}, out, lambda _share: None) == ()
    drawn = " ".join(font.name for font in fonts(out.getvalue()))
    assert "NotoEmoji" in drawn
    assert "NotoSansArabic" in drawn
    with pikepdf.open(BytesIO(out.getvalue())) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    for said in ("🚀", "👩‍💻", "خطة"):
        assert ("\ufeff" + said).encode("utf-16-be").hex().upper().encode() in content


def test_polish_greek_cyrillic_and_symbols_come_from_another_face() -> None:
    placed = deck(slide("one", "Łódź Ωμέγα Жизнь ▲ ▼ ●"))
    out = BytesIO()
    assert write_deck_pdf(placed, FJARD, {}, out, lambda _share: None) == ()
    assert "Łódź Ωμέγα Жизнь ▲ ▼ ●" in page_texts(out.getvalue())[0]


def test_the_outline_has_every_title_and_hidden_slides_are_there_too() -> None:
    data = written(deck(cover(), everything(), slide("b", "Reserv", hidden=True)))
    assert [(title, page) for _, title, page in outline(data)] == [
        ("Gemensam digital plattform i två etapper", 0),
        ("Varje ny tjänst kostar mer än den förra", 1),
        ("Reserv", 2),
    ]


def test_links_lead_to_their_slide_and_to_their_address() -> None:
    found = links(written(deck(cover(), everything())))
    assert [(link.page, link.address, link.inside) for link in found] == [
        (1, "", True),
        (1, "https://example.org/rapport", False),
    ]


def test_a_preview_leaves_out_links_to_other_slides() -> None:
    assert [link.inside for link in links(draw_page(everything(), FJARD, SIZE, {}))] == [False]


def test_every_font_is_embedded_as_a_subset_with_its_characters() -> None:
    found = fonts(written(deck(cover(), everything())))
    assert found
    assert all(font.has_file and font.has_characters and "+" in font.name for font in found)


def test_the_document_says_its_title_author_and_language() -> None:
    assert described(written(deck(cover()))) == ("Plattform före system", "Karin Sandell", "sv-SE")


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert written(deck(cover(), everything())) == written(deck(cover(), everything()))


def test_pictures_keep_their_shape_and_a_lost_one_does_not_stop_the_export() -> None:
    stored = BytesIO()
    Image.new("RGB", (40, 20), "#0B4F6C").save(stored, "PNG")
    items = [PictureItem("", "P", Box(48, 200 + 100 * n, 200, 80), digest, "Kontoret") for n, digest in enumerate("ab")]
    (page,) = pages(draw_page(slide("p", "Bilder", *items), FJARD, SIZE, {"a": stored.getvalue()}))
    ((left, bottom, right, top),) = page.pictures
    assert abs((right - left) / (top - bottom) - 2) < 0.01


def test_progress_ends_at_one() -> None:
    told: list[float] = []
    write_deck_pdf(deck(cover(), everything()), FJARD, {}, BytesIO(), told.append)
    assert told == [0.5, 1.0]


def test_the_file_is_sound_and_nothing_stands_outside_the_page(tmp_path: Path) -> None:
    data = written(deck(cover(), everything()))
    assert text_outside(data) == []
    assert qpdf_finds(data, tmp_path) == ""
