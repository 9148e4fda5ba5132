"""Texts on slides: what they inherit, what they state, how they run."""

from dataclasses import replace

import pytest

from app.layout.bidi import right_to_left
from app.layout.frames import Box, Paragraph, TextItem
from tests.export.pptx.decks import (
    deck,
    everything,
    foot,
    line,
    run,
    set_in,
    slide,
    source,
    takeaway,
    text,
    title,
    whole,
    written,
)
from tests.export.pptx.readers import found, opened, relationships

SLIDE = "ppt/slides/slide1.xml"
BOX = Box(48, 150, 400, 60)
TAKEAWAY = "//p:sp[.//p:ph[@idx='10']]"


def test_a_placeholder_as_its_layout_has_it_states_neither_place_nor_size() -> None:
    data = written(
        deck(replace(everything(), items=(title("Rubriken"), takeaway("Slutsats"), source("Källa: vi"), *foot(1))))
    )
    for index in (10, 11, 12, 15):
        shape = f"//p:sp[.//p:ph[@idx='{index}']]"
        for stated in ("/p:spPr/*", "//@sz[not(parent::p:ph)]", "//a:lnSpc", "//a:latin", "//a:solidFill", "//@algn"):
            assert found(data, SLIDE, shape + stated) == [], (index, stated)


def test_a_placeholder_that_departs_from_its_layout_states_all_four_sides() -> None:
    narrow = Box(48, 51.84, 500, 68.4)
    moved = deck(replace(slide("a"), items=(title("Rubriken", narrow),)))
    data = written(moved)
    assert found(data, SLIDE, "//p:sp/p:spPr/a:xfrm/a:off/@x | //p:sp/p:spPr/a:xfrm/a:ext/@cx") == ["609600", "6350000"]
    assert len(found(data, SLIDE, "//p:sp/p:spPr/a:xfrm/*/@*")) == 4


def test_tightened_text_states_size_and_pitch() -> None:
    data = written(deck(replace(everything(), items=(title("R"), takeaway("Slutsats", "second", tightened=True)))))
    assert found(data, SLIDE, f"{TAKEAWAY}//a:rPr/@sz") == ["1400"]
    assert found(data, SLIDE, f"{TAKEAWAY}//a:lnSpc/a:spcPts/@val") == ["1800"]
    assert found(data, SLIDE, f"{TAKEAWAY}//a:normAutofit/@*") == []


def test_a_class_that_the_slide_fills_is_filled_there() -> None:
    (organisation, occasion, label, number) = foot(1)
    filled = replace(label, fill="ink", outline="rule", filled=True)
    data = written(deck(slide("a", organisation, occasion, filled, number)))
    assert found(data, SLIDE, "//p:sp[.//p:ph[@idx='12']]/p:spPr/a:solidFill/a:schemeClr/@val") == ["tx1"]


def test_the_number_follows_the_slide_when_it_is_moved() -> None:
    data = written(whole())
    assert found(data, "ppt/slides/slide2.xml", "//a:fld[@type='slidenum']/a:t") == ["2"]


def test_a_second_text_for_the_same_placeholder_becomes_a_text_box() -> None:
    data = written(deck(slide("a", title("Ännu en rubrik"))))
    assert found(data, SLIDE, "//p:ph/@type") == ["title"]
    assert [shape.name.split(" ")[0] for shape in opened(data).slides[0].shapes] == ["Title", "Title"]


def test_text_boxes_state_size_and_pitch_and_never_grow() -> None:
    data = written(deck(slide("a", text(BOX, line(run("Brödtext"))))))
    box = "//p:sp[p:nvSpPr/p:cNvSpPr/@txBox]"
    assert found(data, SLIDE, f"{box}//a:rPr/@sz | {box}//a:lnSpc/a:spcPts/@val") == ["2000", "1600"]
    assert found(data, SLIDE, f"{box}//a:bodyPr/@wrap") == ["square"]
    assert len(found(data, SLIDE, f"{box}//a:noAutofit")) == 1


def test_lists_are_powerpoints_own_and_go_on_counting() -> None:
    marks = ("–", "3.", "12", "1)")
    items = text(BOX, *(line(run("Punkt"), marker=mark, hang=14) for mark in marks))
    data = written(deck(slide("a", items)))
    assert found(data, SLIDE, "//a:buChar/@char") == ["–"]
    assert found(data, SLIDE, "//a:buAutoNum/@type") == ["arabicPeriod", "arabicPlain", "arabicParenR"]
    assert found(data, SLIDE, "//a:buAutoNum/@startAt") == ["3", "12"]
    assert found(data, SLIDE, "//a:pPr/@marL") == ["177800"] * 4
    assert found(data, SLIDE, "//p:sp[2]//a:t") == ["Punkt"] * 4


def test_space_between_paragraphs_is_kept_and_none_is_put_before_the_first() -> None:
    data = written(deck(slide("a", text(BOX, line(run("Ett"), before=6), line(run("Två"), before=6)))))
    assert found(data, SLIDE, "//a:spcBef/a:spcPts/@val") == ["600"]


def test_a_line_break_within_a_run_stays_one() -> None:
    data = written(deck(slide("a", text(BOX, line(run("Ett\nTvå"))))))
    assert found(data, SLIDE, "//p:sp[2]//a:t") == ["Ett", "Två"]
    assert len(found(data, SLIDE, "//a:br")) == 1


def test_an_empty_text_keeps_its_language_and_takes_little_room() -> None:
    data = written(deck(slide("a", text(BOX), text(BOX, Paragraph(())))))
    assert found(data, SLIDE, "//p:sp[position() > 1]//a:endParaRPr/@lang") == ["sv-SE", "sv-SE"]
    assert found(data, SLIDE, "//p:sp[position() > 1]//a:endParaRPr/@sz") == ["600", "600"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Svenska", False), ("خطة رقمية", True), ("2027 – خطة", True), ("Plan خطة", False), ("", False), ("123 –", False)],
)
def test_the_first_strong_letter_gives_the_direction(words: str, expected: bool) -> None:
    assert right_to_left(words) is expected


def test_arabic_runs_from_the_right() -> None:
    data = written(deck(slide("a", text(BOX, line(run("خطة رقمية")), line(run("Svenska"))))))
    assert found(data, SLIDE, "//a:pPr/@rtl") == ["1", "0"]
    assert found(data, SLIDE, "//a:pPr/@algn") == ["r"]


def test_arabic_within_a_text_has_its_own_language_and_font() -> None:
    data = written(deck(slide("a", text(BOX, line(run("Läs خطة رقمية nu"))))))
    box = "//p:sp[p:nvSpPr/p:cNvSpPr/@txBox]"
    assert found(data, SLIDE, f"{box}//a:t") == ["Läs ", "خطة رقمية", " nu"]
    assert found(data, SLIDE, f"{box}//a:r/a:rPr/@lang") == ["sv-SE", "ar-SA", "sv-SE"]
    assert found(data, SLIDE, f"{box}//a:r[2]/a:rPr/a:cs/@typeface") == ["+mn-cs"]
    assert len(found(data, SLIDE, f"{box}//a:cs")) == 1
    assert found(data, SLIDE, "//a:pPr/@rtl") == []


def test_links_in_text_lead_to_their_address_and_keep_their_colour() -> None:
    data = written(whole())
    assert ("hyperlink", "https://example.org/rapport%202027") in relationships(data, "ppt/slides/slide2.xml")
    assert found(data, "ppt/slides/slide2.xml", "//a:r[.//a:hlinkClick]/a:t") == ["Läs rapporten"]
    assert found(data, "ppt/slides/slide2.xml", "//a:r//a:hlinkClick//*[local-name()='hlinkClr']/@val") == ["tx"]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "file:///etc/passwd", r"\\server\share", "C:\\notes.doc", "nowhere"]
)
def test_a_deck_never_links_to_files_or_programs(href: str) -> None:
    data = written(deck(slide("a", text(BOX, line(replace(run("Läs"), href=href))))))
    assert found(data, SLIDE, "//a:hlinkClick") == []


def test_a_reference_to_a_slide_jumps_there() -> None:
    refers = text(BOX, line(run("Bild "), replace(run("2"), ref="b"), replace(run(" 9"), ref="gone")))
    data = written(deck(slide("a", refers), slide("b")))
    assert found(data, SLIDE, "//a:r[.//a:hlinkClick[@action='ppaction://hlinksldjump']]/a:t") == ["2"]


def test_fonts_follow_the_theme_and_signs_have_their_own() -> None:
    signs = replace(run("▲"), font=replace(run("x").font, family="symbol"))
    data = written(deck(slide("a", text(BOX, line(run("Siffra", "figure"), run("text"), signs)))))
    assert found(data, SLIDE, "//p:sp[2]//a:latin/@typeface") == ["+mj-lt", "+mn-lt", "Arial"]
    assert found(data, SLIDE, "//a:sym/@typeface") == ["Arial"]


def test_a_title_of_two_lines_is_one_sentence_in_the_outline() -> None:
    words = "Satsningen på 34 mkr ger lägre årskostnad än i dag från 2030 och är återbetald 2032"
    item = TextItem("matter/title", "Title", BOX, set_in(BOX, line(run(words, "title"))), "title")
    shape = opened(written(deck(replace(slide("a"), items=(item,))))).slides[0].shapes.title
    assert shape is not None
    assert shape.text_frame.text == words
